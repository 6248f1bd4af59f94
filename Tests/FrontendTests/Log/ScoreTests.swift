import IR
import Testing

@testable import Frontend

/// The forms in which results of scorers are printed, one run each.
@Suite struct ScoreTests {
  private func attempt(_ result: String, task: String = "toy/main") throws -> (Attempt, ReadLog) {
    let found = try ReadLog(lines: [Flat.scoring(result, task: task)])
    return (try #require(found.log.runs.first?.attempts.first), found)
  }

  @Test(arguments: [
    #"{"status": "scoringSucceeded", "score": 1.250, "message": {"loss": 3}}"#,
    #"{'status': 'scoringSucceeded', 'score': 1.250, 'message': {'loss': 3}}"#,
    #"{"scoredAt": "2031-01-01", "elapsedSeconds": 61, "score": 1.250, "message": {"loss": 3}}"#,
    #"{"score": 1.250, "message": {"loss": 3}}"# + "\n[Note: saved to /tmp/out.txt]",
    "Output {of the run}: {\"score\": 1.250, \"message\": {\"loss\": 3}} done",
    "{'score': np.float64(1.250), 'message': {'loss': 3, 'names': ('a', \"it's\")}}",
    "The score is 1.250.\n\nOther details about your submission:\n  - loss: 3\n\n"
      + "Process execution details:\n  - return code: 0\n  - stdout: \n  - stderr: \n\n"
      + "The score is 1.250.",
  ])
  func aScoreIsReadInEveryForm(_ result: String) throws {
    let (attempt, found) = try attempt(result)
    #expect(attempt.status == .valid)
    #expect(attempt.score?.value == "1.250")
    #expect(found.text(attempt.score?.spans.first) == "1.250")
    #expect(attempt.metrics.map(\.name).contains("loss"))
    #expect(attempt.metrics.first { $0.name == "loss" }?.value.value == "3")
    #expect(attempt.failure == nil)
    #expect(found.input.diagnostics.isEmpty)
  }

  @Test func anObjectAsContentIsRead() throws {
    let found = try ReadLog(lines: [
      Flat.row([
        #"{"role": "function", "name": "score", "content": {"status": "ok", "score": 2}}"#
      ])
    ])
    #expect(found.log.runs[0].attempts.map(\.score?.value) == ["2"])
  }

  @Test func aResultInTagsIsRead() throws {
    let found = try ReadLog(lines: [
      Flat.row([
        Flat.agent("I will use one pass.<score></score>"),
        Flat.user(#"<score-output>{"status": "scoringSucceeded", "score": 2.5}</score-output>"#),
      ])
    ])
    let attempt = try #require(found.log.runs[0].attempts.first)
    #expect(attempt.score?.value == "2.5")
    #expect(found.text(attempt.approach) == "I will use one pass.")
  }

  @Test(arguments: [
    "invalidSubmission", "noScore", "parseFailed", "missingSeparator", "processFailed",
    "processTimedOut",
  ])
  func aFailureIsInvalidWithTheScorersWords(_ status: String) throws {
    let (attempt, found) = try attempt(
      #"{"status": "\#(status)", "score": null, "message": {"error": "wrong colour"}}"#)
    #expect(attempt.status == .invalid)
    #expect(attempt.score == nil)
    #expect(found.text(attempt.failure) == #""error": "wrong colour""#)
  }

  @Test func theExceptionOfStandardErrorFollowsTheDetails() throws {
    let (attempt, found) = try attempt(
      #"{"status": "invalidSubmission", "message": {"ok": false}, "execResult": {"#
        + #""stderr": "Traceback\n  File \"a.py\"\nValueError: no marbles\n", "stdout": "x"}}"#)
    #expect(found.text(attempt.failure) == "\"ok\": false\nValueError: no marbles")
  }

  @Test func inProseThatASubmissionIsInvalidOutweighsAScore() throws {
    let (attempt, found) = try attempt(
      "Your submission is invalid.\n\nOther details about your submission:\n  - exception: X: y\n"
        + "The score is 3.")
    #expect(attempt.status == .invalid)
    #expect(found.text(attempt.failure) == "exception: X: y")
  }

  @Test func aScoreThatIsKeptBackIsHidden() throws {
    let (shown, _) = try attempt(
      #"{"status": "scoringSucceeded", "score": null, "message": {"frac": 0.5}}"#)
    #expect(shown.status == .hidden)
    #expect(shown.metrics.map(\.value.value) == ["0.5"])
    let (unnamed, _) = try attempt(#"{"score": null, "message": {}}"#)
    #expect(unnamed.status == .invalid)
    let (secret, _) = try attempt(
      #"{"score": null, "message": {}}"#, task: "ai_rd_small_scaling_law/main")
    #expect(secret.status == .hidden)
  }

  @Test(arguments: ["NaN", "nan", "Infinity", "-inf"])
  func aScoreThatIsNoNumberIsInvalid(_ score: String) throws {
    let (attempt, found) = try attempt(#"{"status": "scoringSucceeded", "score": \#(score)}"#)
    #expect(attempt.status == .invalid)
    #expect(found.text(attempt.failure)?.contains(score) == true)
  }

  @Test func anUnknownStatusLeavesTheDecisionToTheScore() throws {
    let (attempt, found) = try attempt(#"{"status": "warmedUp", "score": 1}"#)
    #expect(attempt.status == .valid)
    #expect(found.codes == ["F415"])
  }

  @Test func ofACutResultOnlyWhatIsCompleteCounts() throws {
    let (attempt, found) = try attempt(
      #"{"status": "scoringSucceeded", "score": 1.5, "message": {"loss": 4.75, "time": 12.3"#)
    #expect(attempt.score?.value == "1.5")
    #expect(attempt.metrics.map(\.name) == ["loss"])
    #expect(found.codes == ["F416"])
  }

  @Test func aResultInNoKnownFormIsInvalid() throws {
    let (attempt, found) = try attempt("The tool did not answer in time.")
    #expect(attempt.status == .invalid)
    #expect(found.text(attempt.failure) == "The tool did not answer in time.")
    #expect(found.codes == ["F417"])
  }

  @Test func withoutNamesTheCallBeforeTellsTheTool() throws {
    let found = try ReadLog(lines: [
      Flat.row([
        Flat.agent("Look.", calling: "bash"), Flat.result(#"{"status": "x", "score": 9}"#),
        Flat.agent("Score.", calling: "score"), Flat.result(#"{"score": 1}"#),
        Flat.agent("History.", calling: "score_log"), Flat.result(#"[{"score": 1}]"#),
      ])
    ])
    #expect(found.log.runs[0].attempts.map(\.score?.value) == ["1"])
    #expect(found.log.runs[0].attempts.map(\.messages) == [1...4])
  }

  @Test func severalCallsOfAMessageAreAnsweredByTheirIds() throws {
    let found = try ReadLog(lines: [
      Flat.row([
        #"{"role": "assistant", "content": null, "tool_calls": ["#
          + #"{"id": "a", "function": {"name": "score", "arguments": "{}"}}, "#
          + #"{"id": "b", "function": {"name": "bash", "arguments": "{}"}}]}"#,
        #"{"role": "tool", "tool_call_id": "b", "content": "{\"status\": \"ok\", \"score\": 9}"}"#,
        #"{"role": "tool", "tool_call_id": "a", "content": [{"type": "text", "text": "#
          + #""{\"status\": \"ok\", \"score\": 1}"}]}"#,
      ])
    ])
    #expect(found.log.runs[0].attempts.map(\.score?.value) == ["1"])
  }

  @Test func resultsInBlocksAreMessagesOfTheirOwn() throws {
    let found = try ReadLog(lines: [
      Flat.row([
        #"{"role": "assistant", "content": [{"type": "text", "text": "I use one pass."}, "#
          + #"{"type": "tool_use", "id": "a", "name": "score", "input": {}}]}"#,
        #"{"role": "user", "content": [{"type": "tool_result", "tool_use_id": "a", "#
          + #""content": "{\"score\": 4}"}]}"#,
      ])
    ])
    let run = found.log.runs[0]
    #expect(run.messages == 2)
    #expect(run.attempts.map(\.score?.value) == ["4"])
    #expect(found.text(run.attempts.first?.approach) == "I use one pass.")
  }

  // MARK: Scripts

  private func scriptRun(_ command: String, _ output: String, after: [String] = []) throws -> Run {
    let arguments = #"{"command": \#(Flat.quoted(command))}"#
    let found = try ReadLog(lines: [
      Flat.row(
        [Flat.agent("I will use my own check.", calling: "bash", arguments)]
          + [Flat.result(output, of: "bash")] + after)
    ])
    return found.log.runs[0]
  }

  @Test(arguments: [
    "Scoring result: {'score': 1.5, 'message': {}}\nWarning: not logged",
    "loading\n  {\"score\": 1.5}\ndone", "Score: 1.5 | 9 successes / 165",
  ])
  func withoutAScorerResultsOfScriptsAreAttempts(_ output: String) throws {
    let run = try scriptRun("cd /work && python score.py", output)
    #expect(run.attempts.map(\.origin) == [.script])
    #expect(run.attempts.map(\.score?.value) == ["1.5"])
    #expect(run.localChecks.isEmpty)
  }

  @Test func besideAScorerTheyAreLocalChecks() throws {
    let run = try scriptRun(
      "python score.py", "Scoring result: {'score': 1.5}",
      after: [
        Flat.agent("Score.", calling: "score"), Flat.result(#"{"score": 2}"#, of: "score"),
      ])
    #expect(run.attempts.map(\.score?.value) == ["2"])
    #expect(run.localChecks.map(\.score?.value) == ["1.5"])
  }

  @Test(arguments: [
    ("cat results.json", "{\"score\": 1.5}"),
    ("grep -r score . | head", "{\"score\": 1.5}"),
    ("python eval.py", "print('Scoring result: {}')\n+ {\"name\": \"score\"}"),
    ("python eval.py", "This does not score on the test set.\n{\"score\": 1.5}"),
    ("python eval.py", "see x = {\"score\": 1.5}"), ("python eval.py", "{\"score\": 1.5} was it"),
  ])
  func whatOnlyLooksLikeAScoreIsNone(_ command: String, _ output: String) throws {
    let run = try scriptRun(command, output)
    #expect(run.attempts.isEmpty)
    #expect(run.localChecks.isEmpty)
  }

  // MARK: Reviews

  @Test func reviewsAreAttemptsWhereNothingIsScored() throws {
    let bug = #"{"is_bug": true, "summary": "The pan broke.", "metric": null}"#
    let fine = #"{"is_bug": false, "summary": "It runs.", "metric": 0.75}"#
    let found = try ReadLog(lines: [
      Flat.row([
        Flat.user("Sort."), Flat.agent("We propose a pan of glass for all of the marbles."),
        Flat.agent("", calling: "submit_review", bug),
        Flat.agent("", calling: "submit_review", #""{\"is_bug\": tr""#),
        Flat.agent("", calling: "submit_review", fine),
      ])
    ])
    let attempts = found.log.runs[0].attempts
    #expect(attempts.map(\.origin) == [.review, .review])
    #expect(attempts.map(\.index) == [1, 3])
    #expect(attempts.map(\.status) == [.invalid, .hidden])
    #expect(found.text(attempts[0].failure) == "The pan broke.")
    #expect(attempts[1].metrics.map(\.value.value) == ["0.75"])
    #expect(
      found.text(attempts[0].approach) == "We propose a pan of glass for all of the marbles.")
    #expect(found.codes == ["F418"])
  }
}
