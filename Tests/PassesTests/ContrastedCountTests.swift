import IR
import Testing

@testable import Passes

struct ContrastedCountTests {
  @Test(arguments: [
    (
      "A careful sorter with 18 long readings makes fewer errors than one with 3 readings.",
      "A careful sorter with `18` long readings makes fewer errors than one with `3` readings."
    ),
    (
      "A careful sorter with 18 readings makes fewer errors than hasty sorters with old pans.",
      "A careful sorter with readings makes fewer errors than hasty sorters with old pans."
    ),
    (
      "Control 2 shows that careful sorters make fewer errors than hasty sorters.",
      "`Control 2` shows that careful sorters make fewer errors than hasty sorters."
    ),
    (
      "Careful sorters of damp marbles achieve a 8% improvement over all hasty sorters.",
      "Careful sorters of damp marbles achieve an improvement over all hasty sorters."
    ),
  ])
  func leavesWhatTellsThingsApart(_ sentence: String, _ expected: String) {
    let span = SourceSpan(SourceID("paper"), 0..<sentence.utf8.count)
    #expect(NumberFree.reported(Grounded(sentence, [span]))?.value == expected)
  }
}
