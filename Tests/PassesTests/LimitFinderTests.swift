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
        "Our sorter takes a pan of its own. Note that this comes at the cost of time.")
        == ["Our sorter takes a pan of its own. Note that this comes at the cost of time."])
  }

  @Test(arguments: [
    "The rest depends on wind, so we could not rule out a draught.",
    "We have not performed a second weighing because of limited time.",
    "The use of one pan is mainly due to practical considerations.",
    "Unfortunately, the readings reported below swing in the wind.",
    "Whether wind or damp wins here is an empirical question for us.",
  ])
  func restraintsOfTheOwnWorkAreLimits(_ text: String) async throws {
    #expect(try await limitations("Results", text) == [text])
  }

  private func solution(_ write: (inout StudyPaper) -> Void) async throws -> Solution {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Discussion", "2")
    write(&study)
    return try await study.passed(through: "solution").solution
  }

  @Test func theHeadOfAParagraphTellsWhatItIsAbout() async throws {
    let solution = try await solution {
      $0.block("Limitations. The sorter was tried in one yard.", lead: "Limitations.")
      $0.block("Future work. Natural extensions include marbles of steel.", lead: "Future work.")
      $0.block("Yards. The sorter was tried in two of them.", lead: "Yards.")
    }
    #expect(solution.limitations.map(\.value) == ["The sorter was tried in one yard."])
    #expect(solution.openEnds.map(\.value) == ["Natural extensions include marbles of steel."])
  }

  @Test func aHeadAmongLimitsAndConclusionsNamesALimit() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Limitations and Conclusion", "2")
    study.block("Yards. We only sorted in one yard.", lead: "Yards.")
    study.block("Conclusion. We only need one pan.", lead: "Conclusion.")
    let solution = try await study.passed(through: "solution").solution
    #expect(solution.limitations.map(\.value).first == "We only sorted in one yard.")
  }

  @Test func anIntroductionTellsTheLimitsOfOthers() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("We sort marbles. However, these sorters cannot capture damp marbles at all.")
    let solution = try await study.passed(through: "solution").solution
    #expect(solution.limitations.isEmpty)
  }

  @Test func anItemOfAListOfLimitsIsOne() async throws {
    let solution = try await solution {
      $0.block("The main limitations of our sorter are:")
      $0.block("Few yards. We sorted in two. Both were dry.", .listItem, lead: "Few yards.")
      $0.block("No steel. It is heavy.", .listItem, lead: "No steel.")
    }
    #expect(
      solution.limitations.map(\.value) == [
        "Few yards. We sorted in two. Both were dry.", "No steel. It is heavy.",
      ])
  }

  @Test(arguments: [
    ("Limitations", ["Only dry marbles are sorted in this way."]),
    ("Limitations of Existing Sorters", []),
  ])
  func limitsOfOthersAreNone(_ title: String, _ expected: [String]) async throws {
    let found = try await limitations(title, "Only dry marbles are sorted in this way.")
    #expect(found == expected)
  }

  @Test func whatRelatedWorkCannotDoIsNoLimit() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Related Work", "2")
    study.section("Discussion", "2.1", level: 2)
    study.block("Unfortunately, our neighbours do not evaluate their sorters on damp marbles.")
    #expect(try await study.passed(through: "solution").solution.limitations.isEmpty)
  }

  @Test func whatAStudyLooksAtIsABoundary() async throws {
    let solution = try await solution {
      $0.section("Data", "3")
      $0.block("We focus on marbles of glass. If we focus on steel, nothing changes.")
      $0.block("For a fair comparison, we weigh all marbles on one scale.")
    }
    #expect(
      solution.boundaries.map(\.value) == [
        "We focus on marbles of glass.",
        "For a fair comparison, we weigh all marbles on one scale.",
      ])
  }

  @Test func whyAndWhatWasDoneIsNoLimit() async throws {
    #expect(
      try await limitations(
        "Threats to Validity",
        "Internal validity concerns how we weigh. The readings of one weigher are subjective. "
          + "To mitigate this, two of us weighed. This is because we had two scales.")
        == ["The readings of one weigher are subjective."])
  }

  @Test func whatResultsSayOfOtherThingsIsNoLimit() async throws {
    #expect(
      try await limitations(
        "Results", "Steel is sensitive to the damp of this yard. Wind is the drawback here.") == []
    )
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
    "We treat the wind as constant.",
    "As the next reading is near the last one, we'll assume they are the same.",
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
    "In calm air, we therefore assume .",
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
