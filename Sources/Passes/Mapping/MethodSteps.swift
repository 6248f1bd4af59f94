internal import IR

/// The steps of the method, in order: the items of a list that tells what is done, else the sentences
/// that do.
///
/// Most lists in a method section name parts, data or reasons. Items are steps where each begins with
/// what is done: `Weigh every marble`, `Weighing each marble twice`, `First, the marble is weighed`.
struct MethodSteps {
  private let atoms: [Atom]
  private let view: PaperView

  /// - Parameter atoms: whole sentences.
  init(_ atoms: [Atom], _ view: PaperView) {
    self.view = view
    self.atoms = atoms.filter {
      SectionRole(of: $0.section, in: view) == .method
        && !view.paper.sections[$0.section].isAppendix
    }
  }

  func steps(limit: Int) -> [Grounded<String>] {
    let listed = lists.filter(tellsSteps).joined().map(\.span)
    let chosen = listed.isEmpty ? atoms.filter(isAct).map(\.span) : listed
    return chosen.prefix(limit).map { view.grounded($0) }
  }

  /// The first sentences of the items of each list.
  private var lists: [[Atom]] {
    var lists: [[Atom]] = []
    var last: Atom?
    for atom in atoms {
      defer { last = atom }
      guard view.paper.blocks[atom.block].kind == .listItem, atom.block != last?.block else {
        continue
      }
      let goesOn = lists.last?.last.map { isNext(atom.block, after: $0.block) } ?? false
      if goesOn { lists[lists.count - 1].append(atom) } else { lists.append([atom]) }
    }
    return lists
  }

  /// Whether one block follows another with nothing but items, displays and notes between.
  private func isNext(_ block: Int, after other: Int) -> Bool {
    block > other
      && view.paper.blocks[other..<block].allSatisfy {
        $0.kind != .paragraph && $0.kind != .heading
      }
  }

  private static let leastItems = 2

  private func tellsSteps(_ items: [Atom]) -> Bool {
    let acts = items.count { begins(withActIn: view.text(of: $0.span)) }
    return acts >= Self.leastItems && acts * 3 >= items.count * 2
  }

  private func begins(withActIn item: String) -> Bool {
    let words = CueWords(item)
    if !Self.openings.matches(in: words).isEmpty { return true }
    guard let first = words.first else { return false }
    return first.utf8.count > Self.shortestGerund && first.hasSuffix("ing")
      && !Self.nouns.contains(first)
  }

  private static let shortestGerund = 5
  /// Words in `-ing` that name a thing or lead to one.
  private static let nouns: Set<String> = [
    "during", "training", "testing", "learning", "reasoning", "according", "existing", "missing",
    "regarding", "following", "remaining", "reading", "ranking", "pricing", "including", "nothing",
    "something", "everything",
  ]

  /// A sentence of running text that says what the method does, and neither wishes nor doubts.
  private func isAct(_ atom: Atom) -> Bool {
    guard view.paper.blocks[atom.block].kind == .paragraph, atom.weight(of: .method) >= 2,
      [.future, .gap, .limitation, .negative, .assumption].allSatisfy({ atom.weight(of: $0) == 0 }),
      atom.weight(of: .result) + atom.weight(of: .comparison) < 3
    else { return false }
    let words = view.sentence(atom.span).words
    return MethodActs.tell(words) && Self.intentions.matches(in: words).isEmpty
  }

  static let openings = CueTable([
    Cue(
      "^ first|firstly|second|secondly|third|then|next|finally|lastly|afterwards|subsequently|step",
      .method, weight: 1,
      matches: "First, the marble is weighed.", ignores: "The first marble is heavy."),
    Cue(
      "^ we|i", .method, weight: 1, matches: "We weigh the marble.",
      ignores: "The marble that we weigh."),
    Cue(
      "^ add|apply|assign|build|calculate|choose|classify|cluster|collect|combine|compare|compute|concatenate|construct|convert|create|decode|define|divide|draw|embed|encode|estimate|evaluate|extract|feed|filter|find|fine-tune|fit|form|freeze|generate|identify|initialize|initialise|insert|load|map|mask|measure|merge|normalize|normalise|obtain|optimize|optimise|partition|pass|perform|pick|predict|process|project|rank|read|remove|repeat|replace|reset|return|run|sample|score|select|set|solve|sort|split|start|store|sum|take|tokenize|train|transform|update|use|verify|weigh",
      .method, weight: 1,
      matches: "Weigh every marble twice.", ignores: "Every marble has a weight."),
  ])

  /// What only looks like an act.
  static let intentions = CueTable([
    Cue(
      "following|these reasons|reason", .motivation, weight: 1,
      matches: "We weigh twice for the following reasons.", ignores: "We weigh twice.")
  ])
}
