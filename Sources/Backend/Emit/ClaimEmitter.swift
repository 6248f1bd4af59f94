internal import IR

/// `logic/claims.md` (`spec/ara-format.md`, 5.3), with a source for every number.
struct ClaimEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    let claims = artifact.document.claims.claims
    var file = artifact.file("logic/claims.md")
    file.line("# Claims")
    if claims.isEmpty {
      file.blank()
      file.line(
        "\(words: artifact.document.inputs.paper == nil ? Phrase.notAvailable : Phrase.notSpecified)"
      )
    }
    for claim in claims { write(claim, artifact, into: &file) }
    let range = IDRange.text(claims.map(\.id))
    artifact.add(file, .cognitive, "\(words: claims.count) falsifiable claims\(words: range)")
  }

  private func write(_ claim: Claim, _ artifact: ArtifactWriter, into file: inout FileWriter) {
    let id = claim.id.ref
    let proof = artifact.document.links.proofs.filter { $0.claim == claim.id }.map(
      \.experiment.description)
    let conditions = self.conditions(of: claim)
    let basis = self.basis(of: claim, artifact.document.links.decisions)
    file.blank()
    file.line("## \(claim.id): \(claim.title)", entity: id, field: "Title")
    file.field("Statement", "\(claim.statement)", entity: id)
    file.field("Conditions", conditions, entity: id)
    let numbered = ["\(claim.title)", "\(claim.statement)", conditions, basis] as [Line]
    SourcesWriter(artifact: artifact).write(numbersOf: numbered, entity: id, into: &file)
    file.field("Status", "\(words: claim.status.rawValue)", entity: id)
    file.field("Falsification criteria", "\(claim.falsification)", entity: id)
    file.field("Proof", "[\(words: proof.joined(separator: ", "))]", entity: id)
    file.field("Evidence basis", basis, entity: id)
    file.field("Interpretation", "\(claim.interpretation)", entity: id)
    let dependencies = claim.dependencies.map(\.description).joined(separator: ", ")
    file.field("Dependencies", "\(words: dependencies.isEmpty ? "none" : dependencies)", entity: id)
    file.field("Tags", "\(claim.tags, separator: ", ", ifEmpty: "")", entity: id)
    if let provenance = claim.provenance {
      file.field("Provenance", "\(words: provenance.rawValue)", entity: id)
    }
  }

  private func conditions(of claim: Claim) -> Line {
    .joined([setting(of: claim)] + bounds(of: claim), "; ")
  }

  private func setting(of claim: Claim) -> Line {
    guard !claim.conditions.isEmpty else {
      return "\(words: Phrase.notSpecified); the quoted sentences name no regime of their own"
    }
    guard !claim.exhibits.isEmpty else {
      return .joined(
        ["As stated in \(claim.conditions, separator: "; ")"] + scope(of: claim)
          + ["; the regime beyond it is not specified in paper"], "")
    }
    let scope = scope(of: claim)
    return .joined(
      ["Shown"] + scope + [scope.isEmpty ? " for" : " in"]
        + [
          " the setting of “\(claim.conditions, separator: "” and “")”; beyond it not specified in paper"
        ], "")
  }

  /// ` on the Yard, measured by error,`; of measures alone ` as measured by error`.
  private func scope(of claim: Claim) -> [Line] {
    let (data, measures) = (claim.scope.data, claim.scope.measures)
    if measures.isEmpty { return data.isEmpty ? [] : [" on \(data, separator: ", ")"] }
    return data.isEmpty
      ? [" as measured by \(measures, separator: ", ")"]
      : [" on \(data, separator: ", "), measured by \(measures, separator: ", "),"]
  }

  /// A sentence says `all datasets` of those that its paper has.
  private func bounds(of claim: Claim) -> [Line] {
    var seen: Set<String> = []
    return UniversalScope.phrases(in: claim.statement.value[...]).compactMap { phrase in
      guard seen.insert(phrase.lowercase).inserted else { return nil }
      let quoted = Grounded(String(phrase), claim.statement.spans)
      return "“\(quoted)” reaches as far as what was evaluated there, and no further"
    }
  }

  /// The sentences in quotation marks, each comparison with the cells that decide it.
  private func basis(of claim: Claim, _ decisions: [Links.Decision]) -> Line {
    let labels = claim.exhibits.map(\.description).joined(separator: ", ")
    let own = decisions.filter { $0.claim == claim.id }
    let sentences = claim.basis.indices.map { index -> Line in
      let quote: Line = "\"\(claim.basis[index])\""
      guard let decision = own.first(where: { $0.basis == index }) else { return quote }
      let verdict = decision.verdict == .contradicted ? "says otherwise:" : "has"
      return .joined(
        [quote, " (\(words: decision.table.description) \(words: verdict) \(decision.cells))"], "")
    }
    let quotes = Line.joined(sentences, " ")
    return labels.isEmpty ? quotes : .joined(["\(words: labels): ", quotes], "")
  }
}

/// The `Sources` field: one entry per number, with the line of evidence that prints it.
struct SourcesWriter {
  let artifact: ArtifactWriter

  private static let quoteLimit = 280

