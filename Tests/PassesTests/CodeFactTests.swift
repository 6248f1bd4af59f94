import IR
import Passes
import Testing

struct CodeFactTests {
  private var code: StudyCode {
    var code = StudyCode()
    code.file("src/fold.py", .source, "Python", "def fold_sheet(sheet, edge=2):\n    pass\n")
    code.file(
      "src/press.py", .source, "Python", "from .fold import fold_sheet\nKIND = 'flat_edge'\n")
    code.symbol("src/fold.py", "fold_sheet", 1, "def fold_sheet(sheet, edge=2)")
    return code
  }

  /// `subject: what was found` for a paper of one sentence.
  private func found(_ sentence: String, _ code: StudyCode? = nil) async throws -> [String] {
    var paper = StudyPaper()
    paper.section("Method", "1")
    paper.block(sentence)
    let document = (code ?? self.code).document(of: paper)
    return try await paper.passed(through: "code facts", from: document).discrepancies
      .discrepancies.map { "\($0.kind.rawValue) \($0.subject.value)" }
  }

  @Test(arguments: [
    "Sheets are folded by fold_sheet in src/fold.py.",
    "Sheets are folded by fold _ sheet in src/fold.py.",
    "The edges of kind flat_edge are made in src/press.py.",
    "Our fold_sheet(sheet, edge=3) is called once.",
    "The scores are in results/fold/scores.json.",
    "The scores are at https://example.org/src/absent.py today.",
    "Elsewhere thumb_press is used, as others did.",
  ])
  func whatIsBorneOutIsNotReported(_ sentence: String) async throws {
    #expect(try await found(sentence).isEmpty)
  }

  @Test(arguments: [
    ("Sheets are folded by crease_sheet in src/fold.py.", "definition crease_sheet"),
    ("Sheets are folded by crease _ sheet in src/fold.py.", "definition crease_sheet"),
    ("The press is in src/thumb.py alone.", "file src/thumb.py"),
    ("Run python main.py to fold.", "file main.py"),
    ("Our fold_sheet(sheet, corner=3) is called once.", "signature fold_sheet(sheet, corner=3)"),
  ])
  func whatTheRepositoryLacksIsReported(_ sentence: String, _ expected: String) async throws {
    #expect(try await found(sentence) == [expected])
  }

  @Test func aNameThatIsOnlyCalledIsNotDefined() async throws {
    var code = self.code
    code.file(
      "src/run.py", .source, "Python", "from src.fold import crease_sheet\ncrease_sheet(1)\n")
    #expect(
      try await found("Sheets are folded by crease_sheet in src/fold.py.", code)
        == ["definition crease_sheet"])
    code.file("src/other.py", .source, "Python", "from thumbs import crease_sheet\n")
    #expect(try await found("Sheets are folded by crease_sheet in src/fold.py.", code).isEmpty)
  }

  @Test(arguments: [
    ("All sorters are implemented in TensorFlow.", ["framework TensorFlow"]),
    ("All sorters are implemented in PyTorch.", []),
    ("All sorters are implemented in TensorFlow and PyTorch.", []),
    ("A rival was trained with TensorFlow for a week.", []),
  ])
  func theFrameworkIsThatOfTheRepository(_ sentence: String, _ expected: [String]) async throws {
    var code = self.code
    #expect(try await found(sentence, code).isEmpty)
    code.file("src/train.py", .source, "Python", "import torch\n")
    #expect(try await found(sentence, code) == expected)
    code.file("src/old.py", .source, "Python", "import tensorflow as tf\n")
    #expect(try await found(sentence, code).isEmpty)
  }

  @Test(arguments: [
    ("Our implementation has 40 lines of Python code.", true),
    ("Our implementation has about 110 lines of Python code.", false),
    ("Our implementation has fewer than 500 lines of Python code.", false),
    ("Our implementation has over 500 lines of Python code.", true),
    ("A poem has 40 lines of text in our book.", false),
  ])
  func numbersOfLinesAreCounted(_ sentence: String, _ isReported: Bool) async throws {
    var code = StudyCode()
    code.file(
      "src/fold.py", .source, "Python", String(repeating: "x = 1\n", count: 100), lines: 100)
    #expect(try await found(sentence, code).isEmpty != isReported)
  }
}
