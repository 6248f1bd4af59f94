import IR
import Testing

@testable import Passes

struct FullerStatementTests {
  private let names = NameDeletion(
    title: "Weighing marbles twice", names: ["careful sorter", "careful sorters"])

  @Test(arguments: [
    // Words of the title, a term, function words and short ones do not count.
    ("Careful sorters outperform hasty sorters.", 3),
    ("Weighing twice is better for marbles.", 1),
    (
      "Damp marbles swing the pan, which hides small differences between readings from hasty hands.",
      8
    ),
  ])
  func countsWhatIsNoName(_ statement: String, _ count: Int) {
    #expect(names.contentLeft(in: statement) == count)
    #expect(names.livesOnNames(statement) == (count < 8))
  }

  private func claims(_ block: String) async throws -> [Claim] {
    var study = StudyPaper()
    study.section("Results", "3")
    study.block(block)
    return try await study.passed(through: "claims").claims.claims
  }

  private static let thin = "Careful sorters outperform hasty sorters on damp marbles."

  @Test func takesTheSentenceBehind() async throws {
    let claims = try await claims(
      Self.thin + " This is because the pan swings longer below them and hides their differences.")
    let claim = try #require(claims.first)
    #expect(claim.statement.value.hasSuffix("hides their differences."))
    #expect(claim.title.value == String(Self.thin.dropLast()))
    #expect(claims.count == 1)
  }

  private static let other =
    "Swinging pans lead to far worse readings than calm pans in windy rooms with open doors."

  @Test func isEvidenceOfTheFullerClaimBesideIt() async throws {
    let claims = try await claims(Self.thin + " " + Self.other)
    #expect(claims.map(\.statement.value) == [Self.other])
    #expect(claims.first?.basis.map(\.value).contains(Self.thin) == true)
  }

  @Test func staysAClaimWhereThePaperSumsUp() async throws {
    var study = StudyPaper()
    study.section("Conclusion", "3")
    study.block(Self.thin + " " + Self.other)
    let claims = try await study.passed(through: "claims").claims.claims
    #expect(claims.map(\.statement.value) == [Self.thin, Self.other])
  }

  @Test func leavesAFullStatementAlone() async throws {
    let full =
      "Careful sorters clearly outperform hasty sorters on damp marbles, because swinging pans hide small "
      + "differences between neighbouring weights."
    let claims = try await claims(full + " The pan swings longer and hides their differences.")
    #expect(claims.first?.statement.value == full)
  }

  @Test func takesNoQuestionAndNoPointer() async throws {
    let claims = try await claims(Self.thin + " Is that because the pan swings below them so long?")
    #expect(claims.first?.statement.value == Self.thin)
  }

  @Test(arguments: [
    ("Noise matters (see Table 3 row (E)).", "Noise matters."),
    ("Noise matters (Fig. 2, left) and adds up [9, 12].", "Noise matters and adds up."),
    ("Noise matters (see [9]) on marbles (Fig. 4 right vs. left).", "Noise matters on marbles."),
    ("Noise matters as in [9].", "Noise matters as in [9]."),
    ("The damping in Eq. (8) matters.", "The damping matters."),
    ("The damping is in Eq. (8) of steel.", "The damping is in Eq. (8) of steel."),
    ("Noise (in steel) takes O(n) of f[3].", "Noise (in steel) takes O(n) of f[3]."),
    ("Noise matters (as Section 2 says of steel).", "Noise matters (as Section 2 says of steel)."),
  ])
  func pointersGo(_ sentence: String, _ expected: String) {
    #expect(PointerFree.text(sentence) == expected)
  }
}
