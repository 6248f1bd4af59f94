internal import IR

/// Reads the history of a commit, newest first by committer date, as far as it is there.
///
/// Parents are walked by hand: libgit2's own walk ends with an error at a shallow boundary.
struct CommitReader {
  struct History {
    var commits: [Commit] = []
    /// How many commits were reached, the ones that were not kept included.
    var walked = 0
    var isCut = false
    /// Parents that are not in the repository.
    var missing = 0
    /// Objects that do not parse.
    var damaged = 0
    /// Commits whose changed paths are unknown because a tree is missing.
    var unknownChanges = 0
    /// Messages that were cut.
    var cutMessages = 0
  }

  private let git: GitRepository
  private var trees: CommittedTree

  init(_ git: GitRepository) {
    self.git = git
    trees = CommittedTree(git)
  }

  /// Appends the messages of the newest commits to `text`.
  mutating func history(of head: GitID, into text: inout SourceTextBuilder) -> History {
    var history = History()
    var queue = CommitQueue()
    var seen: Set<GitID> = []
    func reach(_ id: GitID) {
      guard seen.insert(id).inserted else { return }
      do throws(GitFailure) {
        queue.insert(try git.commit(id))
      } catch .missing {
        history.missing += 1
      } catch {
        history.damaged += 1
      }
    }
    reach(head)
    while let commit = queue.popNewest() {
      guard history.walked < Self.mostWalked else {
        history.isCut = true
        break
      }
      history.walked += 1
      if history.commits.count < Self.mostKept {
        history.commits.append(read(commit, into: &text, &history))
      }
      for parent in commit.parents { reach(parent) }
    }
    RevertFinder(history.commits, in: text).mark(&history.commits)
    return history
  }

  static let mostWalked = 50_000
  static let mostKept = 2_000
  private static let mostPaths = 200
  private static let longestMessage = 8 << 10

  private mutating func read(
    _ commit: GitCommit, into text: inout SourceTextBuilder, _ history: inout History
  ) -> Commit {
    var message = TextContent.normalized(commit.message, longest: Self.longestMessage)
    if message.isCut { history.cutMessages += 1 }
    if let masked = SecretMask.masked(message.text) { message.text = masked.text }
    let span = text.append(
      message.text, at: .lines(path: "commit \(commit.id.hex)", firstLine: 1))
    text.separate("\n")
    let bytes = Array(message.text.utf8)
    let subjectEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let bodyStart = bytes[subjectEnd...].firstIndex { $0 != UInt8(ascii: "\n") } ?? bytes.count
    var read = Commit(
      id: commit.id.hex, time: commit.authored, subject: span.narrowed(to: 0..<subjectEnd))
    if bodyStart < bytes.count { read.body = span.narrowed(to: bodyStart..<bytes.count) }
    read.isMerge = commit.parents.count > 1
    if let paths = changes(of: commit) {
      read.paths = paths.map(\.text)
    } else {
      history.unknownChanges += 1
    }
    return read
  }

  /// What a commit changed against its first parent; nothing if that parent is not there, nil if
  /// a tree is not.
  private mutating func changes(of commit: GitCommit) -> [RepositoryPath]? {
    var before: GitID?
    if let parent = commit.parents.first {
      guard let parent = try? git.commit(parent) else { return [] }
      before = parent.tree
    }
    return try? trees.changes(from: before, to: commit.tree, limit: Self.mostPaths)
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

/// Finds the commits that say which commit they take back, in the words that git writes.
private struct RevertFinder {
  private let text: SourceTextBuilder
  private let commits: [Commit]
  /// Positions of the commits with a subject, the newest first.
  private var subjects: [Substring: [Int]] = [:]

  init(_ commits: [Commit], in text: SourceTextBuilder) {
    self.commits = commits
    self.text = text
    for (index, commit) in commits.enumerated() {
      subjects[words(commit.subject), default: []].append(index)
    }
  }

  func mark(_ commits: inout [Commit]) {
    for index in commits.indices {
      commits[index].reverts = namedCommit(commits[index]) ?? quotedCommit(index)
    }
  }

  private func words(_ span: SourceSpan) -> Substring {
    let utf8 = text.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Int(span.bytes.lowerBound))
    let end = utf8.index(start, offsetBy: span.bytes.count)
    return text.text[start..<end]
  }

  /// `This reverts commit 1f3a…`: the identifier, in full if it was shortened.
  private func namedCommit(_ commit: Commit) -> String? {
    guard let body = commit.body.map(words),
      let phrase = body.firstRange(of: "This reverts commit ")
    else { return nil }
    let id = body[phrase.upperBound...].prefix { $0.isHexDigit && $0.isASCII }.lowercased()
    guard (7...40).contains(id.count) else { return nil }
    return commits.first { $0.id.hasPrefix(id) }?.id ?? id
  }

  /// `Revert "…"`: the newest older commit with that subject.
  private func quotedCommit(_ index: Int) -> String? {
    let subject = words(commits[index].subject)
    guard subject.hasPrefix("Revert \""), let end = subject.lastIndex(of: "\"") else { return nil }
    let start = subject.index(subject.startIndex, offsetBy: 8)
    guard start < end else { return nil }
    return subjects[subject[start..<end]]?.first { $0 > index }.map { commits[$0].id }
  }
}
