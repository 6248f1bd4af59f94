import Foundation
import IR
import Testing

@testable import Frontend

/// Loops of the shell in a coding agent's session: one attempt for each pass.
@Suite struct SessionLoopTests {
  private func session(_ command: String, _ output: String, _ remark: String) throws -> [Attempt] {
    try read(command, output, remark).log.runs[0].attempts
  }

  private func read(_ command: String, _ output: String, _ remark: String) throws -> ReadLog {
    func line(_ type: String, _ blocks: String) -> String {
      #"{"type": "\#(type)", "sessionId": "s", "message": {"role": "\#(type)", "content": \#(blocks)}}"#
    }
    return try ReadLog(lines: [
      line("user", #"[{"type": "text", "text": "Sort the marbles."}]"#),
      line(
        "assistant",
        #"[{"type": "tool_use", "id": "t1", "name": "Bash", "input": {"command": "#
          + "\(Flat.quoted(command))}}]"),
      line(
        "user",
        #"[{"type": "tool_result", "tool_use_id": "t1", "content": \#(Flat.quoted(output))}]"#),
      line("assistant", #"[{"type": "text", "text": \#(Flat.quoted(remark))}]"#),
    ])
  }

  @Test func eachPassIsAnAttempt() throws {
    let found = try read(
      "for t in 2 4 8; do python sort.py --tilt $t --pan ${t}cm | tail -1; done",
      "acc=0.91 loss=0.3\nacc=0.94 loss=0.2\nacc=0.71 loss=0.9",
      "4 is best at 0.94, 8 falls below the baseline. Marbles roll off a steep pan. I keep 4.")
    let attempts = found.log.runs[0].attempts
    #expect(attempts.map(\.index) == [1, 2, 3])
    #expect(attempts.map(\.status) == [.valid, .valid, .invalid])
    #expect(attempts.map(\.pass?.value.value) == ["2", "4", "8"])
    #expect(attempts.map { found.text($0.pass?.value.spans.first) } == ["2", "4", "8"])
    #expect(attempts[2].pass?.command == "python sort.py --tilt 8 --pan 8cm | tail -1")
    #expect(
      attempts.map { $0.metrics.map(\.value.value) } == [
        ["0.91", "0.3"], ["0.94", "0.2"], ["0.71", "0.9"],
      ])
    #expect(found.text(attempts[0].verdict) == nil)
    #expect(found.text(attempts[2].failure)?.hasSuffix("8 falls below the baseline.") == true)
    #expect(found.text(attempts[2].lesson) == "Marbles roll off a steep pan.")
  }

  /// What is compared with is not what is worse.
  @Test func theOtherSideOfAComparisonIsNotMeant() throws {
    let attempts = try session(
      "for t in 2 4; do python sort.py --tilt $t; done", "acc=0.91\nacc=0.71", "4 is worse than 2.")
    #expect(attempts.map(\.status) == [.valid, .invalid])
  }

  @Test func whatIsSaidOfAllIsSaidOfEach() throws {
    let attempts = try session(
      "for t in 2 4; do python sort.py --tilt $t; done", "acc=0.51\nacc=0.42",
      "Both are worse than the flat pan.")
    #expect(attempts.map(\.status) == [.invalid, .invalid])
  }

  /// Where the passes cannot be told apart, the command is one attempt, as any other.
  @Test(arguments: [
    // The output has not one result for each pass.
    ("for t in 2 4; do python sort.py --tilt $t; done", "acc=0.9\nacc=0.8\nacc=0.7"),
    ("for t in 2 4; do python sort.py --tilt $t; done | tail -1", "acc=0.9"),
    // The measures of the passes are not the same.
    ("for t in 2 4; do python sort.py --tilt $t; done", "acc=0.9\nloss=0.8"),
    // A pass failed.
    ("for t in 2 4; do python sort.py --tilt $t; done", "acc=0.9\nacc=0.8\nValueError: rolled off"),
    // The values are not typed out, or not used.
    ("for t in *.cfg; do python sort.py $t; done", "acc=0.9\nacc=0.8"),
    ("for t in {2..3}; do python sort.py $t; done", "acc=0.9\nacc=0.8"),
    ("for t in $(seq 2); do python sort.py $t; done", "acc=0.9\nacc=0.8"),
    ("for t in 2 2; do python sort.py $t; done", "acc=0.9\nacc=0.8"),
    ("for t in 2 4; do python sort.py $tilt; done", "acc=0.9\nacc=0.8"),
    // A loop in a loop, one that is cut, one without an end of its list.
    ("for t in 2 4; do for s in 1; do python sort.py $t; done; done", "acc=0.9\nacc=0.8"),
    ("for t in 2 4; do python sort.py $t", "acc=0.9\nacc=0.8"),
    // Passes over seeds try the same.
    ("for s in 1 2; do python sort.py --seed $s; done", "acc=0.9\nacc=0.8"),
    ("for seed in 1 2; do python sort.py -s $seed; done", "acc=0.9\nacc=0.8"),
  ])
  func otherLoopsAreOneAttempt(_ command: String, _ output: String) throws {
    let attempts = try session(command, output, "Done.")
    #expect(attempts.count == 1)
    #expect(attempts.first?.pass == nil)
  }

  /// A loop over many values, or with a long body, is not read; nothing is expanded.
  @Test func aHostileLoopCostsNothing() throws {
    let many = (1...100_000).map(String.init).joined(separator: " ")
    #expect(ShellLoop("for t in \(many); do python sort.py $t; done") == nil)
    let body = String(repeating: "$t", count: 2_000)
    #expect(ShellLoop("for t in 2 4; do \(body); done") == nil)
    #expect(ShellLoop("for") == nil)
    #expect(ShellLoop("for do in ; done do for") == nil)
    #expect(ShellLoop("for t in '2' \"4\"\ndo\n  python sort.py $t\ndone")?.values == ["2", "4"])
  }

  /// What a service failed at is no word of the agent's.
  @Test func errorsOfServicesAreInfrastructure() throws {
    let found = try ReadLog(lines: [
      #"{"type": "user", "sessionId": "s", "message": {"role": "user", "content": "Sort."}}"#,
      #"{"type": "system", "sessionId": "s", "level": "error", "content": "API Error: 429 later"}"#,
      #"{"type": "system", "sessionId": "s", "level": "info", "content": "429 marbles"}"#,
      #"{"type": "assistant", "sessionId": "s", "isApiErrorMessage": true, "message": {"role": "#
        + #""assistant", "content": [{"type": "text", "text": "I decide to use tin instead of wood."}]}}"#,
    ])
    let run = try #require(found.log.runs.first)
    #expect(run.toolErrors.map(\.cause) == [.rateLimit, .toolError])
    #expect(
      run.toolErrors.map { found.text($0.failure) } == [
        "API Error: 429 later", "I decide to use tin instead of wood.",
      ])
    #expect(run.toolErrors.map(\.messages) == [2...2, 4...4])
    #expect(run.attempts.isEmpty && run.choices.isEmpty)
  }
}
