internal import IR

/// Failures that a paper studies: it names them throughout, so that their name alone reports no
/// setback of its own. `The instability of rankings` in a paper on instability.
struct FailureSubjects: Sendable {
  private var subjects: [[String]] = []

  /// The beginnings of the words for each failure.
  private static let failures = [
    ["instabilit", "unstable"], ["overfit", "over-fit"], ["collaps"], ["degrad"], ["diverge"],
  ]

  /// One sentence of so many names a subject of the paper.
  private static let share = 25
  private static let fewest = 20

  init() {}

  init(of atoms: Atoms, _ view: PaperView) {
    let least = max(Self.fewest, atoms.atoms.count / Self.share)
    let texts = atoms.atoms.map { view.text(of: $0.span) }
    for failure in Self.failures {
      let count = texts.count { text in failure.contains { text.has($0) } }
      if count >= least { subjects.append(failure) }
    }
  }

  /// Whether words of a sentence name a subject.
  func name(_ range: Range<Int>, of sentence: CueWords) -> Bool {
    guard !subjects.isEmpty else { return false }
    return sentence.words[range].contains { word in
      subjects.contains { $0.contains { word.hasPrefix($0) } }
    }
  }
}
