import IR
import Passes

/// A paper made of sentences, for rules that look at papers.
struct StudyPaper {
  static let source = SourceID("paper")

  private var text = SourceTextBuilder(source)
  private var paper = Paper(
    source: source, metadata: PaperMetadata(), pages: [], sections: [], blocks: [], tables: [],
    figures: [], references: [], citations: [], links: [], leftOut: [])

  init() {
    paper.sections = [Section(title: Grounded("Front matter", []), level: 0)]
  }

  mutating func section(_ title: String, _ number: String? = nil, level: Int = 1) {
    let span = append(title)
    let parent = paper.sections.lastIndex { $0.level < level && $0.level > 0 }
    paper.sections.append(
      Section(
        number: number, title: Grounded(title, [span]), level: level,
        parent: level > 1 ? parent : nil))
    paper.blocks.append(Block(kind: .heading, span: span, section: paper.sections.count - 1))
  }

  /// Makes the current section one of the appendix.
  mutating func closeAsAppendix() { paper.sections[paper.sections.count - 1].isAppendix = true }

  /// A block of the current section; its span. `lead` are its first words, where these head it.
  @discardableResult
  mutating func block(
    _ words: String, _ kind: Block.Kind = .paragraph, label: String? = nil, lead: String? = nil
  ) -> SourceSpan {
    let span = append(words)
    paper.blocks.append(
      Block(
        kind: kind, span: span, section: paper.sections.count - 1, label: label,
        lead: lead.map { span.narrowed(to: 0..<$0.utf8.count) }))
    return span
  }

  /// Sets words of a block in italics.
  mutating func emphasise(_ words: String, in block: SourceSpan) {
    let start = Int(block.bytes.lowerBound)
    let content = String(
      decoding: Array(text.text.utf8)[start..<Int(block.bytes.upperBound)], as: UTF8.self)
    guard let range = content.utf8Range(of: words) else { return }
    paper.emphases.append(block.narrowed(to: range))
  }

  /// Makes the first words of the last block, in bold, its lead.
  mutating func lead(_ words: String) {
    let last = paper.blocks.count - 1
    paper.blocks[last].lead = paper.blocks[last].span.narrowed(to: 0..<words.utf8.count)
  }

  mutating func table(_ number: String, _ caption: String, _ rows: [[String]] = []) {
    exhibit(.table, number, caption, rows)
  }

  /// Gives the last table a first row of heads that span the columns up to the next one.
  mutating func spanHeads() {
    var grid = paper.tables[paper.tables.count - 1].grids[0]
    for column in grid.rows[0].indices.dropFirst() where grid.rows[0][column].span == nil {
      grid.rows[0][column] = grid.rows[0][column - 1]
    }
    grid.headerRows = 2
    paper.tables[paper.tables.count - 1].grids[0] = grid
  }

  mutating func figure(_ number: String, _ caption: String, labels: [String] = []) {
    exhibit(.figure, number, caption, [])
    paper.figures[paper.figures.count - 1].labels = labels.map { append($0) }
  }

  private mutating func exhibit(
    _ kind: ExhibitKind, _ number: String, _ caption: String, _ rows: [[String]]
  ) {
    var exhibit = Exhibit(
      label: ExhibitLabel(kind: kind, number: number), caption: append(caption), page: 1,
      box: Box(0, 0, 10, 10), section: paper.sections.count - 1)
    let cells = rows.map { row in row.map { Cell(span: $0.isEmpty ? nil : append($0)) } }
    if !cells.isEmpty { exhibit.grids = [Grid(rows: cells, headerRows: 1, headerColumns: 1)] }
    if kind == .table { paper.tables.append(exhibit) } else { paper.figures.append(exhibit) }
  }

  /// An entry of the bibliography, cited by its label: `[1]` for the first.
  mutating func reference(_ author: String, _ year: String, _ title: String) {
    let label = "[\(paper.references.count + 1)]"
    let entry = append("\(label) \(author). \(title). \(year).")
    let start = label.utf8.count + author.utf8.count + 3
    paper.references.append(
      Reference(
        label: label, entry: entry, authors: [author], surname: author, year: year,
        title: entry.narrowed(to: start..<(start + title.utf8.count))))
  }

  private mutating func append(_ words: String) -> SourceSpan {
    let span = text.append(words, at: .page(1, Box(0, 0, 100, 10)))
    text.separate("\n\n")
    return span
  }

  var facts: Paper {
    var facts = paper
    let resolver = CrossReferenceResolver(facts)
    let bytes = Array(text.text.utf8)
    facts.crossReferences = facts.blocks.flatMap { block in
      let range = Int(block.span.bytes.lowerBound)..<Int(block.span.bytes.upperBound)
      return resolver.references(
        in: String(decoding: bytes[range], as: UTF8.self), at: block.span)
    }
    let cells = facts.tables.flatMap(\.grids).flatMap(\.rows).joined().compactMap(\.span)
    let cited = facts.blocks.map(\.span) + cells
    facts.citations = cited.sorted().flatMap { citations(in: $0, bytes) }
    return facts
  }

  private func citations(in span: SourceSpan, _ bytes: [UInt8]) -> [Citation] {
    let start = Int(span.bytes.lowerBound)
    let range = start..<Int(span.bytes.upperBound)
    return paper.references.indices.flatMap { index -> [Citation] in
      let label = Array("[\(index + 1)]".utf8)
      return range.dropLast(label.count - 1).compactMap { at in
        guard bytes[at...].starts(with: label) else { return nil }
        let place = (at - start)..<(at - start + label.count)
        return Citation(span: span.narrowed(to: place), references: [index])
      }
    }.sorted { $0.span < $1.span }
  }

  var document: Document {
    let source = SourceText(
      id: Self.source, kind: .pdf, file: "study.pdf", sha256: "", pages: 1, text: text.text,
      regions: text.regions)
    return Document(sources: SourceMap([source]), inputs: Inputs(paper: facts))
  }

  /// The document after the named pass and those before it.
  func passed(through name: String) async throws -> Document {
    try await passed(through: name, from: document)
  }

  /// A document after the named pass and those before it.
  func passed(through name: String, from document: Document) async throws -> Document {
    var document = document
    for pass in PassManager().passes {
      _ = try await pass.run(on: &document, in: PassContext())
      if pass.id.name == name { return document }
    }
    throw NoPass(name: name)
  }

  /// The document after the named pass, where all sentences have the same odds of playing some parts.
  func leaning(_ odds: [Atom.Leaning: Int16], through name: String) async throws -> Document {
    var weights = SIMD8<Int16>(repeating: -80)
    for (leaning, value) in odds { weights[leaning.rawValue] = value }
    var document = document
    for pass in PassManager().passes {
      _ = try await pass.run(on: &document, in: PassContext())
      if pass.id.name == "atoms" {
        document.atoms = Atoms(atoms: document.atoms.atoms.map { $0.leaning(weights) })
      }
      if pass.id.name == name { return document }
    }
    throw NoPass(name: name)
  }

  struct NoPass: Error { let name: String }
}
