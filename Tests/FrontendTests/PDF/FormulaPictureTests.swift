import IR
import Testing

@testable import Frontend

/// What of a formula its picture shows.
struct FormulaPictureTests {
  /// A picture of 20 by 20 pixels, white but for the given ones.
  private func fitted(_ box: PixelBox, dark: [(column: Int, row: Int)]) -> PixelBox {
    var pixels = [UInt32](repeating: 0xFFFFFF, count: 400)
    for (column, row) in dark { pixels[20 * row + column] = 0 }
    return pixels.withUnsafeBytes {
      InkBounds(pixels: $0, stride: 80, whole: PixelBox(columns: 0..<20, rows: 0..<20))
        .fitted(box, margin: 2)
    }
  }

  private let box = PixelBox(columns: 5..<15, rows: 8..<12)

  @Test func blankEdgesAreCutOff() {
    let fitted = fitted(box, dark: [(7, 8), (9, 9)])
    #expect(fitted == PixelBox(columns: 5..<12, rows: 6..<12))
  }

  @Test func aTallSignIsWhole() {
    let fitted = fitted(box, dark: (4..<15).map { (10, $0) })
    #expect(fitted == PixelBox(columns: 8..<13, rows: 2..<17))
  }

  @Test func neighboursStayOut() {
    let fitted = fitted(box, dark: [(5, 8), (14, 11), (10, 7), (10, 5), (10, 13)])
    #expect(fitted == PixelBox(columns: 3..<17, rows: 6..<13))
  }

  @Test func anEdgeStaysWhereNothingEnds() {
    let fitted = fitted(box, dark: (0..<20).map { (10, $0) })
    #expect(fitted.rows == 8..<12)
  }

  private let fonts = [
    Font(name: "Times-Roman", size: 10, color: 0), Font(name: "CMMI10", size: 10, color: 0),
    Font(name: "Times-Roman", size: 7, color: 0),
  ]

  /// Words at given places, each as wide as its text; in capitals what is set as mathematics.
  private func line(_ text: String, x: Double, y: Double, isSmall: Bool = false) -> TextLine {
    var x = x
    let words = text.split(separator: " ").map { word in
      let glyphs = word.unicodeScalars.map { scalar in
        defer { x += 5 }
        let isMath = !scalar.properties.isLowercase
        return Glyph(
          scalar: scalar, box: Box(x, y - 7, x + 5, y + 2), font: isSmall ? 2 : isMath ? 1 : 0,
          baseline: Float(y))
      }
      x += 5
      return Word(glyphs)
    }
    return TextLine(words, fonts: fonts)
  }

  private func displays(_ lines: [TextLine], bars: [Box] = []) -> [DisplayLine?] {
    FormulaRows(fonts: fonts, bars: bars, column: 100...400, bodySize: 10).lines(lines)
      .map(\.display)
  }

  @Test func theSignThatEndsAProofIsNoPartOfIt() throws {
    let found = displays([line("X = Y + Z", x: 200, y: 100), line("□", x: 395, y: 116)])
    let boxes = found.compactMap { $0?.box }
    #expect(!boxes.isEmpty)
    #expect(boxes.allSatisfy { $0.y1 < 105 && $0.x1 < 300 })
  }

  @Test func aRowThatBeginsWithARelationGoesOnWithAFormula() {
    let found = displays([
      line("X = Y + Z", x: 200, y: 100), line("= softmax of x + Y", x: 215, y: 118),
    ])
    #expect(found.count == 2 && found.allSatisfy { $0 != nil })
  }

  @Test func theLastLineOfAnItemIsNoDisplay() {
    let found = displays([
      line("1. if marbles roll away then whoever counts them in the", x: 112, y: 100),
      line("X + Y = Z.", x: 127, y: 112),
    ])
    #expect(found.allSatisfy { $0 == nil })
  }

