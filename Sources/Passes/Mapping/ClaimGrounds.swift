internal import IR

extension ClaimSelection {
  /// Has a claim that a sentence draws from the one before it rest on that one too: `This suggests that
  /// wide bands are safe.`
  func ground(_ draft: inout ClaimDraft) {
    guard let own = draft.basis.first, draft.statement.spans.count == 1,
      draft.basis.count < ClaimDraft.basisLimit, Self.concludes(own.sentence.value),
      let index = atoms.atoms.firstIndex(where: { $0.span == own.atom.span }), index > 0
    else { return }
    let before = atoms.atoms[index - 1]
    let sentence = view.sentence(before.span)
    // What came of a trial stands in the tree.
    guard before.odds(of: .trial) < Self.trial, before.block == own.atom.block,
      !refused.contains(before.span), !filed.hold(before),
      !draft.basis.contains(where: { $0.atom.span == before.span }), sentence.isWhole,
      !NoClaim.isAll(of: sentence, citing: !before.citations.isEmpty, mayPropose: false)
    else { return }
    draft.basis.append(
      ClaimCandidate(
        atom: before, sentence: view.grounded(before.span), score: own.score,
        hasNumbers: !NumberToken.scan(sentence.text).isEmpty, topics: own.topics))
  }

  private static let trial = -8

  /// Whether a sentence begins with `This shows that`.
  private static func concludes(_ sentence: String) -> Bool {
    let words = sentence.parts(between: " ").prefix(5).map { $0.trimmed(of: ",").lowercase }
    guard let that = words.firstIndex(of: "that"), that > 1, let first = words.first else {
      return false
    }
    return ["this", "these", "it", "which"].contains(first)
      && words[1..<that].contains { ReportingFrame.isReporting($0[...]) }
  }
}
