internal import IR

/// What the history of a repository says was tried, taken back, replaced or left.
struct HistoryTree {
  let repository: Repository
  let sources: SourceMap
  /// Messages that a finding refused.
  var refused: Set<SourceSpan> = []

  private static let limit = 20

  /// Oldest first, each kind for itself: what was reverted, what a message says failed, branches
  /// that were left, what replaced what, what was taken out.
  func nodes() -> [TraceNode] {
    let commits = repository.commits.filter { !$0.isMerge && touchesCode($0) }
      .sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    // Reports of experiments lie beside the code, or among the documents.
    let reported = repository.commits.filter { !$0.isMerge && $0.paths.contains(where: Self.isOwn) }
      .sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    let deadEnds = reverts(commits) + failures(reported) + branches()
    let decisions = replacements(commits) + changes(commits) + removals(commits)
    return (deadEnds + decisions).filter { !refused.contains(where: $0.title.spans.contains) }
  }

  // MARK: What counts

  private static let endings: Set<Substring> = [
    "py", "ipynb", "c", "h", "cc", "cpp", "cu", "cuh", "java", "go", "rs", "swift", "js", "ts",
    "jl",
    "r", "m", "lua", "sh", "yaml", "yml", "toml", "gin", "json", "ini", "cfg",
  ]
  private static let aside: Set<Substring> = [
    ".github", ".circleci", "docs", "doc", "paper", "tests", "test", "website", "site",
  ]

  static func isCode(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, let ending = name.split(separator: ".").last else { return false }
    return endings.contains(ending) && !name.hasPrefix("test_")
      && !parts.dropLast().contains { aside.contains($0) }
  }

  /// Neither a paper's own source nor what only serves the hosting.
  private static func isOwn(_ path: String) -> Bool {
    let folders = path.split(separator: "/").dropLast()
    return !folders.contains { ["paper", "website", "site"].contains($0) || $0.hasPrefix(".") }
      && !path.hasSuffix(".tex") && !path.hasSuffix(".bib") && path != "README.md"
  }

  private func touchesCode(_ commit: Commit) -> Bool { commit.paths.contains(where: Self.isCode) }

  private func reference(_ commit: Commit) -> Grounded<String> {
    Grounded("commit \(commit.id.prefix(7))", [commit.subject], .computed("short identifier"))
  }

  // MARK: Reverts

  /// One dead end for each change that a later commit reverts.
  private func reverts(_ commits: [Commit]) -> [TraceNode] {
    commits.filter { $0.reverts != nil }.prefix(Self.limit).compactMap { revert in
      guard let reverted = repository.commits.first(where: { $0.id == revert.reverts }),
        let tried = HistoryWords.statement(sources.grounded(reverted.subject))
      else { return nil }
      let reason = revert.body.flatMap(reason)
      return TraceNode(
        id: EntityID(1), title: tried,
        kind: .deadEnd(
          hypothesis: .stated(tried),
          failure: reason
            ?? Grounded(
              "The change was reverted", [revert.subject], .computed("revert of the commit")),
          lesson: .notSpecified),
        support: reason == nil ? .inferred : .explicit,
        sourceRefs: [reference(reverted), reference(revert)])
    }
  }

  /// The first line of a message that says more than which commit it reverts, without its
  /// numbers.
  private func reason(_ body: SourceSpan) -> Grounded<String>? {
    HistoryWords.sentences(of: body, in: sources).lazy
      .filter { $0.value.utf8.count >= 12 && !$0.value.hasPrefix("This reverts commit") }
      .compactMap(HistoryWords.statement).first
  }

  // MARK: Failures

  /// Messages that say that something was tried and did not work.
  private func failures(_ commits: [Commit]) -> [TraceNode] {
    commits.lazy.filter { $0.reverts == nil }.compactMap { commit -> TraceNode? in
      let subject = sources.grounded(commit.subject)
      guard !HistoryWords.isRepair(subject.value) else { return nil }
      let said = [subject] + (commit.body.map { HistoryWords.sentences(of: $0, in: sources) } ?? [])
      let failed = said.lazy.filter { HistoryWords.tellsFailure($0.value) }
        .compactMap(HistoryWords.statement).first
      guard let failed else { return nil }
      // A body often tells why the change was made: what failed is then not what the subject says.
      let isSubject = failed.spans == subject.spans
      var node = TraceNode(
        id: EntityID(1), title: Title.make(of: failed) ?? failed,
        kind: .deadEnd(
          hypothesis: isSubject ? .stated(failed) : .notSpecified, failure: failed,
          lesson: .notSpecified),
        support: .explicit, sourceRefs: [reference(commit)])
      if !isSubject { node.description = subject }
      return node
    }.prefix(Self.limit).map { $0 }
  }

  // MARK: Branches

  /// In seconds: what was touched later may still be under way.
  private static let quiet = 90 * 86_400

