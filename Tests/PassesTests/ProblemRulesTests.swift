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

  /// What only announces a work says nothing of its idea.
  @Test func anInsightNamesItsMeans() async throws {
    let problem = try await problem {
      $0.block("To address this challenge, we propose a careful sorter of marbles.")
    }
    #expect(problem.insight.statement.grounded == nil)
  }

  @Test func nothingIsFiledForWhatThePaperDoesNotSay() async throws {
    let problem = try await problem {
      $0.block("We weigh every marble of the yard twice. Our sorter is made of steel.")
    }
    #expect(problem.observations.isEmpty)
    #expect(problem.gaps.isEmpty)
  }

  @Test func theOpeningIsAnObservation() async throws {
    let problem = try await problem {
      $0.block(
        "Sorting damp marbles by weight takes a scale that never drifts. "
          + "Unfortunately, weighing each of them in a calm room is cumbersome.")
    }
    #expect(
      problem.observations.map(\.statement.value) == [
        "Sorting damp marbles by weight takes a scale that never drifts."
      ])
    #expect(
      problem.gaps.map(\.statement.value) == [
        "Unfortunately, weighing each of them in a calm room is cumbersome."
      ])
    #expect(problem.gaps.first?.causedBy == problem.observations.map(\.id))
  }

  /// What an introduction sets against the world before it comes to the work.
  @Test(arguments: [
    ("However, the flat pans of most yards swing in the wind.", ""),
    ("The old scale is fast, but nothing on its dial shows the drift.", ""),
    ("", "We ask whether a second reading tells the damp marbles from the dry ones."),
  ])
  func withoutWordsOfLackTheTurnIsTheGap(_ before: String, _ behind: String) async throws {
    let problem = try await problem {
      $0.block("Marbles are weighed on scales in yards. \(before)")
      $0.block(
        "This paper describes a sorter. However, its pan never swings in dry yards. \(behind)")
    }
    #expect(problem.gaps.map(\.statement.value) == [before + behind])
  }

  @Test func whatGoesOnWithThePapersWorkIsNoGap() async throws {
    let problem = try await problem {
      $0.block(
        "Scales are widely used to sort marbles. We propose the careful sorter for damp yards. "
          + "This is challenging where the lack of a calm room hinders every reading.")
    }
    #expect(problem.gaps.isEmpty)
  }

  @Test func aSentencePlaysOnePart() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block(
      "Scales are widely used to sort marbles. "
        + "We hypothesize that inherent limitations of scales hinder the sorting of damp marbles.")
    let document = try await study.passed(through: "solution")
    #expect(document.problem.insight.statement.grounded != nil)
    #expect(document.problem.gaps.isEmpty)
    #expect(document.solution.limitations.isEmpty)
  }

  @Test func anAttemptIsCitedAndSaysWhyItFails() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block(
      "Sorting damp marbles remains difficult wherever the scale of the yard drifts. "
        + "Earlier methods for sorting damp marbles [1] weigh each of them in a calm room. "
        + "However, a calm room is impractical.")
    study.reference("Pretend", "2014", "Calm rooms")
    let gap = try #require(try await study.passed(through: "problem").problem.gaps.first)
    #expect(
      gap.existingAttempts.grounded?.value
        == "Earlier methods for sorting damp marbles [1] weigh each of them in a calm room.")
    #expect(gap.whyTheyFail.grounded?.value == "However, a calm room is impractical.")
  }
}

struct LimitationTests {
  private func solution(_ section: String, _ blocks: [(String, Block.Kind)]) async throws
    -> Solution
  {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section(section, "2")
    for (text, kind) in blocks { study.block(text, kind) }
    return try await study.passed(through: "solution").solution
  }

  private func limitations(_ section: String, _ text: String) async throws -> [String] {
    try await solution(section, [(text, .paragraph)]).limitations.map(\.statement.value)
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

  @Test func whatAnAnnouncementLeadsToIsALimit() async throws {
    let text =
      "Our sorter has several limitations. First, weighing twice takes the night. "
      + "Second, damp marbles stick to it. The yard is green."
    #expect(
      try await limitations("Results", text) == [
        "First, weighing twice takes the night.", "Second, damp marbles stick to it.",
      ])
  }

  @Test func plansStandApart() async throws {
    let solution = try await solution(
      "Conclusion",
      [
        ("We did not test damp marbles in this yard.", .paragraph),
        ("Directions for future work include:", .paragraph),
        ("• Weighing marbles of steel", .listItem), ("• Sorting in the rain", .listItem),
        ("The sorter is a machine for all of us.", .paragraph),
      ])
    #expect(
      solution.limitations.map(\.statement.value) == ["We did not test damp marbles in this yard."])
    #expect(solution.openEnds.map(\.value) == ["Weighing marbles of steel", "Sorting in the rain"])
  }

  @Test(arguments: [
    "We thank the weighers, who could not see the limitations of their yard.",
    "The sorter is not limited to marbles of glass.",
    "Our sorter lays the groundwork for future sorters of marbles.",
    "Due to the space limitation of this paper we show one yard.",
  ])
  func otherTalkIsNoLimit(_ text: String) async throws {
    let found = try await solution("Results", [(text, .paragraph)])
    #expect(found.limitations.isEmpty)
    #expect(found.openEnds.isEmpty)
  }
}

struct AssumptionTests {
  private func assumptions(_ write: (inout StudyPaper) -> Void) async throws -> [String] {
    var study = StudyPaper()
    study.section("Method", "1")
    write(&study)
    return try await study.passed(through: "problem").problem.assumptions.map(\.statement.value)
  }

  @Test(arguments: [
    "We assume that the noise of a scale is symmetric.",
    "To see why, assume that the noise of a scale is symmetric.",
    "The readings of a scale are mutually independent.",
    "For simplicity we treat the pan of a scale as flat.",
    "Without loss of generality, we assume that the pan of a scale is flat.",
    "The noise of a scale is assumed constant over a night [1].",
    "We hypothesize that damp marbles roll more slowly than dry ones.",
    "Following the intuition that damp marbles are slow, the sorter waits for them.",
    "It is expected that some marbles are harder to weigh than others.",
    "Rain is not measured, so we take the weight of the pan as a proxy.",
  ])
  func findsWhatIsTakenForGranted(_ text: String) async throws {
    #expect(try await assumptions { $0.block(text) } == [text])
  }

  @Test(arguments: [
    "The sum vanishes because we assumed that the noise is symmetric.",
    "By our assumption that the noise is symmetric it vanishes.",
    "Suppose for contradiction that the sorter never halts.",
    "Most existing sorters assume that the noise is symmetric.",
    "For notational simplicity, we assume one letter for each marble.",
    "This is a standard assumption of all who weigh marbles at night.",
    "We make the following assumption about the noise of a scale.",
    "One might assume that damp marbles are heavier than dry ones.",
    "The first sorter became popular among children for its simplicity.",
  ])
  func stepsAndOthersAssumptionsAreNone(_ text: String) async throws {
    #expect(try await assumptions { $0.block(text) } == [])
  }

  @Test func definitionsAndLemmasAssumeNothingOfTheWork() async throws {
    let text = "Suppose that the noise of a scale is symmetric and that all marbles are dry."
    #expect(
      try await assumptions { $0.block("Definition 1. " + text, label: "Definition 1") } == [])
  }

  @Test func takesTheItemsOfAList() async throws {
    let found = try await assumptions {
      $0.block("We make the following assumptions:")
      $0.block("• Every marble is dry.", .listItem)
      $0.block("The sorter is a machine for all.")
    }
    #expect(found == ["Every marble is dry."])
  }
}
