import IR
import Passes
import Testing

struct ClaimRulesTests {
  private func claims(_ build: (inout StudyPaper) -> Void) async throws -> [Claim] {
    var study = StudyPaper()
    build(&study)
    return try await study.passed(through: "claims").claims.claims
  }

  private static let rows = [["Sorter", "Error"], ["one", "9.1"], ["two", "4.5"]]

  @Test func restsOnTheTableThatItsParagraphNames() async throws {
    let claims = try await claims {
      $0.table("1", "Error of the sorters on damp marbles", Self.rows)
      $0.table("2", "Careful sorters that weigh marbles twice outperform hasty sorters", Self.rows)
      $0.section("Results", "3")
      $0.block(
        "Table 1 compares all of them. Careful sorters that weigh damp marbles twice outperform hasty sorters."
      )
    }
    // The caption of the other table says the same.
    #expect(claims.first?.exhibits.map(\.description) == ["Table 1", "Table 2"])
  }

  @Test func doesNotReachIntoOtherParagraphs() async throws {
    let claims = try await claims {
      $0.table("1", "Time of day")
      $0.section("Results", "3")
      $0.block("Table 1 compares all of them.")
      $0.block("Careful sorters that weigh damp marbles twice outperform hasty sorters.")
    }
    #expect(claims.map(\.exhibits) == [[]])
  }

  @Test func keepsNumbersOutOfStatementsAndInTheBasis() async throws {
    let claims = try await claims {
      $0.section("Results", "3")
      $0.block(
        "Careful sorters that weigh damp marbles twice outperform hasty sorters by 4.6 points.")
    }
    let claim = try #require(claims.first)
    #expect(NumberToken.scan(claim.statement.value).isEmpty)
    #expect(claim.basis.map(\.value).contains { $0.hasSuffix("by 4.6 points.") })
    #expect(claim.status == .supported)
  }

  @Test func takesNothingFromRelatedWorkQuestionsOrMerePointers() async throws {
    let claims = try await claims {
      $0.table("1", "Error")
      $0.section("Related Work", "2")
      $0.block("We show that careful sorters that weigh damp marbles twice outperform hasty ones.")
      $0.section("Results", "3")
      $0.block("Do careful sorters that weigh damp marbles twice really outperform hasty sorters?")
      $0.block("Table 1 reports how careful sorters and hasty sorters compare on damp marbles.")
    }
    #expect(claims.isEmpty)
  }
}
