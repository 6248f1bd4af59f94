import IR
import Testing

@testable import Passes

struct LexiconTests {
  private func names(_ lexicon: Lexicon, in text: String) -> [String] {
    let span = SourceSpan(SourceID("paper"), 0..<text.utf8.count)
    return lexicon.mentions(in: Grounded(text, [span])).map(\.value)
  }

  @Test(arguments: [
    ("Top-5 accuracy and the F1-score rise.", ["Top-5 accuracy", "F1-score"]),
    ("The accuracy is the accuracy.", ["accuracy"]),
    ("It maps inaccuracy to wordless terrors.", []),
    ("Mean average precision (mAP) is a map.", ["Mean average precision"]),
    ("The loss.", ["loss"]), ("Lossless coding", []),
    ("Validation loss, then loss", ["Validation loss"]),
    ("Recall that the loss function has error bars.", []),
    ("The loss of recall.", ["loss", "recall"]),
  ])
  func findsMetricsAsWholeWords(_ text: String, _ expected: [String]) {
    #expect(names(.metrics, in: text) == expected)
  }

  @Test(arguments: [
    ("It runs on 8 NVIDIA A100 GPUs.", ["A100", "GPUs"]),
    ("One RTX 3090 suffices.", ["RTX 3090"]), ("The M1-based port", []), ("A cpu", ["cpu"]),
  ])
  func findsHardware(_ text: String, _ expected: [String]) {
    #expect(names(.hardware, in: text) == expected)
  }

  @Test func givesEachMentionItsPlace() throws {
    let text = "Über CIFAR-10 und MNIST."
    let span = SourceSpan(SourceID("paper"), 50..<(50 + text.utf8.count))
    let found = Lexicon.datasets.mentions(in: Grounded(text, [span]))
    #expect(found.map(\.value) == ["CIFAR-10", "MNIST"])
    #expect(found.map(\.spans) == [[span.narrowed(to: 6..<14)], [span.narrowed(to: 19..<24)]])
  }

  @Test func doesNotPlaceWhatWasDerived() {
    let span = SourceSpan(SourceID("paper"), 0..<9)
    let found = Lexicon.metrics.mentions(in: Grounded("the accuracy", [span], .inferred))
    #expect(found.map(\.spans) == [[span]])
  }

  @Test(arguments: [
    ("lr", "the lr is small", 4..<6), ("lr", "alr and lrs", nil), ("lr", "x-lr, lr", 6..<8),
    ("β1", "with β1 = 0.9", 5..<8), ("heads", "(heads)", 1..<6), ("lr", "", nil),
  ])
  func findsWholeWords(_ name: String, _ text: String, _ range: Range<Int>?) {
    #expect(Lexicon.whole(name, in: text) == range)
  }
}
