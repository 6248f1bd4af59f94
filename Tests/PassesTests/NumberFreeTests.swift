import IR
import Testing

@testable import Passes

struct NumberFreeTests {
  private func statement(_ text: String) -> String? {
    let span = SourceSpan(SourceID("paper"), 0..<text.utf8.count)
    return NumberFree.statement(Grounded(text, [span]))?.value
  }

  @Test func leavesSentencesWithoutNumbersAsTheyAre() {
    let text = "Selective weighing keeps nearly all of the accuracy."
    let span = SourceSpan(SourceID("paper"), 0..<text.utf8.count)
    #expect(NumberFree.statement(Grounded(text, [span])) == Grounded(text, [span]))
  }

  @Test func saysHowItsValueCameAbout() {
    let text = "Selective weighing reduces the error of careful sorters by 3 points."
    let span = SourceSpan(SourceID("paper"), 0..<text.utf8.count)
    let made = NumberFree.statement(Grounded(text, [span]))
    #expect(made?.derivation == .computed("sentence without its numbers"))
    #expect(made?.spans == [span])
  }

  @Test(arguments: [
    (
      "Selective weighing reduces the error of careful sorters by 3 points.",
      "Selective weighing reduces the error of careful sorters."
    ),
    (
      "Silence padding outperforms cut clips by 5.7 points on the quiet street and by 9.1 points on the busy street.",
      "Silence padding outperforms cut clips on the quiet street and on the busy street."
    ),
    (
      "The sorter beats every older sorter (96.4 against 91.2) on damp marbles.",
      "The sorter beats every older sorter on damp marbles."
    ),
    (
      "Careful weighing improves the accuracy of sorters from 91 to 96 on damp marbles.",
      "Careful weighing improves the accuracy of sorters on damp marbles."
    ),
    (
      "As Table 1 shows, careful weighing of damp marbles outperforms hasty weighing by 3 points.",
      "As Table 1 shows, careful weighing of damp marbles outperforms hasty weighing."
    ),
    (
      "False alarms of careful sorters fall from 5.6 to 2.5 per day on damp marbles.",
      "False alarms of careful sorters fall on damp marbles."
    ),
    (
      "On a toy set of 2,400 damp marbles, careful weighing beats all hasty sorters.",
      "On a toy set of damp marbles, careful weighing beats all hasty sorters."
    ),
    (
      "Replacing the scale of one sorter with the scale of another performs worse, with an error of 4.5%.",
      "Replacing the scale of one sorter with the scale of another performs worse."
    ),
    (
      "Careful weighing sets a new state-of-the-art error of 4.5 on damp marbles.",
      "Careful weighing sets a new state-of-the-art error on damp marbles."
    ),
    (
      "Careful weighing helps all sorters of damp marbles by more than 5%.",
      "Careful weighing helps all sorters of damp marbles."
    ),
    (
      "Careful weighing of damp marbles achieves 2.4× speedup over hasty weighing.",
      "Careful weighing of damp marbles achieves a speedup over hasty weighing."
    ),
    (
      "Careful weighing of damp marbles gives a 28% improvement over hasty weighing.",
      "Careful weighing of damp marbles gives an improvement over hasty weighing."
    ),
    (
      "The careful sorter achieves 28.4 BLEU on damp marbles, improving over all hasty sorters.",
      "The careful sorter achieves the reported BLEU on damp marbles, improving over all hasty sorters."
    ),
    (
      "On damp marbles careful weighing achieves an error of 4.5 mm and outperforms hasty weighing by 1.5 mm.",
      "On damp marbles careful weighing outperforms hasty weighing."
    ),
    ("LRR beats persistence by 1.5 mm.", "LRR beats persistence."),
    (
      "We find: 1) careful sorters are slower, and 2) hasty sorters of damp marbles make more errors.",
      "We find: careful sorters are slower, and hasty sorters of damp marbles make more errors."
    ),
  ])
  func dropsWhatOnlyMeasures(_ text: String, _ expected: String) {
    #expect(statement(text) == expected)
  }

  /// Where the number is the sense, there is no statement.
  @Test(arguments: [
    "Two thirds, that is 2/3 of all careful sorters, weigh damp marbles again.",
    "Only 3 out of 5 careful sorters of damp marbles weigh them again.",
    "The error is 4 for every careful sorter of damp marbles.",
    "Careful sorters of damp marbles weigh each of them again and have an error of 4.5%.",
    "The careful sorter of damp marbles reaches 93.1% accuracy on quiet days.",
    "Careful sorters of damp marbles need O(N^2) readings where hasty sorters need none.",
    "Up to a weight of 512, careful sorters of damp marbles beat all hasty sorters.",
    "For careful sorters of damp marbles we set the band to λ = 0.5 at all times.",
    "Careful weighing does not improve the sorting of damp marbles by more than 5%.",
    "For sorters of damp marbles, using 2 scales is the best choice by far.",
    "In practice a fade of 400 samples is enough for careful sorters of damp marbles.",
    "It has 5.", "2014 was a good year for sorting marbles with care.",
  ])
  func isNoneWhereTheSenseWouldChange(_ text: String) {
    #expect(statement(text) == nil)
  }

  @Test func cutsNoItemOffAList() {
    #expect(
      NumberFree.withoutClauses(
        "Careful weighing of damp marbles helps by day, by night, and in 5 of 7 storms.") == nil)
    #expect(
      NumberFree.withoutClauses(
        "Careful weighing of damp marbles helps all of the sorters, and hasty weighing costs 5%.")
        == "Careful weighing of damp marbles helps all of the sorters.")
  }

  @Test(arguments: [
    ("It helps (by 3 points) a lot.", "It helps  a lot."),
    ("It helps (a lot).", "It helps (a lot)."),
    ("It (that (3) is) helps.", "It  helps."), ("It (is open 3", "It (is open 3"),
    ("It (see [4]) helps.", "It (see [4]) helps."), ("It needs f(3) steps.", nil),
  ])
  func dropsParenthesesWithNumbers(_ text: String, _ expected: String?) {
    #expect(NumberFree.withoutParentheses(text) == expected)
  }
}
