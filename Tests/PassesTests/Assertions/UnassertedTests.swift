import IR
import Testing

@testable import Passes

struct UnassertedTests {
  @Test(arguments: [
    "The pan should be dried before every reading.",
    "A third sorter could help on damp marbles.",
    "In practice, since the pan swings, the sorters (two children) should wait for it.",
    "Training the sorters, which takes an hour, would lead to fewer errors.",
    "More research is needed to tell why damp marbles drift.",
    "Future work may extend the band to steel marbles.",
    "Natural next steps include a third sorter.",
    "Further analysis may focus on marbles of steel.",
    "The rationale behind the band is to keep the pan from swinging.",
    "Our motivation for this change, as for others before, is purely technical.",
    "It is important to note some limits of the scale.",
    "Existing research on scales and on pans suggests that wind matters.",
  ])
  func assertsNothing(_ sentence: String) { #expect(Unasserted.holds(of: sentence)) }

  @Test(arguments: [
    "Careful sorters make fewer errors, which could be due to the wind.",
    "We find that a third sorter could replace the band.",
    "Hasty sorters could not tell damp marbles from dry ones.",
    "The pan would have swung without the band.",
    "Because the pan should be dry, wet readings are left out of the error.",
    "Further analysis shows that damp marbles drift.",
    "An objective measure of noise is the spread of the readings.",
    "It is important to note that damp marbles drift more than dry ones.",
    "Recent research and our own readings show that wind matters.",
    "Careful sorters are better than hasty sorters.",
  ])
  func assertsSomething(_ sentence: String) { #expect(!Unasserted.holds(of: sentence)) }

  @Test func knowsWhatIsOnlyPossible() {
    #expect(Unasserted.isPossibility("The drift may be due to the wind."))
    #expect(!Unasserted.isPossibility("The drift shows that the wind may matter."))
    #expect(!Unasserted.isPossibility("The drift may not be due to the wind."))
  }

  @Test(arguments: [
    ("However, the pan swings, which takes time.", ["the", "pan", "swings"]),
    (
      "In practice, since the pan swings (a little), the third sorter waits.",
      ["the", "third", "sorter", "waits"]
    ),
    ("Errors of sorters fall: they weigh twice.", ["errors", "of", "sorters", "fall"]),
    ("", []),
  ])
  func findsTheMainClause(_ sentence: String, _ words: [String]) {
    #expect(ClauseWords(sentence).words == words)
  }

  @Test(arguments: [
    "In both yards, the same marbles are used for all of the sorters.",
    "Three sorters were trained for a week.",
    "We removed broken marbles, resulting in 78 marbles that roll.",
  ])
  func anActIsNoFinding(_ sentence: String) {
    #expect(NoClaim.isAll(of: Sentence(sentence), citing: false, mayPropose: true))
  }

  @Test(arguments: [
    "Three sorters were trained for a week, showing that patience helps.",
    "We removed broken marbles, resulting in fewer errors of careful sorters.",
    "Where Pretend et al. showed that noise varies, we prove that it never ends.",
    "In this section we show that careful sorters make fewer errors.",
  ])
  func aFindingIsNoAct(_ sentence: String) {
    #expect(!NoClaim.isAll(of: Sentence(sentence), citing: false, mayPropose: true))
  }

  @Test(arguments: [
    "If you weigh your marbles twice, errors fall.",
    "Pretend et al. showed that careful sorters make fewer errors.",
    "The next theorem bounds the error of careful sorters.",
    "Check marks indicate sorters that make fewer errors.",
  ])
  func isAboutSomethingElse(_ sentence: String) {
    #expect(NoClaim.isAll(of: Sentence(sentence), citing: false, mayPropose: true))
  }
}

struct ClaimPlaceTests {
  private func statements(_ build: (inout StudyPaper) -> Void) async throws -> [String] {
    var study = StudyPaper()
    build(&study)
    return try await study.passed(through: "claims").claims.claims.map(\.statement.value)
  }

  private static let finding =
    "Careful sorters of damp marbles outperform hasty sorters in every windy room."

  @Test func plansAreNoClaims() async throws {
    let found = try await statements {
      $0.section("Conclusion", "5")
      $0.block(Self.finding)
      $0.block("We plan three directions for future work:")
      $0.block(
        "Better scales that outperform the present one on small marbles in noisy rooms.", .listItem)
      $0.section("Future work", "6")
      $0.block("Steel marbles outperform glass marbles in calm rooms with large old scales.")
    }
    #expect(found == [Self.finding])
  }

  @Test func limitsAreClaimsOnlyWhereTheyTellFindings() async throws {
    let found = try await statements {
      $0.section("Limitations", "5")
      $0.block("The method is less reliable for marbles that are larger than the small pan.")
      $0.block(Self.finding)
    }
    #expect(found == [Self.finding])
  }
}
