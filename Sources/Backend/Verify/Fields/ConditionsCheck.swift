internal import IR

/// Conditions, falsification criteria and scope of claims.
struct ConditionsCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA321", .warning(.august2026), .missingField, "the conditions of a claim say too little",
      cause: "`Conditions` has fewer than six words, or repeats the statement.",
      cure: "Name the regime in which the claim holds and the boundary that was not tested.",
      example: "- **Conditions**: Always."),
    CheckRow(
      "ARA322", .warning(), .consistency, "a falsification criterion only negates the claim",
      cause: "At least 80% of its words behind `it is not the case that` or the like stand in the "
        + "statement, or it says that the claim fails.",
      cure: "Name an observation that would refute the claim.",
      example: "- **Falsification criteria**: The claim does not hold."),
    CheckRow(
      "ARA323", .warning(), .consistency, "a statement claims more than its conditions",
      cause: "It quantifies over all models, datasets, tasks or the like, and neither "
        + "`Conditions` nor the setup of a proving experiment says so.",
      cure: "Bound the statement, or show the scope in the conditions.",
      example: "- **Statement**: It helps on all datasets"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let claims = artifact.claims else { return }
    for block in claims.blocks {
      let statement = block.field("Statement")?.value.text ?? ""
      if let conditions = block.saidField("Conditions")?.value, isThin(conditions.text, statement) {
        report(.thinConditions(block, conditions))
      }
      if let criteria = block.saidField("Falsification criteria")?.value,
        negates(criteria.text, statement)
      {
        report(.negation(block, criteria))
      }
      if let statement = block.saidField("Statement")?.value {
        checkScope(block, statement, artifact, report)
      }
    }
  }

  private func isThin(_ conditions: Substring, _ statement: Substring) -> Bool {
    if FixedPhrase.isUsed(conditions) { return false }
    let words = Words.all(conditions)
    return words.count < 6 || words == Words.all(statement)
  }

  private func negates(_ criteria: Substring, _ statement: Substring) -> Bool {
    if FixedPhrase.isUsed(criteria) { return false }
    let words = Set(Negation.unwrapped(Words.all(criteria)))
    let shared = words.intersection(Words.all(statement)).count
    return !words.isEmpty && shared * 5 >= words.count * 4
      || Negation.isWholesale(criteria)
  }

  private func checkScope(
    _ block: Block, _ statement: LinePiece, _ artifact: Artifact, _ report: (Finding) -> Void
  ) {
    let phrases = UniversalScope.phrases(in: statement.text)
    if phrases.isEmpty { return }
    let proofs = artifact.proofs.proofs[block.id ?? ""] ?? []
    let setups = (artifact.experiments?.blocks(named: proofs) ?? [])
      .flatMap { $0.field("Setup")?.pieces ?? [] }
    let bounds = (block.field("Conditions")?.pieces ?? []) + setups
    let known = bounds.map(\.text.lowercase)
    for phrase in phrases {
      let words = phrase.lowercase
      if !known.contains(where: { $0.holds(words) }) {
        report(.overclaim(block, LinePiece(text: phrase, line: statement.line)))
      }
    }
  }
}

/// Sentences of the form `the claim fails`.
private enum Negation {
  private static let frames: [[Substring]] = [
    ["it", "is", "not", "the", "case", "that"], ["it", "is", "not", "true", "that"],
    ["it", "is", "false", "that"], ["it", "is", "wrong", "that"],
    ["it", "does", "not", "hold", "that"],
  ]

  /// The words behind `it is not the case that`, which turns a sentence round and says nothing else.
  static func unwrapped(_ words: [Substring]) -> ArraySlice<Substring> {
    words.dropFirst(frames.first { words.starts(with: $0) }?.count ?? 0)
  }

  private static let subjects: Set<Substring> = [
    "claim", "method", "statement", "hypothesis", "approach", "conclusion",
  ]
  private static let verdicts: [[Substring]] = [
    ["fails"], ["is", "false"], ["is", "wrong"], ["does", "not", "hold"], ["does", "not", "work"],
    ["is", "not", "true"], ["doesn", "t", "hold"], ["doesn", "t", "work"],
  ]

  static func isWholesale(_ text: Substring) -> Bool {
    let words = Words.all(text)
    guard let subject = words.firstIndex(where: { subjects.contains($0) }), subject <= 1 else {
      return false
    }
    let rest = Array(words[(subject + 1)...])
    return verdicts.contains { rest == $0 }
  }
}

extension Finding {
  private static let path = "logic/claims.md"

  fileprivate static func thinConditions(_ block: Block, _ value: LinePiece) -> Finding {
    Finding(
      "ARA321", at: ArtifactPlace(value, in: path), subject: block.id, about: "Conditions",
      "the conditions of \(block.label) bound nothing", excerpt: Excerpt.of(value.text))
  }

  fileprivate static func negation(_ block: Block, _ value: LinePiece) -> Finding {
    Finding(
      "ARA322", at: ArtifactPlace(value, in: path), subject: block.id,
      about: "Falsification criteria",
      "the falsification criterion of \(block.label) only negates the claim",
      excerpt: Excerpt.of(value.text))
  }

  fileprivate static func overclaim(_ block: Block, _ phrase: LinePiece) -> Finding {
    Finding(
      "ARA323", on: phrase, in: path, subject: block.id,
      "\(Quoted(phrase.text)) goes beyond the conditions and setups of \(block.label)")
  }
}
