internal import IR

/// Changes of direction that the paper tells in so many words: what was done first, what came of
/// it, and what was done then, in sentences of one paragraph.
struct PivotRules {
  let view: PaperView
  let atoms: Atoms

  private static let limit = 5

  func pivots() -> [(node: TraceNode, span: SourceSpan)] {
    var found: [(node: TraceNode, span: SourceSpan)] = []
    for index in atoms.atoms.indices.dropLast(2) where found.count < Self.limit {
      let told = atoms.atoms[index...(index + 2)]
      guard told.allSatisfy({ $0.block == atoms.atoms[index].block }),
        SectionRole(of: atoms.atoms[index].section, in: view) != .related,
        told.allSatisfy({ view.sentence($0.span).isWhole })
      else { continue }
      let rows = [Self.starts, Self.doubts, Self.turns]
      guard
        zip(rows, told).allSatisfy({ !$0.matches(in: view.sentence($1.span).words).isEmpty })
      else { continue }
      let sentences = told.map { view.grounded($0.span) }
      let node = TraceNode(
        id: EntityID(1), title: Title.make(of: sentences[2]) ?? sentences[2],
        kind: .pivot(from: sentences[0], to: sentences[2], trigger: sentences[1]),
        support: .explicit, sourceRefs: [view.label(ofSection: atoms.atoms[index].section)])
      found.append((node, atoms.atoms[index].span))
    }
    return found
  }

  static let starts = CueTable([
    Cue(
      "^ initially|originally|first|at ... we ... tried|attempted|used|pursued|considered|trained|started|planned",
      .choice, weight: 1, matches: "Initially, we tried a lamp.", ignores: "We tried a lamp."),
    Cue(
      "we initially|originally|first tried|attempted|pursued|considered|planned|started", .choice,
      weight: 1, matches: "We first tried a lamp.", ignores: "We first light a lamp."),
  ])

  static let doubts = CueTable([
    Cue(
      "^ however|unfortunately|but|this|yet", .negative, weight: 1,
      matches: "However, it was too dark.", ignores: "It was too dark, however.")
  ])

  static let turns = CueTable([
    Cue(
      "we ... switched|turned|moved|changed|abandoned|settled|resorted|simplified|replaced",
      .choice,
      weight: 1, matches: "We then switched to the sun.", ignores: "We lit it."),
    Cue(
      "^ instead|therefore|so|thus|after|hence ... we", .choice, weight: 1,
      matches: "Therefore we use the sun.", ignores: "We use the sun."),
  ])
}
