internal import IR

/// The git side of a repository: its `HEAD` commit and what that commit holds, as far as it can be
/// read. A directory without history has none of it.
struct OpenedRepository {
  let isBare: Bool
  private(set) var git: GitRepository?
  private(set) var head: GitCommit?
  private(set) var listing = CommittedTree.Listing()
  private let isShallow: Bool

  /// Whether there is a commit whose files are all known.
  var isWhole: Bool { head != nil && listing.unreadable.isEmpty && listing.isComplete }

  /// Throws for a bare repository that cannot be read: it holds nothing but git's data.
  init(
    _ root: DirectoryHandle, path: String, _ findings: inout RepositoryFindings
  ) throws(FrontendError) {
    let layout = GitLayout(of: root, path: path)
    isBare = layout != .absent && root.entry(Array(".git".utf8)) == nil
    isShallow = layout.gitDirectory.map { Self.isShallow($0) } ?? false
    var trouble: Diagnostic?
    switch layout {
    case .absent: trouble = .noHistory(at: findings.place)
    case .elsewhere: trouble = .historyElsewhere(at: findings.place(".git"))
    case .damaged: trouble = .damaged(at: findings.place(".git"))
    case .unsupported(let form): trouble = .unsupported(form, at: findings.place)
    case .bare(let directory), .workTree(let directory):
      git = GitRepository.open(gitDirectory: directory, workTree: isBare ? nil : path)
      trouble = readHead(at: findings.place)
    }
    guard let trouble else { return }
    if isBare, trouble.severity != .note { throw FrontendError(.damagedBare(at: findings.place)) }
    findings.append(trouble)
  }

  private static func isShallow(_ gitDirectory: String) -> Bool {
    let boundary = DirectoryHandle(root: gitDirectory)?.entry(Array("shallow".utf8))
    return boundary.map { $0.size > 0 } ?? false
  }

  /// Returns what there is to say if there is no commit to read.
  private mutating func readHead(at place: InputPlace) -> Diagnostic? {
    guard let git else { return .damaged(at: place) }
    do throws(GitFailure) {
      guard let id = try git.head() else { return .noCommits(at: place) }
      let commit = try git.commit(id)
      var tree = CommittedTree(git)
      listing = tree.files(of: commit.tree, limit: FoundFile.most)
      head = commit
      return nil
    } catch {
      return .damaged(at: place)
    }
  }

  /// What the history holds, before its words are in the text.
  struct Past {
    let walk: CommitWalk
    let branches: [BranchReader.Found]
    let changes: [ValueChangeReader.Found]
  }

  /// Walks the commits that `head` comes from, and what they and the branches beside them changed.
  /// Gives nil without a head. `serve` is called between commits.
  func past(serving serve: () -> Void) -> Past? {
    guard let git, let head = head?.id else { return nil }
    var trees = CommittedTree(git)
    let walk = CommitWalk(git, from: head, trees: &trees, serving: serve)
    let branches = BranchReader(git, head: head)
    var changes = ValueChangeReader(git)
    return Past(
      walk: walk, branches: branches.find(walk.steps, trees: &trees, serving: serve),
      changes: changes.find(walk.steps, trees: &trees, serving: serve))
  }

  /// Appends the messages of what was walked to `text`.
  func history(
    _ past: Past?, into text: inout SourceTextBuilder, _ findings: inout RepositoryFindings
  ) -> [Commit] {
    guard let walk = past?.walk else { return [] }
    let history = CommitReader.history(walk, into: &text)
    if history.missing > 0, isShallow {
      findings.append(.shallow(history.walked, at: findings.place))
    }
    let lost = history.damaged + history.unknownChanges + (isShallow ? 0 : history.missing)
    if lost > 0, listing.unreadable.isEmpty {
      findings.append(.brokenHistory(history, at: findings.place))
    }
    if history.walked > history.commits.count || history.cutMessages > 0 {
      findings.append(.historyCut(history, at: findings.place))
    }
    return history.commits
  }
}

extension GitLayout {
  fileprivate var gitDirectory: String? {
    switch self {
    case .workTree(let directory), .bare(let directory): directory
    case .elsewhere, .damaged, .unsupported, .absent: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func noHistory(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F202", severity: .note,
      message: "is no git repository; its files were read and there is no history", input: place)
  }

  fileprivate static func noCommits(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F203", severity: .note, message: "the repository has no commit yet", input: place)
  }

  fileprivate static func shallow(_ commits: Int, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F204", severity: .note,
      message: "the clone is shallow; its history ends after \(commits)"
        + " \(commits == 1 ? "commit" : "commits")", input: place)
  }

  fileprivate static func historyElsewhere(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F205", severity: .warning,
      message: "the history lies outside the directory and was not followed"
        + "; the files were read without it", input: place)
  }

  fileprivate static func damaged(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F206", severity: .warning,
      message: "the git data cannot be read; there is no history", input: place)
  }

  /// A bare repository has nothing else to read.
  fileprivate static func damagedBare(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F206", severity: .error,
      message: "the git data cannot be read, and there are no other files", input: place)
  }

  fileprivate static func unsupported(_ form: String, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F206", severity: .warning,
      message: "the git data is in a form that is not read (\(form)); there is no history",
      input: place)
  }

  fileprivate static func brokenHistory(
    _ history: CommitReader.History, at place: InputPlace
  ) -> Diagnostic {
    let lost = history.missing + history.damaged
    return Diagnostic(
      code: "F207", severity: .warning,
      message: "the history is not whole: \(lost) commits are missing or damaged, and of"
        + " \(history.unknownChanges) it is not known what they changed", input: place)
  }

  fileprivate static func historyCut(
    _ history: CommitReader.History, at place: InputPlace
  ) -> Diagnostic {
    let total = history.isCut ? "more than \(history.walked)" : "\(history.walked)"
    return Diagnostic(
      code: "F223", severity: .note,
      message: "the newest \(history.commits.count) of \(total) commits were kept, and"
        + " \(history.cutMessages) messages were cut after 8 KiB", input: place)
  }
}
