import IR
import Testing

@testable import Passes

/// Statements behind the words that say where they were read.
struct StatementPlaceTests {
  @Test(arguments: [
    "In these two tables, first, we can observe that careful sorters of damp marbles make fewer errors.",
    "From the results in Table 2, careful sorters of damp marbles make fewer errors.",
  ])
  func readsOnBehindTheTable(_ text: String) {
    let sentence = Grounded(text, [SourceSpan(SourceID("paper"), 0..<text.utf8.count)])
    #expect(
      ClaimStatement(sentence)?.text.value == "Careful sorters of damp marbles make fewer errors.")
  }

  /// What only points is no first half of a statement.
  @Test func beginsWithNoPointer() {
    func grounded(_ text: String) -> Grounded<String> {
      Grounded(text, [SourceSpan(SourceID("paper"), 0..<text.utf8.count)])
    }
    #expect(
      ClaimStatement(
        grounded("It falls for all careful sorters of damp marbles."),
        after: grounded("First, we show the full error of all sorters in Table 8.")) == nil)
  }

  @Test func knowsABelief() {
    let text = "We believe the belt of careful sorters helps because it keeps the marbles dry."
    let sentence = Grounded(text, [SourceSpan(SourceID("paper"), 0..<text.utf8.count)])
    #expect(ClaimStatement(sentence)?.isHedged == true)
  }
}
