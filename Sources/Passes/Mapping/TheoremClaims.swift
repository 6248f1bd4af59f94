internal import IR

/// Theorems, propositions and corollaries as claims: what a paper proves it claims in so many
/// words.
enum TheoremClaims {
  /// One per theorem, as first stated. A statement that goes on in a display equation is none: its
  /// words alone say only half of it.
  static func drafts(_ atoms: Atoms, _ view: PaperView, refused: Set<SourceSpan>) -> [ClaimDraft] {
    var seen: Set<String> = []
    var drafts: [ClaimDraft] = []
    var at = 0
    while at < atoms.atoms.count, drafts.count < limit {
      let block = atoms.atoms[at].block
      let end = atoms.atoms[at...].firstIndex { $0.block != block } ?? atoms.atoms.count
      let paragraph = atoms.atoms[at..<end]
      at = end
      let body = view.paper.blocks[block].span
      let opening = view.text(of: body.narrowed(to: 0..<min(longestLabel, Int(body.bytes.count))))
      guard let label = label(opening), !seen.contains(label.name),
        let draft = draft(paragraph, after: label.end, view), let first = draft.basis.first,
        !refused.contains(first.sentence.spans[0]), !refused.contains(first.atom.span)
      else { continue }
      seen.insert(label.name)
      drafts.append(draft)
    }
    return drafts
  }

  private static let limit = 12
  private static let longestLabel = 120
  private static let longest = 460

  private static let kinds = ["Theorem", "Proposition", "Corollary"]

  /// Whether a sentence states a theorem.
  static func isStated(in sentence: String) -> Bool { label(sentence) != nil }

  /// `Theorem 2 (Noise). ` with where it ends; nil for a sentence about a theorem.
  static func label(_ text: String) -> (name: String, end: Int)? {
    guard let kind = kinds.first(where: text.hasPrefix) else { return nil }
    var rest = text.dropFirst(kind.count)
    guard rest.first == " " else { return nil }
    let number = rest.dropFirst().prefix { $0.isNumber || $0 == "." || $0.isUppercase }
    guard let last = number.last, number.contains(where: \.isNumber) else { return nil }
    rest = rest.dropFirst().dropFirst(number.count)
    var isClosed = last == "."
    if rest.hasPrefix(" ("), let close = rest.firstIndex(of: ")") {
      rest = rest[rest.index(after: close)...]
      isClosed = true
    }
    if let mark = rest.first, ".:".contains(mark) {
      rest = rest.dropFirst()
      isClosed = true
    }
    rest = rest.drop { $0 == " " || $0 == "\n" }
    guard isClosed, rest.first?.isUppercase ?? false else { return nil }
    let name = kind + number.trimmed(of: ".")
    return (name, text.utf8.count - rest.utf8.count)
  }

  private static func draft(
    _ paragraph: ArraySlice<Atom>, after label: Int, _ view: PaperView
  ) -> ClaimDraft? {
    guard let first = paragraph.first else { return nil }
    let block = view.paper.blocks[first.block].span
    let told = paragraph.prefix { !view.text(of: $0.span).hasPrefix("Proof") }
    guard let last = told.last else { return nil }
    let end = Int(last.span.bytes.upperBound) - Int(block.bytes.lowerBound)
    guard label < end else { return nil }
    let whole = block.narrowed(to: 0..<end)
    let body = view.grounded(block.narrowed(to: label..<end))
    guard body.value.count < longest, Wording.isSentence(body.value),
      body.value.hasSuffix("."), let statement = withFormulas(body),
      Wording.content(statement.value).count >= 5
    else { return nil }
    let candidate = ClaimCandidate(
      atom: first, sentence: view.grounded(whole), score: 0,
      hasNumbers: !NumberToken.scan(body.value).isEmpty, topics: [])
    return ClaimDraft(
      statement: statement, headline: conclusion(of: statement), isHedged: false,
      basis: [candidate])
  }

  /// What is proved, without the sentences that only set it up: `Let N be the number of marbles.`
  static func conclusion(of statement: Grounded<String>) -> Grounded<String> {
    let bytes = Array(statement.value.utf8)
    let sentences = SentenceSplitter.ranges(in: statement.value).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
    let told = sentences.drop { sentence in
      sentence.hasPrefix("(") || setups.contains { sentence.hasPrefix($0) }
    }
    var text = told.joined(separator: " ")
    if told.isEmpty, let last = sentences.last, let then = last.utf8Range(of: ", then ") {
      text = String(decoding: Array(last.utf8)[then.upperBound...], as: UTF8.self)
    }
    for lead in ["Then, ", "Then "] where text.hasPrefix(lead) { text.removeFirst(lead.count) }
    guard text != statement.value, Wording.content(text).count >= leastConclusion else {
      return statement
    }
    return Grounded(
      text.prefix(1).uppercased() + text.dropFirst(), statement.spans, .computed("what is proved"))
  }

  private static let leastConclusion = 4
  private static let setups = [
    "Let ", "Suppose ", "Assume ", "Consider ", "Fix ", "Denote ", "Define ", "Set ",
  ]

  /// The statement with its formulas set as such; nil where a number stands outside of them.
  static func withFormulas(_ body: Grounded<String>) -> Grounded<String>? {
    let text = body.value
    guard !text.has("$") else { return nil }
    let set = FormulaMarks.set(in: text)
    guard NumberToken.scan(set).isEmpty else { return nil }
    return set == body.value
      ? body : Grounded(set, body.spans, .computed("statement with its formulas marked"))
  }
}
