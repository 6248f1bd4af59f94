internal import IR

// What a paper names of its set-up and no plan has from what stands around its table or figure.

extension PlanWriter {
  private static let mostBaselines = 12
  private static let mostMetrics = 8

  /// Gives each baseline, measure and data set that the evaluation names and no plan has to the plan that
  /// is reported nearest.
  func nameRest(in experiments: inout [Experiment]) {
    guard experiments.contains(where: { !$0.exhibits.isEmpty }) else { return }
    for (section, name) in restOfBaselines
    where !experiments.contains(where: { Self.holds($0.baselines, name) }) {
      let index = nearest(to: section, among: experiments)
      if experiments[index].baselines.count < Self.mostBaselines {
        experiments[index].baselines.append(name)
      }
    }
    for (section, name) in restOfMeasures
    where !experiments.contains(where: { Self.holds($0.metrics, name) }) {
      let index = nearest(to: section, among: experiments)
      if experiments[index].metrics.count < Self.mostMetrics {
        experiments[index].metrics.append(name)
      }
    }
    for (section, name) in restOfData
    where !experiments.contains(where: { $0.setup.dataset.grounded?.value.has(name.value) == true })
    {
      let index = nearest(to: section, among: experiments)
      let told = experiments[index].setup.dataset.grounded
      experiments[index].setup.dataset = Stated(told.map { $0.joined(with: name) } ?? name)
    }
  }

  /// What lists and sentences of the evaluation compare with, and what the work becomes at an end
  /// of a range.
  private var restOfBaselines: [(section: Int, name: Grounded<String>)] {
    let listed = listedBaselines.flatMap { list in list.names.map { (list.section, $0) } }
    let told = evaluations.flatMap { sentence in
      named(in: [sentence]).map { (sentence.atom.section, $0) }
    }
    let cases = LimitCases(view, own: own)
    let limits = sentences.filter {
      SectionRole(of: $0.atom.section, in: view) != .related
        && LimitCases.mayName(view.sentence($0.atom.span).lower)
    }.flatMap { sentence in
      cases.names(in: view.grounded(sentence.atom.span)).filter { !data.hold($0.value) }
        .map { (sentence.atom.section, $0) }
    }
    return (listed + told + limits).filter { isSystem($0.1) }
  }

  private var restOfMeasures: [(section: Int, name: Grounded<String>)] {
    rest(of: evaluations) { $0.text.has("metric") ? MeasureNames.named(in: $0.text) : [] }
  }

  private var restOfData: [(section: Int, name: Grounded<String>)] {
    rest(
      of: evaluations + described.filter { $0.dataWeight >= Self.telling },
      names: DatasetNames.names)
  }

  /// The names that sentences give.
  private func rest(of sentences: [PlanSentence], names: (Sentence) -> [String]) -> [(
    section: Int, name: Grounded<String>
  )] {
    sentences.flatMap { sentence -> [(Int, Grounded<String>)] in
      let text = view.grounded(sentence.atom.span)
      guard text.derivation == nil else { return [] }
      return names(view.sentence(sentence.atom.span)).compactMap { name in
        guard holdsNoResult(name), !own.hold(name), let range = text.value.utf8Range(of: name)
        else { return nil }
        return (sentence.atom.section, Grounded(name, [text.spans[0].narrowed(to: range)]))
      }
    }
  }

  /// Whether a list has a name, at more or less length.
  private static func holds(_ names: [Grounded<String>], _ name: Grounded<String>) -> Bool {
    let lower = name.value.lowercase
    return names.contains { other in
      let other = other.value.lowercase
      return other.has(lower) || lower.has(other)
    }
  }

  /// The first plan of a table or figure that the section names, else of its part of the paper, else of
  /// all.
  private func nearest(to section: Int, among experiments: [Experiment]) -> Int {
    let homes = experiments.map { experiment in
      experiment.exhibits.first.flatMap { view.exhibit($0) }.map(homeSection)
    }
    let top = view.topLevel(of: section)
    return homes.firstIndex { $0 == section }
      ?? homes.firstIndex { $0.map { view.topLevel(of: $0) == top } ?? false }
      ?? homes.firstIndex { $0 != nil } ?? 0
  }
}
