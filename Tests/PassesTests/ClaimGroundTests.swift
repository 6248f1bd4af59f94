import IR
import Testing

@testable import Passes

/// What claims rest on.
struct ClaimGroundTests {
  private func claims(_ build: (inout StudyPaper) -> Void) async throws -> [Claim] {
    var study = StudyPaper()
    build(&study)
    return try await study.passed(through: "claims").claims.claims
  }

  private static let rows = [["Sorter", "Error"], ["one", "9.1"], ["two", "4.5"]]

  /// `All runs are in Table 9 of Appendix E` does not change the subject.
  @Test func goesOnWithTheTableOfTheBody() async throws {
    let claims = try await claims {
      $0.table("1", "Error of the sorters", Self.rows)
      $0.section("Results", "3")
      $0.block(
        "Table 1 compares all sorters. The full list of runs is in Table 9 of Appendix E. Careful sorters that weigh damp marbles twice outperform hasty sorters."
      )
      $0.section("More runs", "E")
      $0.closeAsAppendix()
      $0.table("9", "All runs of the sorters", Self.rows)
    }
    let claim = claims.first { $0.statement.value.hasPrefix("Careful") }
    #expect(claim?.exhibits.first?.description == "Table 1")
  }

  /// A sentence of another section in like words names another table.
  @Test func restsOnWhatItsOwnSectionNames() async throws {
    let claims = try await claims {
      $0.table("1", "Error of sorters on glass marbles", Self.rows)
      $0.table("2", "Error of sorters on steel marbles", Self.rows)
      $0.section("Results on glass marbles", "3")
      $0.block("Table 1 lists the error of the sorters on glass marbles.")
      $0.block(
        "Careful sorters that weigh marbles twice outperform hasty sorters on glass marbles.")
      $0.section("Results on steel marbles", "4")
      $0.block(
        "Table 2 shows that heavy belts and careful sorters that weigh marbles twice calm the scale by 4.6 points on steel in the rain."
      )
    }
    let claim = claims.first { $0.statement.value.has("on glass marbles") }
    #expect(claim?.exhibits.map(\.description) == ["Table 1"])
  }

  @Test func restsOnTheSentenceThatItIsDrawnFrom() async throws {
    let claims = try await claims {
      $0.section("Results", "3")
      $0.block(
        "The readings of the damp marbles did not drift in any of the eight yards. This suggests that careful sorters that weigh marbles twice stay calm in the wind."
      )
    }
    let claim = claims.first { $0.statement.value.hasPrefix("Careful sorters") }
    #expect(claim?.basis.map(\.value).contains { $0.hasPrefix("The readings") } == true)
  }
}
