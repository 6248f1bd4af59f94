internal import IR

// What an experiment owes to the claims that it verifies.

extension PlanWriter {
  /// Adds what the claims that an experiment verifies measure and compare with.
  func complete(_ experiment: inout Experiment, by claims: [Claim], about exhibit: ExhibitLabel?) {
    if experiment.expectedOutcome.isEmpty {
      experiment.expectedOutcome = expectations(of: claims, about: experiment.exhibits)
    }
    let claimed = ClaimedComparisons(view, own: own)
    let measures = experiment.metrics + claimed.metrics(of: claims, about: exhibit)
    let training = trainingMeasure(of: claims, besides: measures, in: experiment)
    experiment.metrics = Array((training + measures).unique.prefix(8))
    let others = claimed.baselines(of: claims, about: exhibit).filter(isSystem)
    // A table names what it compares better than a sentence about it, but for what has a name.
    let known = experiment.baselines
    let added = distinct(known + (known.isEmpty ? others : others.filter(isNamed)))
    let all = known + added.filter { !known.contains($0) }
    // What comes out best is not compared with; what only wins over some is.
    let winning = all.map { name in
      claims.map(\.statement.value).filter {
        ClaimedComparisons.begins($0, withWinner: name.value)
      }
    }
    let winners = all.indices.filter { index in
      !winning[index].isEmpty
        && !winning.joined().contains { !winning[index].contains($0) && $0.has(all[index].value) }
    }.map { all[$0] }
    experiment.baselines = Array(all.filter { !winners.contains($0) }.prefix(12))
    if experiment.setup.model.grounded == nil, !winners.isEmpty {
      let names = Grounded(
        winners.map(\.value).commaSeparated, winners.flatMap(\.spans),
        .computed("what claims set above others"))
      experiment.setup.model = Stated(names)
    }
  }

  /// What claims state of how things come out, where no sentence about the result itself does.
  private func expectations(of claims: [Claim], about exhibits: [ExhibitLabel])
    -> [Grounded<String>]
  {
    let directional = claims.map(\.statement).filter { statement in
      let words = CueWords(statement.value)
      let roles = AtomRules.cues.roles(of: words)
      return roles.contains { [.comparison, .negative].contains($0.role) && $0.weight >= 2 }
        && holdsNoResult(statement.value) && Wording.isFieldSafe(statement.value)
        && statement.spans.first.map { concerns($0, exhibits) } ?? false
    }
    return Array(directional.prefix(Self.outcomeLimit))
  }

  private func isNamed(_ system: Grounded<String>) -> Bool {
    system.value.contains(where: \.isUppercase) && system.value.first?.isLetter == true
      && !system.value.contains { "’—".contains($0) } && !data.hold(system.value)
  }

  /// Without what an earlier one says already, at more or less length.
  private func distinct(_ names: [Grounded<String>]) -> [Grounded<String>] {
    names.unique.reduce(into: []) { kept, name in
      let lower = name.value.lowercased()
      let isKnown = kept.contains { earlier in
        let other = earlier.value.lowercased()
        return other.has(lower) || lower.has(other)
      }
      if !isKnown { kept.append(name) }
    }
  }

  /// What claims on training are measured by: the first measure of training that a sentence with
  /// results names, beside the table or figure or in the sections of the experiment.
  private func trainingMeasure(
    of claims: [Claim], besides measures: [Grounded<String>], in experiment: Experiment
  ) -> [Grounded<String>] {
    func isOfTraining(_ measure: Grounded<String>) -> Bool {
      TrainingBehaviour.isMeasured(by: measure.value.lowercase)
    }
    let speaks = claims.contains { TrainingBehaviour.isMeant(by: $0.statement.value) }
    guard speaks, !measures.contains(where: isOfTraining) else { return [] }
    let reporting = sentences.filter { ClaimCandidate.strength($0.atom) > 0 }
    let beside = reporting.filter { !Set($0.exhibits).isDisjoint(with: experiment.exhibits) }
    let around = reporting.filter {
      experiment.sections.contains(view.topLevel(of: $0.atom.section))
    }
    let found = (beside + around).lazy.compactMap { sentence in
      Lexicon.metrics.mentions(in: view.grounded(sentence.atom.span)).first(where: isOfTraining)
    }.first
    return found.map { [$0] } ?? []
  }
}
