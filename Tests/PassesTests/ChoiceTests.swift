import IR
import Testing

@testable import Passes

/// What sentences choose, given how much the cues say for each.
struct ChoiceTests {
  private static let question = "It remains unclear whether damp marbles should be weighed twice."

  /// The tree of a paper with one paragraph, of whose sentences the cues say the same.
  private func nodes(
    _ sentences: String, decision: Int, trial: Int = -99, section: String = "Method"
  ) async throws -> [TraceNode] {
    try await nodes(sentences, section: section) { _ in (decision, trial) }
  }

  /// The odds that the sentence at an index is a decision, or tells of a trial.
  private func nodes(
    _ sentences: String, section: String = "Method", odds: (Int) -> (decision: Int, trial: Int)
  ) async throws -> [TraceNode] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block(Self.question)
    study.section(section, "2")
    study.block(sentences)
    let document = try await study.passed(through: "experiments")
    let view = try #require(PaperView(document))
    let atoms = Atoms(
      atoms: document.atoms.atoms.enumerated().map { index, atom in
        var leanings = SIMD8<Int16>(repeating: -99)
        // The first sentence asks.
        let odds = index == 0 ? (decision: -99, trial: -99) : odds(index - 1)
        leanings[Atom.Leaning.decision.rawValue] = Int16(odds.decision)
        leanings[Atom.Leaning.trial.rawValue] = Int16(odds.trial)
        return atom.leaning(leanings)
      })
    let root = PaperTree(view: view, atoms: atoms, refused: []).root(
      problem: document.problem, title: nil, experiments: document.experiments,
      claims: document.claims)
    return try #require(root).children
  }

  private func isDecision(_ node: TraceNode) -> Bool {
    if case .decision = node.kind { true } else { false }
  }

  @Test(arguments: [
    ("We grease the wheels.", 0, true),
    ("We grease the wheels.", -20, false),
    ("We grease the wheels to avoid noise at night.", -20, true),
    ("Following [1], we grease the wheels.", -20, true),
    ("We grease the wheels instead of the belt.", -28, true),
    ("The pan is kept closed rather than open.", -28, true),
    ("To avoid noise, we grease the wheels instead of the belt.", -36, true),
    ("To avoid noise, we grease the wheels instead of the belt.", -48, false),
    // What is not chosen is the reason's, or that of others.
    ("As lamps warm pans rather than marbles, we wait.", -28, false),
    ("Yards have lamps rather than candles.", -28, false),
  ])
  func alternativesAndReasonsAddToTheOdds(_ sentence: String, _ odds: Int, _ isOne: Bool)
    async throws
  {
    let nodes = try await nodes(sentence, decision: odds)
    #expect(nodes.contains(where: isDecision) == isOne)
  }

  @Test(arguments: [
    ("Method", "If it is dark, we light a lamp to save time."),
    ("Method", "Can we sort with lamps instead of candles?"),
    ("Method", "Figure 1 illustrates how we use one lamp rather than two of them."),
    ("Ethics Statement", "We use one lamp rather than two of them."),
    ("Related Work", "We use one lamp rather than two of them."),
  ])
  func noOddsMakeAChoiceOfWhatSupposesOrPoints(_ section: String, _ sentence: String) async throws {
    let nodes = try await nodes(sentence, decision: 40, section: section)
    #expect(!nodes.contains(where: isDecision))
  }

  /// What is rather told of a trial came of it.
  @Test func outcomesAreNoChoices() async throws {
    let nodes = try await nodes("We grease the wheels.", decision: 8, trial: 9)
    #expect(!nodes.contains(where: isDecision))
  }

  @Test func longPapersKeepTheBest() async throws {
    let letters = Array("bcdfgklm")
    let names = (0..<48).map { "\(letters[$0 / 8])o\(letters[$0 % 8])el" }
    let sentences = names.map { "We grease \($0)ly wheels\($0) on \($0)." }
    let nodes = try await nodes(sentences.joined(separator: " ")) { ($0, -99) }
    let kept = nodes.filter(isDecision).map(\.title.value)
    #expect(kept.count == 14)
    #expect(kept.first?.has(names[34]) == true && kept.last?.has(names[47]) == true)
  }

  @Test(arguments: [
    ("We choose the mean instead of the larger reading.", "the larger reading", nil),
    ("Weighing is slow. Instead, we guess.", "Weighing is slow.", nil),
    ("We fix the pan mainly for saving time at night.", nil, "mainly for saving time at night"),
    ("We do not use a lamp, following [1].", nil, "following [1]"),
    (
      "We store the mean, which is faster than weighing again.", nil,
      "which is faster than weighing again"
    ),
    ("We tie both pans. This ensures equal weights.", nil, "This ensures equal weights."),
    ("We tie both pans. This yields two values.", nil, nil),
    ("The wind is strong. To overcome this, we use a box.", nil, "The wind is strong."),
    ("The wind is strong. Therefore, we use a box.", nil, "The wind is strong."),
    ("We use a lamp.", nil, nil),
  ])
  func saysWhatWasNotChosenAndWhy(_ sentences: String, _ other: String?, _ reason: String?)
    async throws
  {
    let found = try await nodes(sentences, decision: 0).first { node in
      if case .decision(let choice, _, _) = node.kind {
        CueWords(choice.value).hold("we")
      } else {
        false
      }
    }
    let node = try #require(found)
    guard case .decision(_, let alternatives, let rationale) = node.kind else {
      Issue.record("\(node.kind)")
      return
    }
    #expect(alternatives.map(\.value) == [other].compactMap(\.self))
    #expect(rationale?.value == reason)
    #expect(node.sourceRefs.map(\.value) == ["§2"])
  }

  @Test func filesWhatWasGivenUpUnderTheDecision() async throws {
    let nodes = try await nodes(
      "We considered a second lamp for the damp marbles, but opted for the sun.", decision: 0)
    let decision = try #require(nodes.first(where: isDecision))
    guard case .decision(_, let alternatives, _) = decision.kind,
      case .deadEnd = try #require(decision.children.first).kind
    else {
      Issue.record("\(decision)")
      return
    }
    #expect(alternatives.map(\.value) == ["We considered a second lamp for the damp marbles"])
  }

  /// A paper presents its work more than once, and says once what it did for it.
  @Test func whatIsPresentedAgainIsOneChoice() async throws {
    let nodes = try await nodes(
      """
      To sort marbles at night, we introduce BandClock for all of them. To save candles in long \
      winters, we introduce BandClock.
      """, decision: 0)
    #expect(nodes.count(where: isDecision) == 1)
  }
}
