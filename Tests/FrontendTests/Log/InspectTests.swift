import Foundation
import IR
import Testing

@testable import Frontend

@Suite struct InspectTests {
  private func read(_ text: String) throws -> ReadLog {
    let scratch = try ScratchFolder()
    return try ReadLog(path: scratch.write(text, to: "log.json"))
  }

  private func log(_ samples: String, status: String = "success") throws -> ReadLog {
    try read(
      #"{"samples": [\#(samples)], "version": 2, "status": "\#(status)", "#
        + #""eval": {"task": "toy", "model": "toy-model", "run_id": "r"}}"#)
  }

  @Test func samplesAreRunsAndScoresAttempts() throws {
    let found = try log(
      #"""
      {"id": 3, "epoch": 2, "messages": [
        {"role": "system", "content": "Be brief."}, {"role": "user", "content": "Sort them."},
        {"role": "assistant", "content": [{"type": "text", "text": "I will use one pass."}],
         "tool_calls": [{"id": "a", "function": "bash", "arguments": {"cmd": "ls"}}]},
        {"role": "tool", "function": "bash", "tool_call_id": "a", "content": "x"}],
       "scores": {"match": {"value": "C", "answer": "y"}, "close": {"value": 0.50}},
       "events": [{"event": "score", "intermediate": true, "score": {"value": 0.1}},
                  {"event": "model"}, {"score": {"value": 9}, "event": "score"}]},
      {"id": "b", "score": {"value": true}}
      """#)
    #expect(found.log.form == .inspect)
    #expect(found.log.runs.map(\.id) == ["3_epoch_2", "b_epoch_1"])
    #expect(found.log.runs.map(\.task) == ["toy", "toy"])
    #expect(found.log.runs.map(\.model) == ["toy-model", "toy-model"])
    #expect(found.log.runs.map(\.messages) == [4, 0])
    let attempts = found.log.runs[0].attempts
    #expect(attempts.map(\.score?.value) == ["0.1", "C", "0.50"])
    #expect(attempts.map(\.status) == [.valid, .valid, .valid])
    #expect(attempts.map { $0.metrics.map(\.name) } == [[], ["match"], ["close"]])
    #expect(found.text(found.log.runs[0].question) == "Sort them.")
    #expect(found.text(attempts[0].approach) == "I will use one pass.")
    #expect(found.log.runs[1].attempts.map(\.score?.value) == ["true"])
    #expect(found.input.diagnostics.isEmpty)
  }

  @Test func finalEventsCountWhereScoresAreMissing() throws {
    let found = try log(#"{"id": 1, "events": [{"event": "score", "score": {"value": 4}}]}"#)
    #expect(found.log.runs[0].attempts.map(\.score?.value) == ["4"])
  }

  @Test func valuesOfOtherKindsAreTold() throws {
    let found = try log(
      #"{"id": 1, "scores": {"a": {"value": NaN}, "b": {"value": null}, "#
        + #""c": {"value": {"part": 0.5, "name": "x"}}}}"#)
    let attempts = found.log.runs[0].attempts
    #expect(attempts.map(\.status) == [.invalid, .hidden, .valid])
    #expect(attempts.map(\.score?.value) == [nil, nil, nil])
    #expect(attempts[2].metrics.map(\.value.value) == ["0.5"])
  }

  @Test func attachmentsAreResolved() throws {
    let found = try log(
      #"{"id": 1, "messages": [{"role": "user", "content": "attachment://k1"}, "#
        + #"{"role": "user", "content": "attachment://none"}], "#
        + #""attachments": {"k1": "Sort \u0061ll."}}"#)
    #expect(found.text(found.log.runs[0].question) == "Sort all.")
  }

  /// What a tool failed at says nothing of the work; an unknown kind of error is one all the same.
  @Test func errorsOfToolsAreInfrastructure() throws {
    let found = try log(
      #"""
      {"id": 1, "messages": [
        {"role": "user", "content": "Sort them."},
        {"role": "tool", "function": "bash", "content": "x", "tool_call_id": "a",
         "error": {"type": "timeout", "message": "took \u0061ll day"}},
        {"role": "tool", "function": "bash", "content": "", "tool_call_id": "b",
         "error": {"message": 7, "type": "gremlins"}},
        {"role": "tool", "content": "fine", "tool_call_id": "c", "error": null},
        {"role": "assistant", "content": "Error", "error": {"type": "limit", "message": "no tool"}}],
       "error": {"message": "CUDA out of memory", "traceback": "…"},
       "limit": {"type": "token", "limit": 9}}
      """#)
    let run = try #require(found.log.runs.first)
    #expect(run.attempts.isEmpty)
    #expect(run.toolErrors.map(\.cause) == [.toolTimeout, .toolError, .toolError, .limit])
    #expect(run.toolErrors.allSatisfy { $0.cause?.kind == .infrastructure })
    #expect(
      run.toolErrors.map { found.text($0.failure) } == [
        "timeout\ntook all day", "gremlins", "CUDA out of memory", "limit\ntoken",
      ])
    #expect(run.toolErrors.map(\.messages) == [2...2, 3...3, 5...5, 5...5])
  }

  @Test func samplesOfOneNameAreNumbered() throws {
    let found = try log(#"{"id": 1, "epoch": 1}, {"id": 1, "epoch": 1}, {"id": 1, "epoch": 2}"#)
    #expect(found.log.runs.map(\.id) == ["1_epoch_1", "1_epoch_1#2", "1_epoch_2"])
  }

  @Test func aLogThatBreaksOffKeepsItsSamples() throws {
    let found = try read(
      "{\"version\": 2, \"status\": \"started\", \"eval\": {},\n\"samples\": [{\"id\": 1},\n{\"id\""
    )
    #expect(found.log.runs.map(\.id) == ["1_epoch_1"])
    #expect(found.codes == ["F427"])
    #expect(found.input.diagnostics.first?.input?.line == 3)
  }

  @Test func aLogWithoutSamplesIsReported() throws {
    let found = try read(#"{"version": 2, "status": "error", "eval": {}, "results": {}}"#)
    #expect(found.log.runs.isEmpty)
    #expect(found.codes == ["F425", "F426"])
  }

  @Test(.enabled(if: LogCorpus.isPresent, "the shared corpus is not beside the package"))
  func publishedLogsAreRead() throws {
    let folder = LogCorpus.logs.appendingPathComponent("inspect")
    let tools = try ReadLog(path: folder.appendingPathComponent("tool_call_errors.json").path)
    #expect(tools.log.runs.map(\.id) == ["1_epoch_4"])
    #expect(tools.log.runs.map(\.messages) == [11])
    #expect(tools.log.runs.flatMap(\.attempts).isEmpty)
    let errors = tools.log.runs.flatMap(\.toolErrors)
    #expect(errors.map { $0.cause?.rawValue } == (try toolErrors()))
    #expect(errors.allSatisfy { $0.cause?.kind == .infrastructure })
    let failed = try ReadLog(path: folder.appendingPathComponent("error_status.json").path)
    #expect(failed.log.runs.map(\.messages) == [0])
    #expect(failed.codes == ["F425", "F426"])
    let guess = try ReadLog(path: folder.appendingPathComponent("guess_number.eval").path)
    #expect(guess.log.runs.map(\.messages) == [12])
    #expect(guess.log.runs.flatMap(\.attempts).map(\.score?.value) == ["0.0"])
    let name = "popularity.eval"
    let path = folder.appendingPathComponent(name).path
    #expect(try InputRecogniser.recognise(path: path, name: name) == .log)
    let popularity = try ReadLog(path: path)
    let grades = popularity.log.runs.sorted { $0.id < $1.id }.flatMap(\.attempts)
    #expect(grades.count == 10)
    #expect(grades.count { $0.score?.value == "I" } == 2)
  }

  private struct Expected: Decodable {
    struct File: Decodable {
      struct Sample: Decodable {
        let toolErrorTypes: [String]?
      }

      let file: String
      let samples: [Sample]
    }

    let files: [File]
  }

  private func toolErrors() throws -> [String?] {
    try LogCorpus.expected("inspect/expected.json", as: Expected.self).files
      .first { $0.file == "tool_call_errors.json" }?.samples.first?.toolErrorTypes ?? []
  }
}
