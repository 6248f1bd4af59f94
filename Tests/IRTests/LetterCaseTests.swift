import IR
import Testing

struct LetterCaseTests {
  /// What is known of letters without the Unicode tables is what the tables say.
  @Test func agreesWithTheTablesOnEveryScalar() {
    let scalars = (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
    for scalar in scalars {
      let isLetter = scalar.properties.isAlphabetic
      #expect(scalar.isLetter == isLetter, "\(scalar.value)")
      if scalar.isSmallLetter {
        #expect(scalar.properties.lowercaseMapping == String(scalar), "\(scalar.value)")
      }
      if isLetter {
        // What reads a sentence gives a letter half as much room again.
        let length = scalar.properties.lowercaseMapping.utf8.count
        #expect(length * 2 <= UTF8.width(scalar) * 3, "\(scalar.value)")
      }
    }
  }

  @Test func putsTextInLowerCase() {
    for text in ["L’Œuvre ÉTÉ", "Θ ≤ Ω", "ẞ", "İ", "plain", "", "naïve 日本"] {
      #expect(text.lowercase == text.lowercased())
    }
  }
}
