import Passes
import Testing

struct SentenceSplitterTests {
  private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return SentenceSplitter.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ["One reading is cheap.", "Two are dear."],
    ["Does it help?", "It does!", "So we wait."],
    ["It helps (see Table 2).", "We wait."],
    ["He said “wait.”", "We waited."],
    ["It ends.^3", "The next begins."],
    ["It ends.^{12}", "The next begins."],
    ["It weighs 3.5 g.", "A second one weighs 4 g."],
    ["See [3].", "[4] says more."],
    ["It is done.", "(It was not.)"],
    ["It is listed in Appendix C.", "We wait."],
    ["The code runs.", "2 of 3 pass."],
    ["We wait.", "“Why?” they ask."], ["We wait . . .", "They ask."],
    ["We wait...", "A sorter asks."],
    ["We use a band.", "β is its width."],
  ])
  func splits(_ expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
    #expect(sentences(expected.joined(separator: "\n")) == expected)
  }

  @Test(arguments: [
    "Sorters, e.g. Pretend’s, wait.", "See Fig. 3 and Eq. 4.", "Pretend et al. Weigh twice.",
    "By J. A. Pretend.", "Weights vs. Colours.", "It has approx. 40 parts.",
    "It weighs 3.5 g and not 4.5 g.", "We wait... and wait.", "i.i.d. Readings come.",
    "We draw n = 1 . . . S of them.", "We draw 1, 2, ... N of them.", "It has 1 . . . 9, too.",
    "A sentence without an end", "Is it (yes?) so.", "As seen in Figure. 4 it drifts.",
  ])
  func keepsTogether(_ sentence: String) {
    #expect(sentences(sentence) == [sentence])
  }

  /// A variable at a sentence’s end is no initial.
  @Test func endsAfterAVariable() {
    #expect(
      sentences("Let h be the height at time t. We model it as a line.")
        == ["Let h be the height at time t.", "We model it as a line."])
    #expect(sentences("As M. Pretend says, p. 4 is wrong.").count == 1)
  }

  @Test func leavesNothingOut() {
    let text = "One. Two? Three! (Four.) “Five.” six. 7."
    let bytes = Array(text.utf8)
    let joined = SentenceSplitter.ranges(in: text).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
    .joined(separator: " ")
    #expect(joined == text)
    #expect(SentenceSplitter.ranges(in: "").isEmpty)
    #expect(SentenceSplitter.ranges(in: "...").count == 1)
  }
}
