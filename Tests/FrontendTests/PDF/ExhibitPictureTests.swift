import IR
import TestSupport
import Testing

@testable import Frontend

/// What of an exhibit its picture shows.
struct ExhibitPictureTests {
  /// A picture of 20 by 20 pixels, white but for the given ones.
  private func framed(dark: [(column: Int, row: Int)], margin: Int = 1) -> PixelBox {
    var pixels = [UInt32](repeating: 0xFFFFFF, count: 400)
    for (column, row) in dark { pixels[20 * row + column] = 0 }
    return pixels.withUnsafeBytes {
      InkBounds(pixels: $0, stride: 80, whole: PixelBox(columns: 0..<20, rows: 0..<20))
        .framed(PixelBox(columns: 5..<15, rows: 6..<14), margin: margin, edge: 2)
    }
  }

  @Test func aRuleUnderTheLettersOfACaptionIsWholeAndHasAMargin() {
    let rule = (5..<15).flatMap { [(column: $0, row: 5), (column: $0, row: 6)] }
    let found = framed(dark: rule + [(column: 8, row: 2), (column: 9, row: 3)])
    #expect(found == PixelBox(columns: 4..<16, rows: 4..<14))
  }

  @Test func lettersOfACaptionThatReachIntoAnExhibitStayOut() {
    let letters = (13..<19).map { (column: 8, row: $0) }
    #expect(framed(dark: [(column: 7, row: 7)] + letters).rows == 6..<13)
  }

  @Test func theMarginIsHalfOfTheSpaceToANeighbour() {
    let rule = (5..<15).map { (column: $0, row: 6) }
    func margin(below neighbour: Int) -> Int {
      6 - framed(dark: rule + [(column: 8, row: neighbour)], margin: 3).rows.lowerBound
    }
    #expect((0..<5).map(margin) == [3, 2, 2, 1, 1])
  }

  /// A picture has its size whatever else is drawn with it.
  @Test func picturesOfAPageShareWhatIsDrawn() throws {
    let folder = try TestFolder()
    let path = try folder.write(PDFFixture(pages: 1).bytes(), to: "paper.pdf")
    let bytes = try #require(PDFBytes(try InputFile(path: path)))
    let document = try PDFDocument(bytes: bytes, path: path, password: nil)
    let frame = PictureFrame(box: Box(72, 72, 144, 108))
    let pictures = [Box(0, 0, 300, 300), frame.box].map { box in
      document.withPage(0) { page -> Picture? in
        var sheet = PageSheet(page, box, after: nil, dotsPerInch: 150)
        return sheet?.picture(of: frame)
      } ?? nil
    }
    #expect(pictures.map { $0?.width } == [150, 150])
    #expect(pictures.map { $0?.height } == [75, 75])
    #expect(pictures[0] == pictures[1])
  }

  @Test func blankEdgesOfAnExhibitStay() {
    #expect(framed(dark: [(column: 9, row: 9)]) == PixelBox(columns: 5..<15, rows: 6..<14))
  }

  @Test func anEdgeThatCutsADrawingStays() {
    let line = (0..<20).map { (column: 9, row: $0) }
    #expect(framed(dark: line).rows == 6..<14)
  }
}
