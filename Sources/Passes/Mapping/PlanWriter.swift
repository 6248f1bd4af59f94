internal import IR

/// Words a plan from the sentences around a result.
struct PlanWriter {
  let view: PaperView
  private let results: ResultValues
  private let offending: Set<String>
  let sentences: [PlanSentence]
  /// All that the experiments say.
  let evaluations: [PlanSentence]
  /// All that tells how the work was done.
  let described: [PlanSentence]
  /// The sections of results that speak of more than the set-up.
  let studies: Set<Int>
  let own: OwnNames
  let data: DatasetNames
  let measures: MeasureNames
  let setupData: CaptionData
  let reach: SetupReach
  /// Of the authors of the works that are cited.
  let surnames: Set<String>
  /// What the paper lists as its baselines, by section.
  private(set) var listedBaselines: [(section: Int, names: [Grounded<String>])] = []
  /// What it lists as its data, by section.
  let listedData: [(section: Int, names: [Grounded<String>])]
  /// Titles that the captions of several exhibits begin with, in lower case.
  private let shared: Set<String>
  /// The first section behind the introduction that names an exhibit.
  private let homes: [ExhibitLabel: Int]

  private static let longTitle = 220
  static let outcomeLimit = 3

  init(_ atoms: Atoms, _ view: PaperView, results: ResultValues, offending: Set<String>) {
    self.view = view
    self.results = results
    self.offending = offending
    own = .of(view, atoms)
    data = .of(view, atoms)
    measures = MeasureNames(atoms, view)
    setupData = CaptionData(view, data, own) {
      results.isPlanSafe($0) && !NumberToken.scan($0).contains { offending.contains($0.text) }
    }
    reach = SetupReach(view)
    surnames = Set(
      view.paper.references.flatMap { reference in
        reference.authors.compactMap { $0.parts(between: " ").last.map(String.init) }
          + [reference.surname].compactMap(\.self)
      })
    var seen: Set<String> = []
    shared = Set(
      view.exhibits.compactMap { Title.make(of: view.grounded($0.caption))?.value.lowercased() }
        .filter { !seen.insert($0).inserted })
    let names = data
    let heads = SetupHeads(view)
    listedData = ListedData.lists(in: view)
    sentences = atoms.atoms.indices.map { index in
      PlanSentence(
        atoms.atoms[index], about: atoms.topics(ofAtom: index),
        below: heads.topics(ofBlock: atoms.atoms[index].block), in: view, names
      ) {
        results.isPlanSafe($0) && !NumberToken.scan($0).contains { offending.contains($0.text) }
      }
    }
    let naming = atoms.atoms.filter { SectionRole(of: $0.section, in: view) != .introduction }
      .flatMap { atom in atom.exhibits.map { ($0, atom.section) } }
    let homes = Dictionary(naming) { first, _ in first }
    self.homes = homes
    let roles = view.paper.sections.indices.map { SectionRole(of: $0, in: view) }
    described = sentences.filter {
      [.method, .experiments, .appendix, .other].contains(roles[$0.atom.section])
    }
    evaluations = described.filter { roles[$0.atom.section] == .experiments }
    studies = Set(
      view.exhibits.filter { ResultExhibit.isResult($0, view) }.map {
        homes[$0.label] ?? $0.section
      }
    ).filter { !FindingContext.isNothingButSetup($0, view) }
    listedBaselines = baselinesUnderHeads(heads)
  }

  func experiment(for exhibit: Exhibit, _ id: EntityID<Experiment>, sections: [Int]) -> Experiment {
    let caption = view.grounded(exhibit.caption)
    let home = homeSection(of: exhibit)
    let title =
      title(of: caption).flatMap { holdsNoResult($0.value) && !$0.value.has("{") ? $0 : nil }
      ?? topic(of: exhibit, home)
    var experiment = Experiment(id: id, title: title, exhibits: [exhibit.label], sections: sections)
    fill(
      &experiment, around: home, caption: caption, grids: exhibit.grids,
      mentions: sentences.filter { $0.exhibits.contains(exhibit.label) })
    experiment.metrics = metrics(caption, exhibit, experiment)
    experiment.baselines = baselines(of: exhibit)
    return experiment
  }

  /// What begins several captions is a title with what tells them apart.
  private func title(of caption: Grounded<String>) -> Grounded<String>? {
    let title = Title.make(of: caption)
    guard let title, shared.contains(title.value.lowercased()) else { return title }
    return Title.make(of: caption, limit: Self.longTitle)
  }

  /// What an exhibit is called whose caption gives its result away: by the part of the experiments that
  /// speaks of it, if that has a head of its own.
  private func topic(of exhibit: Exhibit, _ home: Int) -> Grounded<String> {
    let section = view.paper.sections[home]
    let title = section.title.value
    guard section.parent != nil, title.wordCount > 1, holdsNoResult(title),
      !title.has("["), !FindingContext.isSetup(home, view), !Wording.hasTemplateRemnant(title)
    else { return Grounded("Evaluation of \(exhibit.label)", [exhibit.caption]) }
    return Grounded(
      "\(title) (\(exhibit.label))", section.title.spans + [exhibit.caption],
      .computed("title of the section that names an exhibit"))
  }

