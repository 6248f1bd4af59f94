import Foundation
import IR
import Testing

@testable import Frontend

/// What is told of a coding agent's session.
@Suite struct SessionAttemptTests {
  private func line(
    _ type: String, _ id: String, after parent: String, _ blocks: String, aside: Bool = false
  ) -> String {
    #"{"type": "\#(type)", "uuid": "\#(id)", "parentUuid": "\#(parent)", "sessionId": "s", "#
      + #""timestamp": "2031-02-03T04:05:06Z", "isSidechain": \#(aside), "#
      + #""message": {"id": "m-\#(id)", "role": "\#(type)", "content": \#(blocks)}}"#
  }

  private func says(_ text: String) -> String {
    #"[{"type": "text", "text": \#(Flat.quoted(text))}]"#
  }

  private func runs(_ command: String, _ id: String, tool: String = "Bash") -> String {
    let key = tool == "Task" ? "prompt" : "command"
    return #"[{"type": "tool_use", "id": "\#(id)", "name": "\#(tool)", "#
      + #""input": {"\#(key)": \#(Flat.quoted(command))}}]"#
  }

  private func gives(_ output: String, _ id: String, error: Bool = false) -> String {
    #"[{"type": "tool_result", "tool_use_id": "\#(id)", "content": \#(Flat.quoted(output)), "#
      + #""is_error": \#(error)}]"#
  }

  private func session(_ steps: [(String, String)]) throws -> ReadLog {
    try ReadLog(
      lines: steps.enumerated().map { number, step in
        line(step.0, "u\(number + 1)", after: number == 0 ? "" : "u\(number)", step.1)
      })
  }

  @Test func aProgramThatPrintsMeasuresIsAnAttempt() throws {
    let found = try session([
      ("user", says("Sort the marbles by weight.")),
      ("assistant", says("I will try a glass pan first.")),
      ("assistant", runs("cd /home/me/marbles && python sort.py --pan glass", "t1")),
      ("user", gives("epoch=3 loss=0.41 acc=0.93\nepoch=4 loss=0.4 acc=0.94", "t1")),
      ("assistant", says("The glass pan improves the accuracy to 0.94.")),
    ])
    let run = try #require(found.log.runs.first)
    let attempt = try #require(run.attempts.first)
    #expect(run.attempts.count == 1)
    #expect(attempt.origin == .command)
    #expect(attempt.status == .valid)
    #expect(attempt.metrics.map(\.name) == ["loss", "acc", "loss", "acc"])
    #expect(attempt.metrics.map(\.value.value) == ["0.41", "0.93", "0.4", "0.94"])
    #expect(found.text(attempt.approach) == "I will try a glass pan first.")
    #expect(found.text(attempt.verdict) == "The glass pan improves the accuracy to 0.94.")
    #expect(found.text(attempt.command) == "cd marbles && python sort.py --pan glass")
    #expect(attempt.messages == 2...4)
    #expect(run.year?.value == "2031")
    let verdict = try #require(attempt.verdict)
    #expect(found.place(verdict) == .message(run: "s", ordinal: 5))
  }

  @Test func whatTheAgentCallsWorseIsADeadEnd() throws {
    let found = try session([
      ("user", says("Sort the marbles.")),
      ("assistant", says("Hypothesis: wood is lighter. I will use a wooden pan.")),
      ("assistant", runs("python sort.py --pan wood", "t1")),
      ("user", gives("final acc=0.71", "t1")),
      (
        "assistant",
        says("0.71: wood is much worse than glass. The grain holds marbles back. I will use tin.")
      ),
    ])
    let attempt = try #require(found.log.runs.first?.attempts.first)
    #expect(attempt.status == .invalid)
    #expect(attempt.cause == .noGain)
    #expect(found.text(attempt.failure)?.hasSuffix("wood is much worse than glass.") == true)
    #expect(found.text(attempt.hypothesis) == "Hypothesis: wood is lighter.")
    #expect(found.text(attempt.lesson) == "The grain holds marbles back.")
  }

  @Test func aMissingPackageSaysNothingOfTheIdea() throws {
    let found = try session([
      ("user", says("Sort the marbles.")),
      ("assistant", runs("python sort.py", "t1")),
      ("user", gives("Traceback\nModuleNotFoundError: No module named 'pan'", "t1", error: true)),
      ("assistant", runs("ls -la", "t2")), ("user", gives("score: 4", "t2")),
      ("assistant", runs("python broken.py", "t3")),
      ("user", gives("ValueError: upside down", "t3", error: true)),
    ])
    let attempts = try #require(found.log.runs.first).attempts
    #expect(attempts.map(\.cause) == [.importError, .programError])
    #expect(attempts.map(\.cause?.kind) == [.infrastructure, .implementation])
  }

