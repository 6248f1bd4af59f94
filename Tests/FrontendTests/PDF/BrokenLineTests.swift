import TestSupport
import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// Where lines break, and what goes on behind the break.
  @Suite struct BrokenLineTests {
    private func read(_ draw: (inout SketchedPaper) -> Void) throws -> ReadPaper {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      draw(&sketch)
      return try sketch.read()
    }

    @Test func aNumberAtTheStartOfALineBeginsNoItem() throws {
      let lines = [
        "Each of the sorters weighs every marble on the scale and then writes down its weight minus",
        "20. The scale is read twice, and what the second reader sees on it decides in the end. It is",
        "(2) a matter of taste which of the two is right, as all of the sorters know by now.",
      ]
      let paper = try read { $0.paragraph(lines[0], lines[1], lines[2]) }
      #expect(paper.blocks(.listItem).isEmpty)
      #expect(paper.blocks(.paragraph).contains(lines.joined(separator: " ")))
      let list = try read { sketch in
        sketch.lines(
          "Each of the sorters weighs every marble on the scale and then does one of these things:")
        sketch.lines("1. They write it down.", "2. They forget it.", x: 84)
      }
      #expect(list.blocks(.listItem) == ["1. They write it down.", "2. They forget it."])
    }

    @Test func aNumberInANarrowParagraphBeginsNoItem() throws {
      let lines = [
        "The scale is read twice, and what the second reader sees on it",
        "decides in the end. It is a matter of taste which of the two is",
        "right, as all of the sorters know by now (they read it at layer",
        "2) and nobody has ever asked them for anything else than this.",
      ]
      let paper = try read { sketch in
        sketch.paragraph(
          "Each of the sorters weighs every marble on the scale and then writes down its weight on",
          "the paper that lies beside the scale, which takes all morning and more than that today.")
        for line in lines { sketch.lines(line, x: 110) }
      }
      #expect(paper.blocks(.listItem).isEmpty)
      #expect(paper.blocks(.paragraph).contains(lines.joined(separator: " ")))
    }

    @Test func aNumberBehindAShortFormIsACitation() throws {
      let lines = [
        "The oldest of the works that weigh marbles is the one by the late Professor Pebble et al.",
        "(3) counted them, which is what all of the others have done since then in all towns.",
      ]
      let paper = try read { $0.paragraph(lines[0], lines[1]) }
      #expect(paper.blocks(.listItem).isEmpty)
      #expect(paper.blocks(.paragraph).contains(lines.joined(separator: " ")))
    }

    /// A series that begins within a line is part of its sentence, wherever its lines break.
    @Test func aSeriesWithinASentenceIsNoList() throws {
      let lines = [
        "Whoever sorts the marbles of others on the scale should do this: (i) weigh each of them;",
        "(ii) write down what it weighs, in ink; and then, before the next one, in the same room,",
        "(iii) forget all of it again.",
      ]
      let paper = try read { $0.paragraph(lines[0], lines[1], lines[2]) }
      #expect(paper.blocks(.listItem).isEmpty)
      #expect(paper.blocks(.paragraph).contains(lines.joined(separator: " ")))
    }

    @Test func aParagraphBelowAnItemIsSetInFurther() throws {
      let paper = try read { sketch in
        sketch.lines(
          "1. They write it down on the paper that lies beside the scale, which takes all")
        sketch.lines("morning and more.", x: 84)
        sketch.lines("Forgetting is quicker, and nobody has ever asked for the paper.", x: 88)
      }
      #expect(paper.blocks(.listItem).count == 1)
      #expect(
        paper.blocks(.paragraph).last
          == "Forgetting is quicker, and nobody has ever asked for the paper.")
    }

    @Test(
      arguments: [
        ("see https://example.org/", "marbles/sorted."), ("see (https:", "//example.org/marbles)"),
        ("https://example.org/notes/", "on-damp-marbles"), ("https://example.", "org/damp)."),
        ("https://doi.org/10.1000/182.", "2019."), ("https://example.org/q?id=", "Marbles."),
        ("https://example.org/damp-", "marbles/7"), ("at http://www.example.", "org"),
      ])
    func addressesGoOn(_ line: String, _ next: String) {
      #expect(WrappedAddress().isCut(line, next))
    }

    @Test(
      arguments: [
        ("see https://example.org/", "where they are"), ("wet and/", "or damp-ish"), ("", "a/b"),
        ("see https://example.org.", "e.g., at night"), ("at https://example.org/a.", "2 They"),
        ("of https://example.org/damp-", "or not"), ("see https://example.org.", "The"),
      ])
    func addressesEnd(_ line: String, _ next: String) {
      #expect(!WrappedAddress().isCut(line, next))
    }

    @Test func linksTellWhereAddressesGoOn() {
      let addresses = WrappedAddress(targets: ["https://example.org/marbles"])
      #expect(addresses.isCut("see https://exam", "ple.org/marbles, and"))
      #expect(addresses.isCut("see (https://example.org/", "marbles)"))
      #expect(!addresses.isCut("see https://example.org/", "where"))
    }

    @Test func aScriptStandsApartFromASlantedLetter() {
      let fonts = [
        Font(name: "Times-Roman", size: 10, color: 0), Font(name: "NewTXMI", size: 10, color: 0),
        Font(name: "NewTXMI7", size: 7, color: 0),
      ]
      func word(_ text: String, x: Double, y: Double, font: Int) -> Word {
        Word(
          text.unicodeScalars.enumerated().map { index, scalar in
            let x0 = x + 5 * Double(index)
            return Glyph(
              scalar: scalar, box: Box(x0, y - 7, x0 + 5, y + 2), font: font, baseline: Float(y))
          })
      }
      func text(_ first: Int) -> String {
        let words = [
          word("let", x: 0, y: 100, font: 0), word("k", x: 18, y: 100, font: first),
          word("j", x: 24.5, y: 101.5, font: 2),
        ]
        return LineText(words, base: 100, size: 10, fonts: fonts).text
      }
      #expect(text(1) == "let k_j")
    }
  }
}
