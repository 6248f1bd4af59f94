import Foundation
import IR
import Testing

@testable import Frontend

@Suite struct SessionTests {
  private func claude(
    _ type: String, _ id: String, _ content: String, more: String = "", message: String = ""
  ) -> String {
    #"{"type": "\#(type)", "uuid": "\#(id)", "sessionId": "s", "parentUuid": null\#(more), "#
      + #""message": {"role": "\#(type)", "content": \#(content)\#(message)}}"#
  }

  @Test func aClaudeCodeSessionIsCounted() throws {
    let found = try ReadLog(lines: [
      #"{"type": "summary", "summary": "Use glass", "leafUuid": "x"}"#,
      claude("user", "u0", #""Caveat: injected""#, more: #", "isMeta": true"#),
      claude("user", "u1", #""<command-name>/clear</command-name>""#),
      claude("user", "u2", #"[{"type": "text", "text": "Does glass help?"}]"#),
      claude(
        "assistant", "a1", #"[{"type": "thinking", "thinking": "hm"}]"#,
        message: #", "id": "m1", "model": "toy-model""#),
      claude("assistant", "a2", #"[{"type": "text", "text": "Yes."}]"#, message: #", "id": "m1""#),
      claude(
        "user", "u3", #"[{"type": "tool_result", "tool_use_id": "t", "content": "ok"}]"#),
      claude("user", "u3", #"[{"type": "tool_result", "tool_use_id": "t", "content": "ok"}]"#),
      claude("user", "u4", #""Sub-task""#, more: #", "isSidechain": true"#),
      #"{"type": "system", "uuid": "y", "sessionId": "s", "content": "error"}"#,
    ])
    let run = try #require(found.log.runs.first)
    #expect(found.log.form == .session)
    #expect(run.id == "s")
    #expect(run.model == "toy-model")
    #expect(run.messages == 7)
    #expect(found.text(run.question) == "Does glass help?")
    let question = try #require(run.question)
    #expect(found.place(question) == .message(run: "s", ordinal: 3))
    #expect(run.attempts.isEmpty)
    #expect(found.codes == ["F428"])
  }

  @Test func damagedLinesCostThemselves() throws {
    let found = try ReadLog(lines: [
      claude("user", "u1", #""Does glass help?""#), #"{"type": "user", "uuid"#,
      claude("assistant", "a1", #""Yes.""#),
    ])
    #expect(found.log.runs.map(\.messages) == [2])
    #expect(found.codes == ["F405"])
  }

  private func codex(_ type: String, _ payload: String) -> String {
    #"{"timestamp": "t", "type": "\#(type)", "payload": \#(payload)}"#
  }

  @Test func aCodexSessionIsCounted() throws {
    let found = try ReadLog(lines: [
      codex("session_meta", #"{"id": "s"}"#),
      codex("turn_context", #"{"model": "toy-model"}"#),
      codex(
        "response_item",
        #"{"type": "message", "role": "user", "content": [{"type": "input_text", "#
          + #""text": "<environment_context>x</environment_context>"}]}"#),
      codex(
        "response_item",
        #"{"type": "message", "role": "user", "content": [{"type": "input_text", "#
          + #""text": "Does glass help?"}]}"#),
      codex("event_msg", #"{"type": "user_message", "message": "Does glass help?"}"#),
      codex("response_item", #"{"type": "reasoning", "encrypted_content": "zz"}"#),
      codex("response_item", #"{"type": "function_call", "name": "shell", "arguments": "{}"}"#),
      codex("response_item", #"{"type": "function_call_output", "output": "x"}"#),
      codex("novelty", "{}"),
    ])
    let run = try #require(found.log.runs.first)
    #expect(run.id == "s")
    #expect(run.model == "toy-model")
    #expect(run.messages == 4)
    #expect(found.text(run.question) == "Does glass help?")
    #expect(found.codes == ["F428"])
  }

  @Test func withoutResponsesEventsCount() throws {
    let found = try ReadLog(lines: [
      codex("session_meta", #"{"id": "s"}"#),
      codex("event_msg", #"{"type": "user_message", "message": "Does glass help?"}"#),
      codex("event_msg", #"{"type": "agent_message", "message": "Yes."}"#),
      codex("event_msg", #"{"type": "token_count"}"#),
    ])
    #expect(found.log.runs.map(\.messages) == [2])
    #expect(found.text(found.log.runs[0].question) == "Does glass help?")
    #expect(found.input.diagnostics.isEmpty)
  }

  @Test(.enabled(if: LogCorpus.isPresent, "the shared corpus is not beside the package"))
  func theLabelledSessionIsCounted() throws {
    let file = LogCorpus.logs.appendingPathComponent("claude_code/session.jsonl")
    let found = try ReadLog(path: file.path)
    let run = try #require(found.log.runs.first)
    #expect(found.log.runs.count == 1)
    // 13 messages of the model, 14 of users and tools, 1 of the system.
    #expect(run.messages == 28)
    #expect(found.text(run.question)?.contains("label smoothing") == true)
    #expect(run.model == "claude-sonnet-4-5")
    #expect(
      run.attempts.map(\.status) == [.invalid, .valid, .valid, .invalid, .invalid, .valid])
    #expect(run.attempts.map(\.cause) == [.importError, nil, nil, .noGain, .noGain, nil])
    #expect(run.attempts.map(\.pass?.value.value) == [nil, nil, "0.1", "0.2", nil, nil])
    #expect(run.attempts[3].metrics.map(\.value.value) == ["1.498", "70.6", "1.262"])
    #expect(run.attempts[4].metrics.map(\.value.value) == ["1.921", "66.2", "1.401"])
    #expect(found.text(run.attempts[4].lesson)?.contains("do not converge") == true)
    #expect(run.toolErrors.map(\.cause) == [.rateLimit])
    #expect(run.choices.count == 1)
    #expect(run.turns.map { found.text($0.from) } == ["accuracy"])
    // Of the branch that was rewound and of the machine nothing is told.
    #expect(!found.input.source.text.contains("300 epochs"))
    #expect(!found.input.source.text.contains("/home/"))
  }
}
