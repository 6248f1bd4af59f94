import Testing

@testable import Backend
@testable import IR

/// A paper made block by block, each a region of its own.
private struct Sketch {
  private var builder = SourceTextBuilder(SourceID("paper"))
  var paper = Paper(
    source: SourceID("paper"), metadata: PaperMetadata(), pages: [],
    sections: [
      Section(title: Grounded("Front matter", []), level: 0),
      Section(number: "1", title: Grounded("Marbles", []), level: 1),
    ], blocks: [], tables: [], figures: [], references: [], citations: [], links: [], leftOut: [])

  mutating func span(_ text: String, page: Int = 1, x: Double = 72, y: Double = 100) -> SourceSpan {
    let span = builder.append(text, at: .page(page, Box(x, y, x + 200, y + 10)))
    builder.separate("\n")
    return span
  }

  mutating func add(
    _ kind: IR.Block.Kind, _ text: String, label: String? = nil, page: Int = 1, x: Double = 72,
    y: Double = 100
  ) {
    paper.blocks.append(
      Block(kind: kind, span: span(text, page: page, x: x, y: y), section: 1, label: label))
  }

  var text: String {
    let source = SourceText(
      id: SourceID("paper"), kind: .pdf, file: "paper.pdf", sha256: "", text: builder.text,
      regions: builder.regions)
    return PaperMarkdown.text(paper, SourceMap([source]))
  }
}

struct PaperMarkdownTests {
  @Test func aNoteIsBoundToItsMark() {
    var sketch = Sketch()
    sketch.add(.paragraph, "Marbles roll.^1 They weigh x^2 grams and R ^2 more.")
    sketch.add(.footnote, "^1 Downhill.")
    sketch.add(.footnote, "^2 No mark of this note follows a word.")
    #expect(
      sketch.text == """
        Marbles roll.[^1] They weigh x^2 grams and R ^2 more.

        [^1]: Downhill.

        > ^2 No mark of this note follows a word.

        """)
  }

  @Test func aMarkThatStandsTwiceBindsNothing() {
    var sketch = Sketch()
    sketch.add(.paragraph, "Marbles roll^1 and roll^1 again.")
    sketch.add(.footnote, "^1Downhill.")
    sketch.add(.paragraph, "Marbles stop^1 here.", page: 2)
    sketch.add(.footnote, "^1Uphill.", page: 2)
    #expect(sketch.text.contains("roll^1 and roll^1 again.\n\n> ^1Downhill."))
    #expect(sketch.text.contains("stop[^1] here.\n\n[^1]: Uphill."))
  }

  @Test func aLeadIsBold() {
    var sketch = Sketch()
    sketch.add(.paragraph, "Why * roll. Marbles roll.^1")
    sketch.add(.footnote, "^1 Downhill.")
    let span = sketch.paper.blocks[0].span
    sketch.paper.blocks[0].lead = span.narrowed(to: 0..<11)
    #expect(sketch.text.hasPrefix("**Why * roll.** Marbles roll.[^1]\n\n"))
  }

  @Test func listsAreNestedAsTheyAreIndented() {
    var sketch = Sketch()
    sketch.add(.listItem, "1. Sort", x: 90, y: 100)
    sketch.add(.listItem, "• by size", x: 110, y: 112)
    sketch.add(.listItem, "• by colour", x: 110, y: 124)
    sketch.add(.listItem, "2. Weigh", x: 90, y: 136)
    sketch.add(.listItem, "(a) twice", x: 92, y: 148)
    #expect(
      sketch.text == "1. Sort\n   - by size\n   - by colour\n2. Weigh\n- (a) twice\n")
  }

  @Test func anEquationHasItsNumberOnce() {
    var sketch = Sketch()
    sketch.add(.equation, "a = b (3)", label: "3")
    sketch.add(.equation, "c = d", label: "4")
    #expect(sketch.text == "```\na = b (3)\n```\n\n```\nc = d  (4)\n```\n")
  }

  @Test func tablesOfOneNumberStandBelowEachOther() {
    var sketch = Sketch()
    let label = ExhibitLabel(kind: .table, number: "1")
    let caption = sketch.span("Weights.")
    let cells = ["Size", "|w|", "small", "3"].map { sketch.span($0) }
    var exhibit = Exhibit(
      label: label, caption: caption, page: 1, box: Box(0, 0, 100, 100), section: 1)
    var best = Cell(span: cells[3])
    best.bold = cells[3]
    let rows = [
      [Cell(span: cells[0]), Cell(span: cells[1])], [Cell(span: cells[2]), best],
    ]
    exhibit.grids = [
      Grid(rows: rows, headerRows: 1, headerColumns: 1),
      Grid(rows: [[Cell(span: cells[0])]], headerRows: 1, headerColumns: 0, title: cells[2]),
    ]
    sketch.paper.tables = [exhibit]
    sketch.paper.blocks.append(
      Block(kind: .exhibit, span: caption, section: 1, label: label.description))
    #expect(
      sketch.text == """
        **Table 1**: Weights.

        | Size | \\|w\\| |
        | --- | --- |
        | small | **3** |

        **small**

        | Size |
        | --- |

        """)
  }

  @Test func assetsAreNamedOnce() throws {
    var sketch = Sketch()
    let caption = sketch.span("Weights.")
    for number in ["A.2", "A2", "../../x"] {
      var exhibit = Exhibit(
        label: ExhibitLabel(kind: .figure, number: number), caption: caption, page: 1,
        box: Box(0, 0, 100, 100), section: 1)
      exhibit.picture = Picture(width: 1, height: 1, base64: "AAAA")
      sketch.paper.figures.append(exhibit)
    }
    let assets = PaperAssets(sketch.paper, SourceMap(), folder: "../a (b)")
    #expect(
      assets.tree.filePaths == ["figure....x.png", "figureA.2.png", "figureA2.png", "index.json"])
    let label = ExhibitLabel(kind: .figure, number: "A2")
    #expect(assets.files(of: label)?.picture == "../a%20%28b%29/figureA2.png")
    #expect(assets.tree.filePaths.allSatisfy(PaperAssets.isOwn))
  }
}
