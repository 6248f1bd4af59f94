internal import IR

/// A claim in the making: its statement, and the sentences that it rests on.
struct ClaimDraft {
  let statement: Grounded<String>
  /// The content words of the statement.
  let words: Set<String>
  let isHedged: Bool
  var basis: [ClaimCandidate]
  /// The tables and figures that show it.
  var exhibits: [ExhibitLabel] = []

  init(statement: Grounded<String>, isHedged: Bool, basis: [ClaimCandidate]) {
    self.statement = statement
    self.isHedged = isHedged
    self.basis = basis
    words = Set(Wording.content(statement.value))
  }

  private static let longest = 500

  /// Nil for a sentence that claims nothing without its numbers.
  init?(_ candidate: ClaimCandidate, _ atoms: Atoms, _ view: PaperView) {
    guard
      let claim = ClaimStatement(
        candidate.sentence, after: view.sentence(before: candidate.atom, among: atoms)),
      claim.text.value.count < Self.longest
    else { return nil }
    self.init(statement: claim.text, isHedged: claim.isHedged, basis: [candidate])
  }

  /// Whether the sentence is part of the statement.
  func tells(_ candidate: ClaimCandidate) -> Bool {
    statement.spans.contains(candidate.atom.span)
  }

  /// Whether the statement begins with the sentence that another claim rests on.
  func goesOn(_ other: ClaimDraft) -> Bool {
    guard statement.spans.count > 1, let head = statement.spans.first else { return false }
    return other.statement.spans.contains(head)
  }

  func isAbout(_ others: Set<String>) -> Bool { Wording.similarity(words, others) > 0.5 }
}
