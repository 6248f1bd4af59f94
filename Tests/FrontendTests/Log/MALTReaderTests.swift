import IR
import Testing

@testable import Frontend

@Suite struct MALTReaderTests {
  private let good = Flat.scoring(#"{"status": "scoringSucceeded", "score": 1.5}"#)

  @Test func aRunIsReadWithItsQuotesAndPlaces() throws {
    let found = try ReadLog(lines: [
      Flat.row([
        Flat.user("Sort the marbles faster."),
        Flat.agent("The pan is slow. I will use two passes.", calling: "score"),
        Flat.result(
          #"{"status": "scoringSucceeded", "score": 1.50, "message": {"time": 4.9}}"#, of: "score"),
      ])
    ])
    let run = try #require(found.log.runs.first)
    #expect(found.log.form == .maltMessages)
    #expect(found.text(run.question) == "Sort the marbles faster.")
    let attempt = try #require(run.attempts.first)
    #expect(attempt.messages == 2...3)
    #expect(found.text(attempt.approach) == "I will use two passes.")
    #expect(attempt.score?.value == "1.50")
    #expect(attempt.metrics.map(\.name) == ["time"])
    let span = try #require(attempt.metrics.first?.value.spans.first)
    #expect(found.text(span) == "4.9")
    #expect(found.place(span) == .message(run: "7", ordinal: 3))
    #expect(found.input.diagnostics.isEmpty)
  }

  @Test func theDigestIsThatOfTheBytes() throws {
    let found = try ReadLog(lines: [good])
    #expect(found.input.source.sha256 == Digest.sha256(Array((good + "\n").utf8)))
  }

  @Test func blankLinesReturnsAndAByteOrderMarkAreTaken() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(
      "\u{FEFF}\r\n\n" + good + "\r\n  \r\n" + Flat.row([], run: "8") + "\r\n", to: "run.jsonl")
    let found = try ReadLog(path: path)
    #expect(found.log.runs.map(\.id) == ["7", "8"])
    #expect(found.codes == ["F412"])
  }

  @Test func aListAndAPrettyObjectAreTaken() throws {
    let scratch = try ScratchFolder()
    let list = try ReadLog(
      path: scratch.write("[\(good),\n\(Flat.row([], run: "8"))]\n", to: "list.json"))
    #expect(list.log.runs.map(\.id) == ["7", "8"])
    let pretty = try ReadLog(
      path: scratch.write(
        "{\n  \"run_id\": 9,\n  \"messages\": [\n    {\"role\": \"user\"}\n  ]\n}\n", to: "one.json"
      ))
    #expect(pretty.log.runs.map(\.id) == ["9"])
    #expect(pretty.log.runs.map(\.messages) == [1])
  }

  @Test func aCutLastLineIsReportedWithTheRunThatItNames() throws {
    let scratch = try ScratchFolder()
    let cut = #"{"run_id": 8, "messages": [{"role": "user", "content": "half a se"#
    let found = try ReadLog(path: scratch.write(good + "\n" + cut, to: "run.jsonl"))
    #expect(found.log.runs.map(\.id) == ["7"])
    #expect(found.codes == ["F404"])
    let diagnostic = try #require(found.input.diagnostics.first)
    #expect(diagnostic.input?.line == 2)
    #expect(diagnostic.message.hasPrefix("run 8:"))
  }

  @Test(arguments: [
    #"{"run_id": 8, "messages": [{"role": "user", "content": "half a se"#,
    #"{"run_id": 8, "messages": [{"role":"#,
    #"{"run_id": 8, "messages": [1 2]}"#,
    #"{"run_id": 8, "messages": nothing}"#,
    #"{"run_id": 8]}"#,
    "not JSON at all",
  ])
  func readingGoesOnAfterADamagedLine(_ line: String) throws {
    let found = try ReadLog(lines: [good, line, Flat.row([], run: "9")])
    #expect(found.log.runs.map(\.id) == ["7", "9"])
    #expect(found.codes == ["F405", "F412"])
    #expect(found.input.diagnostics.first?.input?.line == 2)
  }

  @Test func aDamagedFirstLineDoesNotHideTheRest() throws {
    let found = try ReadLog(lines: [#"{"run_id": 8, "messages": ["#, good])
    #expect(found.log.runs.map(\.id) == ["7"])
    #expect(found.codes == ["F405"])
  }

  @Test func aListThatIsNeverClosedIsReported() throws {
    let scratch = try ScratchFolder()
    let found = try ReadLog(path: scratch.write("[\(good),", to: "list.json"))
    #expect(found.log.runs.count == 1)
    #expect(found.codes == ["F404"])
  }

  @Test func hostileDepthCostsOneRow() throws {
    let depth = 100_000
    let deep = #"{"run_id": 8, "messages": "# + String(repeating: "[", count: depth)
    let found = try ReadLog(lines: [good, deep, Flat.row([], run: "9")])
    #expect(found.log.runs.map(\.id) == ["7", "9"])
    #expect(found.codes == ["F406", "F412"])
    #expect(found.input.diagnostics.first?.severity == .error)
  }

  @Test func aRowOfAnotherKindIsLeftOut() throws {
    let found = try ReadLog(lines: [good, #"{"run_id": 8, "samples": []}"#, #"{"run_id": 9}"#])
    #expect(found.log.runs.map(\.id) == ["7"])
    #expect(found.codes == ["F407", "F407"])
  }

  @Test func ofKeysThatStandTwiceTheLastCounts() throws {
    let row = #"{"run_id": 1, "run_id": 2, "messages": [{"role": "user", "role": "assistant"}]}"#
    let found = try ReadLog(lines: [row])
    #expect(found.log.runs.map(\.id) == ["2"])
    #expect(found.codes == ["F408"])
  }

  @Test func aRunWithoutAnIdIsCalledByItsRow() throws {
    let found = try ReadLog(lines: [good, #"{"messages": [], "task_id": "t"}"#])
    #expect(found.log.runs.map(\.id) == ["7", "row-2"])
    #expect(found.codes == ["F409", "F412"])
  }

  @Test func aCopyIsDroppedAndANamesakeIsKept() throws {
    let other = Flat.row([Flat.user("Another task.")])
    let found = try ReadLog(lines: [good, good, other, other])
    #expect(found.log.runs.map(\.id) == ["7", "7#2"])
    #expect(found.codes == ["F410", "F411", "F410"])
    let question = try #require(found.log.runs.last?.question)
    #expect(found.place(question) == .message(run: "7#2", ordinal: 1))
  }

  @Test func aNullMessageIsSkipped() throws {
    let found = try ReadLog(lines: [Flat.row(["null", Flat.user("Sort."), "3"])])
    #expect(found.log.runs.map(\.messages) == [1])
    #expect(found.codes == ["F413"])
  }

  @Test func halfASurrogatePairIsReplacedOnce() throws {
    let found = try ReadLog(lines: [
      Flat.row([
        #"{"role": "user", "content": "a \ud83d b \ude00 c \ud83d\ude00"}"#,
        #"{"role": "assistant", "content": "\udead", "function_call": {"name": "score"}}"#,
        Flat.result(#"{"status": "invalidSubmission"}"#, of: "score"),
      ])
    ])
    #expect(found.text(found.log.runs[0].question) == "a \u{FFFD} b \u{FFFD} c \u{1F600}")
    #expect(found.codes == ["F421"])
  }

  @Test func aRawControlCharacterIsTaken() throws {
    let found = try ReadLog(lines: [
      #"{"run_id": 7, "messages": [{"role": "user", "content": "a\#u{1}\#tb"}]}"#
    ])
    #expect(found.text(found.log.runs[0].question) == "a b")
    #expect(found.input.diagnostics.isEmpty)
  }

  @Test func aLongTextIsQuotedInPart() throws {
    let found = try ReadLog(lines: [
      Flat.row([Flat.user(String(repeating: "marble ", count: 1000))])
    ])
    let question = try #require(found.text(found.log.runs[0].question))
    #expect(question.count <= 4000)
    #expect(question.hasSuffix("marble"))
    #expect(found.codes == ["F419"])
  }

  @Test func aFileWithoutARunIsAnError() throws {
    let error = #expect(throws: FrontendError.self) {
      try ReadLog(lines: [#"{"run_id": 7, "messages": ["#])
    }
    #expect(error?.diagnostic.code == "F403")
    #expect(error?.diagnostic.input?.line == 1)
  }

  @Test func manyFindingsOfOneKindAreCounted() throws {
    let found = try ReadLog(lines: [good] + Array(repeating: "broken", count: 250))
    #expect(found.codes.count == 101)
    #expect(found.input.diagnostics.last?.message.hasPrefix("150 more") == true)
  }

  @Test func resultsBeyondTheLimitAreNotRead() throws {
    let result = Flat.result(#"{"score": 1}"#, of: "score")
    let count = RunWriter.attemptsPerRun + 5
    let found = try ReadLog(lines: [Flat.row(Array(repeating: result, count: count))])
    #expect(found.log.runs[0].attempts.count == RunWriter.attemptsPerRun)
    #expect(found.codes == ["F433"])
  }

  @Test func aMessageBeyondTheLimitIsReported() throws {
    let long = String(repeating: "x", count: Transcript.textLimit + 1)
    let found = try ReadLog(lines: [
      Flat.row([
        Flat.user("Sort."), #"{"role": "function", "name": "bash", "content": "\#(long)"}"#,
      ])
    ])
    #expect(found.codes == ["F420"])
  }

  @Test func textsAreInNormalFormC() throws {
    let found = try ReadLog(lines: [Flat.row([Flat.user("cafe\u{301}  au\nlait")])])
    #expect(found.input.source.text.unicodeScalars.contains("\u{E9}"))
    #expect(found.text(found.log.runs[0].question) == "caf\u{E9} au lait")
  }

  @Test func factsAreTheSameEachTime() throws {
    let lines = [good, Flat.row([Flat.user("x")], run: #""b""#), "broken"]
    #expect(try ReadLog(lines: lines).input == ReadLog(lines: lines).input)
  }
}
