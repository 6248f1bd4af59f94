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
        + "identifier that is not printed there and that no link there leads to.",
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
      let citation = WrittenCitation(block)
      let found = entries.indices.filter { entries[$0].matches(citation) }
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
      let citation = WrittenCitation(bullet.text.text)
      let found = entries.indices.filter { entries[$0].matches(citation) }
      covered.formUnion(found)
      if found.isEmpty { report(.unknown(bullet.text, nil)) }
    }
    let missing = entries.count - covered.count
    if missing > 0 { report(.uncovered(missing, of: entries.count)) }
  }
}

/// A citation as the artifact writes it.
private struct WrittenCitation {
  /// What may repeat an entry, with and without its label.
  let quotes: [QuoteText]
  /// What may name an entry by author and year.
  let names: Set<Substring>?

  init(_ block: Block) {
    if let reference = block.field("Reference")?.value, !reference.text.isEmpty {
      quotes = Self.quotes(reference.text)
      names = nil
    } else {
      quotes = []
      names = Set(Words.all(block.title.text))
    }
  }

  init(_ bullet: Substring) {
    quotes = Self.quotes(bullet)
    names = Set(Words.all(bullet))
  }

  private static func quotes(_ text: Substring) -> [QuoteText] {
    var forms = [text]
    if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
      forms.append(text[text.index(after: close)...].trimmingBlanks())
    }
    return forms.map { QuoteText(Escape.relinked($0)) }.filter { !$0.isEmpty }
  }
}

/// An entry of the bibliography as artifacts repeat it.
private struct BibliographyEntry {
  private let text: QuoteText
  private let words: Set<Substring>
  private let surname: Substring?
  private let year: Substring?
  private let linked: QuoteText?

  init(_ reference: Reference, _ text: String) {
    self.text = QuoteText(text)
    words = Set(Words.all(text))
    surname = reference.surname.map { $0.lowercased()[...] }
    year = reference.year.map { $0.lowercased()[...] }
    linked = reference.linked.map { QuoteText($0) }
  }

  /// Whether a citation repeats the entry, or names its author and year where that is enough.
  func matches(_ citation: WrittenCitation) -> Bool {
    if citation.quotes.contains(where: { text.holds($0) || $0.holds(text) }) { return true }
    guard let names = citation.names, let surname, let year else { return false }
    return names.contains(year) && Words.all(surname).allSatisfy(names.contains)
  }

  func prints(_ identifier: Substring) -> Bool {
    (linked?.holds(QuoteText(identifier)) ?? false) || text.holds(QuoteText(identifier))
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
