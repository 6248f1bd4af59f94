import IR
import Testing

@testable import Passes

struct ResultExhibitTests {
  private func areResults(_ captions: [String], in section: String, _ number: String) throws
    -> [Bool]
  {
    var study = StudyPaper()
    study.section(section, number)
    for (index, caption) in captions.enumerated() {
      study.figure("\(index + 1)", caption)
      study.block("The yard of Figure \(index + 1) has two bins for marbles.")
    }
    let view = try #require(PaperView(study.document))
    return view.exhibits.map { ResultExhibit.isResult($0, view) }
  }

  /// A picture that only the introduction or the method speaks of shows what the work is about.
  @Test(arguments: ["Introduction", "Our Method", "Related Work"])
  func aPictureOfTheWorkIsNoResult(_ section: String) throws {
    let captions = ["Marbles that roll into two bins.", "A sorter weighs damp marbles twice."]
    #expect(try areResults(captions, in: section, "1") == [false, false])
  }

  @Test func aPictureAmongResultsIsOne() throws {
    #expect(try areResults(["Marbles after one day in the rain."], in: "Results", "4") == [true])
  }

  /// A measure, or what numbers are drawn as, tells a result wherever it is spoken of.
  @Test func whatIsMeasuredIsAResultAnywhere() throws {
    let captions = [
      "Error of hasty sorters.", "Bar chart of damp marbles.", "Quality of the bins by day.",
    ]
    #expect(try areResults(captions, in: "Introduction", "1") == [true, true, true])
  }

  private static let rows = [["", "dry", "damp"], ["hasty", "3", "5"], ["careful", "1", "2"]]

  private func table(_ caption: String) throws -> (isResult: Bool, lists: Bool) {
    var study = StudyPaper()
    study.section("Results", "4")
    study.table("1", caption, Self.rows)
    let view = try #require(PaperView(study.document))
    let table = try #require(view.exhibits.first)
    return (ResultExhibit.isResult(table, view), ResultExhibit.lists(table, view))
  }

  /// What varies settings reports what came of it; a list of settings does not.
  @Test func settingsAreNoResultsButTheirStudyIs() throws {
    #expect(try table("Hyperparameters of the sorters") == (false, true))
    #expect(try table("Hyperparameter sensitivity of the sorters") == (true, false))
    #expect(try table("Scores by sorter, prompt and day") == (true, false))
    #expect(try table("Statistics of the marbles") == (false, true))
  }
}
