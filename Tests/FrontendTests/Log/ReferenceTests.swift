import IR
import Testing

@testable import Frontend

/// What is left out because it beats the reference, and what must not tell of it.
@Suite struct ReferenceTests {
  private static let lower = ScoringRequest(reference: "0.5", direction: .lower)

  private func run(_ scores: [String], scoring: ScoringRequest = lower) throws -> (Run, ReadLog) {
    var messages = [Flat.user("Sort the marbles. The best score is 0.5.")]
    for (index, score) in scores.enumerated() {
      messages += [
        Flat.agent("I will use way \(index + 1).", calling: "bash", #"{"command": "make"}"#),
        Flat.result("done", of: "bash"), Flat.agent("Score it.", calling: "score"),
        Flat.result(#"{"status": "scoringSucceeded", "score": \#(score)}"#, of: "score"),
      ]
    }
    let found = try ReadLog(lines: [Flat.row(messages)], scoring: scoring)
    return (found.log.runs[0], found)
  }

  @Test func eachAttemptIsJudgedByItself() throws {
    let (run, found) = try run(["1.5", "0.8", "0.3", "0.6", "0.5", "NaN"])
    #expect(run.attempts.map(\.index) == [1, 2, 4, 5, 6])
    #expect(run.withheld.map(\.index) == [3])
    #expect(found.codes == ["F437"])
    #expect(!found.input.source.text.contains("way 3"))
  }

  @Test func theDirectionTells() throws {
    let higher = ScoringRequest(reference: "0.5", direction: .higher)
    #expect(try run(["1.5", "0.3"], scoring: higher).0.attempts.map(\.index) == [2])
  }

  @Test func theUserCanKeepThem() throws {
    var scoring = Self.lower
    scoring.keepsBeyondReference = true
    #expect(try run(["0.3"], scoring: scoring).0.attempts.count == 1)
  }

  @Test func withoutAReferenceNothingIsLeftOutAndThatIsSaid() throws {
    let (run, found) = try run(["0.3"], scoring: ScoringRequest())
    #expect(run.attempts.count == 1)
    #expect(found.codes == ["F438"])
  }

  @Test func aCardTellsOfATask() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(
      #"{"toy/main": {"direction": "lower_is_better", "reference": 0.5, "starting": 2.0}}"#,
      to: "card.json")
    let cards = try TaskCardReader.cards(path: path, name: "card.json")
    let (run, _) = try run(["2.5", "0.8", "0.3"], scoring: ScoringRequest(tasks: cards))
    #expect(
      run.attempts.map { $0.outcome(under: run.scoring) } == [.noImprovement, .partialSuccess])
  }

  @Test(arguments: [
    "[", "[]", #"{"direction": "up"}"#, #"{"direction": "lower", "reference": "good"}"#,
  ])
  func aCardThatTellsNothingIsAnError(_ text: String) throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(text, to: "card.json")
    let error = #expect(throws: FrontendError.self) {
      try TaskCardReader.cards(path: path, name: "card.json")
    }
    #expect(error?.diagnostic.code == "F436")
    withExtendedLifetime(scratch) {}
  }

  /// The second result is of the same submission, whatever its score.
  @Test func aSubmissionThatIsScoredAgainIsLeftOutToo() throws {
    let found = try ReadLog(
      lines: [
        Flat.row([
          Flat.user("Sort."), Flat.agent("I will use the tumbler.", calling: "score"),
          Flat.result(#"{"score": 0.3}"#, of: "score"),
          Flat.agent("Once more.", calling: "score"),
          Flat.result(#"{"score": 0.6}"#, of: "score"),
        ])
      ], scoring: Self.lower)
    #expect(found.log.runs[0].attempts.isEmpty)
    #expect(found.log.runs[0].withheld.map(\.reason) == [.beatsReference, .sameSubmission])
  }

  @Test func laterWordsDoNotNameWhatWasLeftOut() throws {
    let found = try ReadLog(
      lines: [
        Flat.row([
          Flat.user("Sort the marbles."),
          Flat.agent("I will use the tumbler; the tumbler turns.", calling: "score"),
          Flat.result(#"{"score": 0.3}"#, of: "score"),
          Flat.agent("I will use the tumbler with sand.", calling: "bash", #"{"command": "make"}"#),
          Flat.agent("Score it.", calling: "score"),
          Flat.result(#"{"score": 0.9}"#, of: "score"),
        ])
      ], scoring: Self.lower)
    #expect(found.log.runs[0].attempts.map(\.index) == [2])
    #expect(!found.input.source.text.contains("tumbler"))
  }
}
