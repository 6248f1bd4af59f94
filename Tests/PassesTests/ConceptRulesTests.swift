import IR
import Testing

@testable import Passes

struct AbbreviationTests {
  private func expansion(_ sentence: String) throws -> String? {
    let open = try #require(sentence.firstIndex(of: "("))
    let close = try #require(sentence.firstIndex(of: ")"))
    let short = String(sentence[sentence.index(after: open)..<close])
    return ConceptRules.expansion(of: short, before: open, in: sentence)
      .map { String(sentence[$0]) }
  }

  @Test(arguments: [
    ("We use stochastic gradient descent (SGD) here.", "stochastic gradient descent"),
    ("The signal-to-noise ratio (SNR) of a clip", "signal-to-noise ratio"),
    ("Use the area under the curve (AUC) here.", "area under the curve"),
    ("A Vision Transformer (ViT) model", nil),
    ("the lagged ridge regression (LRR), which", "lagged ridge regression"),
    ("Long Short-Term Memory (LSTM) cells", "Long Short-Term Memory"),
    ("Results, new and old, here (RNO) end", nil),
    ("Nothing fits (XYZ) here", nil),
    ("It (IT) stands", nil),
  ])
  func findsTheWordsOfAnAbbreviation(_ sentence: String, _ words: String?) throws {
    #expect(try expansion(sentence) == words)
  }
}

struct DefinedTermTests {
  private func term(_ sentence: String) -> String? {
    DefinedTerm.find(in: sentence).map { String(sentence[$0]) }
  }

  @Test(arguments: [
    ("A window is defined as a stretch of samples.", "window"),
    ("In this paper, the band refers to an interval.", "band"),
    ("We call this the uncertainty band.", "uncertainty band"),
    ("We refer to this as “room tone”.", "room tone"),
    ("It is a rule, known as Occam’s razor, that helps.", "Occam’s razor"),
    ("The rate is given by its slope.", "rate"),
    ("Nothing is said here.", nil),
  ])
  func findsWhatASentenceDefines(_ sentence: String, _ expected: String?) {
    #expect(term(sentence) == expected)
  }

  /// `we call X its Y` defines Y, which may be long after the verb.
  @Test func findsATermAfterItsObject() {
    #expect(term("We call the recorded background of a bell its room tone.") == "room tone")
  }
}

struct ConceptRulesTests {
  private func concepts(_ build: (inout StudyPaper) -> Void) async throws -> [Concept] {
    var study = StudyPaper()
    build(&study)
    return try await study.passed(through: "concepts").concepts.concepts
  }

  @Test func givesTermNotationAndDefinition() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block("We use room tone padding (RTP) for short clips.")
      $0.block("A window is defined as a stretch of samples that uses room tone padding.")
    }
    #expect(concepts.map(\.term.value) == ["room tone padding", "window"])
    #expect(concepts[0].notation.grounded?.value == "RTP")
    #expect(concepts[1].related == ["room tone padding"])
    #expect(concepts[1].definition.value.hasPrefix("A window is defined"))
  }

  @Test func explainsASectionByASentenceThatNamesIt() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.section("Drying Term", "2.1", level: 2)
      $0.block("A puddle shrinks on dry days. The drying term takes this away from the depth.")
    }
    #expect(concepts.map(\.term.value) == ["Drying Term"])
    #expect(
      concepts.first?.definition.value == "The drying term takes this away from the depth.")
  }

  @Test func namesNothingTwiceAndNoVagueTerm() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block("The window is defined as a stretch. A window is defined as a stretch of samples.")
      $0.block("This is defined as a stretch. The method is defined as a stretch of 12 samples.")
      $0.section("Related Work", "3")
      $0.block("The horizon is defined as a stretch of time by others.")
    }
    #expect(concepts.map(\.term.value) == ["window"])
  }
}
