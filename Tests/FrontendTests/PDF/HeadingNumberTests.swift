import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  @Suite struct HeadingNumberTests {
    @Test func readsNumbersThatStandApartFromTheirTitles() throws {
      var sketch = SketchedPaper()
      sketch.front()
      for (number, title) in [("1", "Introduction"), ("2", "Method"), ("A", "Further Marbles")] {
        sketch.heading(number, title)
        sketch.paragraph("Marbles are small and roll away from whoever counts them in the dark.")
      }
      #expect(try sketch.read().headings == ["1 Introduction", "2 Method", "A Further Marbles"])
    }

    @Test func aNumberAndItsTitleAreOneLine() throws {
      let fonts = [Font(name: "Times-Bold", size: 10, color: 0)]
      func word(_ text: String, at x: Double) -> Word {
        Word(
          text.unicodeScalars.enumerated().map { index, scalar in
            let x0 = x + 5 * Double(index)
            return Glyph(scalar: scalar, box: Box(x0, 100, x0 + 5, 110), font: 0)
          })
      }
      func joined(_ words: Word...) -> [String] {
        HeadingLines.joined(words.map { TextLine([$0], fonts: fonts) }, fonts: fonts).map(\.text)
      }
      #expect(joined(word("A", at: 0), word("Damp", at: 16)) == ["A Damp"])
      #expect(joined(word("Damp", at: 0), word("A", at: 32)) == ["Damp", "A"])
      #expect(joined(word("7", at: 0), word("0.5", at: 16)) == ["7", "0.5"])
      #expect(joined(word("A", at: 0), word("Damp", at: 40)) == ["A", "Damp"])
    }

    @Test func lettersMayBeginWithoutTheirFirst() throws {
      func accepts(_ letter: String, after first: [String]) -> Bool {
        var numbering = Numbering()
        for text in first + [letter] {
          guard let number = HeadingNumber([text[...]]) else { return false }
          if numbering.accept(number, isCertain: false) == nil { return false }
        }
        return true
      }
      #expect(accepts("B", after: ["1"]))
      #expect(accepts("C", after: ["1", "A"]))
      #expect(!accepts("D", after: ["1"]))
      #expect(!accepts("B", after: []))
    }
  }
}
