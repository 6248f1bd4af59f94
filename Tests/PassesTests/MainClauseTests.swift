import IR
import Passes
import Testing

struct MainClauseTests {
  private func title(_ sentence: String) -> String? {
    Title.make(
      of: Grounded(sentence, [SourceSpan(SourceID("paper"), 0..<sentence.utf8.count)]), limit: 50)?
      .value
  }

  @Test(arguments: [
    (
      "While most sorters weigh marbles once, we weigh them twice and keep the mean of both.",
      "We weigh them twice and keep the mean of both"
    ),
    (
      "However, kNN-sorters forget every marble that they have not seen within the last hour.",
      "kNN-sorters forget every marble that they"
    ),
    (
      "Given small, damp, and cold marbles, the scale drifts by more than it weighs on most days.",
      "The scale drifts by more than it weighs"
    ),
    // Nothing tells where the main clause begins.
    (
      "If marbles, grains and other small things roll away then everybody looks for them.",
      "If marbles, grains and other small things roll"
    ),
    ("While it rains, we wait.", "While it rains, we wait"),
    (
      "Marbles that were weighed twice, the last of them by hand, are heavier than they were.",
      "Marbles that were weighed twice"
    ),
  ])
  func saysWhatTheSentenceIsAbout(_ sentence: String, _ expected: String) {
    #expect(title(sentence) == expected)
  }
}
