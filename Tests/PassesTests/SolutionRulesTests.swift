import IR
import Passes
import Testing

struct SolutionRulesTests {
  private func solution(_ build: (inout StudyPaper) -> Void) async throws -> Solution {
    var study = StudyPaper()
    build(&study)
    return try await study.passed(through: "solution").solution
  }

  @Test func saysWhatGoesIntoAComponentAndWhatComesOut() async throws {
    let solution = try await solution {
      $0.section("Method", "2")
      $0.section("Silence Padder", "2.1", level: 2)
      $0.block("Clips differ in length. The silence padder takes a clip and returns a window.")
      $0.block("It is followed by the classifier.")
      $0.section("Classifier", "2.2", level: 2)
      $0.block("The loss is given by")
      $0.block("The classifier receives a window.")
    }
    #expect(solution.components.map(\.name.value) == ["Silence Padder", "Classifier"])
    let padder = try #require(solution.components.first)
    let takes = "The silence padder takes a clip and returns a window."
    #expect(padder.purpose.grounded?.value == takes)
    #expect(padder.inputs.grounded?.value == takes)
    #expect(padder.outputs.grounded?.value == takes)
    #expect(padder.interactions.grounded?.value == "It is followed by the classifier.")
    #expect(padder.choices == .notSpecified)
    #expect(solution.components[1].inputs.grounded?.value == "The classifier receives a window.")
    #expect(solution.components[1].outputs == .notSpecified)
  }

  @Test func keepsAlgorithmsLineByLine() async throws {
    let solution = try await solution {
      $0.section("Method", "2")
      $0.block("Algorithm 1 Padding\n1: fill\n2: fade", .algorithm)
    }
    #expect(solution.algorithms.map(\.title.value) == ["Algorithm 1 Padding"])
    #expect(solution.algorithms.first?.lines.map(\.value) == ["1: fill", "2: fade"])
  }

  @Test func aSectionThatEveryPaperHasIsNoComponent() async throws {
    let solution = try await solution {
      $0.section("Methodology", "2")
      $0.block("We sort marbles. The silence padder is a machine that fills clips.")
      $0.block("A silence padder takes a clip. No silence padder is slow.")
      $0.section("Problem Setting", "2.1", level: 2)
      $0.block("Marbles are wet.")
      $0.section("Background", "3")
      $0.section("Bell Models", "3.1", level: 2)
      $0.block("A bell model is old.")
    }
    #expect(solution.components.map(\.name.value) == [])
  }

  @Test func aConceptThatIsAPartIsAComponent() async throws {
    let solution = try await solution {
      $0.section("Method", "2")
      $0.block("The gating network is a machine that weighs clips. It is small.")
      $0.block("A gating network takes a clip. No gating network is slow.")
    }
    #expect(solution.components.map(\.name.value) == ["gating network"])
    #expect(
      solution.components.first?.purpose.grounded?.value
        == "The gating network is a machine that weighs clips. It is small.")
    #expect(
      solution.components.first?.inputs.grounded?.value == "A gating network takes a clip.")
  }

  @Test func anEquationHasWhatLeadsToItAndWhatItsSymbolsMean() async throws {
    let solution = try await solution {
      $0.section("Method", "2")
      $0.block("Marbles are heavy. Their weight is given by")
      $0.block("w = M g (1)", .equation)
      $0.block("where M is the mass of all.")
      $0.block("We sum them.")
      $0.block("s = w + w (2)", .equation)
      $0.block("t = s + w (3)", .equation)
    }
    let formulas = solution.formulation
    #expect(
      formulas.map(\.meaning.grounded?.value) == [
        "Their weight is given by", "We sum them.", nil,
      ])
    #expect(
      formulas.map(\.symbols.grounded?.value) == ["where M is the mass of all.", nil, nil])
  }

  @Test func collectsLimitations() async throws {
    let solution = try await solution {
      $0.section("Related Work", "4")
      $0.block("Their study is limited to glass marbles.")
      $0.section("Limitations", "5")
      $0.block("We did not test rain. A bell beside a road never rests.")
    }
    #expect(
      solution.limitations.map(\.statement.value) == [
        "We did not test rain.", "A bell beside a road never rests.",
      ])
  }

  private func complexity(_ sentence: String, in section: String = "Method") async throws -> String?
  {
    try await solution {
      $0.section(section, "2")
      $0.block(sentence)
    }.complexity.grounded?.value
  }

  @Test(arguments: [
    "The overall time complexity of the padder is O(n).", "Our padder runs in linear time.",
  ])
  func aComplexityIsAnOrderOfGrowth(_ sentence: String) async throws {
    #expect(try await complexity(sentence) == sentence)
  }

  @Test(arguments: [
    "The silence reflects the complexity of the yard.",
    "Although old padders are good, their time complexity is O(n).",
    "The padder converges at a rate of O(n).",
  ])
  func thatSomethingIsComplexIsNoComplexity(_ sentence: String) async throws {
    #expect(try await complexity(sentence) == nil)
  }

  @Test func aComplexityIsNotReadInAnIntroduction() async throws {
    #expect(
      try await complexity("Our padder runs in linear time.", in: "Introduction") == nil)
  }

  @Test func theComplexityOfTheWorkComesBeforeThatOfItsParts() async throws {
    let own = "The overall time complexity of the padder is O(n)."
    #expect(try await complexity("The cost of a fade is O(1). " + own) == own)
  }

  @Test func whatOnlySpeaksOfInputsIsNoInput() async throws {
    let solution = try await solution {
      $0.section("Method", "2")
      $0.section("Silence Padder", "2.1", level: 2)
      $0.block("The silence padder fills clips. Given a yard, the marbles are fully connected.")
      $0.block("The loss takes a step further than any output.")
      $0.section("Classifier", "2.2", level: 2)
      $0.block("The classifier sorts windows. The input to the classifier is a window.")
      $0.block("The output of the classifier is a class.")
    }
    let padder = try #require(solution.components.first)
    #expect(padder.inputs == .notSpecified)
    #expect(padder.outputs == .notSpecified)
    #expect(padder.interactions == .notSpecified)
    let classifier = try #require(solution.components.last)
    #expect(classifier.inputs.grounded?.value == "The input to the classifier is a window.")
    #expect(classifier.outputs.grounded?.value == "The output of the classifier is a class.")
  }

  @Test(arguments: [
    "In this paper, we propose a padder that outperforms all others.",
    "We present various examples of failures that we propose to call silent.",
  ])
  func whatPraisesIsNoOverview(_ sentence: String) async throws {
    let solution = try await solution {
      $0.section("Introduction", "1")
      $0.block("In this paper, we propose a novel padder for silence. " + sentence)
    }
    #expect(
      solution.overview.map(\.value) == ["In this paper, we propose a novel padder for silence."])
  }
}
