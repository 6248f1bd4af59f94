import IR
import Passes
import Testing

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
    "We treat the wind as constant.",
    "As the next reading is near the last one, we'll assume they are the same.",
    "The drag of air can be neglected.",
    "If the pan is heavy compared with the marble, we can approximate its drift.",
    "The rest holds assuming the slopes exist, without further remarks.",
    "The bound rests on the idea that light marbles roll well.",
  ])
  func whatIsTakenForGrantedIsAnAssumption(_ text: String) async throws {
    #expect(try await assumptions(text) == [text])
  }

  @Test(arguments: [
    "Section 2 treats the case of independent and identically distributed readings.",
    "This section assumes that the reader has seen a scale.",
    "We report the mean over three independent and identically distributed runs.",
    "Most sorters assume that noise is symmetric [1].",
    "We weigh twice rather than treating the wind as constant.",
    "The weight of a marble is read twice, not assumed: every pan has a number.",
    "In calm air, we therefore assume .",
    "The drag of air cannot be neglected.",
  ])
  func signpostsAndSettingsAreNone(_ text: String) async throws {
    #expect(try await assumptions(text) == [])
  }

  @Test func anAppendixSaysWhatIsAssumed() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Drift", "A")
    study.block(
      "Assume that a marble rolls. The drift is assumed to be small. "
        + "Further, we assume that noise is symmetric.")
    study.closeAsAppendix()
    #expect(
      try await study.passed(through: "problem").problem.assumptions.map(\.statement.value) == [
        "The drift is assumed to be small.", "Further, we assume that noise is symmetric.",
      ])
  }

  @Test func whatStandsUnderTheirHeadAreAssumptions() async throws {
    #expect(
      try await assumptions(
        "Marbles are dry on every day. The pan of a scale is flat.", in: "Assumptions")
        == ["Marbles are dry on every day.", "The pan of a scale is flat."])
  }

  @Test(arguments: ["Theorem 1 (Halting under noise).", nil])
  func theHeadOfATheoremIsNoCondition(_ lead: String?) async throws {
    var study = StudyPaper()
    study.section("Theory", "1")
    study.block(
      "Theorem 1 (Halting under noise). Suppose the noise is small. Then it halts.",
      label: "Theorem 1", lead: lead)
    #expect(
      try await study.passed(through: "problem").problem.assumptions.map(\.statement.value) == [
        "Suppose the noise is small."
      ])
  }

  /// A footnote may stand between the items.
  @Test(arguments: [false, true])
  func theConditionOfATheoremHasItsList(_ hasNote: Bool) async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Theory", "2")
    study.block("Let X and V be two independent weights such that", label: "Theorem 5")
    study.block("• V is small.", .listItem)
    if hasNote { study.block("2 A weight is drawn at random.", .footnote) }
    study.block("• X is dry and light.", .listItem)
    study.block("Then the scale halts for all of them.")
    #expect(
      try await study.passed(through: "problem").problem.assumptions.map(\.statement.value) == [
        "Let X and V be two independent weights such that V is small. X is dry and light."
      ])
  }

  @Test func aTheoremMayHaveSeveralConditions() async throws {
    var study = StudyPaper()
    study.section("Theory", "1")
    study.block(
      "Theorem 1. Let the noise of a pan be small. Suppose that every marble is dry. "
        + "Under these conditions the scale halts. If a marble is damp, the scale swings.",
      label: "Theorem 1", lead: "Theorem 1.")
    #expect(
      try await study.passed(through: "problem").problem.assumptions.map(\.statement.value) == [
        "Let the noise of a pan be small.", "Suppose that every marble is dry.",
      ])
  }

  @Test func whatResultsLetHopeIsNoAssumption() async throws {
    let hope = "We expect that a faster pan would save time."
    #expect(try await assumptions(hope, in: "Results") == [])
    #expect(try await assumptions(hope) == [hope])
  }

  @Test(arguments: [
    "Suppose we have a yard with three pans and a lamp.",
    "Assuming the drift of a pan is given by w, we define its weight.",
  ])
  func whatIsAtHandIsNoAssumption(_ text: String) async throws {
    #expect(try await assumptions(text) == [])
  }
}
