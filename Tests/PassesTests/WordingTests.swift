import IR
import Passes
import Testing

struct WordingTests {
  @Test(arguments: [
    ("The scale is noisy, because it drifts.", ["scale", "noisy", "drifts"]),
    (
      "Two-pass sorting beats one-pass sorting",
      ["two-pass", "sorting", "beats", "one-pass", "sorting"]
    ),
    ("A 96.4% win on R2D2 and 2x", []),
    ("", []),
  ])
  func keepsWordsThatCarryMeaning(_ text: String, _ words: [String]) {
    #expect(Wording.content(text) == words)
  }

  @Test func comparesByWords() {
    let twoOfThree: Double = 2 / 3
    #expect(Wording.similarity("The scale drifts.", "Scales? The scale drifts!") == twoOfThree)
    #expect(Wording.similarity("The scale drifts.", "the SCALE drifts") == 1)
    #expect(Wording.similarity("The scale drifts.", "Marbles roll.") == 0)
    #expect(Wording.similarity("", "") == 0)
  }

  @Test(arguments: [
    ("A short title.", 40, "A short title"),
    ("We weigh every marble twice and keep the mean", 20, "We weigh every"),
    ("We weigh every marble of the box", 25, "We weigh every marble"),
    ("Weighing twice helps, and nobody knows why that is so", 40, "Weighing twice helps"),
    ("Weighing twice (on a scale that drifts) helps", 16, "Weighing twice"),
    ("Weighing twice [4, 17] helps a lot", 18, "Weighing twice"),
    ("[4] weighs it twice and keeps the mean", 24, "[4] weighs it twice"),
    ("Weighing (twice) helps everybody", 20, "Weighing (twice)"),
    ("A marble of weight w , which is damp, helps", 30, "A marble of weight w"),
    ("With a wet pan, it was seen that marbles roll", 30, "With a wet pan, it was seen"),
    ("Unbreakablewordthatgoeson forever", 10, ""),
    ("  Spaces go  ", 40, "Spaces go"),
    ("The sorter weighs 1,000 and 10,000 marbles a day", 40, "The sorter weighs 1,000 and 10,000"),
    ("The mass is like a weight, i.e., like what a pan tells.", 32, "The mass is like a weight"),
  ])
  func opensWithWholeWords(_ text: String, _ limit: Int, _ opening: String) {
    let found = Wording.opening(text, limit: limit)
    #expect(found.text == opening)
    #expect(found.bytes == opening.utf8.count)
  }

  @Test(arguments: [
    ("The scale drifts.", true), ("Too short", false), ("TODO: weigh again", false),
    ("It is TBD for now", false), ("It says «wait» here", false),
    ("The {paper title} is missing", false), ("The {paper_title} is missing", false),
    ("It is 10^{-3} of it", true), ("The sets {x} and {W_i} of pans", true),
    ("A set {1, 2} of two", true), ("An empty {} stays", true), ("An open {brace stays", true),
  ])
  func refusesWhatCheckersWouldMisread(_ text: String, _ isSafe: Bool) {
    #expect(Wording.isFieldSafe(text) == isSafe)
  }

  @Test(arguments: [
    ("The scale drifts.", true), ("the scale drifts.", false), ("The scale drifts", false),
    ("The scale is given by:", false), ("“The scale drifts.”", true), ("The scale drifts.^3", true),
    ("The scale is x^3", false), ("2 of 3 scales drift!", true), ("• The scale drifts.", true),
  ])
  func knowsSentences(_ text: String, _ isSentence: Bool) {
    #expect(Wording.isSentence(text) == isSentence)
  }
}

struct TitleTests {
  private let span = SourceSpan(SourceID("paper"), 100..<160)

  @Test func isAPartOfItsSentence() {
    let sentence = Grounded("Weighing twice helps.", [span])
    let title = Title.make(of: sentence)
    #expect(title?.value == "Weighing twice helps")
    #expect(title?.spans == [span.narrowed(to: 0..<20)])
    #expect(title?.derivation == nil)
  }

  @Test func keepsTheSpansOfWhatWasDerived() {
    let derived = Grounded("Weighing twice helps.", [span], .computed("x"))
    #expect(Title.make(of: derived)?.spans == [span])
    #expect(Title.make(of: derived)?.derivation == .computed("x"))
  }

  @Test func saysWhereItIsCut() {
    let sentence = Grounded("Weighing twice helps the sorters of the yard.", [span])
    let title = Title.make(of: sentence, limit: 30)
    #expect(title?.value == "Weighing twice helps …")
    #expect(title?.spans == [span])
    #expect(title?.derivation == .computed("opening words"))
  }

  @Test func isNoneWhereNothingIsLeft() {
    #expect(Title.make(of: Grounded("...", [span])) == nil)
  }
}

struct SectionLabelTests {
  /// A title that a damaged font spells with braces would pass for a field that was not filled.
  @Test(
    arguments: [
      ("Results", nil, "Results"), ("Results", "4", "§4"), ("Sets {x}", nil, "Sets {x}"),
      ("Jk|}{jl}", nil, "a section without a number"),
    ] as [(String, String?, String)])
  func sectionsAreNamedByWhatNoTemplateHas(_ title: String, _ number: String?, _ label: String)
    throws
  {
    var study = StudyPaper()
    study.section(title, number)
    let view = try #require(PaperView(study.document))
    let section = try #require(view.paper.sections.indices.last)
    #expect(view.label(ofSection: section).value == label)
  }
}
