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
}
