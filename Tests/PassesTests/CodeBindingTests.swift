import IR
import Passes
import Testing

struct CodeBindingTests {
  private static func paper(_ contribution: String = "We propose a careful sorter.") -> StudyPaper {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block(contribution)
    study.section("Method", "2")
    study.section("Pan balance", "2.1", level: 2)
    study.block("The pan balance takes a marble as input. We weigh it with a rocking beam.")
    study.section("Marble scorer", "2.2", level: 2)
    study.block("The marble scorer gives each damp marble a score. It follows Equation (3).")
    study.block("s = w / d", .equation)
    return study
  }

  private static func code() -> StudyCode {
    var code = StudyCode()
    code.file("a_main.py", .source, "Python", "import scorer\nprint(scorer.MarbleScorer())\n")
    code.file(
      "scorer.py", .source, "Python",
      "class MarbleScorer:\n  def rocking_beam(self):\n    return 1\n# every damp marble has a score\n"
    )
    code.symbol("a_main.py", "report", 2)
    code.symbol("scorer.py", "MarbleScorer", 1)
    code.symbol("scorer.py", "MarbleScorer.rocking_beam", 2)
    return code
  }

  private func index(_ paper: StudyPaper, _ code: StudyCode) async throws -> CodeIndex {
    try await paper.passed(through: "code", from: code.document(of: paper)).code
  }

  @Test func theFileThatCarriesTheMethodOutComesFirst() async throws {
    let index = try await index(Self.paper(), Self.code())
    #expect(index.artifacts.map(\.path.value) == ["scorer.py", "a_main.py"])
    #expect(index.mode == .kernel)
    #expect(index.modules.map(\.file).contains("scorer.py"))
    #expect(index.artifacts[0].component.grounded?.value == "Marble scorer")
  }

  /// What puts the modules of a package together has all of its words, and what measures its speed.
  @Test(arguments: ["MarbleScorer.jl", "benches/marble_scorer.jl"])
  func whatOnlyCollectsOrMeasuresComesLater(_ path: String) async throws {
    var code = Self.code()
    let content =
      path.contains("/")
      ? "rocking_beam(marble_scorer, damp, marble)\n"
      : "# The marble scorer with its rocking beam\nmodule MarbleScorer\n"
        + "include(\"rocking_beam.jl\")\ninclude(\"damp_marble_score.jl\")\nend\n"
    code.file(path, .source, "Julia", content)
    if !path.contains("/") { code.symbol(path, "MarbleScorer", 2) }
    let index = try await index(Self.paper(), code)
    #expect(index.artifacts.map(\.path.value).first == "scorer.py")
    #expect(!index.bindings.contains { $0.code.path == path })
  }

  @Test func definitionsAreBoundToWhatThePaperCallsThem() async throws {
    let index = try await index(Self.paper(), Self.code())
    let bound = index.bindings.map { "\($0.symbol.value): \($0.term.value), \($0.place.value)" }
    #expect(bound.contains("MarbleScorer: Marble scorer, §2.2"))
    #expect(bound.contains("MarbleScorer.rocking_beam: rocking beam, §2.1"))
    #expect(index.bindings.allSatisfy { !$0.evidence.isEmpty && !$0.term.spans.isEmpty })
    #expect(index.bindings.allSatisfy { $0.evidence.contains(.imports) })
  }

  @Test func aBenchmarkIsIndexedAsAWhole() async throws {
    let paper = Self.paper("We introduce MarbleBench, a benchmark of damp marbles.")
    let index = try await index(paper, Self.code())
    #expect(index.mode == .repo)
    #expect(index.reason?.value == "We introduce MarbleBench, a benchmark of damp marbles.")
    #expect(index.modules.map(\.file) == ["reported_values.py"])
  }

  @Test func codeThatSharesNothingIsBoundToNothing() async throws {
    var code = StudyCode()
    code.file(
      "ring.py", .source, "Python", "def bell():\n  return 0\n# nothing to say of it here\n")
    code.symbol("ring.py", "bell", 1)
    let index = try await index(Self.paper(), code)
    #expect(index.bindings.isEmpty)
    #expect(index.mode == .repo)
  }
}
