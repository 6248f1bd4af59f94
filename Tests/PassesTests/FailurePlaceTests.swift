import IR
import Testing

@testable import Passes

/// Where sentences and heads tell of what failed.
struct FailurePlaceTests {
  private func ends(_ build: (inout StudyPaper) -> Void) async throws -> [TraceNode] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("We ask whether careful sorters should weigh damp marbles twice.")
    build(&study)
    return try await study.passed(through: "trace").trace.nodes.filter {
      if case .deadEnd = $0.kind { true } else { false }
    }
  }

  /// The table that prints the value is what a sentence without a name of its own refers to.
  @Test func aValueLeadsToItsTable() async throws {
    let found = try await ends {
      $0.section("Results", "2")
      $0.table(
        "1", "Errors of all sorters", [["Sorter", "Error"], ["Belt", "4.25"], ["Bowl", "5.5"]])
      $0.table("2", "Errors in rain", [["Sorter", "Error"], ["Belt", "6.25"], ["Bowl", "7.5"]])
      $0.block("Adding a lamp degrades the readings from 5.25 to 6.25.")
    }
    #expect(found.first?.sourceRefs.map(\.value) == ["Table 2", "§2"])
  }

  @Test func allUnderSuchAHeadFailed() async throws {
    let found = try await ends {
      $0.section("What did not work", "4")
      $0.block("A second lamp in the yard. It was bright.")
    }
    #expect(found.map(\.title.value) == ["A second lamp in the yard"])
  }

  @Test func theHeadOfAnItemNamesWhatWasTried() async throws {
    let found = try await ends {
      $0.section("What did not help", "4")
      $0.block(
        "2. A second lamp. The error of the yard stayed flat.", .listItem, lead: "2. A second lamp."
      )
    }
    #expect(found.map(\.title.value) == ["The error of the yard stayed flat"])
    guard case .deadEnd(let hypothesis, _, _)? = found.first?.kind else { return }
    #expect(hypothesis.grounded?.value == "A second lamp")
  }

  @Test func aRowBringsWhatTheTextSaysOfIt() async throws {
    let found = try await ends {
      $0.section("Results", "4")
      $0.table(
        "1", "Ablation of the sorter",
        [["Sorter", "Error"], ["full", "4.55"], ["no lamp", "9.15"]])
      $0.block("Table 1 takes the sorter apart. It stands in the dark. Its error is 9.15 then.")
    }
    #expect(
      found.first?.description?.value
        == "Table 1 takes the sorter apart. It stands in the dark. Its error is 9.15 then.")
  }

  @Test func aListOfLimitationsTellsNoTrial() async throws {
    let found = try await ends {
      $0.section("Results", "4")
      $0.block("Our sorter has some limitations:")
      $0.block("It is slower than the scale on damp marbles.", .listItem)
    }
    #expect(found.isEmpty)
  }

  @Test func theOnlyTableOfASectionIsMeant() async throws {
    let found = try await ends {
      $0.section("Results", "4")
      $0.table("1", "Errors of all sorters", [["Sorter", "Error"], ["careful", "1.25"]])
      $0.block("Table 1 lists all sorters. One is red. One is blue. One is old. One is new.")
      $0.block("It is late in the yard.")
      $0.block("The narrow pan performs worse on damp marbles.")
    }
    #expect(found.first?.sourceRefs.first?.value == "Table 1")
  }
}
