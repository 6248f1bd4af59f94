import IR
import Testing

@testable import Passes

/// Settings that phrases, brackets and verbs name.
struct SettingPhraseTests {
  @Test(arguments: [
    ("We set the depth of the bin to 3.", ["depth of the bin = 3"]),
    ("We set the maximum length of each belt to 30.", ["Context length (of each belt) = 30"]),
    (
      "The learning rate used for the sorter was 0.1.",
      ["Learning rate (used for the sorter) = 0.1"]
    ),
    ("The depth of the bin is 3.", []),
    ("If the learning rate for the sorter is 0.1, it jams.", []),
    (
      "We set the number of belts in the yard to 2 and the crate colour to 1.",
      ["belts in the yard = 2"]
    ),
    ("We keep a very high tilting ratio with only 2 marbles on the belt.", []),
  ])
  func aPhraseNarrowsAName(_ sentence: String, _ expected: [String]) throws {
    #expect(try StudySettings.found(in: sentence) == expected)
  }

  @Test(arguments: [
    ("We set the spill chance α to 0.2.", ["spill chance (α) = 0.2"]),
    ("We set the spill probability α to 0.2.", ["spill probability (α) = 0.2"]),
    (
      "We fixed the belt speed q = 10 and the initial push u_0 = 30.",
      ["belt speed (q) = 10", "initial push (u_0) = 30"]
    ),
    ("The marbles jam in the yard k = 3.", []),
  ])
  func aSymbolBehindANounIsTheNouns(_ sentence: String, _ expected: [String]) throws {
    #expect(try StudySettings.found(in: sentence) == expected)
  }

  @Test(arguments: [
    (
      "We train SorterNet (L = 40, k = 12) on marbles.",
      ["L (SorterNet) = 40", "k (SorterNet) = 12"]
    ),
    ("Marbles roll with a slanted push (h = 0.3).", ["h (slanted push) = 0.3"]),
    ("The two belts agree (ρ = 0.8).", []),
    ("The gap is real by the rank test (n = 30).", []),
    ("The slope result (c = 0.9) is close.", []),
  ])
  func aBracketSetsWhatStandsBeforeIt(_ sentence: String, _ expected: [String]) throws {
    #expect(try StudySettings.found(in: sentence) == expected)
  }

  @Test(arguments: [
    ("Every experiment was repeated 5 times.", ["Runs = 5"]),
    ("We repeated the task thrice.", ["Runs = thrice"]),
    ("The task runs 5 times faster.", []),
    ("A marble is repeated five times in the heap.", []),
  ])
  func workIsRepeated(_ sentence: String, _ expected: [String]) throws {
    #expect(try StudySettings.found(in: sentence) == expected)
  }

  @Test(arguments: [
    (
      "The sorter is fitted using stochastic gradient descent.",
      ["Optimizer = stochastic gradient descent"]
    ),
    ("It resembles stochastic gradient descent.", []),
    ("We adopt the cross-entropy loss.", ["Loss = cross-entropy"]),
    ("It is trained with the binary cross-entropy (BCE) loss.", ["Loss = binary cross-entropy"]),
    ("The mean squared error is used as the loss function.", ["Loss = mean squared error"]),
    ("The mean squared error fell.", []),
  ])
  func aChoiceMayBeSeveralWords(_ sentence: String, _ expected: [String]) throws {
    #expect(try StudySettings.found(in: sentence) == expected)
  }

  @Test(arguments: [
    ("We collected 500 marbles from the yard.", ["marbles = 500"]),
    ("We chose 40 images of the yard.", ["images = 40"]),
    ("The sorter uses 160 wooden slats.", ["wooden slats = 160"]),
    ("We use 12 of the 40 slats.", []),
    ("We use 3 metrics.", []),
    ("It jams when we use more than 12 slats.", []),
    ("We performed a ten-fold check.", ["Folds = ten"]),
    ("We use a two-layer sorter.", ["Layers = two"]),
    ("The sorter is a six-layer one.", ["Layers = six"]),
    ("A six-layer sorter jams.", []),
  ])
  func whatIsCountedWasChosen(_ sentence: String, _ expected: [String]) throws {
    #expect(try StudySettings.found(in: sentence) == expected)
  }

  private func values(_ paper: StudyPaper) async throws -> [String] {
    try await paper.passed(through: "parameters").parameters.parameters.map {
      "\($0.name.value) = \($0.value.value)"
    }
  }

  @Test func authorsSetWhatTheyApply() async throws {
    var paper = StudyPaper()
    paper.section("The yard", "2")
    paper.block("Here we apply a rolling penalty of 1.2 to each marble.")
    #expect(try await values(paper) == ["rolling penalty = 1.2"])
  }

  @Test func aTableOfResultsByConfigurationSetsNothing() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.table(
      "1", "Scores by configuration.",
      [["Configuration", "Depth", "Speed"], ["Flat", "3.9", "2.1"], ["Steep", "4.1", "2.2"]])
    #expect(try await values(paper).isEmpty)
  }
}
