internal import IR

/// Finds the branches of a repository that never came into the history that is read.
struct BranchReader {
  private let git: GitRepository
  private let head: GitID

  static let mostTips = 2_000
  private static let mostBranches = 64
  private static let mostCommits = 100
  private static let mostPaths = 200
  private static let longestMessage = 8 << 10

  init(_ git: GitRepository, head: GitID) {
    self.git = git
    self.head = head
  }

  /// A branch before its messages are in the text.
  struct Found: Sendable {
    let name: String
    let steps: [Step]
  }

  /// `known` is the history of `head`; `serve` is called between branches.
  func find(
    _ known: [CommitWalk.Step], trees: inout CommittedTree, serving serve: () -> Void
  ) -> [Found] {
    let mainline = Set(known.map(\.id))
    var seen: Set<GitID> = [head]
    var branches: [Found] = []
    for tip in git.tips(limit: Self.mostTips) where branches.count < Self.mostBranches {
      serve()
      guard seen.insert(tip.id).inserted, !mainline.contains(tip.id),
        let own = own(tip.id, mainline, &trees), own.contains(where: touchesCode)
      else { continue }
      branches.append(Found(name: Self.shortName(tip.name), steps: own))
    }
    return branches
  }

  /// Appends the messages of the branches' commits to `text`.
  static func branches(_ found: [Found], into text: inout SourceTextBuilder) -> [Branch] {
    found.map { branch in
      Branch(name: branch.name, commits: branch.steps.map { read($0, into: &text) })
    }
  }

  struct Step: Sendable {
    let commit: GitCommit
    let paths: [RepositoryPath]
  }

  /// The commits down to the history of `head`, by first parents; nil for a branch that comes from
  /// elsewhere, or from too far back to tell. What is reached from a commit of that history is newer
  /// than it, and would have been walked if it belonged to it.
  private func own(
    _ tip: GitID, _ mainline: Set<GitID>, _ trees: inout CommittedTree
  ) -> [Step]? {
    var commits: [GitCommit] = []
    var next = tip
    while !mainline.contains(next) {
      guard commits.count < Self.mostCommits, let commit = try? git.commit(next),
        let parent = commit.parents.first
      else { return nil }
      commits.append(commit)
      next = parent
    }
    guard let base = try? git.commit(next) else { return nil }
    var steps: [Step] = []
    for (commit, before) in zip(commits, commits.dropFirst().map(\.tree) + [base.tree]) {
      guard
        let paths = try? trees.changes(from: before, to: commit.tree, limit: Self.mostPaths)
      else { return nil }
      steps.append(Step(commit: commit, paths: paths))
    }
    return steps
  }

  private func touchesCode(_ step: Step) -> Bool {
    step.commit.parents.count == 1
      && step.paths.contains { path in
        let kind = FileClass(path: path, content: nil).kind
        return kind == .source || kind == .notebook || kind == .configuration
      }
  }

  private static func read(_ step: Step, into text: inout SourceTextBuilder) -> Commit {
    let whole = TextContent.normalized(step.commit.message, longest: longestMessage).text
    let message = SecretMask.masked(whole)?.text ?? whole
    let place = Place.lines(path: "commit \(step.commit.id.hex)", firstLine: 1)
    let span = text.append(message, at: place)
    text.separate("\n")
    let subject = message.utf8.prefix { $0 != UInt8(ascii: "\n") }.count
    var commit = Commit(
      id: step.commit.id.hex, time: step.commit.authored, subject: span.narrowed(to: 0..<subject))
    commit.paths = step.paths.map(\.text)
    commit.isMerge = step.commit.parents.count > 1
    return commit
  }

  private static func shortName(_ name: String) -> String {
    let parts = name.split(separator: "/").dropFirst()
    return parts.dropFirst(parts.first == "remotes" ? 2 : 1).joined(separator: "/")
  }
}
