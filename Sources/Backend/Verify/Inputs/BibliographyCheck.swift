internal import IR

/// Related works against the bibliography.
struct BibliographyCheck: SourceCheck {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA350", .warning(.august2026), .insufficientCount, "the bibliography is not covered",
      cause: "A reference of the paper is neither a block nor an additional citation.",
      cure: "Append it as a short bullet.", example: "9 of 50 references"),
    CheckRow(
      "ARA721", .error(), .grounding, "a related work is not in the bibliography",
      cause: "A block or citation matches no entry of the paper's bibliography, or gives an "
        + "identifier that is not printed there.",
      cure: "Copy the entry.", example: "an unknown reference",
      cases: [.unprintedIdentifier: .warning()]),
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    guard let file = artifact.relatedWork, let paper = inputs.paper, !paper.references.isEmpty
    else { return }
    let entries = paper.references.map {
      BibliographyEntry($0, inputs.document.sources.text(of: $0.entry))
    }
    var covered: Set<Int> = []
    for block in file.blocks {
      let found = entries.indices.filter { entries[$0].matches(block) }
      covered.formUnion(found)
      if found.isEmpty {
        report(.unknown(block.field("Reference")?.value ?? block.title, block.id))
      }
      guard let doi = block.field("DOI")?.value, !doi.text.isEmpty,
        !FixedPhrase.isUsed(doi.text), !found.isEmpty
      else { continue }
      if !found.contains(where: { entries[$0].prints(doi.text) }) {
        report(.unprinted(doi, block))
      }
    }
    for bullet in file.file.bullets(under: "Additional citations") ?? [] {
      let found = entries.indices.filter { entries[$0].matches(bullet.text.text) }
      covered.formUnion(found)
      if found.isEmpty { report(.unknown(bullet.text, nil)) }
    }
    let missing = entries.count - covered.count
    if missing > 0 { report(.uncovered(missing, of: entries.count)) }
  }
}

/// An entry of the bibliography as artifacts repeat it.
private struct BibliographyEntry {
  private let text: QuoteText
  private let words: Set<Substring>
  private let surname: Substring?
  private let year: Substring?

  init(_ reference: Reference, _ text: String) {
    self.text = QuoteText(text)
    words = Set(Words.all(text))
    surname = reference.surname.map { $0.lowercased()[...] }
    year = reference.year.map { $0.lowercased()[...] }
  }

  func matches(_ block: Block) -> Bool {
    if let reference = block.field("Reference")?.value, !reference.text.isEmpty {
      return repeats(reference.text)
    }
    return isNamed(in: block.title.text)
  }

  /// Whether a text repeats the entry or names author and year.
  func matches(_ written: Substring) -> Bool { repeats(written) || isNamed(in: written) }

  /// Whether a text repeats the entry, with or without its label.
  private func repeats(_ written: Substring) -> Bool {
    var plain = written
    if plain.hasPrefix("["), let close = plain.firstIndex(of: "]") {
      plain = plain[plain.index(after: close)...].trimmingBlanks()
    }
    let quote = QuoteText(plain)
    return !quote.isEmpty && (text.holds(quote) || quote.holds(text))
  }

  private func isNamed(in text: Substring) -> Bool {
    guard let surname, let year else { return false }
    let present = Set(Words.all(text))
    return Words.all(surname).allSatisfy(present.contains) && present.contains(year)
  }

  func prints(_ identifier: Substring) -> Bool {
    text.holds(QuoteText(identifier))
      || Words.all(identifier).allSatisfy { words.contains($0) || $0 == "arxiv" || $0 == "doi" }
  }
}

extension Finding {
  private static let path = "logic/related_work.md"

  fileprivate static func unknown(_ piece: LinePiece, _ subject: String?) -> Finding {
    Finding(
      "ARA721", on: piece, in: path, subject: subject,
      "\(Quoted(piece.text)) matches no entry of the bibliography")
  }

  fileprivate static func unprinted(_ doi: LinePiece, _ block: Block) -> Finding {
    Finding(
      "ARA721", .unprintedIdentifier, on: doi, in: path, subject: block.id,
      "\(Quoted(doi.text)) is not printed in the bibliography")
  }

  fileprivate static func uncovered(_ missing: Int, of count: Int) -> Finding {
    Finding(
      "ARA350", at: ArtifactPlace(file: path, line: 1), about: "bibliography",
      "\(missing) of \(count) references of the paper are not listed")
  }
}
