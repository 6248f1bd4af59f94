import IR
import Testing

@testable import Passes

struct KindHeadTests {
  private func concepts(_ build: (inout StudyPaper) -> Void) async throws -> [Concept] {
    var study = StudyPaper()
    build(&study)
    return try await study.passed(through: "concepts").concepts.concepts
  }

  /// Also where results stand, and in words that begin with a verb.
  @Test(arguments: [
    ("This category holds what is said of marbles.", true),
    ("The second category of marbles holds what is said.", true),
    ("The use of this category is to hold marbles.", true),
    ("We find that this category holds what is said.", false),
    ("Marbles in the yard hold what is said of them.", false),
  ])
  func aHeadThatItsSentenceCallsAKindIsATerm(_ sentence: String, _ isTerm: Bool) async throws {
    let concepts = try await concepts {
      $0.section("Results", "4")
      $0.block("Describe Marbles. \(sentence)", lead: "Describe Marbles.")
    }
    #expect(concepts.map(\.term.value) == (isTerm ? ["Describe Marbles"] : []))
    #expect(concepts.allSatisfy { $0.usedIn == nil })
  }
}
