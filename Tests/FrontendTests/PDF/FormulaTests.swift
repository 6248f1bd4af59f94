import IR
import Testing

@testable import Frontend

/// Formulas made of characters at given places.
struct FormulaTests {
  /// A sketch of a formula: each character with its place, size and font.
  private struct Sketch {
    static let fonts = [
      Font(name: "CMMI10", size: 10, color: 0), Font(name: "CMMI7", size: 7, color: 0),
      Font(name: "CMMI5", size: 5, color: 0), Font(name: "CMEX10", size: 10, color: 0),
      Font(name: "CMSY10", size: 10, color: 0), Font(name: "CMR10", size: 10, color: 0),
      Font(name: "CMR9", size: 9, color: 0),
    ]
    var glyphs: [Glyph] = []

    /// Characters side by side from `x`, on the baseline `y` points below the line's.
    mutating func put(_ text: String, x: Double, y: Double = 0, font: Int = 0) {
      let size = Self.fonts[font].size
      var x = x
      for scalar in text.unicodeScalars {
        let width = 0.5 * size
        if scalar != " " {
          let box = Box(x, 100 + y - 0.7 * size, x + width, 100 + y + 0.2 * size)
          glyphs.append(Glyph(scalar: scalar, box: box, font: font, baseline: Float(100 + y)))
        }
        x += width
      }
    }

    func items() -> [FormulaItem] {
      glyphs.enumerated().map { FormulaItem($1, Self.fonts, word: $0) }
    }

    func line() -> TextLine { TextLine(glyphs.map { Word([$0]) }, fonts: Self.fonts) }

    func text(bars: [Box] = []) -> String {
      FormulaText(bars: bars).rows(items()).map(\.text).joined(separator: "\n")
    }
  }

  @Test func scriptsAreKeptApart() {
    var sketch = Sketch()
    sketch.put("x", x: 0)
    sketch.put("i", x: 5, y: 1.5, font: 1)
    sketch.put("2", x: 5.2, y: -4, font: 1)
    sketch.put("y", x: 12)
    #expect(sketch.text() == "x_i^2 y")
  }

  @Test func scriptsOfScriptsBelongToThem() {
    var sketch = Sketch()
    sketch.put("e", x: 0)
    sketch.put("q", x: 5, y: -4, font: 1)
    // As low as the line itself.
    sketch.put("i", x: 8.6, y: -0.5, font: 2)
    sketch.put("k", x: 11.2, y: -4, font: 1)
    #expect(sketch.text() == "e^{q_i k}")
  }

  @Test func scriptsOfLimitsStayWithTheirLimit() {
    var sketch = Sketch()
    sketch.put("a", x: 0)
    sketch.put("+", x: 5, y: 1.5, font: 1)
    sketch.put("(j)", x: 8.6, y: -0.5, font: 2)
    #expect(sketch.text() == "a_{+^{(j)}}")
    // Both limits begin beside the sign; what belongs to the upper one stands over the lower one.
    var sum = Sketch()
    sum.put("∑", x: 0, y: -7, font: 3)
    sum.put("i=1", x: 5, y: 3, font: 1)
    sum.put("d", x: 5.2, y: -4, font: 1)
    sum.put("k", x: 8.8, y: -2.6, font: 2)
    sum.put("q", x: 17)
    #expect(sum.text() == "∑_{i=1}^{d_k} q")
  }

  @Test func aSumBelowABarIsTheLowerHalf() {
    var sketch = Sketch()
    sketch.put("s", x: 20, y: -6.8)
    // The sign and its limit reach up to the bar.
    sketch.put("∑", x: 10, y: -1, font: 3)
    sketch.put("n", x: 15, y: 2.5, font: 1)
    sketch.put("z", x: 24, y: 7)
    let bar = Box(9, 97.2, 31, 97.6)
    #expect(sketch.text(bars: [bar]) == "s/(∑^n z)")
  }

  @Test func limitsStandBehindTheirOperator() {
    var sketch = Sketch()
    sketch.put("∑", x: 10, y: -7, font: 3)
    sketch.put("n", x: 11, y: -11, font: 1)
    sketch.put("i=1", x: 7, y: 12, font: 1)
    sketch.put("x", x: 20)
    #expect(sketch.text() == "∑_{i=1}^n x")
  }

  @Test func fractionsReadTheirUpperHalfFirst() {
    var sketch = Sketch()
    sketch.put("z=", x: 0)
    sketch.put("cd", x: 14, y: 7)
    sketch.put("a+b", x: 12, y: -7)
    #expect(sketch.text(bars: [Box(11, 97.3, 29, 97.7)]) == "z= (a+b)/(cd)")
  }

  @Test func rootsHoldWhatStandsUnderTheirLine() {
    var sketch = Sketch()
    sketch.put("√", x: 0, y: -8, font: 4)
    sketch.put("ab", x: 5)
    sketch.put("+c", x: 18)
    #expect(sketch.text(bars: [Box(5, 91.8, 15, 92.2)]) == "√(ab) +c")
  }

  @Test func aLineOverOneLetterIsItsAccent() {
    var sketch = Sketch()
    sketch.put("F", x: 0)
    sketch.put("1", x: 5.5, y: 1.5, font: 1)
    #expect(sketch.text(bars: [Box(0, 91.6, 9, 92)]) == "F\u{304}_1")
  }

