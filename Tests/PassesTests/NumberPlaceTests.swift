import IR
import Testing

@testable import Passes

/// Words that take the place of numbers in what is claimed.
struct NumberPlaceTests {
  private func reported(_ text: String) -> String? {
    NumberFree.reported(Grounded(text, [SourceSpan(SourceID("paper"), 0..<text.utf8.count)]))?.value
  }

  @Test(arguments: [
    ("In the yard 77% of the", "most of the"), ("In the yard 93% of the", "nearly all of the"),
    ("In the yard 50% of the", "half of the"), ("In the yard more than 50% of the", "most of the"),
    ("In the yard 27% of the", "some of the"), ("In the yard 4% of the", "few of the"),
    ("In the yard 100% of the", "all of the"), ("In the yard 9 of 10", "nearly all of the"),
    ("In the yard 77% of", "most"),
  ])
  func aShareIsSaidInWords(_ lead: String, _ words: String) {
    let rest = "damp marbles roll into the kitchen of careful sorters"
    #expect(reported("\(lead) \(rest).") == "In the yard \(words) \(rest).")
  }

  @Test(arguments: [
    (
      "The careful sorters of damp marbles fail beyond 2 hops of the kitchen belt.",
      "The careful sorters of damp marbles fail beyond two hops of the kitchen belt."
    ),
    (
      "Careful sorters were adopted in kitchens with damp marbles in 2013 by all hasty sorters.",
      "Careful sorters were adopted in kitchens with damp marbles by all hasty sorters."
    ),
    (
      "Run B, with the 10 Myr delay, forms damp marbles and wakes careful sorters.",
      "Run B, with the delay, forms damp marbles and wakes careful sorters."
    ),
    (
      "The error of careful sorters rises steeply up to 400 marbles and then stays flat.",
      "The error of careful sorters rises steeply and then stays flat."
    ),
    (
      "Without the dim lamp the error of careful sorters rises to 12.6, which is close to hasty ones.",
      "Without the dim lamp the error of careful sorters rises."
    ),
    (
      "The gap between careful sorters is 0.08%, which is small against hasty sorters.",
      "The gap between careful sorters is small against hasty sorters."
    ),
    (
      "The careful sorter of damp marbles confirms 100% accuracy in all large kitchens.",
      "The careful sorter of damp marbles confirms perfect accuracy in all large kitchens."
    ),
    (
      "Careful sorters achieve an improvement of up to 13.7% in damp kitchens over hasty sorters.",
      "Careful sorters achieve an improvement in damp kitchens over hasty sorters."
    ),
    (
      "The careful sorter of damp marbles exceeds the pass@4 of the hasty kitchen sorter.",
      "The careful sorter of damp marbles exceeds the `pass@4` of the hasty kitchen sorter."
    ),
    (
      "Careful sorters achieve 0.5dB, 0.6dB and 1.1dB improvements over hasty sorters in kitchens.",
      "Careful sorters achieve improvements over hasty sorters in kitchens."
    ),
    (
      "Careful sorters of damp marbles in kitchens outperform hasty sorters by 1.1dB.",
      "Careful sorters of damp marbles in kitchens outperform hasty sorters."
    ),
    (
      "Careful sorting of damp marbles is the most common habit, accounting for 62% on average.",
      "Careful sorting of damp marbles is the most common habit."
    ),
  ])
  func whatIsLeftIsASentence(_ text: String, _ expected: String) {
    #expect(reported(text) == expected)
  }

  /// Where nothing but the number is said, there is no statement.
  @Test(arguments: [
    "The error of the careful sorter of damp marbles in kitchens is 4.49.",
    "We found that 62 kitchens of careful sorters mention damp marbles in their rules.",
    "In practice a fade of 400 samples is enough for careful sorters of damp marbles.",
    "Across kitchens the difference at the 95% confidence shows that careful sorters differ.",
    "In the best of kitchens careful sorters of damp marbles achieve only 62% of ideal speed.",
    "Damp marbles are harder; see section 7 for careful sorters of 3 large kitchens.",
  ])
  func aBareNumberIsNone(_ text: String) { #expect(reported(text) == nil) }
}

struct FalsificationTests {
  private func denial(_ sentence: String, by metric: String? = nil) -> String? {
    ComparedSides(sentence)?.denial(by: metric)
  }

  @Test(arguments: [
    (
      "The careful model outperforms the hasty model on damp marbles.",
      "one finds no advantage of the careful model over the hasty model in error"
    ),
    (
      "BellSort achieves lower error rates than MoonClock.",
      "one finds no lower error rates for BellSort than for MoonClock"
    ),
    (
      "BellSort is faster than MoonClock.",
      "one finds no shorter time for BellSort than for MoonClock"
    ),
  ])
  func namesBothSides(_ sentence: String, _ expected: String) {
    #expect(denial(sentence, by: "error") == expected)
  }

  @Test(arguments: [
    "BellSort obtained a decent weight and outperforms all of the rest.",
    "It outperforms the hasty sorter.", "The marbles are redder than the pan.",
    "The careful sorter may outperform the hasty sorter.",
  ])
  func isSilentWhereASideIsNoName(_ sentence: String) { #expect(denial(sentence) == nil) }
}
