import TestSupport
import Testing

@testable import Frontend
@testable import IR

extension PDFReaderTests {
  /// Pages that no paper has, and that must neither end nor stall the reader.
  @Suite struct HostilePageTests {
    private static let huge = "1" + String(repeating: "0", count: 20)

    @Test(arguments: [
      "BT /F0 \(huge) Tf 72 300 Td (Marbles) Tj ET\n",
      "BT /F0 10 Tf 1 0 0 1 \(huge) \(huge) Tm (Marbles) Tj ET\n",
      "BT /F0 10 Tf \(huge) 0 0 \(huge) 72 300 Tm (Marbles) Tj ET\n",
      "9 w 0 0 m \(huge) 0 l S\n",
    ])
    func leavesOutWhatIsFarOffThePage(_ operators: String) throws {
      var sheet = PDFSheet()
      sheet.text("Marbles are small and roll away from whoever counts them.", x: 72, y: 600)
      sheet = PDFSheet(operators: sheet.operators + operators)
      let text = try ReadPaper(PDFFixture([sheet])).source.text
      #expect(text.contains("roll away from whoever counts them."))
    }

    /// Figures with shades and soft edges are drawn through the luminosity of a form.
    @Test func readsWhatStandsBesideSoftMasks() throws {
      var sheet = PDFSheet()
      sheet.text("Marbles are small and roll away from whoever counts them.", x: 72, y: 600)
      let shade = "q 100 0 0 100 72 300 cm /M0 gs 0 0 1 1 re f Q\n"
      sheet = PDFSheet(operators: sheet.operators + shade)
      let fixture = PDFFixture([sheet], mask: "0.5 g 0 0 600 700 re f")
      let text = try ReadPaper(fixture).source.text
      #expect(text.contains("roll away from whoever counts them."))
    }

    @Test func drawsNoPictureOfAHugeArea() throws {
      let folder = try TestFolder()
      let path = try folder.write(PDFFixture(pages: 1).bytes(), to: "paper.pdf")
      let bytes = try #require(PDFBytes(try InputFile(path: path)))
      let document = try PDFDocument(bytes: bytes, path: path, password: nil)
      let isDrawn = document.withPage(0) {
        PageSheet($0, Box(0, 0, 1e12, 1e12), after: nil, dotsPerInch: 150) != nil
      }
      #expect(isDrawn == false)
    }

    @Test func joinsRulesAndLooksAtEachOnlyOnce() {
      let marks = (0..<60_000).map { index -> Mark in
        let (row, column) = (Double(index / 20), Double(index % 20))
        let box = Box(column * 20, row * 2, column * 20 + (column == 3 ? 20 : 10), row * 2 + 0.4)
        return Mark(kind: .fill, shape: .horizontal, box: box, clip: box, points: 4, color: 0)
      }
      // Of twenty pieces of a row, the fourth and the fifth touch.
      #expect(PageRules(marks, segments: []).horizontal.count == 3000 * 19)
    }
  }

  @Suite struct FontStyleTests {
    @Test(arguments: ["STIXTwoText-Regular", "ABCDEF+STIXGeneral-Regular", "XITS-Bold"])
    func textFacesAreNotMathematical(_ name: String) {
      #expect(!FontStyle(name).isMath)
    }

    @Test(arguments: [
      ("LinLibertineT", false, false), ("LinLibertineTB", true, false),
      ("LinBiolinumTZI", true, true), ("ABCDEF+LinLibertineTI", false, true),
    ])
    func libertineTellsItsStyleInLetters(_ name: String, _ isBold: Bool, _ isItalic: Bool) {
      #expect(FontStyle(name).isBold == isBold)
      #expect(FontStyle(name).isItalic == isItalic)
    }

    @Test(arguments: ["STIXTwoMath", "XITSMath", "STIXMath-Regular", "CMMI10"])
    func facesOfFormulasAre(_ name: String) {
      #expect(FontStyle(name).isMath)
    }
  }
}
