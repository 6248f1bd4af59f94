/// The commits that one commit comes from, newest first by committer date, as far as they are there.
///
/// Parents are walked by hand: libgit2's own walk ends with an error at a shallow boundary.
struct CommitWalk: Sendable {
  struct Step: Sendable {
    let id: GitID
    /// Seconds since 1970, of the author.
    let time: Int
    let message: String
    let isMessageCut: Bool
    let parents: Int
    let tree: GitID
    /// The tree of the first parent, as far as that is there.
    let before: GitID?
    /// What the commit changed against its first parent; nothing if that parent is not there, nil
    /// if a tree is not.
    let paths: [RepositoryPath]?
  }

  /// The newest ones.
  private(set) var steps: [Step] = []
  /// How many commits were reached, the ones that were not kept included.
  private(set) var walked = 0
  private(set) var isCut = false
  /// Parents that are not in the repository.
  private(set) var missing = 0
  /// Objects that do not parse.
  private(set) var damaged = 0

  static let mostWalked = 50_000
  static let mostKept = 2_000
  private static let mostPaths = 200
  private static let longestMessage = 8 << 10

  /// `serve` is called between commits.
  init(
    _ git: GitRepository, from head: GitID, trees: inout CommittedTree, serving serve: () -> Void
  ) {
    var queue = CommitQueue()
    var seen: Set<GitID> = []
    /// The trees of the commits that were reached.
    var roots: [GitID: GitID] = [:]
    func reach(_ id: GitID) {
      guard seen.insert(id).inserted else { return }
      do throws(GitFailure) {
        let commit = try git.commit(id)
        roots[id] = commit.tree
        queue.insert(commit)
      } catch .missing {
        missing += 1
      } catch {
        damaged += 1
      }
    }
    reach(head)
    while let commit = queue.popNewest() {
      guard walked < Self.mostWalked else {
        isCut = true
        break
      }
      walked += 1
      for parent in commit.parents { reach(parent) }
      if steps.count < Self.mostKept { steps.append(Self.step(commit, roots, &trees)) }
      serve()
    }
  }

  private static func step(
    _ commit: GitCommit, _ roots: [GitID: GitID], _ trees: inout CommittedTree
  ) -> Step {
    let message = TextContent.normalized(commit.message, longest: longestMessage)
    return Step(
      id: commit.id, time: commit.authored, message: message.text, isMessageCut: message.isCut,
      parents: commit.parents.count, tree: commit.tree,
      before: commit.parents.first.flatMap { roots[$0] }, paths: changes(of: commit, roots, &trees))
  }

  private static func changes(
    of commit: GitCommit, _ roots: [GitID: GitID], _ trees: inout CommittedTree
  ) -> [RepositoryPath]? {
    var before: GitID?
    if let parent = commit.parents.first {
      guard let root = roots[parent] else { return [] }
      before = root
    }
    return try? trees.changes(from: before, to: commit.tree, limit: mostPaths)
  }
}

/// Commits by committer date, the newest first; of equal dates, the one that was reached first.
private struct CommitQueue {
  private var heap: [(commit: GitCommit, order: Int)] = []
  private var inserted = 0

  mutating func insert(_ commit: GitCommit) {
    heap.append((commit, inserted))
    inserted += 1
    var child = heap.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popNewest() -> GitCommit? {
    guard let newest = heap.first?.commit else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return newest }
    heap[0] = last
    var parent = 0
    while true {
      var first = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && precedes(child, first) {
        first = child
      }
      if first == parent { return newest }
      heap.swapAt(first, parent)
      parent = first
    }
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    // The time may be any number: it has no negative.
    (heap[b].commit.committed, heap[a].order) < (heap[a].commit.committed, heap[b].order)
  }
}
