internal import IR

/// For which experiments holds what a paper says of its set-up: for those that it is said beside, and for
/// all where a section on the set-up or the sentence itself says so. What was done in one study says
/// nothing of another.
struct SetupReach {
  private let view: PaperView
  /// By block: the paragraph whose head it stands under within its section, if one does.
  private let heads: [Int?]
  /// The outermost sections of nothing but set-up, by each section that they hold.
  private let setups: [Int: Int]

  init(_ view: PaperView) {
    self.view = view
    let blocks = view.paper.blocks
    var heads: [Int?] = []
    var head: Int?
    for index in blocks.indices {
      if index > 0, blocks[index].section != blocks[index - 1].section { head = nil }
      if blocks[index].lead != nil, blocks[index].kind != .listItem { head = index }
      heads.append(head)
    }
    self.heads = heads
    setups = view.paper.sections.indices.reduce(into: [:]) { setups, section in
      setups[section] = Self.lineage(of: section, view).last {
        Self.isSetup($0, view)
      }
    }
  }

  /// Whether all of a section is on the set-up. What an appendix lists is of one study or the other.
  private static func isSetup(_ section: Int, _ view: PaperView) -> Bool {
    guard !view.paper.sections[view.topLevel(of: section)].isAppendix else { return false }
    let topics = SetupHeads.topics(of: view.paper.sections[section].title.value)
    // `Experiments` alone is no set-up.
    return FindingContext.isNothingButSetup(section, view) && FindingContext.isSetup(section, view)
      || topics.map { !$0.isSubset(of: .model) } ?? false
  }

  /// A section and those that hold it.
  static func lineage(of section: Int, _ view: PaperView) -> [Int] {
    let parent = view.paper.sections[section].parent
    return [section] + (parent.map { lineage(of: $0, view) } ?? [])
  }

  /// Of the sentences of a section those on what some of them report: where paragraphs have heads, those
  /// under the same heads, with what all of the section shares.
  func beside(_ mentions: [PlanSentence], among sentences: [PlanSentence]) -> [PlanSentence] {
    guard let section = sentences.first?.atom.section else { return [] }
    let named = Set(mentions.filter { $0.atom.section == section }.map { heads[$0.atom.block] })
    guard !named.isEmpty, !named.contains(nil) else { return sentences }
    return sentences.filter { named.contains(heads[$0.atom.block]) || isUnheaded($0.atom.block) }
  }

  /// Whether a block speaks for its section: it has no head, or one that names a part of a set-up.
  private func isUnheaded(_ block: Int) -> Bool {
    guard let head = heads[block], let lead = view.paper.blocks[head].lead else { return true }
    return SetupHeads.topics(of: view.text(of: lead)) != nil
  }

  /// Whether a sentence from elsewhere holds for what is reported in a section too.
  func holds(_ sentence: PlanSentence, for section: Int) -> Bool {
    let atom = sentence.atom
    guard atom.section != section, !sentence.isDangling,
      [.method, .experiments, .appendix, .other].contains(SectionRole(of: atom.section, in: view))
    else { return false }
    if let setup = setups[atom.section] { return reaches(setup, section) }
    guard isUnheaded(atom.block) else { return false }
    let words = view.sentence(atom.span).words
    return Self.lineage(of: section, view).contains(atom.section)
      || !Self.wholes.matches(in: words).isEmpty
  }

  /// Whether a sentence stands above a section, in one that holds it.
  func isAbove(_ sentence: PlanSentence, _ section: Int) -> Bool {
    sentence.atom.section != section
      && Self.lineage(of: section, view).contains(sentence.atom.section)
  }

  /// Whether a section on the set-up is on that of a section: both stand in one part, or it is the only
  /// one that could be.
  private func reaches(_ setup: Int, _ section: Int) -> Bool {
    guard let part = view.paper.sections[setup].parent else { return true }
    if Self.lineage(of: section, view).contains(part) { return true }
    let top = view.topLevel(of: section)
    return view.paper.sections[part].parent == nil
      && !setups.values.contains { view.topLevel(of: $0) == top }
  }

  /// What says that it holds for all experiments.
  static let wholes = CueTable([
    Cue(
      "all|every|each|our|across experiments|experiment|simulations|evaluations|runs|trials",
      .configuration, weight: 1, matches: "All experiments use damp marbles.",
      ignores: "The experiment uses damp marbles."),
    Cue(
      "all|each|every our|the|of ... experiments|experiment|simulations|evaluations|runs|trials",
      .configuration, weight: 1, matches: "In all the experiments we dry marbles.",
      ignores: "All the marbles are dry."),
    Cue(
      "all|every|each models|model|methods|method|networks|baselines|systems|algorithms are|is|were|was",
      .configuration, weight: 1, matches: "All models are trained on damp marbles.",
      ignores: "We time all models."),
    Cue(
      "experiments are|were run|conducted|performed|executed|carried|implemented", .configuration,
      weight: 1, matches: "Experiments were run on damp marbles.",
      ignores: "Experiments were dull."),
    Cue(
      "unless otherwise|noted|stated|specified", .configuration, weight: 1,
      matches: "Unless otherwise noted, marbles are damp.", ignores: "Unless it rains, we sort."),
    Cue(
      "throughout the|this|our experiments|paper|work|evaluation|study", .configuration, weight: 1,
      matches: "Throughout this paper, marbles are damp.", ignores: "It rains throughout the day."),
  ])
}
