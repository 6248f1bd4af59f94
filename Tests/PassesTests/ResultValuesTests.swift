import IR
import Passes
import Testing

struct ResultValuesTests {
  private static func results() throws -> ResultValues {
    var study = StudyPaper()
    study.table(
      "1", "Weights.", [["Scale", "Error"], ["kitchen", "0.8 g"], ["letter", "1,250"]])
    study.figure("1", "Errors.", labels: ["size: 224", "100", "200", "300", "400"])
    let view = try #require(PaperView(study.document))
    return ResultValues(view)
  }

  @Test(arguments: [
    ("The error is 0.8 grams.", false),
    ("We weigh 1250 marbles.", false),
    ("We crop to 224 lines.", false),
    ("We weigh 400 marbles.", true),
    ("We weigh 0.80 grams.", true),
    ("We weigh twice.", true),
  ])
  func aPlanHoldsNoPrintedResult(_ text: String, _ isSafe: Bool) throws {
    #expect(try Self.results().isPlanSafe(text) == isSafe)
  }
}