  @Test func choicesAndTurnsAreQuoted() throws {
    let found = try session([
      ("user", says("Sort the marbles.")),
      (
        "assistant",
        says("Decision: weigh each marble once. The alternative, weighing twice, takes too long.")
      ),
      ("assistant", says("I will use tin instead of wood, because it is smooth.")),
      ("user", says("Change of plan: the scale drifts, so look at colour instead of weight.")),
      ("assistant", says("Changing direction: from weight to colour, because the scale drifts.")),
    ])
    let run = try #require(found.log.runs.first)
    #expect(
      run.choices.map { found.text($0.choice) } == [
        "Decision: weigh each marble once.",
        "I will use tin instead of wood, because it is smooth.",
      ])
    #expect(
      run.choices.map { found.text($0.alternative) } == [
        "The alternative, weighing twice, takes too long.", "wood",
      ])
    #expect(run.turns.map { found.text($0.from) } == ["weight"])
    #expect(run.turns.map { found.text($0.to) } == ["look at colour"])
    #expect(run.turns.map(\.isOfUser) == [true])
  }

  @Test func whatASubAgentFoundCountsWhereItIsReturned() throws {
    let found = try ReadLog(lines: [
      line("user", "u1", after: "", says("Sort the marbles.")),
      line("assistant", "u2", after: "u1", runs("Weigh them.", "t1", tool: "Task")),
      line("user", "v1", after: "", says("Weigh them."), aside: true),
      line("assistant", "v2", after: "v1", runs("python weigh.py", "t2"), aside: true),
      line("user", "v3", after: "v2", gives("error=0.2", "t2"), aside: true),
      line("user", "u3", after: "u2", gives("The error drops to 0.2.", "t1")),
    ])
    let attempts = try #require(found.log.runs.first).attempts
    #expect(attempts.count == 1)
    #expect(found.text(attempts.first?.verdict) == "The error drops to 0.2.")
  }

  @Test func aRewoundBranchIsLeftOut() throws {
    let found = try ReadLog(lines: [
      line("user", "u1", after: "", says("Sort the marbles.")),
      line("user", "u2", after: "u1", says("Change of plan: switch from glass to wood.")),
      line("assistant", "u3", after: "u2", says("I will use wood rather than glass.")),
      line("user", "u4", after: "u1", says("Go on with glass.")),
    ])
    let run = try #require(found.log.runs.first)
    #expect(run.turns.isEmpty)
    #expect(run.choices.isEmpty)
  }

  /// Lines that name each other, or themselves, as the line before.
  @Test func aCircleOfLinesEnds() throws {
    let found = try ReadLog(lines: [
      line("user", "u1", after: "u3", says("Sort the marbles.")),
      line("assistant", "u2", after: "u2", runs("python sort.py", "t1")),
      line("user", "u3", after: "u1", gives("acc=NaN loss=Infinity score=1e999", "t1")),
      line("user", "u4", after: "u3", "[7, {\"type\": \"hologram\"}, null]"),
      line("user", "u5", after: "nowhere", gives("acc=0.5", "t9")),
    ])
    let run = try #require(found.log.runs.first)
    #expect(run.messages == 5)
    #expect(run.attempts.isEmpty)
  }

  @Test func aCutLastLineCostsItself() throws {
    let whole = line("user", "u1", after: "", says("Sort the marbles."))
    let found = try ReadLog(lines: [whole, String(whole.dropLast(30))])
    #expect(found.log.runs.map(\.messages) == [1])
    #expect(found.codes.count == 1)
  }

  @Test func codexCallsAreAttempts() throws {
    func item(_ payload: String) -> String {
      #"{"timestamp": "2031-02-03T04:05:06Z", "type": "response_item", "payload": \#(payload)}"#
    }
    let arguments = Flat.quoted(#"{"command": ["bash", "-lc", "python sort.py --pan tin"]}"#)
    let found = try ReadLog(lines: [
      #"{"timestamp": "t", "type": "session_meta", "payload": {"id": "s"}}"#,
      item(
        #"{"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Sort."}]}"#
      ),
      item(
        #"{"type": "function_call", "name": "shell", "call_id": "c1", "arguments": \#(arguments)}"#),
      item(
        #"{"type": "function_call_output", "call_id": "c1", "output": "#
          + Flat.quoted(#"{"output": "acc: 0.97\n", "metadata": {"exit_code": 0}}"#) + "}"),
    ])
    let attempt = try #require(found.log.runs.first?.attempts.first)
    #expect(found.text(attempt.command) == "python sort.py --pan tin")
    #expect(attempt.metrics.map(\.value.value) == ["0.97"])
  }

  @Test(arguments: [
    ("val_loss=1.2", true), ("top1", true), ("Accuracy", true), ("weight_decay", false),
    ("loss_weight", false), ("epoch", false), ("learning_rate", false), ("seed", false),
    ("success-rate", true),
  ])
  func measuresAreToldByTheirNames(_ name: String, _ isMeasure: Bool) {
    #expect(PrintedMeasures.isMeasure(name) == isMeasure)
  }

  @Test(arguments: [
    ("It is no worse than before.", nil),
    ("This does not help at all.", "This does not help at all."),
    ("0.1 is best at 73, 0.2 is worse.", nil), ("I read the file.", nil),
  ])
  func setbacksAreToldFromTheRest(_ text: String, _ setback: String?) {
    #expect(SpokenOutcome(in: text).setback == setback)
  }

  @Test(arguments: [
    ("in /home/me/marbles/sort.py.", "in sort.py."), ("(/tmp/x)", "(x)"),
    ("a/b/home/c", "a/b/home/c"),
    ("/usr/bin/python", "/usr/bin/python"), ("'/root/a/', b", "'a/', b"), ("/home/", "home/"),
  ])
  func pathsOfTheMachineLoseTheirFolders(_ text: String, _ short: String) {
    #expect(HostPaths.shortened(text) == short)
  }
}