  /// `[]` if none of the lines has a number.
  func write(numbersOf lines: [Line], entity: EntityRef, into file: inout FileWriter) {
    var seen: Set<String> = []
    // A value goes before a year or the label of a citation with the same digits.
    let all =
      lines.flatMap { numbers(in: $0, by: { NumberToken.scan($0) }) }
      + lines.flatMap { numbers(in: $0, by: { NumberToken.scanWithNames($0) }) }
    let found = all.filter { seen.insert($0.text).inserted }
    guard !found.isEmpty else {
      file.line("- **Sources**: []")
      return
    }
    file.line("- **Sources**:")
    for number in found { write(number, entity, into: &file) }
  }

  private struct Number {
    let text: String
    let occurrence: Int
    let value: Grounded<String>
    /// Whether a word before it says that it is the number of a section.
    let isOfSection: Bool
  }

  private static let sectionWords: Set<String> = [
    "section", "sections", "sec", "secs", "appendix", "appendices",
  ]

  private func numbers(in line: Line, by scan: (String) -> [NumberToken]) -> [Number] {
    line.pieces.flatMap { piece -> [Number] in
      guard case .value(let value) = piece else { return [] }
      let written = Escape.prose.apply(value.value)
      return scan(written).map { token in
        let before = written[...][utf8Range: 0..<token.bytes.lowerBound]
        let word = Self.lastWord(of: before).trimmed(of: "(.").lowercased()
        return Number(
          text: token.text, occurrence: PlaceFinder.mentions(of: token.text, in: before).count,
          value: value, isOfSection: Self.sectionWords.contains(word))
      }
    }
  }

  private static func lastWord(of text: Substring) -> Substring {
    var text = text
    while text.last == " " { text.removeLast() }
    return text.lastIndex(of: " ").map { text[$0...].dropFirst() } ?? text
  }

  private func write(_ number: Number, _ entity: EntityRef, into file: inout FileWriter) {
    let sources = artifact.document.sources
    var finder = PlaceFinder(sources: sources)
    guard
      let span = finder.span(of: number.text, occurrence: number.occurrence, in: number.value.spans)
    else {
      file.line(
        "  - `\(words: number.text)` ← [pending: the number was computed and stands nowhere]")
      return
    }
    let value = Grounded(number.text, [span])
    if let named = number.isOfSection
      ? heading(numbered: number.text) : namedWork(by: span, number.text),
      let place = finder.place(of: named),
      let reference = sources.reference(to: named), place.quote.has(number.text)
    {
      file.line(
        "  - `\(Grounded(number.text, [named]))` ← `\(words: reference)` «\(Grounded(place.quote, [named]))» [input]",
        escape: .code, entity: entity, field: "Sources")
    } else if let line = artifact.evidenceLine(of: span),
      let quote = Self.window(around: number.text, in: line)
    {
      let quoted = Grounded(quote, number.value.spans)
      file.line(
        "  - `\(value)` ← `\(words: line.path):\(words: line.line)` «\(quoted)» [result]",
        escape: .code, entity: entity, field: "Sources")
    } else if let place = finder.place(of: span), let reference = sources.reference(to: span) {
      let quoted = Grounded(place.quote, [span])
      file.line(
        "  - `\(value)` ← `\(words: reference)` «\(quoted)» [input]", escape: .code, entity: entity,
        field: "Sources")
    }
  }

  /// The number in the head of the section that has it.
  private func heading(numbered number: String) -> SourceSpan? {
    guard let paper = artifact.document.inputs.paper,
      let title = paper.sections.first(where: { $0.number == number })?.title.spans.first,
      let source = artifact.document.sources[title.source]
    else { return nil }
    let lead = UInt32(number.utf8.count + 4)
    let before = SourceSpan(
      title.source, max(lead, title.bytes.lowerBound) - lead..<title.bytes.upperBound)
    return PlaceFinder.mentions(of: number, in: source.text(of: before.bytes)).first.map {
      before.narrowed(to: $0)
    }
  }

  /// Where the bibliography says what a number names that stands in a citation: `[11]` is no value.
  private func namedWork(by span: SourceSpan, _ number: String) -> SourceSpan? {
    guard let paper = artifact.document.inputs.paper,
      let citation = paper.citations.first(where: { $0.span.contains(span) })
    else { return nil }
    // Of several works, the number is the label or the year of one.
    let works = citation.references.map { paper.references[$0] }
    let named = works.filter { ($0.label?.has(number) ?? false) || $0.year == number }
    return (named.isEmpty ? works : named).lazy.compactMap { work -> SourceSpan? in
      let text = artifact.document.sources.text(of: work.entry)
      return PlaceFinder.mentions(of: number, in: text).first.map { work.entry.narrowed(to: $0) }
    }.first
  }

  /// The words around the number at a place of a line; a short line is quoted whole.
  private static func window(around number: String, in line: ArtifactWriter.EvidenceLine)
    -> String?
  {
    let bytes = Array(line.text.utf8)
    guard bytes.count > quoteLimit else {
      return line.text.has("»") ? nil : line.text.trimmed(of: " ")
    }
    let first = line.text[...].offset(ofColumn: line.column)
    let hit = first..<(first + number.utf8.count)
    var start = max(0, hit.lowerBound - 130)
    var end = min(bytes.count, hit.upperBound + 110)
    // Whole words only.
    while start > 0, start < hit.lowerBound, bytes[start - 1] != 0x20 { start += 1 }
    while end < bytes.count, end > hit.upperBound, bytes[end] != 0x20 { end -= 1 }
    let quote = String(decoding: bytes[start..<end], as: UTF8.self).trimmed(of: " ")
    return quote.has("»") || quote.has("«") ? nil : quote
  }
}
