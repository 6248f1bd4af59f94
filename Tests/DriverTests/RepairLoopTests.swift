import Backend
import IR
import Passes
import Testing

@testable import Driver

/// The loop on passes that cure one finding a round, none, or one for another.
struct RepairLoopTests {
  private static let empty = Document(sources: SourceMap(), inputs: Inputs())

  private func run(
    _ pass: some Pass, on document: Document = empty, waiving waived: Set<DiagnosticCode> = []
  ) async throws -> RepairLoop.Outcome {
    try await RepairLoop(
      passes: PassManager([AnyPass(pass)]), context: PassContext(), profile: .superset,
      waived: waived
    ).run(document)
  }

  private static func openCodes(_ document: Document) -> Set<DiagnosticCode> {
    let verdict = Verifier(profile: .superset).verify(Emitters.emit(document), against: document)
    return Set(verdict.openIssues.map(\.code))
  }

  private static var partlyAdmitted: Document {
    var document = empty
    document.coverage = GapPass.gaps([.concepts])
    return document
  }

  @Test func theFixtureHoldsWhatItSays() {
    #expect(Self.openCodes(Self.empty).isSuperset(of: GapPass.repairs))
    #expect(
      Self.openCodes(Self.partlyAdmitted) == Self.openCodes(Self.empty).subtracting(["ARA329"]))
  }

  @Test func aCleanArtifactNeedsNoRound() async throws {
    let outcome = try await run(GapPass.steady, waiving: Self.openCodes(Self.empty))
    #expect(outcome.rounds == [])
    #expect(outcome.verdict.passes)
    #expect(outcome.document == Self.empty)
  }

  @Test func withoutAPassThatRepairsThereIsNoRound() async throws {
    let outcome = try await run(UnconcernedPass())
    #expect(outcome.rounds == [])
    #expect(!outcome.verdict.passes)
    #expect(outcome.document == Self.empty)
    #expect(outcome.tree == Emitters.emit(Self.empty))
  }

  /// Each round cures one finding; three are left when the loop ends.
  @Test func thereAreAtMostThreeRounds() async throws {
    let outcome = try await run(GapPass.steady)
    #expect(
      outcome.rounds
        == ["ARA329", "ARA333", "ARA343"].map {
          RepairLoop.Round(fixed: [$0: 1], isKept: true)
        })
    #expect(outcome.document.coverage == GapPass.gaps([.concepts, .experiments, .heuristics]))
    #expect(outcome.tree == Emitters.emit(outcome.document))
    let left = Set(outcome.verdict.openIssues.map(\.code))
    #expect(left.intersection(GapPass.repairs) == ["ARA513", "ARA514", "ARA515"])
  }

  @Test func aLoopOfOneRoundCanBeAskedFor() async throws {
    let loop = RepairLoop(
      passes: PassManager([AnyPass(GapPass.steady)]), context: PassContext(), profile: .superset)
    #expect(try await loop.run(Self.empty, rounds: 1).rounds.count == 1)
    #expect(try await loop.run(Self.empty, rounds: 0).rounds == [])
  }

  @Test func aPassIsToldOnlyOfTheFindingsThatItRepairs() async throws {
    let outcome = try await run(GapPass.steady)
    #expect(
      outcome.diagnostics.map(\.message) == [
        "ARA329 ARA333 ARA343 ARA513 ARA514 ARA515", "ARA333 ARA343 ARA513 ARA514 ARA515",
        "ARA343 ARA513 ARA514 ARA515",
      ])
  }

  @Test func aRoundThatCuresNothingIsDroppedAndEndsTheLoop() async throws {
    let outcome = try await run(GapPass.idle)
    #expect(outcome.rounds == [RepairLoop.Round(fixed: [:], isKept: false)])
    #expect(outcome.document == Self.empty)
    #expect(outcome.diagnostics == [], "what a dropped round said is dropped with it")
  }

  /// As many findings are open after it as before, and one of them is new.
  @Test func aRoundThatCuresOneFindingForAnotherIsDropped() async throws {
    let outcome = try await run(GapPass.fickle, on: Self.partlyAdmitted)
    #expect(outcome.rounds == [RepairLoop.Round(fixed: [:], isKept: false)])
    #expect(outcome.document == Self.partlyAdmitted)
    #expect(outcome.tree == Emitters.emit(Self.partlyAdmitted))
  }

  @Test func waivedFindingsAreNobodysBusiness() async throws {
    let outcome = try await run(GapPass.idle, waiving: Self.openCodes(Self.empty))
    #expect(outcome.verdict.findings.allSatisfy { $0.severity != .error })
  }
}
