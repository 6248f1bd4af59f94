internal import IR

/// Which experiment a table or figure of results details that no claim rests on
/// (`spec/ara-format.md`, 5.5).
struct ExhibitDetail {
  private let view: PaperView
  private let atoms: Atoms

  private static let likeness = 0.2

  init(_ view: PaperView, _ atoms: Atoms) {
    self.view = view
    self.atoms = atoms
  }

  /// The experiment that is reported nearest: by a sentence that names both, else by a caption of
  /// the same part of the paper that is alike, else the last one before it in that part. Nil where
  /// none is.
  func experiment(for exhibit: Exhibit, among experiments: [Experiment]) -> Int? {
    told(exhibit, among: experiments) ?? neighbour(exhibit, experiments)
  }

  /// ... by a sentence or a caption.
  func told(_ exhibit: Exhibit, among experiments: [Experiment]) -> Int? {
    named(with: exhibit.label, experiments) ?? alike(exhibit, experiments)
  }

  /// Whether a table or figure says by its caption, its heads or its axes what was measured.
  func isMeasured(_ exhibit: Exhibit) -> Bool {
    exhibit.plot != nil || !ExhibitMeasures.names(of: exhibit, view).isEmpty
      || ResultExhibit.hasResultWords(view.text(of: exhibit.caption).lowercase)
  }

  private func named(with label: ExhibitLabel, _ experiments: [Experiment]) -> Int? {
    let neighbours = atoms.atoms.filter { $0.exhibits.contains(label) }.flatMap(\.exhibits)
    return experiments.firstIndex { experiment in
      experiment.exhibits.contains { $0 != label && neighbours.contains($0) }
    }
  }

  private func neighbour(_ exhibit: Exhibit, _ experiments: [Experiment]) -> Int? {
    let top = view.topLevel(of: exhibit.section)
    let places = experiments.indices.flatMap { index in
      experiments[index].exhibits.compactMap { view.exhibit($0) }.filter {
        view.topLevel(of: $0.section) == top
      }.map { (index, $0.caption) }
    }.sorted { $0.1 < $1.1 }
    return (places.last { $0.1 < exhibit.caption } ?? places.first)?.0
  }

  private func alike(_ exhibit: Exhibit, _ experiments: [Experiment]) -> Int? {
    let caption = Set(Wording.content(view.text(of: exhibit.caption)))
    let top = view.topLevel(of: exhibit.section)
    let nearness = experiments.map { experiment -> Double in
      let others = experiment.exhibits.compactMap { view.exhibit($0) }
      return others.filter { view.topLevel(of: $0.section) == top }.map { other in
        let words = Set(Wording.content(view.text(of: other.caption)))
        return Wording.similarity(caption, words) + (other.section == exhibit.section ? 0.1 : 0)
      }.max() ?? 0
    }
    guard let best = nearness.max(), best >= Self.likeness else { return nil }
    return nearness.firstIndex(of: best)
  }
}
