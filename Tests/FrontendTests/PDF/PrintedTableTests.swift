import IR
import TestSupport
import Testing

extension PDFReaderTests {
  /// Tables as LaTeX sets them: `Tables/tables.tex`.
  @Suite struct PrintedTableTests {
    private static let paper = Result {
      try ReadPaper(path: PackageFolder.root + "/Tests/FrontendTests/PDF/Tables/tables.pdf")
    }

    private let read: ReadPaper

    init() throws { read = try Self.paper.get() }

    private func table(_ number: String) -> Exhibit? {
      read.paper.tables.first { $0.label.number == number }
    }

    private func rows(_ number: String) -> [[String]] { read.rows(table(number)) }

    @Test func givesLabelsTheirColumnsAndRows() {
      #expect(
        rows("1") == [
          ["Kettle", "Lid", "Gas", "Gas", "Coal", "Coal"],
          ["Kettle", "Lid", "Time ↓", "Steam ↑", "Time ↓", "Steam ↑"],
          ["copper", "on", "4.2", "31", "9.8", "30"],
          ["copper", "off", "5.1", "–", "11.0", "28"],
          ["iron", "on", "6.3 ± 0.2", "29", "9.1 ± 0.4", "27"],
          ["iron", "off", "7.7 (1.3)", "", "12.5", "26^†"],
        ])
      #expect(table("1")?.grids.first?.headerRows == 2)
    }

    @Test func keepsEmphasis() throws {
      let cells = try #require(table("1")?.grids.first?.rows.dropFirst(2).joined())
      #expect(cells.compactMap(\.bold).map(read.text) == ["4.2", "9.1"])
      #expect(cells.compactMap(\.underlined).map(read.text) == ["9.8"])
      #expect(cells.compactMap(\.italic).map(read.text) == ["28"])
    }

    @Test func spreadsTitlesOverTheirRows() {
      #expect(
        table("2").map { read.text($0.caption) }
          == "Titles over groups of rows, and a caption below.")
      #expect(
        rows("2") == [
          ["", "Time (minutes)", "Noise (decibels)"],
          ["In the morning", "In the morning", "In the morning"], ["copper", "4.2", "61"],
          ["iron", "16.3", "58"],
          ["In the evening", "In the evening", "In the evening"], ["copper", "4.4", "63"],
          ["iron", "15.9", "7"],
        ])
    }

    @Test func joinsBrokenText() {
      #expect(
        rows("3") == [
          ["Kettle", "What we saw", "What we think of it"],
          [
            "copper",
            "The water moved for a while before any of it boiled, and then all of it did.",
            "Copper is quick to warm and quick to cool.",
          ],
          [
            "iron", "Nothing happened for a long time.",
            "Iron keeps what it has been given, so that the second cup of an evening is as hot as the "
              + "first one.",
          ],
          ["glass", "The lid rattled.", "None."],
        ])
    }

    @Test func readsFramesAndTablesWithoutRules() {
      #expect(
        rows("4") == [
          ["Cup", "Sugar", "Milk"], ["first", "2", "10.5"], ["second", "1.25", "0"],
          ["third", "0.125", "7.25"],
        ])
      #expect(
        rows("7") == [
          ["Water", "Salt", "Time"], ["soft", "0.1", "4.0"], ["hard", "0.9", "4.5"],
          ["salted", "9.0", "4.9"],
        ])
    }

    @Test func keepsTablesThatStandSideBySideApart() {
      #expect(rows("5") == [["Day", "Cups"], ["Monday", "3"], ["Friday", "8"]])
      #expect(rows("6") == [["Hour", "Cups"], ["seven", "5"], ["eleven", "6"]])
    }

    @Test func readsATableThatStandsOnItsSide() throws {
      let sideways = try #require(table("8"))
      let words = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"]
      #expect(read.rows(sideways).first == ["Kettle"] + words)
      #expect(read.rows(sideways).map(\.last) == ["Eighth", "4.28", "6.38", "5.18"])
      // The box is that of the page as displayed.
      #expect(sideways.box.height > 2 * sideways.box.width)
      let page = read.paper.pages[sideways.page - 1]
      #expect(page.height > page.width)
      #expect(sideways.box.x1 < page.width && sideways.box.y1 < page.height)
    }

    @Test(arguments: [("9", "H", 48), ("10", "M", 36)])
    func joinsTablesBrokenOverPages(_ number: String, _ name: String, _ last: Int) {
      #expect(table(number)?.grids.count == 1)
      #expect(
        rows(number).dropFirst().map { $0.first }
          == (1...last).map { "\(name)-\($0)" })
    }

    @Test func leavesNoRowOfATableInTheText() {
      for word in ["4.28", "M-36", "H-47", "as hot as"] {
        #expect(!read.paper.blocks.contains { read.text($0.span).contains(word) })
      }
    }
  }
}
