import IR
import Testing

struct WordSetTests {
  private let words: WordSet = ["of", "the", "équipe", ""]

  @Test(arguments: ["of", "the", "équipe", ""])
  func hasItsWords(_ word: String) {
    #expect(words.contains(word))
  }

  /// Among them words of the same length with the same ends.
  @Test(arguments: ["if", "tie", "tae", "o", "off", "équipé", "OF", "\u{0}"])
  func hasNoOthers(_ word: String) {
    #expect(!words.contains(word))
  }

  @Test func joins() {
    let joined = words.union(["on"])
    #expect(joined.contains("on") && joined.contains("of") && !joined.contains("in"))
  }
}

struct ScalarSetTests {
  private let marks: ScalarSet = " ,@~“∼"

  @Test func hasItsScalarsAndNoOthers() {
    let found = (0..<0x3000 as Range<UInt32>).compactMap(Unicode.Scalar.init)
      .filter(marks.contains)
    #expect(found == Array(" ,@~“∼".unicodeScalars))
  }
}
