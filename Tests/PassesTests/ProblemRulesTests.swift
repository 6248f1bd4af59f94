import IR
import Passes
import Testing

struct ProblemRulesTests {
  private func problem(_ write: (inout StudyPaper) -> Void) async throws -> Problem {
    var study = StudyPaper()
    study.section("Introduction", "1")
    write(&study)
    return try await study.passed(through: "problem").problem
  }

  @Test func whatThePaperProposesIsNoGap() async throws {
    let problem = try await problem {
      $0.block(
        "A key challenge of sorting damp marbles is the drift of the scale. "
          + "To address this challenge, we propose a careful sorter that weighs every marble twice."
      )
    }
    #expect(
      problem.gaps.map(\.statement.value) == [
        "A key challenge of sorting damp marbles is the drift of the scale."
      ])
    #expect(
      problem.insight.statement.grounded?.value
        == "To address this challenge, we propose a careful sorter that weighs every marble twice.")
  }

  @Test(arguments: [
    "In this paper, we address the challenge of sorting damp marbles on a scale that drifts.",
    "Careful sorters outperform all hasty sorters where the drift of a scale makes these fail.",
    "Our result is no reproach to scales; it shows a fundamental limitation of single weighing.",
  ])
  func whatThePaperAchievesIsNoGap(_ text: String) async throws {
    let gap = "A key challenge of sorting damp marbles is the drift of the scale."
    let problem = try await problem { $0.block(text + " " + gap) }
    #expect(problem.gaps.map(\.statement.value) == [gap])
  }

  @Test func theInsightStandsEarly() async throws {
    let problem = try await problem {
      $0.block("We show that careful sorters of damp marbles outperform all hasty sorters.")
      $0.section("Proofs", "A")
      $0.block("To do this, we introduce the function that counts the marbles of one bowl.")
    }
    #expect(
      problem.insight.statement.grounded?.value
        == "We show that careful sorters of damp marbles outperform all hasty sorters.")
  }
}

struct LimitationTests {
  private func limitations(_ section: String, _ text: String) async throws -> [String] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section(section, "2")
    study.block(text)
    return try await study.passed(through: "solution").solution.limitations.map(\.value)
  }

  @Test func aSectionOfLimitsHoldsNothingElse() async throws {
    let text = "The sorter was tried on one yard. Marbles of other sizes are left out."
    #expect(
      try await limitations("Limitations", text) == [
        "The sorter was tried on one yard.", "Marbles of other sizes are left out.",
      ])
    #expect(try await limitations("Discussion and Limitations", text) == [])
  }

  @Test func othersLimitsAndAnnouncementsAreNotTheirOwn() async throws {
    #expect(
      try await limitations(
        "Conclusion",
        "The careful sorter overcomes the main limitation of weighing marbles only once. "
          + "A limitation of traditional sorters is that they ignore the water.") == [])
    #expect(
      try await limitations("Limitations", "We discuss limitations of our sorter here now.") == [])
  }
}
