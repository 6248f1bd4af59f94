internal import IR

/// The claims and the plans of experiments, by what they say: where requirements on results and on
/// runs are answered.
struct PlanAnchors {
  private struct Anchor {
    let place: FiledPlaces.Place
    let words: Set<String>
  }

  private let claims: [Anchor]
  private let experiments: [Anchor]
  private let uses: [String: Int]

  /// What part of a requirement has to be said, in what its words tell.
  private static let share = 0.4
  private static let fewestWords = 3

  init(_ claims: Claims, _ experiments: Experiments) {
    self.claims = claims.claims.map { claim in
      Anchor(
        place: FiledPlaces.Place(file: "logic/claims.md", heading: "\(claim.id)"),
        words: Self.words([claim.title, claim.statement] + claim.conditions + claim.basis))
    }
    self.experiments = experiments.experiments.map { experiment in
      let setup = experiment.setup
      let stated = [setup.model, setup.hardware, setup.dataset, setup.system].compactMap(\.grounded)
      let plan = experiment.procedure + experiment.metrics + experiment.baselines
      return Anchor(
        place: FiledPlaces.Place(file: "logic/experiments.md", heading: "\(experiment.id)"),
        words: Self.words([experiment.title] + stated + plan + experiment.expectedOutcome))
    }
    var uses: [String: Int] = [:]
    for word in (self.claims + self.experiments).flatMap(\.words) { uses[word, default: 0] += 1 }
    self.uses = uses
  }

  private static func words(_ values: [Grounded<String>]) -> Set<String> {
    values.reduce(into: []) { $0.formUnion(Terms($1.value).words) }
  }

  /// The claim that a requirement on results is about, or the plan of the run that it wants; nil
  /// for a requirement on code, and where none is about it.
  func place(of requirement: String, category: String?) -> FiledPlaces.Place? {
    let anchors =
      switch category {
      case "Result Analysis": claims + experiments
      case "Code Execution": experiments
      default: [Anchor]()
      }
    guard !anchors.isEmpty else { return nil }
    let words = Terms(requirement, omittingLabels: true).words
    let sought = worth(words)
    var best: (place: FiledPlaces.Place, worth: Double)?
    for anchor in anchors {
      let shared = anchor.words.intersection(words)
      guard shared.count >= Self.fewestWords else { continue }
      let worth = worth(shared)
      if worth >= Self.share * sought, worth > best?.worth ?? 0 { best = (anchor.place, worth) }
    }
    return best?.place
  }

  /// The fewer claims and plans have a word, the more it tells. Summed in a fixed order, so that
  /// sums are the same in every run.
  private func worth(_ words: Set<String>) -> Double {
    let all = Double(claims.count + experiments.count + 2)
    return words.sorted().reduce(0) { sum, word in
      sum + AnswerIndex.logarithm(all / Double(uses[word, default: 0] + 1))
    }
  }
}
