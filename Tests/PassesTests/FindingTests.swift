import IR
import Testing

@testable import Passes

/// Sentences among results, and which of them claim something.
struct FindingTests {
  private func claims(
    _ sentence: String, section: String = "Results"
  ) async throws -> [String] {
    var study = StudyPaper()
    study.section(section, "3")
    study.block(sentence)
    return try await study.passed(through: "claims").claims.claims.map(\.statement.value)
  }

  @Test(arguments: [
    "Damp marbles showed only limited separation on the second scale of the kitchen.",
    "The drift of careful sorters narrows with every hour that passes in the kitchen.",
    "Sorters that listen to marbles are not necessarily those that weigh marbles well.",
    "We swap the pans of both scales and find that the drift of the sorter remains stable.",
  ])
  func amongResultsPlainWordsClaim(_ sentence: String) async throws {
    #expect(try await claims(sentence) == [sentence])
    #expect(try await claims(sentence, section: "Related Work").isEmpty)
  }

  @Test(arguments: [
    "We minimize the drift of every sorter with the smaller pan of the kitchen scale.",
    "To save time in the kitchen, all sorters were given the smaller pan of the scale.",
    "Results: Figure 4 shows the convergence of the drift of careful sorters in the kitchen.",
    "We hope that careful sorters become faster with larger scales of other kitchens.",
    "For example, one sorter of damp marbles was slower than the sorter of dry marbles.",
    "While careful sorters are faster, there are several limitations of the kitchen scale.",
    "Recent research has shown that careful sorters are faster than the hasty sorters.",
  ])
  func actsListingsAndWishesClaimNothing(_ sentence: String) async throws {
    #expect(try await claims(sentence).isEmpty)
  }

  @Test func whatCallsForThePartOfAMethodIsNoClaim() async throws {
    let reason =
      "Early errors not only degrade the readings, but make it difficult to tell which pan fails."
    #expect(try await claims(reason, section: "Method").isEmpty)
    #expect(try await claims(reason) == [reason])
  }

  @Test func aSectionBindsItsClaimsToTheTableThatItNamedLast() async throws {
    var study = StudyPaper()
    study.table(
      "1", "Time of day",
      [["Sorter", "Hour"], ["careful sorters", "9.1"], ["hasty sorters", "4.5"]])
    study.section("Results", "3")
    study.block("Table 1 compares all of them.")
    study.block(
      "The drift of careful sorters narrows on damp marbles before hasty sorters stand still.")
    let claims = try await study.passed(through: "claims").claims.claims
    #expect(claims.map { $0.exhibits.map(\.description) } == [["Table 1"]])
  }

  @Test func aTableThatNoSentenceSpeaksOfSpeaksForItself() async throws {
    var study = StudyPaper()
    study.table(
      "1", "Error of the sorters on damp marbles",
      [["Sorter", "Error"], ["careful", "4.5"], ["hasty", "9.1"], ["sleepy", "12.5"]])
    study.section("Results", "3")
    study.block("The kitchen has a window and a door.")
    let claims = try await study.passed(through: "claims").claims.claims
    #expect(
      claims.map(\.statement.value) == [
        "Of the rows that Table 1 compares, careful has the lowest Error in “Error of the sorters on damp marbles”."
      ])
    #expect(claims.first?.exhibits.map(\.description) == ["Table 1"])
  }
}

