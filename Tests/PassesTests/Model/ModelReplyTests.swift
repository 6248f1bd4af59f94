import Passes
import Testing

struct ModelReplyTests {
  private func edits(_ text: String) -> Result<[ModelEdit], ReplyFault> {
    ModelReplyReader.edits(of: ModelReply(text: text))
  }

  private func isMalformed(_ text: String) -> Bool {
    if case .failure(.malformed) = edits(text) { true } else { false }
  }

  private static let edit = #"{"op":"add","field":"statement","value":"v","quotes":[]}"#

  @Test func readsEdits() {
    let expected = ModelEdit(op: "add", field: "statement", value: "v", quotes: [])
    #expect(edits(#"{"edits":[\#(Self.edit)]}"#) == .success([expected]))
    #expect(edits(#" {"why":"because","edits":[\#(Self.edit)]} "#) == .success([expected]))
  }

  @Test(arguments: ["", " \n\t ", #"{"edits":[]}"#]) func seesEmptyReplies(_ text: String) {
    #expect(edits(text) == .failure(.empty))
  }

  @Test(arguments: [
    "Certainly! Here are the edits.", "{", #"{"edits":"#, "null", "[]", "7", #"{"edits":{}}"#,
    #"{"edits":[{"op":"add"}]}"#, #"{"edits":[\#(edit)]} trailing"#,
    #"{"edits":[{"op":1e999999,"field":"statement","value":"v","quotes":[]}]}"#,
    #"{"edits":123456789012345678901234567890}"#, #"{"edits":["\ud800"]}"#, "\u{0}",
  ])
  func seesWhatIsNoReply(_ text: String) {
    #expect(isMalformed(text))
  }

  @Test func survivesDeepNesting() {
    for (open, close) in [("[", "]"), (#"{"edits":"#, "}"), (#"{"edits":["#, "]}")] {
      let depth = 20_000
      let text = String(repeating: open, count: depth) + String(repeating: close, count: depth)
      #expect(isMalformed(text))
    }
  }

  @Test func hasLimits() {
    let long = String(repeating: " ", count: ModelReplyReader.limit + 1)
    #expect(edits(long) == .failure(.oversized(ModelReplyReader.limit + 1)))
    func many(_ count: Int) -> String {
      let list = Array(repeating: Self.edit, count: count).joined(separator: ",")
      return #"{"edits":[\#(list)]}"#
    }
    let limit = ModelReplyReader.editLimit
    #expect((try? edits(many(limit)).get().count) == limit)
    #expect(edits(many(limit + 1)) == .failure(.tooManyEdits(limit + 1)))
  }
}
