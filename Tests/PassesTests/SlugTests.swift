import Passes
import Testing

struct SlugTests {
  @Test(arguments: [
    ("Main results of the sorter", 3, "main_results_sorter"),
    ("Accuracy (%) on CIFAR-10", 6, "accuracy_cifar_10"),
    ("The and of", 4, ""),
    ("Café Größe", 4, "caf_gr_e"),
    ("secret credentials of Bob", 4, "bob"),
    ("", 3, ""),
  ])
  func makesFileNames(_ text: String, _ words: Int, _ slug: String) {
    #expect(Slug.make(text, words: words) == slug)
  }

  /// Six words of any text make a name that every disk takes.
  @Test func wordsThatAreNoneAreCut() {
    let text = [String](repeating: String(repeating: "x", count: 3_000), count: 9)
    #expect(Slug.make(text.joined(separator: " "), words: 6).utf8.count == 6 * 32 + 5)
  }
}
