internal import IR
internal import YAML

/// What an input says of a place that `Sources` cites.
enum CitedInput {
  enum Outcome {
    case holds
    /// The place is there and says something else.
    case otherWords
    case noPlace(String)
  }

  static func look(up reference: SourceReference, for quote: Substring, in inputs: InputTexts)
    -> Outcome
  {
    switch reference {
    case .artifact, .node: return .holds
    case .page(let source, _), .repository(let source, _, _), .message(let source, _, _):
      if inputs.isAbsent(source) { return .holds }
      return look(up: reference, of: inputs.id(of: source), for: quote, in: inputs)
    }
  }

  private static func look(
    up reference: SourceReference, of source: SourceID, for quote: Substring,
    in inputs: InputTexts
  ) -> Outcome {
    switch reference {
    case .artifact, .node: return .holds
    case .page(_, let page):
      guard let paper = inputs.paper, paper.source == source else {
        return .noPlace("there is no such source")
      }
      guard paper.pages.contains(where: { $0.number == page }) else {
        return .noPlace("the paper has \(paper.pages.count) pages")
      }
      return inputs.page(page, holds: quote) ? .holds : .otherWords
    case .repository(_, let path, let lines):
      guard let repository = inputs.repository, repository.source == source else {
        return .noPlace("there is no such source")
      }
      return look(up: path[...], lines, for: quote, in: inputs)
    case .message(_, let run, let ordinal):
      return look(up: run, ordinal, of: source, for: quote, in: inputs)
    }
  }

  private static func look(
    up path: Substring, _ lines: ClosedRange<Int>, for quote: Substring, in inputs: InputTexts
  ) -> Outcome {
    guard let file = inputs.repositoryFile(path) else {
      return .noPlace("the repository has no such file")
    }
    guard let text = inputs.lines(of: file) else {
      // A file that was too large to keep: only its length is known.
      let count = file.lines ?? .max
      return lines.upperBound <= count ? .holds : .noPlace("the file has \(count) lines")
    }
    guard lines.upperBound <= text.count else {
      return .noPlace("the file has \(text.count) lines")
    }
    let cited = text[(lines.lowerBound - 1)..<lines.upperBound].joined(separator: " ")
    return QuoteText.holds(cited, quote) ? .holds : .otherWords
  }

  private static func look(
    up run: String, _ ordinal: Int, of source: SourceID, for quote: Substring,
    in inputs: InputTexts
  ) -> Outcome {
    guard let log = inputs.document.inputs.logs.first(where: { $0.source == source }) else {
      return .noPlace("there is no such source")
    }
    guard let found = log.runs.first(where: { $0.id == run }), ordinal <= found.messages else {
      return .noPlace("the log has no such message")
    }
    let place = Place.message(run: run, ordinal: ordinal)
    let kept = inputs.document.sources[source]?.regions.filter { $0.place == place } ?? []
    // Of a log only what the facts quote is kept: a message without text cannot be compared.
    if kept.isEmpty { return .holds }
    let text = kept.map { inputs.document.sources.text(of: SourceSpan(source, $0.bytes)) }
    return QuoteText.holds(text.joined(separator: " "), quote) ? .holds : .otherWords
  }
}

/// Quotations against the inputs.
struct InputQuoteCheck: SourceCheck {
  /// ARA705 and ARA706 are declared by `CitedPlaceCheck`, ARA631 by `ExhibitFieldCheck`.
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA728", .warning(.august2026), .grounding, "a prompt is not verbatim",
      cause: "A file of `src/prompts` holds a paragraph that stands in no input.",
      cure: "Copy it again.", example: "a tidied prompt"),
    CheckRow(
      "ARA539", .warning(.august2026), .grounding, "deliberation in the trace is not verbatim",
      cause: "`thinking` of a node stands in no input.", cure: "Delete it.",
      example: "composed prose under `thinking`"),
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    for field in artifact.paths.sources {
      for entry in field.entries {
        guard case .quoted(let written, let quote, _) = entry.form,
          let reference = SourceReference(written.text)
        else { continue }
        let citation = Citation(field: field, written: written, quote: quote)
        switch CitedInput.look(up: reference, for: quote.text, in: inputs) {
        case .holds: break
        case .otherWords: report(.otherWords(citation))
        case .noPlace(let why): report(.noPlace(citation, why))
        }
      }
    }
    checkCaptions(artifact, inputs, report)
    if inputs.areComplete { checkVerbatimTexts(artifact, inputs, report) }
  }

  private func checkCaptions(
    _ artifact: Artifact, _ inputs: InputTexts, _ report: (Finding) -> Void
  ) {
    guard inputs.paper != nil else { return }
    for exhibit in artifact.exhibits where exhibit.label != nil {
      guard let value = exhibit.file.topField("Caption")?.value, !value.text.isEmpty,
        !FixedPhrase.isUsed(value.text)
      else { continue }
      let quoted = value.text.drop { "\"“".contains($0) }
      let caption = quoted.hasSuffix("\"") || quoted.hasSuffix("”") ? quoted.dropLast() : quoted
      if !inputs.paperHolds(caption), !inputs.paperHolds(Escape.relinked(caption)[...]) {
        report(.otherCaption(value, exhibit.path))
      }
    }
  }

  private func checkVerbatimTexts(
    _ artifact: Artifact, _ inputs: InputTexts, _ report: (Finding) -> Void
  ) {
    func isVerbatim(_ text: some StringProtocol) -> Bool {
      [QuoteText(text), QuoteText(Escape.relinked(text))].contains { quote in
        quote.isEmpty || inputs.sources.contains { $0.holds(quote) }
      }
    }
    for file in artifact.textFiles where file.kind == .prompt {
      for (index, line) in file.lines.enumerated() {
        let content = line.drop { "> ".contains($0) }
        if content.hasPrefix("#") || content.hasPrefix("- **Source**") { continue }
        if !isVerbatim(content) {
          report(.tidied(LinePiece(text: content, line: index + 1), file.path))
          break
        }
      }
    }
    for node in artifact.trace?.nodes ?? [] {
      guard let key = node["thinking"], let text = key.value.scalar, !isVerbatim(text) else {
        continue
      }
      report(.composed(key, node))
    }
  }
}

extension Finding {
  fileprivate static func otherCaption(_ value: LinePiece, _ file: String) -> Finding {
    Finding(
      "ARA631", at: ArtifactPlace(value, in: file), about: "Caption",
      "the caption is not the paper's", excerpt: Excerpt.of(value.text))
  }

  fileprivate static func tidied(_ line: LinePiece, _ file: String) -> Finding {
    Finding(
      "ARA728", at: ArtifactPlace(line, in: file), about: file, "this line stands in no input",
      excerpt: Excerpt.of(line.text))
  }

  fileprivate static func composed(_ key: TraceFile.Key, _ node: TraceFile.Node) -> Finding {
    Finding(
      "ARA539", key: key, of: node, "the deliberation of \(node.label) stands in no input")
  }
}
