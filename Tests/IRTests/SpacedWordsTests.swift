import IR
import Testing

/// Splitting and letters by bytes give what the standard library's ways by characters give.
struct SpacedWordsTests {
  private static let texts = [
    "", " ", "one", " one", "one ", "one two", "  one   two  three ", "naïve – “quoted” x", "日本 語",
    "A.1 Über 3.2", "\tone\ntwo three",
  ]

  @Test(arguments: texts)
  func wordsAreTheParts(_ text: String) {
    #expect(text.words() == text.split(separator: " "))
    #expect(text.wordCount == text.split(separator: " ").count)
    #expect(text.dropFirst().words() == text.dropFirst().split(separator: " "))
  }

  @Test func whatIsLeftStaysOnePart() {
    #expect("a b c  d".words(maxSplits: 2) == ["a", "b", "c  d"])
    #expect("  a".words(maxSplits: 1) == ["a"])
    #expect("a  b c".words(maxSplits: 1) == ["a", "b c"])
    #expect("a b".words(maxSplits: 0) == ["a b"])
  }

  @Test(arguments: texts)
  func lettersAreTheSame(_ text: String) {
    #expect(text.lowercase == text.lowercased())
    #expect(text.letterCount == text.unicodeScalars.count { $0.properties.isAlphabetic })
    #expect(text.dropFirst().lowercase == text.dropFirst().lowercased())
  }

  @Test func theEndsAreTrimmedByScalars() {
    #expect("– (one) –".trimmed(of: "– ()") == "one")
    #expect("()".trimmed(of: "()") == "")
    #expect("a".trimmed(of: "") == "a")
  }
}
