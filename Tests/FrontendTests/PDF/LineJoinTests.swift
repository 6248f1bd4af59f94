import IR
import TestSupport
import Testing

@testable import Frontend

extension PDFReaderTests {
  /// What stands on both sides of a line break.
  @Suite struct LineJoinTests {
    private func paragraph(_ lines: String...) throws -> String {
      var sketch = SketchedPaper()
      sketch.front()
      sketch.heading("1 Introduction")
      for line in lines { sketch.lines(line) }
      sketch.space(8)
      sketch.paragraph(
        "The DampMARBLE scale, by the way, is a self-contained one, and weighs well.")
      return try sketch.read().blocks(.paragraph).first { $0.hasPrefix("Whoever") } ?? ""
    }

    @Test func keepsNamesAndPathsWhole() throws {
      #expect(
        try paragraph(
          "Whoever wants to weigh marbles in the dark has to start the program weigh_by_",
          "night.py first, and to read all that is said in the folder of the scales/",
          "how_to_weigh.txt about wet and dry ones, which is rather a lot.")
          == "Whoever wants to weigh marbles in the dark has to start the program "
          + "weigh_by_night.py first, and to read all that is said in the folder of the "
          + "scales/how_to_weigh.txt about wet and dry ones, which is rather a lot.")
    }

    @Test func keepsTheHyphensOfCompounds() throws {
      #expect(
        try paragraph(
          "Whoever wants to weigh marbles in the dark needs fine-",
          "grained sand, a glove-",
          "friendly pan and a lamp.")
          == "Whoever wants to weigh marbles in the dark needs fine-grained sand, a "
          + "glove-friendly pan and a lamp.")
    }

    @Test(
      arguments: [
        ("pages 10\u{2013}", "20 of it", .nothing), ("a method\u{2014}", "or none", .nothing),
        ("by hand \u{2014}", "or not", .space), ("by hand", "\u{2013} or not", .space),
      ] as [(String, String, LineJoins.Join)])
    func aDashTouchesBothWordsOrNone(_ line: String, _ next: String, _ join: LineJoins.Join) {
      #expect(LineJoins(vocabulary: []).join(line, next) == join)
    }

    @Test(
      arguments: [
        ("a state-of-", "the-art scale", .nothing), ("a state-of-the-", "art scale", .nothing),
        ("its damp-", "marble-first order", .nothing), ("a self-super-", "vised one", .dropHyphen),
        ("of 3.5-397b-", "a17b-think", .nothing), ("the mar-", "bles", .dropHyphen),
        ("a sequence-", "to-sequence one", .nothing), ("a self-", "taught sorter", .nothing),
        ("a self-", "ish one", .dropHyphen), ("an off-the-", "shelf scale", .nothing),
        ("the v-", "axis", .nothing), ("the marble-", "bound hand", .nothing),
        ("a first-", "rolling one", .nothing), ("the first-", "ly weighed", .dropHyphen),
        ("multi-", "stage sorting", .nothing), ("multi-", "plied by", .dropHyphen),
        ("it out-", "weighs all", .dropHyphen), ("a low-", "weighs scale", .nothing),
      ] as [(String, String, LineJoins.Join)])
    func partsOfCompoundsAreWords(_ line: String, _ next: String, _ join: LineJoins.Join) {
      let words: Set<String> = [
        "of", "the", "art", "damp", "marble", "super", "supervised", "marbles", "first", "weighs",
        "out", "multi-hand", "multi-", "-hand", "hand-bound", "hand-", "-bound", "slow-rolling",
        "slow-", "-rolling",
      ]
      #expect(LineJoins(vocabulary: words).join(line, next) == join)
    }

    @Test func keepsAddressesWhole() throws {
      #expect(
        try paragraph(
          "Whoever wants to weigh marbles in the dark finds all that is needed at https://",
          "scales.org/marbles and, for those among us who are in haste, at https://weigh.org/",
          "marbles/short.html or, with pictures, right below the address https://weigh.org/",
          "where there is room for them.")
          == "Whoever wants to weigh marbles in the dark finds all that is needed at "
          + "https://scales.org/marbles and, for those among us who are in haste, at "
          + "https://weigh.org/marbles/short.html or, with pictures, right below the address "
          + "https://weigh.org/ where there is room for them.")
    }

    @Test func undoesTheHyphensOfNames() throws {
      #expect(
        try paragraph(
          "Whoever wants to weigh marbles in the dark of the night has to ask for a Damp-",
          "MARBLE scale at the institute, which is of course as good as it is said to be, self-",
          "contained and quick.")
          == "Whoever wants to weigh marbles in the dark of the night has to ask for a "
          + "DampMARBLE scale at the institute, which is of course as good as it is said to be, "
          + "self-contained and quick.")
    }
  }
}
