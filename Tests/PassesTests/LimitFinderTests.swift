import IR
import Passes
import Testing

struct OwnLimitTests {
  private func limitations(_ section: String, _ text: String) async throws -> [String] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section(section, "2")
    study.block(text)
    return try await study.passed(through: "solution").solution.limitations.map(\.value)
  }

  @Test func aLimitThatPointsBackBeginsWithWhatItPointsAt() async throws {
    #expect(
      try await limitations(
        "Results",
        "The sorter takes a pan of its own. Note that this pan must be cleaned for each marble.")
        == [
          "The sorter takes a pan of its own. Note that this pan must be cleaned for each marble."
        ])
  }

  @Test(arguments: [
    "The rest depends on wind, so our reading should not be taken as a law.",
    "We have not performed a second weighing because of limited time.",
    "The use of one pan is mainly due to practical considerations.",
    "Unfortunately, the readings reported below swing in the wind.",
    "Whether wind or damp wins here is an empirical question for us.",
  ])
  func restraintsOfTheOwnWorkAreLimits(_ text: String) async throws {
    #expect(try await limitations("Results", text) == [text])
  }

  @Test func anAppendixTellsOnlyOwnLimits() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Pans", "A")
    study.block(
      "We have not performed a second weighing in the rain. "
        + "The limitations of rain are many and remain unclear.")
    study.closeAsAppendix()
    #expect(
      try await study.passed(through: "solution").solution.limitations.map(\.value) == [
        "We have not performed a second weighing in the rain."
      ])
  }
}

struct TakenForGrantedTests {
  private func assumptions(_ text: String, in section: String = "Method") async throws -> [String] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section(section, "2")
    study.block(text)
    return try await study.passed(through: "problem").problem.assumptions.map(\.statement.value)
  }

  @Test(arguments: [
    "To illustrate why the sums of readings get large, assume that they are independent.",
    "The drift is approximated by a line through the readings.",
    "The sorter is grounded in the idea that light marbles are dry.",
    "For typical values of the wind and the pan, the drift is small.",
    "If the drift is close to a line, it should be easier to undo.",
    "We treat the pan as flat.",
  ])
  func whatIsTakenForGrantedIsAnAssumption(_ text: String) async throws {
    #expect(try await assumptions(text) == [text])
  }

  @Test(arguments: [
    "Section 2 treats the case of independent and identically distributed readings.",
    "This section assumes that the reader has seen a scale.",
    "We report the mean over three independent and identically distributed runs.",
    "Assuming the mass of a marble is denoted by m, we write its weight as w.",
  ])
  func signpostsAndSettingsAreNone(_ text: String) async throws {
    #expect(try await assumptions(text) == [])
  }

  @Test func theConditionOfATheoremHasItsList() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Theory", "2")
    study.block("Let X and V be two independent weights such that", label: "Theorem 5")
    study.block("• V is small.", .listItem)
    study.block("• X is dry and light.", .listItem)
    study.block("Then the scale halts for all of them.")
    #expect(
      try await study.passed(through: "problem").problem.assumptions.map(\.statement.value) == [
        "Let X and V be two independent weights such that V is small. X is dry and light."
      ])
  }
}
