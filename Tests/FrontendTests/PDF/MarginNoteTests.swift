import TestSupport
import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// Notes of authors and reviewers on boxes beside the text.
  @Suite struct MarginNoteTests {
    private static let lines = [
      "Marbles are small and roll away from whoever counts them in the dark of the",
      "drawers, and they are smaller still when they are damp, so that nobody finds them",
      "before the morning; whoever weighs them twice loses none, as the sorters of the",
      "institute have known since they began to keep their marbles in drawers with a lock.",
    ]
    private static let words = ["Who says so?", "Weigh them again."]

    /// A page with a note of two lines on a box whose lower left corner is at a place.
    private func page(noteAt x: Double, _ y: Double = 660, color: String = "1 0.8 0.6") -> PDFSheet
    {
      var sheet = PDFSheet(operators: "\(color) rg \(x) \(y) 86 34 re f 0 g\n")
      for (row, line) in Self.lines.enumerated() {
        sheet.text(line, x: 140, y: 700 - 12 * Double(row))
      }
      for (row, line) in Self.words.enumerated() {
        sheet.text(line, x: x + 3, y: y + 22 - 12 * Double(row), size: 8)
      }
      return sheet
    }

    @Test(arguments: [20.0, 524])
    func setsNotesApart(_ x: Double) throws {
      let read = try ReadPaper(PDFFixture([page(noteAt: x)]))
      #expect(read.leftOut(.marginNote) == [Self.words.joined(separator: " ")])
      #expect(
        read.paper.blocks.map { read.text($0.span) } == [Self.lines.joined(separator: " ")])
    }

    /// A box below the lines is a part of them, and one that is not seen is none.
    @Test(arguments: [(260.0, "1 0.8 0.6"), (20, "1 1 1")])
    func leavesOtherBoxes(_ x: Double, _ color: String) throws {
      let read = try ReadPaper(PDFFixture([page(noteAt: x, 600, color: color)]))
      #expect(read.leftOut(.marginNote) == [])
      #expect(read.source.text.contains("Who says so?"))
    }
  }
}
