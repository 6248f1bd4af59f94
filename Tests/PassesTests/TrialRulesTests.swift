import IR
import Testing

@testable import Passes

/// What sentences tell of trials, by the odds that they have.
struct TrialRulesTests {
  /// The nodes of a paper whose sentences that hold a word speak for a setback or for a trial.
  private func nodes(
    setback: Int16 = -90, trial: Int16 = -90, of word: String,
    _ build: (inout StudyPaper) -> Void
  ) async throws -> [TraceNode] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("We ask whether careful sorters should weigh damp marbles twice.")
    build(&study)
    let document = try await study.passed(through: "atoms")
    let view = try #require(PaperView(document))
    let atoms = Atoms(
      atoms: document.atoms.atoms.map { atom in
        var odds = SIMD8<Int16>(repeating: -90)
        if view.text(of: atom.span).contains(word) {
          odds[Atom.Leaning.setback.rawValue] = setback
          odds[Atom.Leaning.trial.rawValue] = trial
        }
        return atom.leaning(odds)
      })
    let tree = PaperTree(view: view, atoms: atoms, refused: [])
    return tree.root(
      problem: Problem(), title: Grounded("Sorters", []), experiments: Experiments(),
      claims: Claims())?.children ?? []
  }

  private func results(_ nodes: [TraceNode]) -> [String] {
    nodes.compactMap {
      if case .experiment(let result) = $0.kind { result.value } else { nil }
    }
  }

  private func isDeadEnd(_ node: TraceNode) -> Bool {
    if case .deadEnd = node.kind { true } else { false }
  }

  @Test func whatSpeaksForATrialIsOne() async throws {
    let found = try await nodes(trial: 0, of: "lamp") {
      $0.section("Results", "2")
      $0.table("1", "Errors of all sorters", [["Sorter", "Error"], ["careful", "1.25"]])
      $0.block("Table 1 lists the sorters. A lamp lets the sorter see the marbles at night.")
    }
    #expect(results(found) == ["A lamp lets the sorter see the marbles at night."])
    #expect(found.first?.sourceRefs.map(\.value) == ["Table 1", "§2"])
    #expect(found.first?.description?.value == "Results: Table 1 lists the sorters.")
  }

  @Test(arguments: [
    "We believe that a lamp lets the sorter see the marbles at night.",
    "A lamp may let the sorter see the marbles at night.",
    "Theorem 2 says that a lamp lets the sorter see the marbles at night.",
  ])
  func whatIsBelievedOrProvedIsNoTrial(_ text: String) async throws {
    let found = try await nodes(trial: 0, of: "lamp") {
      $0.section("Results", "2")
      $0.block(text)
    }
    #expect(results(found).isEmpty)
  }

  @Test func onePassageIsOneTrial() async throws {
    let found = try await nodes(trial: 0, of: "lamp") {
      $0.section("Results", "2")
      $0.block(
        "We hung it in the yard. This lamp sees the marbles. The lamp burns. We conclude that it helps. It is red."
      )
    }
    #expect(
      results(found)
        == [
          "We hung it in the yard. This lamp sees the marbles. The lamp burns. We conclude that it helps."
        ])
  }

  @Test(arguments: [("Introduction", 0), ("Results", -40), ("Effect of the lamp", -60)])
  func elsewhereOrWithLessItIsNone(_ title: String, _ odds: Int) async throws {
    let found = try await nodes(trial: Int16(odds), of: "lamp") {
      $0.section(title, "2")
      $0.block("A lamp lets the sorter see the marbles at night.")
    }
    #expect(found.isEmpty)
  }

  @Test func theStudyOfAFactorSpeaksForIt() async throws {
    let found = try await nodes(trial: -40, of: "lamp") {
      $0.section("Effect of the pan", "2")
      $0.block("A lamp lets the sorter see the marbles at night.")
    }
    #expect(found.count == 1)
  }

  @Test(arguments: [
    ("Adding a lamp to the old sorter loses marbles.", true),
    ("The lamp of the old sorter loses marbles.", false),
    ("Adding a lamp to the old sorter finds marbles.", false),
  ])
  func aLossIsADeadEnd(_ sentence: String, _ isLoss: Bool) async throws {
    let found = try await nodes(setback: 0, trial: 0, of: "lamp") {
      $0.section("Results", "2")
      $0.block(sentence)
    }
    #expect(found.map(isDeadEnd) == [isLoss])
  }

  @Test func aRowSaysWhatItsSettingIs() async throws {
    let found = try await nodes(of: "nothing") {
      $0.section("Method", "2")
      $0.block("The sorter is a stack of N = 6 pans.")
      $0.section("Results", "3")
      $0.table(
        "1", "Ablation of the sorter",
        [["Sorter", "N", "Error"], ["base", "6", "4.55"], ["(A)", "2", "9.15"]])
    }
    #expect(found.map(isDeadEnd) == [true])
    #expect(found.first?.description?.value == "The sorter is a stack of N = 6 pans.")
  }
}
