import IR
import Testing

@testable import Passes

struct CodeHeuristicTests {
  private func heuristics(_ content: String, says: String = "") async throws -> [Heuristic] {
    var paper = StudyPaper()
    paper.block("We propose a careful sorter.")
    paper.section("Method", "2")
    paper.block("The sorter weighs damp marbles. \(says)")
    var code = StudyCode()
    code.file("sort.py", .source, "Python", content)
    return try await paper.passed(through: "heuristics", from: code.document(of: paper))
      .heuristics.heuristics
  }

  @Test func aCommentWithAReasonIsOne() async throws {
    let found = try await heuristics(
      """
      # The head of the file, because files have one.
      import os
      x = load()
      # Subtract the largest weight first for numerical stability.
      y = x - max(x)
      # sort the marbles by their weight
      z = sorted(y)
      """)
    #expect(
      found.map(\.rationale.value) == [
        "Subtract the largest weight first for numerical stability. (`y = x - max(x)`)"
      ])
    #expect(found.first?.code == CodeReference(path: "sort.py", lines: 4...4))
    #expect(found.first?.provenance == .aiSuggested)
  }

  @Test(arguments: [
    "TODO wait longer because the pan swings", "import it here to avoid a cycle of the modules",
    "x = y(z) because a[0] = {b}", "sort the marbles by weight", "because",
  ])
  func othersAreNone(_ comment: String) {
    #expect(CodeComments.weight(of: comment) == 0)
  }

  @Test func aChoiceThatThePaperIsSilentAboutIsOne() async throws {
    let code = "import os\n    clip_grad_norm_(weights, 2.5)\n"
    let found = try await heuristics(code)
    #expect(found.map(\.title.value) == ["Gradients are clipped"])
    #expect(found.first?.code?.lines == 2...2)
    #expect(try await heuristics(code, says: "We clip its gradients.").isEmpty)
  }

  @Test func aMarkInsideQuotesBeginsNoComment() async throws {
    #expect(try await heuristics("x = 1\ny = 'a # b because it is numerically unstable'\n").isEmpty)
    let quoted = "x = 1\n\"\"\"\n# Wait because the pan would diverge otherwise.\n\"\"\"\n"
    #expect(try await heuristics(quoted).isEmpty)
  }
}