  @Test func rowsBetweenTheRulesOfATableAreNoDisplays() {
    let rows = [line("M   S = T", x: 150, y: 100), line("X = Y   Z", x: 150, y: 116)]
    let bars = [88.0, 105, 122].map { Box(140, $0, 260, $0 + 0.5) }
    #expect(displays(rows, bars: bars).allSatisfy { $0 == nil })
    #expect(displays(rows).contains { $0 != nil })
  }

  @Test func aBarOverTheUpperHalfOfAFractionIsInItsBox() throws {
    let bar = Box(215, 91.4, 220, 91.8)
    let found = displays([line("X = Y + Z", x: 200, y: 100)], bars: [bar])
    let box = try #require(found.first??.box)
    #expect(box.y0 <= 91.4)
  }

  @Test func labelsUnderBracesBelongToTheirFormula() throws {
    let found = displays([
      line("X = Y + Z + A + B + C + D + E + F + G + H + I", x: 120, y: 100),
      line("loss within a group of marbles and gain", x: 122, y: 112, isSmall: true),
      line("where marbles are counted by whoever is awake in the night", x: 100, y: 140),
    ])
    let box = try #require(found.first??.box)
    #expect(found.count == 2 && box.y1 > 111)
  }

  @Test func aRowBeforeARelationBeginsItsDisplay() {
    let text = line("but it is known that", x: 100, y: 60)
    let known = displays([
      text, line("P X + V", x: 110, y: 84), line("≤ Y + Z + A", x: 150, y: 102),
    ])
    #expect(known.map { $0 != nil } == [false, true, true])
    let open = displays([
      text, line("P X + V ≤", x: 110, y: 84), line("Y + Z + A = B", x: 150, y: 102),
    ])
    #expect(open.map { $0 != nil } == [false, true, true])
    let sentence = displays([
      text, line("and we find a weight", x: 110, y: 84), line("≤ Y + Z + A", x: 150, y: 102),
    ])
    #expect(sentence.map { $0 != nil } == [false, false, true])
  }

  @Test func aReasonBehindARowBreaksNoDisplay() {
    let found = displays([
      line("X = Y + Z", x: 200, y: 100),
      line("= softmax of x + Y since both of them are known", x: 122, y: 118),
      line("= A + B", x: 215, y: 136),
    ])
    #expect(found.count == 3 && found.allSatisfy { $0 != nil })
  }

  @Test func aNumberBelowAFormulaIsItsNumber() {
    let found = displays([line("X = Y + Z", x: 200, y: 100), line("(9)", x: 385, y: 116)])
    #expect(found.map { $0?.label } == ["9"])
  }

  @Test func aNumberAtTheMarginMakesARelationOfWordsADisplay() {
    let words = line("weight of drawer = sum of marbles", x: 140, y: 100)
    let number = line("(1)", x: 385, y: 100)
    #expect(displays([words, number]).map { $0?.label } == ["1"])
    #expect(displays([words]).allSatisfy { $0 == nil })
  }

  @Test func aNameForACallInTheMiddleIsADisplay() {
    let call = "mask = dropmarbles(drawer, rate)"
    let width = 5 * Double(call.count)
    #expect(displays([line(call, x: 250 - width / 2, y: 100)]).allSatisfy { $0 != nil })
    #expect(displays([line(call, x: 115, y: 100)]).allSatisfy { $0 == nil })
  }

  @Test func aRelationWithoutWordsThatStandsAloneIsADisplay() {
    let formula = line("X + Y = Z + A + B", x: 100, y: 100)
    let text = "where marbles are counted by whoever is awake in the night"
    let alone = displays([line(text, x: 100, y: 80), formula, line(text, x: 100, y: 120)])
    #expect(alone.map { $0 != nil } == [false, true, false])
    let ending = displays([line(text, x: 100, y: 88), formula])
    #expect(ending.allSatisfy { $0 == nil })
    #expect(displays([formula]).allSatisfy { $0 == nil })
  }
}
