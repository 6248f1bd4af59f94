internal import IR

/// Configurations and heuristics against what the inputs state.
struct ParameterSourceCheck: SourceCheck {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA722", .warning(), .grounding, "a configured value stands in no input",
      cause: "`Value` of a configuration block occurs neither in the paper nor in the code.",
      cure: "Copy the value from its source.", example: "- **Value**: 0.3"),
    CheckRow(
      "ARA723", .warning(), .grounding, "a value is called unspecified and stands in the paper",
      cause: "`Not specified in paper` is said of a parameter whose name stands beside a number "
        + "in the paper.",
      cure: "Fill it from that line.", example: "a seed that Appendix A gives"),
    CheckRow(
      "ARA726", .warning(), .grounding, "a borrowed heuristic is not marked",
      cause: "A heuristic was taken from other artifacts and does not say so.",
      cure: "Add `- **Provenance**: collective_inference`.", example: "an untagged borrowed trick"),
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    let texts = inputs.sources
    // Of what is absent nobody knows what it states.
    if !texts.isEmpty, inputs.areComplete {
      for file in artifact.configurations {
        for block in file.blocks {
          guard let value = block.field("Value")?.value, !isStructural(value) else { continue }
          let quote = QuoteText(value.text)
          if !texts.contains(where: { $0.holds(quote) }), !hasStatedNumbers(value, texts) {
            report(.unstated(value, block, file.path))
          }
        }
      }
    }
    checkUnspecified(artifact, inputs, report)
    let borrowed = inputs.document.heuristics.heuristics.filter {
      $0.provenance == .collectiveInference
    }
    let names = Set(borrowed.map(\.id.description))
    for block in artifact.heuristics?.blocks ?? [] where names.contains(block.id ?? "") {
      if block.field("Provenance")?.value.text != "collective_inference" {
        report(.unmarked(block))
      }
    }
  }

  private func checkUnspecified(
    _ artifact: Artifact, _ inputs: InputTexts, _ report: (Finding) -> Void
  ) {
    for file in artifact.configurations {
      for block in file.blocks {
        guard let value = block.field("Value")?.value, FixedPhrase.isUsed(value.text),
          inputs.givesNumber(beside: block.title.text)
        else { continue }
        report(.unread(value, block, file.path))
      }
    }
  }

  private func isStructural(_ value: LinePiece) -> Bool {
    value.text.isEmpty || FixedPhrase.isUsed(value.text) || value.text.hasPrefix("Not applicable")
      || Placeholder.isUsed(value)
  }

  /// A value with a unit may be spaced otherwise in the source: its numbers decide.
  private func hasStatedNumbers(_ value: LinePiece, _ texts: [QuoteText]) -> Bool {
    let numbers = CellNumbers.scan(value.text)
    return !numbers.isEmpty
      && numbers.allSatisfy { number in
        let quote = QuoteText(number.digits)
        return texts.contains { $0.holds(quote) }
      }
  }
}

extension InputTexts {
  /// In bytes: how far behind a name its number stands.
  private static let reach = 16

  /// Whether the paper has the name, and a number within a few words behind it.
  fileprivate func givesNumber(beside name: Substring) -> Bool {
    let sought = name.lowercased()
    guard !sought.isEmpty else { return false }
    var from = 0
    while let start = paperWords.offset(of: sought, from: from) {
      let behind = paperWords.utf8.dropFirst(start + sought.utf8.count).prefix(Self.reach)
      if behind.contains(where: { $0.isASCIIDigit }) { return true }
      from = start + 1
    }
    return false
  }
}

extension Finding {
  fileprivate static func unstated(_ value: LinePiece, _ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA722", at: ArtifactPlace(value, in: file), subject: block.id, about: block.key("Value"),
      "the value \(Quoted(value.text)) of \(block.label) stands in no input",
      excerpt: Excerpt.of(value.text))
  }

  fileprivate static func unread(_ value: LinePiece, _ block: Block, _ file: String) -> Finding {
    Finding(
      "ARA723", at: ArtifactPlace(value, in: file), about: block.key("Value"),
      "the paper has \(block.label) beside a number")
  }

  fileprivate static func unmarked(_ block: Block) -> Finding {
    Finding(
      "ARA726", at: ArtifactPlace(file: "logic/solution/heuristics.md", line: block.line),
      subject: block.id, about: "Provenance", "\(block.label) was borrowed and does not say so")
  }
}
