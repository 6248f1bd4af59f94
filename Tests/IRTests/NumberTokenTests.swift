import IR
import Testing

struct NumberTokenTests {
  private func numbers(_ text: String) -> [String] { NumberToken.scan(text).map(\.text) }

  @Test(arguments: [
    ("It reaches 96.4 on 3 scales.", ["96.4", "3"]),
    ("1,000 marbles and 12,345.6 grams", ["1,000", "12,345.6"]),
    ("a rate of .05, or 5%", [".05", "5"]),
    ("from 0 to 1", ["0", "1"]),
    ("(93.1)", ["93.1"]),
    ("-0.5 and −2", ["0.5", "2"]),
    ("1e-4", []),
    ("3.5.", ["3.5"]),
    ("1, 2, and 3.", ["1", "2", "3"]),
    ("10−20", ["10", "20"]),
    ("2:1", ["2", "1"]),
    ("£4", ["4"]),
  ])
  func findsNumbers(_ text: String, _ expected: [String]) {
    #expect(numbers(text) == expected)
  }

  @Test(arguments: [
    "ResNet-50", "3x", "p99", "GPT-4o", "2nd", "H100", "x_1", "1_000", "Wide-28-layer", "3-fold",
    "A.1", "B.12",
  ])
  func passesOverWhatIsGluedToLetters(_ text: String) {
    #expect(numbers("The \(text) stands here.") == [])
  }

  @Test(arguments: [
    "§3.2", "§ 4", "Table 2", "Tables 2", "Figure 3", "Fig. 4", "Figs. 5", "Eq. 6", "Eq. (7)",
    "Equation 8", "(Table 9)", "Tab. 3",
  ])
  func passesOverLabels(_ text: String) {
    #expect(numbers("As \(text) shows.") == [])
  }

  @Test(arguments: ["`lr = 0.1`", "$x = 3$", "[12]", "[3, 5]", "[1–4]", "[1-4]"])
  func passesOverCodeFormulasAndCitations(_ text: String) {
    #expect(numbers("It is \(text) here.") == [])
  }

  @Test(arguments: [
    ("`0.1 is open", ["0.1"]), ("$5 and 6", ["5", "6"]), ("[3 apples]", ["3"]), ("[]7", ["7"]),
    ("[3.5]", ["3.5"]), ("`1\n2`", ["1", "2"]),
  ])
  func masksOnlyWhatIsClosed(_ text: String, _ expected: [String]) {
    #expect(numbers(text) == expected)
  }

  @Test(arguments: [
    ("ImageNet 2012", []), ("WMT 2014 and 2015", ["2015"]), ("in 2012", ["2012"]),
    ("Scale 1800", ["1800"]), ("Scale 2012.5", ["2012.5"]),
  ])
  func passesOverYearsOfNames(_ text: String, _ expected: [String]) {
    #expect(numbers(text) == expected)
  }

  @Test(arguments: [
    ("ImageNet 2012", ["2012"]), ("9x faster", ["9"]), ("Eq. (8)", ["8"]), ("[12]", ["12"]),
    ("9xy", []), ("Table 9", []), ("Tab. 3", []),
  ])
  func findsNumbersOfNames(_ text: String, _ expected: [String]) {
    #expect(NumberToken.scanWithNames(text).map(\.text) == expected)
  }

  @Test func tellsBytesAndScalars() throws {
    let tokens = NumberToken.scan("Ünder 4 °C – 17.5 more")
    #expect(tokens.map(\.text) == ["4", "17.5"])
    #expect(tokens.map(\.scalarOffset) == [6, 13])
    #expect(tokens.map(\.bytes) == [7..<8, 17..<21])
  }

  @Test func isLinearInBrackets() {
    let text = String(repeating: "[1", count: 20_000)
    #expect(NumberToken.scan(text).count == 20_000)
  }
}