  /// Branches whose new files never came in. One that only changes files may have come in under
  /// another commit.
  private func branches() -> [TraceNode] {
    guard let now = repository.commits.first?.time else { return [] }
    let known = Set(repository.commits.flatMap(\.paths)).union(repository.files.map(\.path))
    return repository.branches.compactMap { branch -> TraceNode? in
      let own = branch.commits.filter { commit in
        !commit.isMerge && commit.paths.contains { Self.isCode($0) && !known.contains($0) }
      }
      guard let first = own.last, let last = own.first, now - last.time > Self.quiet,
        let tried = HistoryWords.statement(sources.grounded(first.subject))
      else { return nil }
      return TraceNode(
        id: EntityID(1), title: tried,
        kind: .deadEnd(
          hypothesis: .stated(tried),
          failure: Grounded(
            "The branch was never merged into the history that was read", [last.subject],
            .computed("comparison of the branch with the history")), lesson: .notSpecified),
        support: .inferred,
        sourceRefs: [
          Grounded("branch \(branch.name)", [last.subject], .computed("name of the branch")),
          reference(last),
        ])
    }.prefix(Self.limit).map { $0 }
  }

  // MARK: Decisions

  /// `Replace the mean by the median`.
  private func replacements(_ commits: [Commit]) -> [TraceNode] {
    commits.lazy.compactMap { commit -> TraceNode? in
      let subject = sources.grounded(commit.subject)
      guard let pair = HistoryWords.replacement(in: subject),
        let title = HistoryWords.statement(subject)
      else { return nil }
      return decision(
        title, choice: pair.new, alternatives: [pair.old], commit.body.flatMap(reason), commit)
    }.prefix(Self.limit).map { $0 }
  }

  /// Settings whose default a commit changed, if its message speaks of them.
  private func changes(_ commits: [Commit]) -> [TraceNode] {
    let byID = Dictionary(commits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var told: Set<String> = []
    return repository.changes.reversed().compactMap { change -> TraceNode? in
      guard let commit = byID[change.commit], Self.isCode(change.path),
        let row = ParameterTable.row(forCode: change.name)
      else { return nil }
      let message = sources.text(of: commit.subject)
      let said = Set(IdentifierWords.scan(message).map(\.key))
      let names = IdentifierWords.scan("\(change.name) \(row.name)").map(\.key)
      // A commit may change one value in many files.
      guard names.contains(where: said.contains),
        told.insert("\(change.commit) \(change.name)").inserted
      else { return nil }
      let title = Grounded(
        "\(row.name) was changed in \(change.path)", [commit.subject],
        .computed("change of a value"))
      return decision(
        title, choice: setting(change, change.after),
        alternatives: [setting(change, change.before)],
        sources.grounded(commit.subject), commit)
    }.prefix(Self.limit).map { $0 }
  }

  private func setting(_ change: ValueChange, _ value: Grounded<String>) -> Grounded<String> {
    Grounded("\(change.name) = \(value.value)", value.spans, .computed("value of a line"))
  }

  private static let mostRemovals = 8
  private static let mostNamed = 8
  private static let mostOfFolder = 2

  /// Two of each folder, so that none hides the others.
  private static func sample(_ paths: [String]) -> [String] {
    var counts: [Substring: Int] = [:]
    let spread = paths.filter { path in
      let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
      counts[folder, default: 0] += 1
      return counts[folder, default: 0] <= mostOfFolder
    }
    return Array(spread.prefix(mostNamed))
  }

  /// Modules and experiments that are no longer there, one decision for each commit that took
  /// them out.
  private func removals(_ commits: [Commit]) -> [TraceNode] {
    var seen = Set(repository.files.map(\.path))
    let names = Set(seen.compactMap { $0.split(separator: "/").last })
    let born = births(commits)
    var removals: [TraceNode] = []
    // From the newest on: a file that is not there went with the last commit that speaks of it.
    for commit in commits.reversed() where removals.count < Self.mostRemovals {
      let gone = commit.paths.filter { path in
        let isNew = seen.insert(path).inserted
        // The same name elsewhere: it was moved. Born here: it was never seen to go.
        return isNew && Self.isCode(path) && !names.contains(path.split(separator: "/").last ?? "")
          && born[path] != commit.id && NumberToken.scan(path).isEmpty
      }
      // What comes with the same ending may be the same file under another name.
      let come = Set(commit.paths.filter { born[$0] == commit.id }.compactMap(Self.ending))
      let left = gone.filter { Self.ending($0).map { !come.contains($0) } ?? false }
      let subject = sources.grounded(commit.subject)
      // `Delete net.py` is what a website writes by itself.
      let isAutomatic = left.contains { path in
        subject.value.hasPrefix("Delete ") && path.hasSuffix(subject.value.dropFirst(7))
      }
      guard !left.isEmpty, !isAutomatic, HistoryWords.explainsRemoval(subject.value),
        let message = HistoryWords.statement(subject)
      else { continue }
      let paths = Self.sample(left).map {
        Grounded($0, [commit.subject], .computed("path that the commit took out"))
      }
      removals.append(
        decision(message, choice: message, alternatives: paths, commit.body.flatMap(reason), commit)
      )
    }
    return removals.reversed()
  }

  /// The oldest commit that speaks of each path.
  private func births(_ commits: [Commit]) -> [String: String] {
    var born: [String: String] = [:]
    for commit in commits {
      for path in commit.paths where born[path] == nil { born[path] = commit.id }
    }
    return born
  }

  private static func ending(_ path: String) -> Substring? { path.split(separator: ".").last }

  private func decision(
    _ title: Grounded<String>, choice: Grounded<String>, alternatives: [Grounded<String>],
    _ rationale: Grounded<String>?, _ commit: Commit
  ) -> TraceNode {
    TraceNode(
      id: EntityID(1), title: title,
      kind: .decision(choice: choice, alternatives: alternatives, rationale: rationale),
      support: .explicit, sourceRefs: [reference(commit)])
  }
}
