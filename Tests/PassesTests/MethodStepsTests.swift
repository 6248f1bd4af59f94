import IR
import Passes
import Testing

struct MethodStepsTests {
  private func steps(_ build: (inout StudyPaper) -> Void) async throws -> [String] {
    var study = StudyPaper()
    study.section("Method", "2")
    build(&study)
    return try await study.passed(through: "solution").solution.steps.map(\.value)
  }

  @Test func readsTheItemsOfAListOfActs() async throws {
    let steps = try await steps {
      $0.block("We sort marbles by the following rules of the yard.")
      $0.block("Weigh every marble once. It takes a second.", .listItem)
      $0.block("Weighing twice is for the heavy marbles only.", .listItem)
      $0.block("Next, the marble is dropped into a pan.", .listItem)
    }
    #expect(
      steps == [
        "Weigh every marble once.", "Weighing twice is for the heavy marbles only.",
        "Next, the marble is dropped into a pan.",
      ])
  }

  @Test func aListOfThingsHasNoSteps() async throws {
    let steps = try await steps {
      $0.block("We use a desk scale for all marbles of the yard.")
      $0.block("Glass: 600 marbles of the old yard.", .listItem)
      $0.block("Training data: 200 marbles with a label.", .listItem)
      $0.block("The scale has a limit of one pound.", .listItem)
    }
    #expect(steps == ["We use a desk scale for all marbles of the yard."])
  }

  @Test(arguments: [
    "We aim to use a desk scale for all marbles.",
    "We use the scale for the following reasons.",
    "We can use a desk scale for all marbles of the yard.",
    "The scale that we use is a desk scale for marbles.",
    "The desk scale consists of two pans and a hand.",
    "We use the error as a metric for the desk scale.",
    "We use M to denote the marbles on the desk scale.",
  ])
  func whatTheMethodDoesNotDoIsNoStep(_ sentence: String) async throws {
    #expect(try await steps { $0.block(sentence) } == [])
  }
}
