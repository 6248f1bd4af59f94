import Foundation
import IR
import Testing

@testable import Frontend

/// The labelled logs: what became of each attempt, and what is told of those that beat the
/// reference.
@Suite(.enabled(if: LogCorpus.isPresent, "the shared corpus is not beside the package"))
struct AttemptCorpusTests {
  struct Expected: Decodable {
    struct Attempt: Decodable {
      let index: Int
      let kind: String
      let kindAny: [String]?
      let cause: String?
      let failureAny: [String]?
    }

    struct Event: Decodable {
      let event: String
      let review: Int?
      let kind: String?
      let cause: String?
    }

    struct Run: Decodable {
      let runId: Int
      let attempts: [Attempt]
      let otherEvents: [Event]
    }

    struct Filtered: Decodable {
      let runId: Int
      let index: Int?
    }

    let runs: [Run]
    let filteredAttempts: [Filtered]
    let filteredLocalChecks: [Filtered]
    let leakTokens: [String]
  }

  private func read(_ sample: String) throws -> (ReadLog, Expected) {
    let file = LogCorpus.logs.appendingPathComponent(sample + ".jsonl")
    return (
      try ReadLog(path: file.path, name: sample, scoring: ScoringRequest()),
      try LogCorpus.expected(sample + ".expected.json", as: Expected.self)
    )
  }

  @Test(arguments: MALTCorpusTests.samples)
  func everyAttemptHasItsOutcomeAndCause(_ sample: String) throws {
    let (found, expected) = try read(sample)
    for run in expected.runs {
      let read = try #require(found.log.runs.first { $0.id == "\(run.runId)" })
      for attempt in run.attempts where attempt.kind != "beats_reference" {
        let label = Comment(rawValue: "run \(run.runId) attempt \(attempt.index)")
        let told = read.attempts.first { $0.index == attempt.index && $0.origin == .scorer }
        let outcome = told?.outcome(under: read.scoring).rawValue
        #expect((attempt.kindAny ?? [attempt.kind]).contains(outcome ?? ""), label)
        #expect(told?.cause?.rawValue == attempt.cause, label)
        if let words = attempt.failureAny {
          let failure = (found.text(told?.failure) ?? "").lowercased()
          #expect(words.contains { failure.contains($0.lowercased()) }, label)
        }
      }
      for event in run.otherEvents where event.event == "review" {
        let told = read.attempts.first { $0.origin == .review && $0.index == event.review }
        #expect(told?.cause?.rawValue == event.cause, "run \(run.runId) review")
      }
      let abandoned = run.otherEvents.filter { $0.event == "unscored_failure" }
      #expect(read.abandoned.map { $0.cause?.rawValue } == abandoned.map(\.cause))
    }
  }

  @Test(arguments: MALTCorpusTests.samples)
  func whatBeatsTheReferenceIsToldNowhere(_ sample: String) throws {
    let (found, expected) = try read(sample)
    let withheld = found.log.runs.flatMap { run in
      run.withheld.map { "\(run.id) \($0.origin == .script ? "check" : "\($0.index)")" }
    }
    let wanted =
      expected.filteredAttempts.map { "\($0.runId) \($0.index ?? 0)" }
      + expected.filteredLocalChecks.map { "\($0.runId) check" }
    #expect(Set(withheld) == Set(wanted))
    for token in expected.leakTokens {
      #expect(!found.input.source.text.contains(token), "\(token) is told")
    }
  }
}
