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
  /// the same part of the paper that is alike. Nil where none is.
  func experiment(for exhibit: Exhibit, among experiments: [Experiment]) -> Int? {
    named(with: exhibit.label, experiments) ?? alike(exhibit, experiments)
  }

  private func named(with label: ExhibitLabel, _ experiments: [Experiment]) -> Int? {
    let neighbours = atoms.atoms.filter { $0.exhibits.contains(label) }.flatMap(\.exhibits)
    return experiments.firstIndex { experiment in
      experiment.exhibits.contains { $0 != label && neighbours.contains($0) }
    }
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
