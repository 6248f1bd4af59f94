import Foundation
import IR
import Testing

@testable import Frontend

/// The labelled MALT samples, before any filter.
@Suite(.enabled(if: LogCorpus.isPresent, "the shared corpus is not beside the package"))
struct MALTCorpusTests {
  struct Expected: Decodable {
    struct Task: Decodable {
      let metricKey: String
    }

    struct Attempt: Decodable {
      let index: Int
      let status: String
      let score: Double?
      let metric: Double?
    }

    struct Event: Decodable {
      let event: String
      let review: Int?
      let isBug: Bool?
      let score: Double?
      let reportedMetric: Double?
    }

    struct Run: Decodable {
      let runId: Int
      let taskId: String
      let model: String
      let uniqueMessages: Int
      let attempts: [Attempt]
      let otherEvents: [Event]
    }

    struct Lines: Decodable {
      let runsRead: Int
    }

    let tasks: [String: Task]
    let lines: Lines
    let runs: [Run]
  }

  static let samples = ["malt_public_sample", "malt_transcripts_sample", "malt_flat_sample"]

  private func read(_ sample: String) throws -> (ReadLog, Expected) {
    let file = LogCorpus.logs.appendingPathComponent(sample + ".jsonl")
    return (
      try ReadLog(path: file.path, name: sample),
      try LogCorpus.expected(sample + ".expected.json", as: Expected.self)
    )
  }

  @Test(arguments: samples)
  func runsAndMessagesAreCounted(_ sample: String) throws {
    let (found, expected) = try read(sample)
    #expect(found.log.runs.count == expected.lines.runsRead)
    for run in expected.runs {
      let read = try #require(found.log.runs.first { $0.id == "\(run.runId)" })
      #expect(read.messages == run.uniqueMessages)
      #expect(read.task == run.taskId)
      #expect(read.model == run.model)
    }
  }

  @Test(arguments: samples)
  func attemptsHaveTheirExactScores(_ sample: String) throws {
    let (found, expected) = try read(sample)
    for run in expected.runs {
      let read = try #require(found.log.runs.first { $0.id == "\(run.runId)" })
      let official = read.attempts.filter { $0.origin == .scorer }
      #expect(official.map(\.index) == run.attempts.map(\.index))
      #expect(official.map(\.status.rawValue) == run.attempts.map(\.status))
      #expect(official.map { $0.score.flatMap { Double($0.value) } } == run.attempts.map(\.score))
      for attempt in official {
        let score = attempt.score
        #expect(found.text(score?.spans.first) == score?.value)
        #expect((attempt.status == .invalid) == (attempt.failure != nil))
      }
    }
  }

  /// The metric of the task, in its unit or in one a thousand times smaller.
  @Test(arguments: samples)
  func attemptsHaveTheirMetrics(_ sample: String) throws {
    let (found, expected) = try read(sample)
    for run in expected.runs {
      let read = try #require(found.log.runs.first { $0.id == "\(run.runId)" })
      let key = expected.tasks[run.taskId]?.metricKey
      for attempt in run.attempts {
        guard let wanted = attempt.metric else { continue }
        let metrics = try #require(read.attempts.first { $0.index == attempt.index }).metrics
        let value = try #require(
          metrics.first { $0.name == key }.flatMap { Double($0.value.value) })
        #expect(value == wanted || abs(value / 1000 - wanted) < 1e-9)
      }
    }
  }

  @Test(arguments: samples)
  func otherEventsAreKeptApart(_ sample: String) throws {
    let (found, expected) = try read(sample)
    for run in expected.runs {
      let read = try #require(found.log.runs.first { $0.id == "\(run.runId)" })
      let reviews = run.otherEvents.filter { $0.event == "review" }
      let readReviews = read.attempts.filter { $0.origin == .review }
      #expect(readReviews.map(\.index) == reviews.map(\.review))
      #expect(readReviews.map { $0.status == .invalid } == reviews.map(\.isBug))
      #expect(
        readReviews.map { $0.metrics.first.flatMap { Double($0.value.value) } }
          == reviews.map(\.reportedMetric))
      let checks = run.otherEvents.filter { $0.event == "local_check" }
      #expect(read.localChecks.map { Double($0.score?.value ?? "") } == checks.map(\.score))
    }
  }

  @Test func everyLineThatIsOddIsReported() throws {
    let (found, _) = try read("malt_public_sample")
    let places = found.input.diagnostics.map { "\($0.code) line \($0.input?.line ?? 0)" }
    #expect(places == ["F418 line 3", "F412 line 7", "F404 line 11"])
    #expect(found.input.diagnostics.last?.message.contains("900109") == true)
  }

  @Test func everyNodeThatIsOddIsReported() throws {
    let (found, _) = try read("malt_transcripts_sample")
    let places = found.input.diagnostics.map { "\($0.code) line \($0.input?.line ?? 0)" }
    #expect(places == ["F414 line 4", "F413 line 4", "F412 line 5"])
  }

  @Test func aCutMessageIsReported() throws {
    let (found, _) = try read("malt_flat_sample")
    #expect(found.codes == ["F424"])
  }
}