struct TheoremClaimsTests {
  @Test(arguments: [
    ("Theorem 2. Noise adds up.", "Theorem2"), ("Theorem 2 (Noise) Noise adds up.", "Theorem2"),
    ("Proposition 3.1: Noise adds up.", "Proposition3.1"),
    ("Corollary A.1 (Noise). Noise adds up.", "CorollaryA.1"),
  ])
  func readsTheLabel(_ text: String, _ name: String) {
    let label = TheoremClaims.label(text)
    #expect(label?.name == name)
    #expect(
      label.map { String(decoding: Array(text.utf8)[$0.end...], as: UTF8.self) } == "Noise adds up."
    )
  }

  @Test(arguments: [
    "Theorem 2 shows how noise adds up.", "Theorems 2 and 3 imply it.", "Theoremless.", "Theorem",
    "Theorem 2.", "",
  ])
  func aSentenceAboutATheoremHasNoLabel(_ text: String) {
    #expect(TheoremClaims.label(text) == nil)
  }

  @Test func setsFormulasAsSuch() {
    let text = "If noise is bounded, then its spread goes to 0 (as $n)."
    let plain = "If the noise has variance σ^2, then its spread goes to 0."
    func grounded(_ text: String) -> Grounded<String> {
      Grounded(text, [SourceSpan(SourceID("paper"), 0..<text.utf8.count)])
    }
    #expect(TheoremClaims.withFormulas(grounded(text)) == nil)
    #expect(
      TheoremClaims.withFormulas(grounded(plain))?.value
        == "If the noise has variance $σ^2$, then its spread goes to $0$.")
  }
}

struct FormulaMarksTests {
  @Test(arguments: [
    ("Given any ϵ > 0, there is noise.", "Given any $ϵ > 0$, there is noise."),
    ("It takes O(N^2 d) rolls.", "It takes $O(N^2 d)$ rolls."),
    ("It takes o(N^2 d^2 M^{−1}) rolls.", "It takes $o(N^2 d^2 M^{−1})$ rolls."),
    ("If (F (t+1))/(F (t)) = 0, it rolls.", "If $(F (t+1))/(F (t)) = 0$, it rolls."),
    ("As Theorem 8 (Theorem 39) has it.", "As `Theorem 8` (`Theorem 39`) has it."),
    ("The drift is at most 1/3 (see below).", "The drift is at most $1/3$ (see below)."),
    ("The rate = 2 of all rolls.", "The rate = $2$ of all rolls."),
    ("It falls (as noise goes to 0).", "It falls (as noise goes to $0$)."),
    ("All of the marbles roll.", "All of the marbles roll."),
  ])
  func formulasAreWhole(_ text: String, _ marked: String) {
    #expect(FormulaMarks.set(in: text) == marked)
  }
}

struct NumberStandInTests {
  private func reported(_ text: String) -> String? {
    NumberFree.reported(Grounded(text, [SourceSpan(SourceID("paper"), 0..<text.utf8.count)]))?.value
  }

  @Test(arguments: [
    (
      "The careful sorter of damp marbles reaches a final kitchen accuracy of 33.9%.",
      "The careful sorter of damp marbles reaches the reported final kitchen accuracy."
    ),
    (
      "Careful sorters of damp marbles outperform hasty sorters across 14 large kitchens.",
      "Careful sorters of damp marbles outperform hasty sorters across large kitchens."
    ),
    (
      "Careful sorters find more than 37% of the marbles that hasty sorters overlook.",
      "Careful sorters find some of the marbles that hasty sorters overlook."
    ),
    (
      "The careful Llama 2 sorter outperforms hasty sorters of damp marbles in kitchens.",
      "The careful `Llama 2` sorter outperforms hasty sorters of damp marbles in kitchens."
    ),
  ])
  func putsWordsForNumbers(_ text: String, _ expected: String) {
    #expect(reported(text) == expected)
  }

  @Test(arguments: [
    "The net made 67 errors whereas the smaller net of the kitchen made 146 errors of that kind.",
    "The drift is smallest where the spread is at ρ ≥ 0.95 for careful sorters of marbles.",
    "As Theorems 2 and 3 of careful sorters imply, drift adds up in kitchens with wind.",
  ])
  func givesUpWhereNumbersAreTheSense(_ text: String) {
    #expect(reported(text) == nil)
  }
}

struct ClaimedComparisonsTests {
  @Test func namesTheOtherSide() throws {
    var study = StudyPaper()
    study.section("Results", "3")
    study.block("Careful sorters outperform the hasty sorters on damp marbles.")
    let view = try #require(PaperView(study.document))
    let block = try #require(view.paper.blocks.last)
    let comparisons = ClaimedComparisons(view, own: OwnNames(view, Atoms()))
    #expect(comparisons.comparands(in: view.grounded(block.span)).map(\.value) == ["hasty sorters"])
  }
}