  @Test func accentsAreOnTheirLetters() {
    var sketch = Sketch()
    sketch.put("ˆ", x: 0.5, y: -1, font: 5)
    sketch.put("x", x: 0)
    sketch.put("y", x: 8)
    #expect(sketch.text() == "x\u{302} y")
  }

  @Test func rowsBehindABraceAreOnePart() {
    var sketch = Sketch()
    sketch.put("f=", x: 0)
    sketch.put("\u{23A7}", x: 12, y: -17, font: 3)
    sketch.put("\u{23A8}", x: 12, y: -8, font: 3)
    sketch.put("\u{23A9}", x: 12, y: 3, font: 3)
    sketch.put("a,", x: 20, y: -8)
    sketch.put("b.", x: 20, y: 8)
    #expect(sketch.text() == "f= {a,; b.")
  }

  @Test func rowsOfADisplayStayRows() {
    var sketch = Sketch()
    sketch.put("a=b", x: 0)
    sketch.put("c=d", x: 0, y: 16)
    #expect(sketch.text() == "a=b\nc=d")
  }

  private func lines(_ put: [(text: String, x: Double, y: Double, font: Int)]) -> [String] {
    let lines = put.map { text, x, y, font in
      var sketch = Sketch()
      sketch.put(text, x: x, y: y, font: font)
      return sketch.line()
    }
    return FormulaRows(fonts: Sketch.fonts, bars: [], column: 0...300, bodySize: 10).lines(lines)
      .map(\.line.text)
  }

  @Test func scriptsUnderAFractionOfTheTextStayWithIt() {
    let found = lines([
      ("marbles roll as", 0, 0, 5), ("xyzuvw", 60, 4.5, 1), ("i", 64, 7.5, 2),
      ("and stop there", 0, 14, 5),
    ])
    #expect(found.count == 2)
    #expect(found.last == "and stop there")
  }

  /// poppler may give a script of the text to the head before it, which is set larger.
  @Test func aHeadAndTheTextBehindItAreOneLine() {
    let found = lines([("Sorters of", 0, 0, 5), ("marbles", 46, 0, 6)])
    #expect(found.count == 1)
  }

  @Test(
    arguments: [
      ("st", true, "1", "st"), ("2", true, "10", "^2"), ("−3", true, "10", "^{−3}"),
      ("model", false, "d", "_model"), ("′", true, "x", "′"), ("st", true, "x", "^st"),
      ("tx", true, "e", "^{tx}"),
    ])
  func scriptsAreMarked(_ run: String, _ isRaised: Bool, _ before: String, _ marked: String) {
    #expect(ScriptText.marked(run, isRaised: isRaised, after: before) == marked)
  }

  @Test(
    arguments: [
      ("CMEX10", "X", "∑"), ("CMEX10", "\u{12}", "("), ("CMEX10", "p", "√"), ("CMSY10", "k", "∥"),
      ("CMSY10", ">", "⊤"), ("CMSY10", "L", "ℒ"), ("MSBM10", "R", "ℝ"), ("MSBM10", "?", "∅"),
      ("MSAM10", ",", "≜"), ("MSAM10", ">", "⩾"), ("MSAM10", "X", "✓"), ("txexs", "\u{CD}", "∑"),
      ("CMMI10", "\u{0F}", "ϵ"),
      ("NewTXMI", "𝑁", "N"), ("CMEX10", "\u{F8F1}", "⎧"), ("CMR10", "k", "k"),
    ] as [(String, Unicode.Scalar, Unicode.Scalar)])
  func fontsOfTeXAreDecoded(_ font: String, _ code: Unicode.Scalar, _ seen: Unicode.Scalar) {
    #expect(SymbolText.seen(code, in: FontStyle("ABCDEF+" + font)) == seen)
  }
}

struct BlockHeadTests {
  @Test(
    arguments: [
      ("Theorem 2. Let x be", "Theorem 2"), ("Lemma A.1 (Name). If", "Lemma A.1"),
      ("Proof. We show", "Proof"), ("Theorem provers are", nil), ("Remark that 2 is", nil),
      ("Proof of Lemma 2. We", "Proof"),
    ])
  func headsOfStatements(_ text: String, _ label: String?) {
    #expect(StatementHead.label(text) == label)
  }

  @Test func aFullStopOrANameEndsTheHeadOfAStatement() {
    #expect(StatementHead.isClosed("Theorem 2", in: "Theorem 2. Let x be"))
    #expect(StatementHead.isClosed("Lemma A.1", in: "Lemma A.1 (Name). If"))
    #expect(!StatementHead.isClosed("Theorem 2", in: "Theorem 2 says that"))
    #expect(!StatementHead.isClosed("Proof", in: "Proof. We show"))
  }

  @Test(
    arguments: [
      ("1", "as others do.^1 We", "^1"), ("1", "a power 10^1 of x^1 and words^1 here", "^1"),
      ("12", "as seen^{12} before", "^{12}"), ("2", "the square x^2 is", nil),
      ("1", "words^12 there", nil), ("∗", "Mara Pebble^∗", "^∗"),
    ])
  func marksOfNotesAreNoPowers(_ mark: String, _ text: String, _ found: String?) throws {
    let range = try #require(NoteMark("^{\(mark)}")).range(in: text)
    let utf8 = Array(text.utf8)
    #expect(range.map { String(decoding: utf8[$0], as: UTF8.self) } == found)
  }
}
