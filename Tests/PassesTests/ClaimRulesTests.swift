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

  /// What a study without a table finds rests on that study, whatever words another's table has.
  @Test func restsOnNoTableOfAnotherStudy() async throws {
    let claims = try await claims {
      $0.section("Experiments on steel", "3")
      $0.block("Table 1 shows that red belts improve the speed of all sorters of steel by far.")
      $0.table("1", "Careful sorters that weigh marbles twice and hasty sorters", Self.rows)
      $0.section("Experiments on glass", "4")
      $0.block("Careful sorters that weigh glass marbles twice outperform all hasty sorters.")
    }
    #expect(claims.first { $0.statement.value.hasPrefix("Careful") }?.exhibits == [])
  }

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

  @Test func whatIsProposedTwiceIsOneClaim() async throws {
    let claims = try await claims {
      $0.section("Introduction", "1")
      $0.block(
        "We propose MarbleNet, a careful sorter for damp marbles of the yard that needs no lamp.")
      $0.block(
        "We introduce MarbleNet, which weighs whatever is round, twice and by night, without wind.")
      $0.block("We propose PebbleNet, a hasty sorter for dry stones of all towns and of the sea.")
    }
    #expect(claims.map(\.basis.count) == [2, 1])
  }

  @Test func proposesOnlyWhereNothingElseIsClaimed() async throws {
    let claims = try await claims {
      $0.section("Introduction", "1")
      $0.block("We propose MarbleNet, a careful sorter for damp marbles of the yard.")
      $0.section("Results", "3")
      $0.block("Careful sorters that weigh damp marbles twice outperform hasty sorters.")
    }
    #expect(
      claims.map(\.statement.value) == [
        "Careful sorters that weigh damp marbles twice outperform hasty sorters."
      ])
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

  @Test func restsOnWhatItsSectionNames() async throws {
    let claims = try await claims {
      $0.table("1", "Sorters that weigh damp marbles twice and hasty sorters", Self.rows)
      $0.table("2", "Error by weather", Self.rows)
      $0.section("Sorting in the Rain", "3")
      $0.block("Table 2 lists the error of careful sorters and of hasty sorters in the rain.")
      $0.block("In the rain, careful sorters outperform hasty sorters by far on damp marbles.")
    }
    let claim = claims.first { $0.statement.value.hasPrefix("In the rain") }
    #expect(claim?.exhibits.first?.description == "Table 2")
  }

  /// A section that holds one table tells of it without naming it.
  @Test func restsOnTheTableOfItsSectionThatNobodyNames() async throws {
    let claims = try await claims {
      $0.section("Results", "2")
      $0.block("Careful sorters outperform hasty sorters by far on every dry day of the year.")
      $0.section("Sorting in the Wind", "B")
      $0.closeAsAppendix()
      $0.block(
        "Damping consistently reduced the frequency of swings (rate 0.18 vs 0.51) and maintained higher precision under wind and rain."
      )
      $0.table("1", "Pans at sea", Self.rows)
    }
    let claim = claims.first { $0.statement.value.hasPrefix("Damping") }
    #expect(claim?.exhibits.map(\.description) == ["Table 1"])
  }

  /// A panel with a scheme stands beside one with results.
  @Test func restsOnTheFigureWhosePanelShowsIt() async throws {
    let claims = try await claims {
      $0.figure("3", "(a) Schematic illustration of the yard. (b) Error of the sorters by wind.")
      $0.section("Results", "2")
      $0.block(
        "Figure 3 shows that careful sorters outperform hasty sorters by far on damp marbles.")
    }
    #expect(claims.first?.exhibits.map(\.description) == ["Figure 3"])
  }

  @Test func restsOnNoFigureThatOpensThePaper() async throws {
    let claims = try await claims {
      $0.table("1", "Error of the sorters on glass", Self.rows)
      $0.table("2", "Error of the sorters on clay", Self.rows)
      $0.section("Introduction", "1")
      $0.block(
        "Table 1 shows what is wrong with hasty sorters. We show that careful sorters outperform hasty sorters on clay marbles."
      )
      $0.section("Results", "2")
      $0.block("Table 2 reports that careful sorters outperform hasty sorters on clay marbles.")
    }
    let claim = claims.first { $0.statement.value.has("careful sorters outperform") }
    #expect(claim?.exhibits.first?.description == "Table 2")
  }

  @Test func tellsWhatItWasShownOn() async throws {
    let claims = try await claims {
      $0.table("1", "Accuracy on the Yard dataset", Self.rows)
      $0.section("Results", "3")
      $0.block(
        "Table 1 has the results on the Yard dataset. Careful sorters that weigh damp marbles twice outperform hasty sorters."
      )
    }
    let scope = try #require(claims.first { $0.exhibits.count == 1 }?.scope)
    #expect(scope.data.map(\.value) == ["Yard"])
    // Its table measures two things, and the claim names none.
    #expect(scope.measures.isEmpty)
  }

  /// The label behind a name of data in a head of a column cites where the data come from.
  @Test func tellsTheNamesOfDataWithoutLabels() async throws {
    let claims = try await claims {
      $0.table(
        "1", "Errors of the sorters",
        [["", "WetYard [1]", "DryYard [2]"], ["hasty", "3", "5"], ["careful", "1", "2"]])
      $0.section("Results", "3")
      $0.block(
        "We evaluate on the WetYard dataset and the DryYard dataset. Table 1 has the results. Careful sorters that weigh damp marbles twice outperform hasty sorters."
      )
    }
    let scope = try #require(claims.first { $0.exhibits.count == 1 }?.scope)
    #expect(scope.data.map(\.value) == ["WetYard", "DryYard"])
  }
}
