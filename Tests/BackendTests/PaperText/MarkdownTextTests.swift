import Testing

@testable import Backend

struct MarkdownTextTests {
  @Test(arguments: [
    ("plain words, 3 < 5 and x_i", "plain words, 3 < 5 and x_i"),
    ("a*b*c and 2 * 3", "a\\*b\\*c and 2 * 3"),
    ("_init_ of x_i_j", "\\_init_ of x_i_j"),
    ("x^{2}_{i}", "x^{2}\\_{i}"),
    ("the <s> token", "the \\<s> token"),
    ("`code`", "\\`code\\`"),
    ("[3](4) and [3]", "[3]\\(4) and [3]"),
    ("see [^2]", "see \\[^2]"),
    ("$5 and $10", "\\$5 and \\$10"),
    ("about $5", "about $5"),
    ("~5 to ~10", "\\~5 to \\~10"),
    ("AT&amp;T, R&D", "AT\\&amp;T, R&D"),
    ("\\alpha", "\\\\alpha"),
  ])
  func insideALine(_ text: String, _ expected: String) {
    #expect(MarkdownText.inline(text) == expected)
  }

  @Test(arguments: [
    ("# of runs", "\\# of runs"), ("1. first", "1\\. first"), ("12) last", "12\\) last"),
    ("1.5 metres", "1.5 metres"), ("- 3 points", "\\- 3 points"), ("-3 points", "-3 points"),
    ("> 5", "\\> 5"), ("| a", "\\| a"), ("---", "\\---"), ("[3]: there", "\\[3]: there"),
    ("", ""),
  ])
  func atTheStartOfALine(_ text: String, _ expected: String) {
    #expect(MarkdownText.line(text) == expected)
  }

  @Test func aCellHasNoBars() {
    #expect(MarkdownText.cell("|x| = 3") == "\\|x\\| = 3")
  }

  @Test func aFenceIsLongerThanWhatIsInside() {
    #expect(MarkdownText.fenced("a\n```\nb") == "````\na\n```\nb\n````")
    #expect(MarkdownText.fenced("a\u{1}b") == "```\nab\n```")
  }
}
