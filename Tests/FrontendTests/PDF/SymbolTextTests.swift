import Testing

@testable import Frontend

struct SymbolTextTests {
  @Test(
    arguments: [
      ("3", "✓"), ("7", "✗"), ("4", "✔"), ("8", "✘"), ("l", "●"), ("H", "★"), ("\u{AC}", "①"),
      ("\u{E8}", "➨"), ("\u{D5}", "→"), ("✗", "✗"),
    ] as [(Unicode.Scalar, Unicode.Scalar)])
  func dingbatsAreWhatIsSeen(_ code: Unicode.Scalar, _ seen: Unicode.Scalar) {
    #expect(SymbolText.seen(code, in: FontStyle("ABCDEF+Dingbats")) == seen)
    #expect(SymbolText.seen(code, in: FontStyle("ABCDEF+CMR10")) == code)
  }

  @Test func theIncrementSignIsDelta() {
    #expect(SymbolText.seen("\u{2206}", in: FontStyle("CMR10")) == "Δ")
  }
}
