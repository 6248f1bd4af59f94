import IR
import Testing

struct TextSearchTests {
  @Test func findsByBytes() {
    #expect("a naïve naive".utf8Range(of: "naive") == 9..<14)
    #expect("aaa".utf8Range(of: "aa", from: 1) == 1..<3)
    #expect("aaa".utf8Range(of: "aa", from: 2) == nil)
    #expect("abc".utf8Range(of: "abcd") == nil)
    #expect("abc".find("c").map { "abc"[$0] } == "c")
    #expect("one two three"[...].dropFirst(4).utf8Range(of: "three") == 4..<9)
  }

  /// Whichever byte of it is looked for first.
  @Test(arguments: [
    " seed", "seed", " ", "  ", "a", "tease", " tea", "eat.", "é", "–", ", but ", "x y", "ee", " e",
  ])
  func findsWhatAPlainWalkFinds(_ needle: String) {
    let text = "  eat. a tea – tease a seed, but eat seeds ééx y xé, buts  e tee "
    let bytes = Array(text.utf8)
    let sought = Array(needle.utf8)
    for start in 0...bytes.count {
      let expected = (start...max(start, bytes.count)).first {
        bytes[$0...].starts(with: sought)
      }
      #expect(text.utf8Range(of: needle, from: start)?.lowerBound == expected)
      #expect(text[...].utf8Range(of: needle, from: start)?.lowerBound == expected)
    }
  }

  @Test func doesNotComposeCharacters() {
    // An e with a combining accent is no é, and is not found in one.
    #expect(!"e\u{301}".has("é"))
    #expect("e\u{301}".has("e"))
  }

  @Test(arguments: [
    ("a-b-c", "-", "+", "a+b+c"), ("aaa", "aa", "b", "ba"), ("abc", "x", "y", "abc"),
    ("", "x", "y", ""), ("aXa", "a", "aa", "aaXaa"), ("abc", "", "y", "abc"),
    ("grüße ß", "ß", "ss", "grüsse ss"),
  ])
  func swaps(_ text: String, _ old: String, _ new: String, _ expected: String) {
    #expect(text.swapping(old, for: new) == expected)
  }

  @Test func trims() {
    #expect(" .a.b. ".trimmed(of: " .") == "a.b")
    #expect("...".trimmed(of: ".") == "")
  }
}
