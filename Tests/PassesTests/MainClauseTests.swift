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
      "kNN-sorters forget every marble that they …"
    ),
    (
      "Because of small, damp, and cold marbles, the scale drifts by more than it weighs now.",
      "The scale drifts by more than it weighs now"
    ),
    // A condition is part of what is said.
    (
      "If a marble is wet, the sorter is slow and weighs it twice.",
      "If a marble is wet, the sorter is slow and weighs …"
    ),
    // Nothing tells where the main clause begins.
    (
      "While marbles, grains and other small things roll away everybody looks for them.",
      "While marbles, grains and other small things roll …"
    ),
    (
      "However, α marbles of the yard need two long turns today.",
      "α marbles of the yard need two long turns today"
    ),
    ("While it rains, we wait.", "While it rains, we wait"),
    (
      "Marbles that were weighed twice, the last of them by hand, are heavier than they were.",
      "Marbles that were weighed twice …"
    ),
  ])
  func saysWhatTheSentenceIsAbout(_ sentence: String, _ expected: String) {
    #expect(title(sentence) == expected)
  }
}
