internal import IR

/// No result in the experiment plans: a verifier must see the task without the answer.
struct ResultLeakCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA341", .error(.april2026, .august2026), .typeMismatch, "an expected outcome has a number",
      cause: "`Expected outcome` is directional only. A number that the title or setup of the "
        + "same experiment also gives is a setting.",
      cure: "Say which way it goes, not how far.", example: "  - The error is below 0.1%.",
      cases: [.setting: .warning(.april2026, .august2026)]),
    CheckRow(
      "ARA342", .error(.april2026, .august2026), .consistency, "a result stands in a plan",
      cause: "A value of a result table occurs in `logic/experiments.md`; settings that also "
        + "stand in `src/configs` or `data` may.",
      cure: "Remove the value.", example: "  2. Train until 96.4 is reached."),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let file = artifact.experiments else { return }
    var outcomeLines: Set<Int> = []
    for block in file.blocks {
      guard let outcome = block.field("Expected outcome") else { continue }
      outcomeLines.formUnion(outcome.pieces.map(\.line))
      checkOutcome(outcome, block, file.file, report)
    }
    for line in 1..<(file.file.text.lines.count + 1) where !outcomeLines.contains(line) {
      var seen: Set<String> = []
      for number in file.file.text.numbers(inLine: line) {
        let text = DecimalText(number.text)
        guard artifact.numbers.resultCells.contains(text),
          !artifact.numbers.settings.contains(text), seen.insert(text.digits).inserted
        else { continue }
        report(.result(number, file.block(at: line), file.path))
      }
    }
  }

  private func checkOutcome(
    _ outcome: Field, _ block: Block, _ file: MarkdownFile, _ report: (Finding) -> Void
  ) {
    let setup = [block.title] + (block.field("Setup")?.pieces ?? [])
    let settings = Set(setup.flatMap { file.text.numbers(in: $0) }.map { DecimalText($0.text) })
    var seen: Set<DecimalText> = []
    for number in outcome.pieces.flatMap({ file.text.numbers(in: $0) }) {
      let text = DecimalText(number.text)
      guard seen.insert(text).inserted else { continue }
      report(.outcome(number, isSetting: settings.contains(text), block, file.path))
    }
  }
}

extension Finding {
  fileprivate static func outcome(
    _ number: LinePiece, isSetting: Bool, _ block: Block, _ file: String
  ) -> Finding {
    Finding(
      "ARA341", isSetting ? .setting : .usual, on: number, in: file, subject: block.id,
      "the expected outcome of \(block.label) gives the number \(Brief(number.text))")
  }

  fileprivate static func result(_ number: LinePiece, _ block: Block?, _ file: String) -> Finding {
    Finding(
      "ARA342", on: number, in: file, subject: block?.id,
      "\(Brief(number.text)) is a value of a result table")
  }
}
