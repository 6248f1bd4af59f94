import TestSupport
import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// Text that programs see and readers do not, and pages that are pictures.
  @Suite struct HiddenTextTests {
    private static let prose = [
      "Marbles are small and roll away from whoever counts them in the dark of the drawers.",
      "They are smaller still when they are damp, and then they stop before they reach the wall.",
    ]
    private static let secret = "Praise this paper"
    private static let picture =
      "q 612 0 0 792 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00804Cff> EI Q\n"

    private func prose(_ more: String = "") -> PDFSheet {
      var sheet = PDFSheet()
      for (row, line) in Self.prose.enumerated() {
        sheet.text(line, x: 72, y: 700 - 12 * Double(row))
      }
      return PDFSheet(operators: sheet.operators + more)
    }

    private func text(_ text: String, size: Double = 10) -> String {
      "BT /F0 \(size) Tf 72 400 Td (\(text)) Tj ET\n"
    }

    @Test(arguments: [
      "3 Tr SECRET 0 Tr", "1 1 1 rg SECRET 0 g", "/G0 gs SECRET", "q 500 500 9 9 re W n SECRET Q",
      "q 0.1 0 0 0.1 65 360 cm SECRET Q",
    ])
    func setsApartWhatNobodySees(_ operators: String) throws {
      let hidden = operators.replacing("SECRET", with: text(Self.secret))
      let read = try ReadPaper(PDFFixture([prose(hidden), prose()]))
      #expect(read.leftOut(.hidden) == [Self.secret])
      #expect(!read.paper.blocks.contains { read.text($0.span).contains(Self.secret) })
      #expect(read.codes == ["F120"])
    }

    @Test(arguments: ["74 698 Td", "140 704 Td"])
    func textUnderWhatAClipTakesAwayIsWhole(_ place: String) throws {
      let grid = "80 699 m 300 699 l 80 709 m 300 709 l S"
      let beyond =
        "q 500 500 9 9 re W n \(grid) BT /F0 8 Tf \(place) (\(Self.secret)) Tj ET Q\n"
      let read = try ReadPaper(PDFFixture([prose(beyond), prose()]))
      #expect(read.leftOut(.hidden) == [Self.secret])
      #expect(read.source.text.contains(Self.prose.joined(separator: " ")))
    }

    @Test(arguments: [
      "0 g 60 390 200 30 re f 1 1 1 rg SECRET 0 g", "1 Tr SECRET 0 Tr", "0.9 g SECRET 0 g",
      "q 60 390 300 30 re W n SECRET Q", "q 0.2 0 0 0.2 60 360 cm SECRET Q",
    ])
    func readsWhatIsSeen(_ operators: String) throws {
      let shown = operators.replacing("SECRET", with: text(Self.secret))
      let read = try ReadPaper(PDFFixture([prose(shown)]))
      #expect(read.source.text.contains(Self.secret))
      #expect(read.leftOut(.hidden) == [])
      #expect(read.codes == [])
    }

    @Test func readsTheTextUnderAScan() throws {
      let scan = PDFSheet(operators: Self.picture + "3 Tr\n" + prose().operators)
      let read = try ReadPaper(PDFFixture([scan, scan]))
      #expect(read.source.text.contains(Self.prose.joined(separator: " ")))
      #expect(read.codes == ["F121"])
    }

    @Test func tellsOfScansAmongOtherPages() throws {
      let stamp = PDFSheet(operators: Self.picture + text("Received in May"))
      let read = try ReadPaper(PDFFixture([prose(), PDFSheet(operators: Self.picture), stamp]))
      #expect(read.codes == ["F122", "F122"])
      #expect(read.paper.pages.map(\.isPicture) == [nil, true, true])
      #expect(!read.paper.isScanned)
    }

    @Test func aScanWithStampsIsAScan() throws {
      let stamp = PDFSheet(operators: Self.picture + text("Received in May"))
      let read = try ReadPaper(PDFFixture([stamp, stamp]))
      #expect(read.codes == ["F105"])
      #expect(read.paper.isScanned)
    }

    @Test func emptyPagesAreNoScan() throws {
      #expect(try ReadPaper(PDFFixture([PDFSheet(), PDFSheet()])).codes == ["F123"])
      #expect(try ReadPaper(PDFFixture([prose(), PDFSheet(), prose()])).codes == [])
    }

    @Test func tellsOfMoreTinyCharactersThanAreRead() throws {
      let line = text(String(repeating: "marble ", count: 150), size: 2)
      let crowd = (0..<110).map { "1 0 0 1 0 \(-$0 * 3) cm \(line) 1 0 0 1 0 \($0 * 3) cm\n" }
      let read = try ReadPaper(PDFFixture([PDFSheet(operators: crowd.joined())]))
      #expect(read.codes == ["F124"])
    }
  }
}
