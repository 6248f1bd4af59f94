import IR
import Testing

@testable import Passes

/// What would refute a claim, in words that are right of any measure.
struct FalsificationCriterionTests {
  private func criterion(_ text: String, isProved: Bool = false) -> String {
    let span = SourceSpan(SourceID("paper"), 0..<text.utf8.count)
    let statement = Grounded(text, [span])
    return Falsification.criterion(
      for: Atom(span: span, section: 0, block: 0), statement, statement: statement, exhibits: [],
      section: "§4", scope: Claim.Scope(data: [], measures: []), isProved: isProved
    ).value
  }

  private static let start = "Repeating what §4 reports with the same data and settings, "

  @Test(arguments: [
    (
      "Both sorters reach a similar error.",
      "a clear difference turns up where the statement sees none"
    ),
    ("Wind does not matter.", "the effect that the statement denies turns up"),
    ("False rings fall with time.", "what the statement says to fall stays the same or rises"),
    (
      "Accuracy improves with time.",
      "what the statement says to improve stays the same or gets worse"
    ),
  ])
  func tellsTheOppositeOfTheStatement(_ statement: String, _ outcome: String) {
    #expect(criterion(statement) == Self.start + outcome + ".")
  }

  @Test func asksForACounterexampleOfATheorem() {
    #expect(
      criterion("Wind does not matter.", isProved: true)
        == "A counterexample turns up: a case that meets all assumptions of the theorem and not its "
        + "conclusion.")
  }
}
