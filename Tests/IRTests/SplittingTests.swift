import IR
import Testing

struct SplittingTests {
  private static let texts = [
    "", " ", "one", " one  two ", "a-b, c", "“a” – b", "− 3 = x", "a \u{301}b c", "a,\u{20E3} b",
    "é ü",
    "e\u{301} f",
  ]

  @Test(arguments: texts)
  func splitsAsTheStandardLibraryDoes(_ text: String) {
    #expect(text.parts(between: " ") == text.split(separator: " "))
    #expect(
      text.parts(between: " ", omittingEmptyParts: false)
        == text.split(separator: " ", omittingEmptySubsequences: false))
    #expect(text.parts(between: " ,-") == text.split { " ,-".contains($0) })
  }

  @Test(arguments: texts + ["ÀÉ İ", "ΑΣ ΟΔΟΣ", "K → “Q” Ⅷ 𝐀", "A\u{30A}B"])
  func lowersAsTheStandardLibraryDoes(_ text: String) {
    #expect(text.lowercase == text.lowercased())
    #expect(text[...].lowercase == text.lowercased())
  }

  @Test func walksOverScalarsInBothDirections() {
    let text = "aé–𝐀"
    let scalars = Array(text.unicodeScalars)
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var at = 0
      for scalar in scalars {
        let (found, end) = bytes.scalar(at: at)
        #expect(found == scalar)
        #expect(bytes.scalar(before: end).start == at)
        #expect(bytes.scalar(before: end).0 == scalar)
        at = end
      }
      #expect(at == bytes.count)
    }
  }
}