  func experiment(forSection section: Int, _ id: EntityID<Experiment>, sections: [Int])
    -> Experiment
  {
    let title = view.paper.sections[section].title
    let number = view.paper.sections[section].number.map { " (Section \($0))" } ?? ""
    let kind = Report(of: section, in: view, studies)
    let name =
      section == 0
      ? "Evaluation summarised in the abstract"
      : "\(kind.rawValue) section “\(title.value)”\(holdsNoResult(number) ? number : "")"
    var experiment = Experiment(
      id: id, title: Grounded(name, title.spans, .computed("section title")), sections: sections)
    fill(&experiment, around: section, caption: nil, mentions: [])
    experiment.metrics =
      Array(experiment.expectedOutcome.flatMap { measures.mentions(in: $0) }.prefix(4))
      .unique
    return experiment
  }

  /// The section whose text names the exhibit first, else the one where it stands.
  func homeSection(of exhibit: Exhibit) -> Int { homes[exhibit.label] ?? exhibit.section }

  /// Directions of results, without their numbers.
  func outcome(_ sentences: [PlanSentence], of exhibits: [ExhibitLabel]) -> [Grounded<String>] {
    var found: [Grounded<String>] = []
    for atom in sentences.map(\.atom)
    where atom.weight(of: .comparison) + atom.weight(of: .negative) >= 2
      && concerns(atom.span, exhibits)
    {
      let sentence = view.grounded(atom.span)
      guard sentence.value.isShorter(than: 500), Wording.isSentence(sentence.value),
        FindingCues.asides.matches(in: CueWords(sentence.value)).isEmpty,
        let direction = NumberFree.statement(sentence), !DanglingSubject.begins(direction.value),
        !found.contains(where: { Wording.similarity($0.value, direction.value) > 0.5 })
      else { continue }
      found.append(direction)
      if found.count == Self.outcomeLimit { break }
    }
    return found
  }

  /// Whether a sentence may tell how some exhibits come out: one in another caption, or one that names
  /// others alone, tells of those.
  func concerns(_ span: SourceSpan, _ exhibits: [ExhibitLabel]) -> Bool {
    if let home = view.exhibits.first(where: { $0.caption.contains(span) }) {
      return exhibits.contains(home.label)
    }
    let named = sentences.first { $0.atom.span.contains(span) }?.atom.exhibits ?? []
    return named.isEmpty || !Set(named).isDisjoint(with: exhibits)
  }

  private func metrics(_ caption: Grounded<String>, _ exhibit: Exhibit, _ experiment: Experiment)
    -> [Grounded<String>]
  {
    var found = measures.mentions(in: caption)
    let heads = exhibit.grids.flatMap { $0.rows.prefix($0.headerRows).joined() }
      .compactMap(\.span).map(view.grounded)
    let axes = (exhibit.plot?.panels ?? []).flatMap { [$0.y.title, $0.secondY?.title] }
    for head in heads + axes.compactMap(\.self) {
      found += measures.head(head).map { [$0] } ?? measures.mentions(in: head)
    }
    let labels = exhibit.grids.flatMap { $0.rows.dropFirst($0.headerRows).compactMap(\.first) }
    found += labels.compactMap(\.span).compactMap {
      measures.head(view.grounded($0), isLabel: true)
    }
    for sentence in experiment.expectedOutcome where found.isEmpty {
      found += measures.mentions(in: sentence)
    }
    // Without a word of it around the exhibit, its section says what is measured.
    if found.isEmpty {
      let home = homeSection(of: exhibit)
      found = sentences.filter { $0.atom.section == home && givesResults($0.atom) }
        .flatMap { measures.mentions(in: view.grounded($0.atom.span)) }
    }
    return Array(found.map(Self.withoutIndex).unique.prefix(6))
  }

  /// `F1` of `F_1`: the number of the score is no index.
  private static func withoutIndex(_ metric: Grounded<String>) -> Grounded<String> {
    guard metric.value.has("F_1") else { return metric }
    return Grounded(
      metric.value.swapping("F_1", for: "F1"), metric.spans, .computed("usual name of the score"))
  }

  /// Whether a sentence gives numbers that came out rather than ones that were set.
  private func givesResults(_ atom: Atom) -> Bool {
    atom.weight(of: .configuration) == 0
      && (atom.weight(of: .result) + atom.weight(of: .comparison) > 0
        || !NumberToken.scan(view.text(of: atom.span)).isEmpty)
  }

  func holdsNoResult(_ text: String) -> Bool {
    results.isPlanSafe(text) && !NumberToken.scan(text).contains { offending.contains($0.text) }
  }
}

extension Array where Element == Grounded<String> {
  /// Each value once, compared without case.
  var unique: [Grounded<String>] {
    var seen: Set<String> = []
    return filter { seen.insert($0.value.lowercase).inserted }
  }
}
