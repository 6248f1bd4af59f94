internal import IR

/// What the history of a repository says was tried and taken back.
struct HistoryTree {
  let repository: Repository
  let sources: SourceMap

  private static let limit = 20

  /// One dead end for each change that a later commit reverts, oldest first.
  func deadEnds() -> [TraceNode] {
    let reverts = repository.commits.filter { $0.reverts != nil && !$0.isMerge }
      .sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    return reverts.prefix(Self.limit).compactMap { revert in
      let reverted = repository.commits.first { $0.id == revert.reverts }
      // A number of a commit message stands in no evidence.
      return reverted.flatMap { holdsNumber(sources.text(of: $0.subject)) ? nil : node($0, revert) }
    }
  }

  private func node(_ reverted: Commit, _ revert: Commit) -> TraceNode {
    let tried = sources.grounded(reverted.subject)
    let reason = revert.body.flatMap(reason)
    return TraceNode(
      id: EntityID(1), title: tried,
      kind: .deadEnd(
        hypothesis: .stated(tried), failure: reason ?? sources.grounded(revert.subject),
        lesson: .notSpecified),
      support: reason == nil ? .inferred : .explicit,
      sourceRefs: [reverted, revert].map { commit in
        Grounded("commit \(commit.id.prefix(7))", [commit.subject], .computed("short identifier"))
      })
  }

  private func holdsNumber(_ text: String) -> Bool { !NumberToken.scan(text).isEmpty }

  /// The first line of a message that says more than which commit it reverts, without its
  /// numbers.
  private func reason(_ body: SourceSpan) -> Grounded<String>? {
    var offset = 0
    for line in sources.text(of: body).split(separator: "\n", omittingEmptySubsequences: false) {
      defer { offset += line.utf8.count + 1 }
      guard line.utf8.count >= 12, !line.hasPrefix("This reverts commit") else { continue }
      let said = sources.grounded(body.narrowed(to: offset..<(offset + line.utf8.count)))
      return NumberFree.statement(said)
    }
    return nil
  }
}
