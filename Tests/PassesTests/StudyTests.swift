import IR
import Testing

@testable import Passes

/// What a paper sets apart as the study of one factor.
struct StudyTests {
  private func studies(_ build: (inout StudyPaper) -> Void) async throws -> [TraceNode] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("We ask whether careful sorters should weigh damp marbles twice.")
    build(&study)
    return try await study.passed(through: "trace").trace.nodes.filter {
      if case .experiment = $0.kind { true } else { false }
    }
  }

  private func result(of node: TraceNode?) -> String? {
    guard case .experiment(let result) = node?.kind else { return nil }
    return result.value
  }

  @Test func aHeadOfAParagraphNamesAFactor() async throws {
    let found = try await studies {
      $0.section("Results", "2")
      $0.figure("2", "Error against light")
      $0.block(
        "Effect of the lamp. Figure 2 plots the error against the light. The error is stable up to dusk. It doubles at night.",
        lead: "Effect of the lamp.")
    }
    let study = try #require(found.first { $0.title.value == "Effect of the lamp" })
    #expect(result(of: study) == "The error is stable up to dusk. It doubles at night.")
    #expect(study.sourceRefs.map(\.value) == ["Figure 2", "§2"])
  }

  @Test func itemsUnderAParameterStudyAreHeadedByTheirFirstWords() async throws {
    let found = try await studies {
      $0.section("Hyperparameter Analysis", "2")
      $0.figure("2", "Error of the sorter")
      $0.block("The results are shown in Figure 2.")
      $0.block("• Width of the pan. The error saturates at a width of 32.", .listItem)
      $0.block("• Implementation details. The error is lower on the second machine.", .listItem)
    }
    let studies = found.filter { $0.title.value.hasPrefix("Hyperparameter Analysis") }
    #expect(studies.map(\.title.value) == ["Hyperparameter Analysis: Width of the pan"])
    #expect(studies.first?.exhibits.map(\.number) == ["2"])
  }

  /// The set-up tells what was done, and what others found is no study of the paper.
  @Test(arguments: ["Experimental Setup", "Related Work", "Method"])
  func sectionsWithoutResultsStudyNothing(_ title: String) async throws {
    let found = try await studies {
      $0.section(title, "2")
      $0.block(
        "Effect of the lamp. The error is stable up to dusk.", lead: "Effect of the lamp.")
    }
    #expect(found.isEmpty)
  }

  @Test func aTitleOfASectionNamesAFactor() async throws {
    let found = try await studies {
      $0.section("Results", "2")
      $0.section("Impact of the lamp", "2.1", level: 2)
      $0.block("A lamp improves the accuracy by 4.5 for damp marbles.")
    }
    #expect(found.contains { $0.title.value == "Impact of the lamp" })
  }
}
