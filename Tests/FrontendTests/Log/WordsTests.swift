import Testing

@testable import Frontend

@Suite struct WordsTests {
  @Test(arguments: [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("It takes 4.90 ms, e.g. on a pan. Good.", ["It takes 4.90 ms, e.g. on a pan.", "Good."]),
    ("First\nsecond line", ["First", "second line"]),
    ("Before.\n```python\nuse = 1. + x\n```\nAfter.", ["Before.", "After."]),
    ("1. Weigh it. 2. Sort it.", ["1. Weigh it.", "2. Sort it."]),
    ("", []),
  ])
  func textsAreSplitIntoSentences(_ text: String, _ sentences: [String]) {
    #expect(Sentences.split(text) == sentences)
  }

  @Test(arguments: [
    ("The pan is slow. I will use two passes. Let us see.", "I will use two passes."),
    ("Replace the pan by a scale.", "Replace the pan by a scale."),
    ("Next: combine both readings.", "Next: combine both readings."),
    ("I try glass and then switch to wood.", "I try glass and then switch to wood."),
    ("I put it back.<score></score> and use it", "I put it back."),
  ])
  func aStatedIntentIsTheLabel(_ text: String, _ label: String) {
    #expect(Approach.label(in: text) == label)
  }

  @Test(arguments: [
    "The use of glass failed.", "It passed my test.", "Score again.", "Let me see.", "",
    "```\nuse glass\n```",
  ])
  func otherWordsAreNoIntent(_ text: String) {
    #expect(Approach.label(in: text) == nil)
  }

  @Test func labelsAreCutAtAWord() {
    let label = Approach.label(in: "Use " + String(repeating: "glass ", count: 30))
    #expect(label?.count == 75)
    #expect(label?.hasSuffix("glass") == true)
    #expect(QuotedText.cut("short", to: 80) == nil)
    #expect(QuotedText.cut("exactly ten", to: 7) == "exactly")
    #expect(QuotedText.cut("unbreakable", to: 4) == "unbr")
  }

  @Test func linesAreJoinedAndControlsDropped() {
    #expect(QuotedText.oneLine(" a\r\n\t b\u{0}c \u{7F}") == "a bc")
    #expect(QuotedText.oneLine("\u{A0}e\u{301}\u{85}\u{1B}x") == "\u{E9} x")
    #expect(QuotedText.oneLine("a\u{0}\u{E9}").isEmpty == false)
  }

  @Test func resultsInTagsAreExact() {
    #expect(LegacyTag.result(in: "<bash-output>x</bash-output>")?.tool == "bash")
    #expect(LegacyTag.result(in: "<score_log-output></score_log-output>")?.text == "")
    #expect(LegacyTag.result(in: "<bash-output>x</bash-output> and more") == nil)
    #expect(LegacyTag.result(in: "<b>x</b>") == nil)
  }
}
