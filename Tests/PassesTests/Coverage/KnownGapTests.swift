import IR
import Testing

@testable import Passes

/// Shortfalls that an artifact admits.
struct KnownGapTests {
  private func gaps(_ document: Document) async throws -> Set<KnownGap.Subject> {
    let rules = CoverageRules()
    let input = rules.input(from: document)
    let found = try await rules.run(input, addressing: [], in: PassContext())
    return Set(found.value.knownGaps.map(\.subject))
  }

  @Test func aPaperWithoutTablesFiguresAndAYearSaysSo() async throws {
    let found = try await gaps(StudyPaper().document)
    #expect(found.isSuperset(of: [.year, .exhibits]))
    // A paper that claims nothing was not understood.
    #expect(found.isDisjoint(with: [.claims, .relatedWorks]))
  }

  @Test func aRepositoryAloneHasNoPaperToRead() async throws {
    let found = try await gaps(Document(sources: SourceMap(), inputs: Inputs()))
    #expect(found.isSuperset(of: [.year, .exhibits, .claims, .relatedWorks]))
  }
}
