import Backend
import IR
import TestSupport
import Testing

struct MutationTests {
  /// Classes for which the base artifact of the goldens has no place.
  private static let foreign: Set<String> = [
    // It has no source map, and no dead end whose title has words enough.
    "map-that-is-no-json", "number-without-a-place", "place-beside-the-value",
    "rebutted-branch-in-other-words",
  ]

  /// Every class of errors, put into the base artifact at places that three seeds choose.
  @Test func everyErrorIsFound() throws {
    let trial = MutationTrial(try ArtifactFolder.load(VerifyGolden.base))
    let classes = Mutation.all.filter { !$0.needsInputs && !Self.foreign.contains($0.name) }
    for mutation in classes {
      for seed in 1...3 as ClosedRange<UInt64> {
        var dice = Dice(seed: seed)
        guard let injection = trial.injection(of: mutation, &dice) else {
          Issue.record("no place for \(mutation.name)")
          continue
        }
        let isFound = trial.isFound(injection, of: mutation)
        #expect(isFound, "\(mutation.code) \(mutation.name) at \(injection.place)")
      }
    }
  }

  /// Artifacts of a rubric or of logs alone, which have no claim or no experiment: an identifier
  /// that is put in names nothing there either.
  @Test(arguments: ["rubric-and-logs", "session-alone"])
  func everyErrorIsFoundWhereNothingIsClaimed(_ name: String) throws {
    let folder = PackageFolder.root + "/golden/compile/\(name)/expected"
    let trial = MutationTrial(try ArtifactFolder.load(folder))
    var codes: Set<DiagnosticCode> = []
    for mutation in Mutation.all where !mutation.needsInputs {
      var dice = Dice(seed: 1)
      guard let injection = trial.injection(of: mutation, &dice) else { continue }
      codes.insert(mutation.code)
      let isFound = trial.isFound(injection, of: mutation)
      let isError = mutation.severity == .error
      #expect(isFound || !isError, "\(mutation.code) \(mutation.name) at \(injection.place)")
    }
    #expect(codes.count > 90)
  }

  /// Classes that only the inputs show, for which the base artifact has no place.
  private static let foreignOfInputs: Set<String> = ["transcription-with-another-line"]

  @Test(arguments: Mutation.all.filter(\.needsInputs).map(\.name))
  func everyErrorIsFoundBesideTheInputs(_ name: String) throws {
    if Self.foreignOfInputs.contains(name) { return }
    let base = try ArtifactFolder.load(VerifyGolden.base)
    let trial = MutationTrial(base, against: StudyDocument.named("study"))
    let mutation = try #require(Mutation.named(name))
    for seed in 1...3 as ClosedRange<UInt64> {
      var dice = Dice(seed: seed)
      let injection = try #require(trial.injection(of: mutation, &dice), "no place")
      #expect(trial.isFound(injection, of: mutation), "at \(injection.place)")
      // Without the inputs nobody could tell.
      #expect(MutationTrial(base).injection(of: mutation, &dice) == nil)
    }
  }

  @Test func classesHaveNamesOfTheirOwnAndCodesOfTheCatalogue() {
    #expect(Set(Mutation.all.map(\.name)).count == Mutation.all.count)
    let codes = Set(Verifier.rows.map(\.code))
    for mutation in Mutation.all { #expect(codes.contains(mutation.code), "\(mutation.name)") }
    #expect(Mutation.all.count > 250)
  }

  /// The five mutations of the paper (`spec/level1-checks.md`, last table).
  @Test(arguments: [
    ("fabricated-claim", "ARA401"), ("claim-without-falsification-criteria", "ARA307"),
    ("verifies-an-undefined-claim", "ARA405"), ("over-claim-1", "ARA323"),
    ("rebutted-branch-by-title", "ARA430"),
  ])
  func thePapersMutationsAreThere(_ name: String, _ code: String) throws {
    #expect(try #require(Mutation.named(name)).code == DiagnosticCode(code))
  }

  @Test func theSeedAloneChoosesThePlace() throws {
    let trial = MutationTrial(try ArtifactFolder.load(VerifyGolden.base))
    let mutation = try #require(Mutation.named("claim-without-status"))
    var places: Set<String> = []
    for seed in 1...9 as ClosedRange<UInt64> {
      var (dice, again) = (Dice(seed: seed), Dice(seed: seed))
      let injection = try #require(trial.injection(of: mutation, &dice))
      #expect(trial.injection(of: mutation, &again)?.place == injection.place)
      #expect(trial.base.applying(injection) != trial.base.tree)
      places.insert(injection.place)
    }
    #expect(places.count > 1)
  }

  @Test func anErrorHasNoPlaceWhereItIsAlready() throws {
    let clean = MutationTrial(try ArtifactFolder.load(VerifyGolden.base))
    let mutation = try #require(Mutation.named("conditions-that-bound-nothing"))
    var dice = Dice(seed: 1)
    let injection = try #require(clean.injection(of: mutation, &dice))
    let spoilt = MutationTrial(clean.base.applying(injection))
    for seed in 1...20 as ClosedRange<UInt64> {
      var dice = Dice(seed: seed)
      #expect(spoilt.injection(of: mutation, &dice)?.place != injection.place)
    }
  }
}
