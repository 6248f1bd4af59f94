import IR
import Testing

@testable import Passes

/// Statements that said all in their numbers.
struct BareClauseTests {
  @Test(arguments: [
    "With the pan dried, our sorter has the reported error on the yard.",
    "Weighing every marble twice resulted in the reported drift with the reported spread.",
  ])
  func saysNothingThatANumberDoesNotSay(_ statement: String) {
    #expect(BareClause.onlyReports(statement))
  }

  @Test(arguments: [
    "Our sorter has the reported error, which is lower than that of any other sorter.",
    "Our sorter reaches the reported error, improving over all sorters that were built before.",
    "The child has a scale that was bought last year.",
    "At the reported cost the sorter wears out faster than the scale.",
  ])
  func saysWhatCameOfIt(_ statement: String) {
    #expect(!BareClause.onlyReports(statement))
  }

  @Test(arguments: [
    "The time rose by an average of across all yards.", "One sorter kept all marbles [A.",
    "The drift was found to be greater than.",
  ])
  func findsWhatWasTornOff(_ text: String) { #expect(BareClause.isBroken(text)) }

  @Test(arguments: [
    "The drift is larger on sand than on grass.", "Both sorters, old and new, err [rarely].",
    "What the scale is made of matters.",
  ])
  func leavesWhatIsWhole(_ text: String) { #expect(!BareClause.isBroken(text)) }

  @Test func takesTheTimesWithTheirNumber() {
    let sentence = Grounded(
      "The careful sorter reduces the number of misplaced marbles by 30 times.", [])
    #expect(
      NumberFree.reported(sentence)?.value
        == "The careful sorter reduces the number of misplaced marbles.")
  }
}
