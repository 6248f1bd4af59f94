import Testing

@testable import Passes

@Suite struct RowCountTests {
  private func rows(_ text: String) -> RowCounts {
    RowCounts(
      text.split(separator: "\n").map { line in
        let bare = line.drop { $0 == " " }
        return (text: String(bare), indent: line.count - bare.count)
      })
  }

  @Test func entriesOnLinesOfTheirOwnAreCounted() {
    let found = rows(
      """
      pans = [
          'glass',
          # 'paper',
          'wood',  # light
          'tin'
      ]
      """)
    #expect(found.counts == [0: 3])
    #expect(found.names.isEmpty)
  }

  @Test func rowsThatBeginWithOneNameAreCountedByThemselves() {
    let found = rows(
      """
      tests = [
          (Weight, 'low', 1),
          (Weight, 'high', 2),
          (Weight, 'higher', 3),
          (Colour(), 'red', 4),
          (Shape, 'round', 5),
          (Shape, 'oval', 6),
          (Shape, 'flat', 7),
          (Shape, 'long', 8),
      ]
      """)
    #expect(found.counts == [0: 8, 1: 3, 5: 4])
    #expect(found.names == [1: "Weight", 5: "Shape"])
  }

  @Test(arguments: [
    "weigh(\n    1,\n    2,\n    3,\n)", "pans = [\n    'glass',\n    'wood'\n]",
    "pans = [\n    first\n    second\n    third\n]", "if pans == (\n    a or\n    b or\n    c\n):",
    "pans = [", "", "pans = [\n    ('glass', [\n        1,\n    ]),\n    'wood',\n    'tin',\n]",
  ])
  func otherLinesAreNoLists(_ text: String) { #expect(rows(text).counts.isEmpty) }
}
