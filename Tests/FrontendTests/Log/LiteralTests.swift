import Testing

@testable import Frontend

@Suite struct LiteralTests {
  private func parse(_ text: String) -> (literal: Literal?, isComplete: Bool) {
    var parser = LiteralParser(Array(text.utf8))
    let literal = parser.parse()
    return (literal, parser.isComplete)
  }

  @Test func pythonAndJSONAreOneGrammar() throws {
    let (literal, isComplete) = parse(
      #"{'a': 'it\'s', "b": [1, 2.5e-3, nan, -inf], 'c': (None, True), 'd': "l'été", 'e': {}}"#)
    #expect(isComplete)
    let value = try #require(literal)
    #expect(value["a"]?.string == "it's")
    #expect(value["d"]?.string == "l'été")
    let numbers = value["b"]?.elements.map { element -> String in
      if case .number(let text) = element.value { text } else { "?" }
    }
    #expect(numbers == ["1", "2.5e-3", "nan", "-inf"])
    #expect(value["c"]?.elements.count == 2)
    #expect(value["e"]?.entries.isEmpty == true)
  }

  @Test func callsStandForTheirFirstArgument() {
    let (literal, isComplete) = parse("{'x': np.float64(1.5), 'y': tensor(2, device='cpu')}")
    #expect(!isComplete)
    if case .number(let text) = literal?["x"]?.value { #expect(text == "1.5") }
    #expect(literal?.entries.map(\.key) == ["x"])
  }

  @Test func ofWhatIsCutTheCompletePartStays() {
    let (literal, isComplete) = parse(#"{"a": 1, "b": {"c": 2, "d": 3.1"#)
    #expect(!isComplete)
    #expect(literal?["b"]?.entries.map(\.key) == ["c"])
    #expect(parse("").literal == nil)
    #expect(parse("{'a': 'no end}").literal?.entries.isEmpty == true)
  }

  @Test func depthHasALimit() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(!parse(deep).isComplete)
  }

  @Test(arguments: [
    ("1", true), ("-1.5", true), ("1e-05", true), (".5", true), ("5.", true), ("", false),
    ("-", false), ("1e", false), ("1,000", false), ("0x10", false), ("1.2.3", false),
    ("1e999", false),
  ])
  func finiteNumbersAreTold(_ text: String, _ isFinite: Bool) {
    #expect(PrintedNumber.isFinite(text) == isFinite)
  }

  @Test func escapesAreResolved() {
    #expect(JSONText(Array(#"\u0041\/\t\x42\U0001F600\q"#.utf8)).text == "A/\tB\u{1F600}q")
    #expect(JSONText(Array(#"\u12"#.utf8)).isRepaired)
    #expect(JSONText([0x61, 0xFF, 0x62]).text == "a\u{FFFD}b")
  }
}
