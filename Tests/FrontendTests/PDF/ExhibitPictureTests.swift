import IR
import Testing

@testable import Frontend

/// What of an exhibit its picture shows.
struct ExhibitPictureTests {
  /// A picture of 20 by 20 pixels, white but for the given ones.
  private func framed(dark: [(column: Int, row: Int)]) -> PixelBox {
    var pixels = [UInt32](repeating: 0xFFFFFF, count: 400)
    for (column, row) in dark { pixels[20 * row + column] = 0 }
    return pixels.withUnsafeBytes {
      InkBounds(pixels: $0, stride: 80, whole: PixelBox(columns: 0..<20, rows: 0..<20))
        .framed(PixelBox(columns: 5..<15, rows: 6..<14), margin: 1, edge: 2)
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

  @Test func blankEdgesOfAnExhibitStay() {
    #expect(framed(dark: [(column: 9, row: 9)]) == PixelBox(columns: 5..<15, rows: 6..<14))
  }

  @Test func anEdgeThatCutsADrawingStays() {
    let line = (0..<20).map { (column: 9, row: $0) }
    #expect(framed(dark: line).rows == 6..<14)
  }
}
