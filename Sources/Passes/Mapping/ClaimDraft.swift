internal import IR

/// A claim in the making: its statement, and the sentences that it rests on.
struct ClaimDraft {
  let statement: Grounded<String>
  /// What the claim is called: its statement, or the sentence of it that was chosen first.
  let headline: Grounded<String>
  /// The content words of the statement.
  let words: Set<String>
  let isHedged: Bool
  var basis: [ClaimCandidate]
  /// The tables and figures that show it.
  var exhibits: [ExhibitLabel] = []
  /// Whether another claim has taken it over.
  var isAbsorbed = false

  init(
    statement: Grounded<String>, headline: Grounded<String>? = nil, isHedged: Bool,
    basis: [ClaimCandidate]
  ) {
    self.statement = statement
    self.headline = headline ?? statement
    self.isHedged = isHedged
    self.basis = basis
    words = Set(Wording.content(statement.value))
  }

  private static let longest = 500
  static let basisLimit = 6

  /// The words by which the statement is held against other sentences.
  var telling: Set<String> { Wording.telling(statement.value) }

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

  /// The same claim in other words, under the name that it has.
  func stating(_ statement: Grounded<String>) -> ClaimDraft {
    var draft = ClaimDraft(
      statement: statement, headline: headline, isHedged: isHedged, basis: basis)
    draft.exhibits = exhibits
    return draft
  }

  /// Whether both rest on one table or figure, or else stand in one section.
  func isBeside(_ other: ClaimDraft) -> Bool {
    guard basis.count + other.basis.count <= Self.basisLimit else { return false }
    return exhibits.isEmpty
      ? basis[0].atom.section == other.basis[0].atom.section
      : !Set(exhibits).isDisjoint(with: other.exhibits)
  }

  /// Rests on what another claim rests on too.
  mutating func absorb(_ other: ClaimDraft) {
    let known = Set(basis.map(\.atom.span))
    let more = other.basis.filter { !known.contains($0.atom.span) }
    basis = Array((basis + more).prefix(Self.basisLimit))
    for label in other.exhibits where !exhibits.contains(label) { exhibits.append(label) }
  }

  /// Whether both propose the same thing, at more or less length or by its name.
  func proposes(_ candidate: ClaimCandidate) -> Bool {
    guard let first = basis.first, first.atom.weight(of: .contribution) >= Self.proposal,
      candidate.atom.weight(of: .contribution) >= Self.proposal,
      !first.hasNumbers, !candidate.hasNumbers
    else { return false }
    if let name = ProperNames.proposed(in: first.sentence.value),
      name == ProperNames.proposed(in: candidate.sentence.value)
    {
      return true
    }
    let common = words.count(where: candidate.words.contains)
    return common * 2 >= min(words.count, candidate.words.count)
  }

  private static let proposal = 3

  /// Whether a caption says what the claim tells: most words of the shorter one are the other's too.
  func tellsCaption(_ candidate: ClaimCandidate) -> Bool {
    guard !isAbout(candidate.words), !tells(candidate) else { return true }
    guard !Set(exhibits).isDisjoint(with: candidate.topics) else { return false }
    let common = words.count(where: candidate.words.contains)
    return common * 5 >= min(words.count, candidate.words.count) * 3
  }

  func isAbout(_ others: Set<String>) -> Bool { Wording.similarity(words, others) > 0.5 }
}
