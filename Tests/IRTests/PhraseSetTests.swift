import IR
import Testing

@Suite struct PhraseSetTests {
  private let phrases: PhraseSet = ["test", "training data", "train", "ü", ""]

  @Test(arguments: ["a test", "testing", "training", "a tteST test", "grün"])
  func findsPhrasesAnywhere(_ text: String) { #expect(phrases.stands(in: text)) }

  @Test(arguments: ["", "tes", "a TEST", "trail", "grun"])
  func findsNoPartOfOne(_ text: String) { #expect(!phrases.stands(in: text)) }

  @Test func givesTheFirstOfTheListAndNotOfTheText() {
    #expect(phrases.firstIndex(in: "training data of a test") == 0)
    #expect(phrases.firstIndex(in: "more training data") == 1)
    #expect(phrases.firstIndex(in: "a train of data") == 2)
    #expect(phrases.firstIndex(in: "nothing") == nil)
  }
}
