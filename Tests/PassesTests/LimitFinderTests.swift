import IR
import Passes
import Testing

struct OwnLimitTests {
  private func limitations(_ section: String, _ text: String) async throws -> [String] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section(section, "2")
    study.block(text)
    return try await study.passed(through: "solution").solution.limitations.map(\.statement.value)
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
    "Other yards than the dry one have not been considered.",
    "The readings of the lamp are not tested on steel.",
  ])
  func restraintsOfTheOwnWorkAreLimits(_ text: String) async throws {
    #expect(try await limitations("Results", text) == [text])
  }

  @Test func whatTheSystemCannotDoStandsBehindItsName() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("We propose MarbleNet, a net that sorts marbles by their drift.")
    study.section("Design", "2")
    study.block(
      "MarbleNet does not take the damp of marbles into account. Sieves do not take it into account. "
        + "Our goal is not to cover steel.")
    #expect(
      try await study.passed(through: "solution").solution.limitations.map(\.statement.value) == [
        "MarbleNet does not take the damp of marbles into account."
      ])
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
      $0.block("Coverage caveat. Two days are missing from the log.", lead: "Coverage caveat.")
      $0.block("Yards. The sorter was tried in two of them.", lead: "Yards.")
    }
    #expect(
      solution.limitations.map(\.statement.value) == [
        "The sorter was tried in one yard.", "Two days are missing from the log.",
      ])
    #expect(solution.openEnds.map(\.value) == ["Natural extensions include marbles of steel."])
  }

  @Test func aHeadAmongLimitsAndConclusionsNamesALimit() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Limitations and Conclusion", "2")
    study.block("Yards. We only sorted in one yard.", lead: "Yards.")
    study.block("Conclusion. We only need one pan.", lead: "Conclusion.")
    let solution = try await study.passed(through: "solution").solution
    #expect(solution.limitations.map(\.statement.value).first == "We only sorted in one yard.")
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
      solution.limitations.map(\.statement.value) == [
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

  @Test func whatThePaperCallsALimitIsToldFromWhatItTellsInPassing() async throws {
    let solution = try await solution {
      $0.block("One drawback of our pan is noise. Unfortunately, our pan swings in the wind.")
    }
    #expect(solution.limitations.map(\.kind) == [.stated, .passing])
  }

  @Test func whatAStudyLooksAtIsABoundary() async throws {
    let solution = try await solution {
      $0.section("Results", "3")
      $0.block("We restrict the reading to marbles of Monday. Here we focus on Tuesday.")
      $0.section("Data", "4")
      $0.block("We focus on marbles of glass. If we focus on steel, nothing changes.")
      $0.block("For a fair comparison, we weigh all marbles on one scale.")
      $0.block("Cracked marbles were excluded. We left them in the yard.")
      $0.block("If your marbles are dry, that is settled as long as the pan belongs to you.")
    }
    #expect(
      solution.boundaries.map(\.value) == [
        "We restrict the reading to marbles of Monday.", "We focus on marbles of glass.",
        "For a fair comparison, we weigh all marbles on one scale.",
        "Cracked marbles were excluded.",
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
      try await study.passed(through: "solution").solution.limitations.map(\.statement.value) == [
        "We have not performed a second weighing in the rain."
      ])
  }

  @Test func sentencesAreCountedAmongLimits() async throws {
    let solution = try await solution {
      $0.section("Limitations", "3")
      $0.block("First, all marbles come from one yard. Fifth, the pans are made of glass.")
    }
    #expect(
      solution.limitations.map(\.statement.value) == [
        "First, all marbles come from one yard.", "Fifth, the pans are made of glass.",
      ])
  }

  @Test func aListOfLimitsGoesOnBehindAFootnote() async throws {
    let solution = try await solution {
      $0.block("The main limitations of our sorter are:")
      $0.block("No steel. It is heavy.", .listItem, lead: "No steel.")
      $0.block("1 A yard is dry in May.", .footnote)
      $0.block("Few yards. We sorted in two.", .listItem, lead: "Few yards.")
    }
    #expect(
      solution.limitations.map(\.statement.value) == [
        "No steel. It is heavy.", "Few yards. We sorted in two.",
      ])
  }

  @Test(arguments: [
    ("On some marbles, however, the sieve outperforms our method.", true),
    ("On no marbles does the sieve outperform our method.", false),
    ("Our sorter is quick, as it requires only a single pan.", false),
    ("We count the yards that have not yet been swept.", false),
    ("In Sec. 3 we discuss the advantages and disadvantages of pans.", false),
    ("Unfortunately, the gains of the pan come at the price of time.", true),
    ("The gains of the pan come at the price of time.", false),
  ])
  func resultsConcedeWhatIsWorse(_ text: String, _ isLimit: Bool) async throws {
    #expect(try await limitations("Results", text) == (isLimit ? [text] : []))
  }

  @Test func whatIsLeftAtTheEndMayBeAlternatives() async throws {
    let solution = try await solution {
      $0.block("Future work includes alternative pans.")
    }
    #expect(solution.openEnds.map(\.value) == ["Future work includes alternative pans."])
  }

  @Test(arguments: [
    ("We hope that lighter pans will be built in future work.", true),
    ("As for future research, we aim to weigh damp marbles.", true),
    ("Future research could combine pans with sieves [3].", true),
    ("However, combining pans of steel and glass could help without a lamp.", true),
    ("The natural next step is a pan of steel.", true),
    ("We hope that our pan inspires future work.", false),
  ])
  func whatIsHopedToBeDoneIsLeftForLater(_ text: String, _ isPlan: Bool) async throws {
    let solution = try await solution { $0.block(text) }
    #expect(solution.openEnds.map(\.value) == (isPlan ? [text] : []))
  }

  @Test func theOpeningOfASectionOfTheMethodSaysWhatItIsFor() async throws {
    let solution = try await solution {
      $0.section("Problem Statement", "3")
      $0.block("We consider a yard with flat pans. Then we consider a second yard.")
    }
    #expect(solution.boundaries.map(\.value) == ["We consider a yard with flat pans."])
  }

  @Test func bothSidesAreNamedWhereTheyAreCompared() async throws {
    let solution = try await solution {
      $0.section("Experiments", "3")
      $0.block(
        "We compare the pan with a sieve. Both sorters are run under identical conditions.")
    }
    #expect(
      solution.boundaries.map(\.value) == [
        "We compare the pan with a sieve. Both sorters are run under identical conditions."
      ])
  }

  @Test func statementsForAVenueAreNoConstraints() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Ethics Statement", "2")
    study.block("We do not collect new marbles. Our work focuses on glass. We assume calm.")
    let document = try await study.passed(through: "solution")
    #expect(document.solution.limitations.isEmpty && document.solution.boundaries.isEmpty)
    #expect(document.problem.assumptions.isEmpty)
  }

  @Test(arguments: [
    ("For cost reasons, we weighed twelve of the marbles.", true),
    ("The mean score tends to be very noisy.", true),
    ("Mean drift is not a very reliable metric here.", true),
    ("This suggests that there is still room for improvement on damp marbles.", true),
    ("As the weights are unknown, we weigh every marble.", false),
    ("The weight of a marble remains unknown to us.", true),
  ])
  func whatAStudyCouldNotAffordOrMeasureIsALimit(_ text: String, _ isLimit: Bool) async throws {
    #expect(try await limitations("Results", text) == (isLimit ? [text] : []))
  }

  @Test func whatIsExceptedFromAResultIsALimit() async throws {
    let text = "On all days except Monday, our sorter has the lower error."
    let others = "The sieve has the lowest error except on Monday."
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.section("Results", "2")
    study.block("\(text) \(others)")
    let document = try await study.leaning([.finding: 20], through: "solution")
    #expect(document.solution.limitations.map(\.statement.value) == [text])
  }

  @Test func whatTheSidesOfAComparisonShareIsABoundary() async throws {
    let solution = try await solution {
      $0.section("Experiments", "3")
      $0.block(
        "All experiments are run with the exact same settings. Pans are shared by both systems. "
          + "The same pan swings. We did not use any lamp.")
      $0.block("Cracked marbles are excluded by the sieve.")
    }
    #expect(
      solution.boundaries.map(\.value) == [
        "All experiments are run with the exact same settings.",
        "Pans are shared by both systems.", "We did not use any lamp.",
      ])
  }
}
