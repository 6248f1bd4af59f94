import Testing

@testable import Frontend

struct ComposedTextTests {
  @Test func lettersAndMarksBecomeOne() {
    #expect("cafe\u{301}".composed.unicodeScalars.elementsEqual("caf\u{E9}".unicodeScalars))
    #expect("\u{212B}".composed.unicodeScalars.elementsEqual("\u{C5}".unicodeScalars))
    #expect("∃\u{338}".composed.unicodeScalars.elementsEqual("∄".unicodeScalars))
    #expect("\u{1112}\u{1161}".composed.unicodeScalars.elementsEqual("하".unicodeScalars))
  }

  /// What is left alone without asking must be what asking would leave alone.
  @Test func whatIsLeftAloneIsComposed() {
    for value: UInt32 in 0x20...0x2300 {
      guard let scalar = Unicode.Scalar(value),
        scalar.properties.canonicalCombiningClass == .notReordered
      else { continue }
      let text = String(scalar)
      let decomposed = "\(text)a\u{301}".composed.unicodeScalars.dropLast()
      #expect(
        text.composed.unicodeScalars.elementsEqual(decomposed), "U+\(String(value, radix: 16))")
    }
  }
}
