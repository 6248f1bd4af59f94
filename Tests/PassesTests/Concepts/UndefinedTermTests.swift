import IR
import Testing

@testable import Passes

struct UndefinedTermTests {
  private func concepts(_ build: (inout StudyPaper) -> Void) async throws -> [String] {
    var study = StudyPaper()
    build(&study)
    return try await study.passed(through: "concepts").concepts.concepts.map(\.term.value)
  }

  /// `the sorter’s inner state` is said of a thing.
  @Test(arguments: [("sorter’s inner pan", false), ("dusty inner pan", true)])
  func whatBelongsToAThingIsNoName(_ phrase: String, _ isTerm: Bool) async throws {
    let terms = try await concepts {
      $0.section("Sorting", "1")
      $0.block("We look at the \(phrase) first. The marbles fill the \(phrase) at night.")
      $0.section("Method", "2")
      $0.block("All of the marbles leave the \(phrase) in the end. The \(phrase) was wet.")
      $0.block("We wash the \(phrase) twice a day. Few marbles fit the \(phrase) of the yard.")
    }
    #expect(terms.contains { $0.hasSuffix("inner pan") } == isTerm)
  }
}

struct TermSelectionTests {
  private func candidate(_ key: [String], defines: Bool) -> TermRanking.Candidate {
    let site = TermRanking.WeighedSite(atom: 0, weight: 5, tells: true, defines: defines)
    return TermRanking.Candidate(
      key: key, sites: [site], name: SourceSpan(SourceID("paper"), 0..<4), notation: nil,
      strength: .explained, uses: 4, score: 6)
  }

  /// A phrase with a term inside, of the sentence that defines the term, is no other unless that
  /// sentence tells of it as well.
  @Test(arguments: [(false, false), (true, true)])
  func aTermWithinAnotherNeedsItsOwnDefinition(_ defines: Bool, _ isTaken: Bool) {
    var selection = TermSelection()
    #expect(selection.site(of: candidate(["damp", "band"], defines: true)) != nil)
    let wider = candidate(["wide", "damp", "band"], defines: defines)
    #expect((selection.site(of: wider) != nil) == isTaken)
  }
}
