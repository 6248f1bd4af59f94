import Frontend
import IR
import TestSupport
import Testing

/// A paper set line by line, with each line where the test wants it, and what the reader makes of
/// it.
struct SketchedPaper {
  private var sheets = [PDFSheet()]
  /// Baseline of the last line, in points from the lower edge.
  private(set) var y = 720.0

  static let left = 72.0

  /// Lines one below the other.
  mutating func lines(
    _ lines: String..., x: Double = left, size: Double = 10, face: PDFSheet.Face = .roman
  ) {
    for line in lines {
      y -= size + 2
      sheets[sheets.count - 1].text(line, x: x, y: y, size: size, face: face)
    }
  }

  /// A paragraph that ends: space follows.
  mutating func paragraph(_ lines: String..., x: Double = left) {
    for line in lines { self.lines(line, x: x) }
    y -= 8
  }

  mutating func heading(_ text: String, x: Double = left) {
    y -= 10
    lines(text, x: x, size: 13, face: .bold)
    y -= 6
  }

  /// A heading whose number stands as far from its title as LaTeX sets it.
  mutating func heading(_ number: String, _ title: String, x: Double = left) {
    heading(number, x: x)
    let start = x + 13 * (0.55 * Double(number.count) + 1.2)
    sheets[sheets.count - 1].text(title, x: start, y: y + 6, size: 13, face: .bold)
  }

  /// Title, authors, abstract.
  mutating func front() {
    lines("Marbles at Night: A Study of Damp Sorting", size: 18, face: .bold)
    y -= 10
    lines("Mara Pebble and Otto Quartz", size: 11)
    lines("Institute of Small Stones", size: 10)
    y -= 6
    heading("Abstract")
    paragraph(
      "Sorting marbles by hand is slow, and sorting damp marbles is slower still, as all of us",
      "know who have tried it in the rain. We weigh every marble twice and lose none of them.")
  }

  /// Cells of a row at their columns.
  mutating func row(_ cells: [String], at columns: [Double]) {
    y -= 13
    for (cell, x) in zip(cells, columns) { sheets[sheets.count - 1].text(cell, x: x, y: y) }
  }

  mutating func rule(from x: Double = left, width: Double, thickness: Double = 0.8) {
    sheets[sheets.count - 1].rule(x: x, y: y - 4, width: width, thickness: thickness)
    y -= 4
  }

  /// A vertical rule of a table, from the last line upwards.
  mutating func vertical(x: Double, height: Double) {
    sheets[sheets.count - 1].vertical(x: x, y: y - 4, height: height)
  }

  /// A line at a place of its own.
  mutating func put(_ line: String, x: Double, y: Double, size: Double = 10) {
    sheets[sheets.count - 1].text(line, x: x, y: y, size: size)
  }

  /// A line at a place of its own that is read upwards.
  mutating func sideways(_ line: String, x: Double, y: Double, size: Double = 10) {
    sheets[sheets.count - 1].sideways(line, x: x, y: y, size: size)
  }

  mutating func picture(height: Double) {
    y -= height
    picture(x: 150, y: y, width: 300, height: height)
    y -= 4
  }

  /// A square frame with its lower left corner at a place.
  mutating func frame(x: Double, y: Double, side: Double) {
    let last = sheets.count - 1
    sheets[last].rule(x: x, y: y, width: side)
    sheets[last].rule(x: x, y: y + side, width: side)
    sheets[last].vertical(x: x, y: y, height: side)
    sheets[last].vertical(x: x + side, y: y, height: side)
  }

  /// A picture at a place of its own.
  mutating func picture(x: Double, y: Double, width: Double, height: Double) {
    sheets[sheets.count - 1].picture(x: x, y: y, width: width, height: height)
  }

  /// A white ground at a place of its own.
  mutating func ground(x: Double, y: Double, width: Double, height: Double) {
    sheets[sheets.count - 1].ground(x: x, y: y, width: width, height: height)
  }

  mutating func space(_ height: Double) { y -= height }

  mutating func move(to y: Double) { self.y = y }

  mutating func turnPage() {
    sheets.append(PDFSheet())
    y = 720
  }

  func read() throws -> ReadPaper { try ReadPaper(PDFFixture(sheets)) }
}

/// The facts of a paper, with spans read out.
struct ReadPaper {
  let paper: Paper
  let source: SourceText
  /// Of what the reader had to say.
  let codes: [DiagnosticCode]

  init(_ fixture: PDFFixture) throws {
    let folder = try TestFolder()
    try self.init(path: folder.write(fixture.bytes(), to: "paper.pdf"))
  }

  init(path: String) throws {
    let read = try PDFReader().read(
      ReadRequest(path: path, name: "paper.pdf", id: SourceID("paper"), kind: .pdf, pictures: false)
    )
    source = read.source
    codes = read.diagnostics.map(\.code)
    guard case .paper(let paper) = read.facts else { throw NoPaper() }
    self.paper = paper
  }

  private struct NoPaper: Error {}

  func text(_ span: SourceSpan?) -> String { span.map { source.text(of: $0.bytes) } ?? "" }

  func blocks(_ kind: Block.Kind) -> [String] {
    paper.blocks.filter { $0.kind == kind }.map { text($0.span) }
  }

  func leftOut(_ reason: LeftOut.Reason) -> [String] {
    paper.leftOut.filter { $0.reason == reason }.map { text($0.span) }
  }

  func rows(_ exhibit: Exhibit?) -> [[String]] {
    (exhibit?.grids.first?.rows ?? []).map { row in row.map { text($0.span) } }
  }

  /// `1 Introduction`, by level and number as they were read.
  var headings: [String] {
    paper.sections.dropFirst().map { section in
      let number = section.number.map { $0 + " " } ?? ""
      return String(repeating: "  ", count: section.level - 1) + number + section.title.value
    }
  }
}
