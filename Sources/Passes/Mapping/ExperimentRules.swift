package import IR

/// Verification plans: one per table or figure that a claim rests on, and one per section whose
/// claims have none. No result reaches them.
package struct ExperimentRules: Pass {
  package static let id = PassID("experiments", version: 1)
  package static let reads = ["paper", "atoms", "evidence", "claims"]
  package static let repairs: Set<DiagnosticCode> = ["ARA314", "ARA341", "ARA342"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let claims: Claims
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms, claims: document.claims)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Experiments>
  {
    guard let view = input.view else { return Reported(Experiments()) }
    // A finding names the number that offends: no sentence with it may stand in a plan.
    let offending = Set(findings.compactMap(\.excerpt).flatMap { NumberToken.scan($0).map(\.text) })
    let writer = PlanWriter(
      view: view, atoms: input.atoms, results: ResultValues(view), offending: offending)
    var experiments: [Experiment] = []
    for exhibit in view.exhibits {
      let claims = input.claims.claims.filter { $0.exhibits.contains(exhibit.label) }
      guard !claims.isEmpty else { continue }
      experiments.append(
        writer.experiment(
          for: exhibit, EntityID(experiments.count + 1), sections: sections(of: claims, view)))
    }
    for section in sectionsWithoutExhibit(input.claims, view) {
      let claims = input.claims.claims.filter { claim in
        claim.exhibits.isEmpty && ProofRelation.homeSection(of: claim, view) == section
      }
      let sections = [section] + self.sections(of: claims, view).filter { $0 != section }
      experiments.append(
        writer.experiment(forSection: section, EntityID(experiments.count + 1), sections: sections))
    }
    return Reported(Experiments(experiments: experiments))
  }

  /// The sections that hold the numbers of claims: their text is evidence too.
  private func sections(of claims: [Claim], _ view: PaperView) -> [Int] {
    let texts = claims.flatMap { [$0.title, $0.statement] + $0.basis + $0.conditions }
    let spans = texts.filter { !NumberToken.scan($0.value).isEmpty }.flatMap(\.spans)
    let inBlocks = spans.filter { span in view.paper.blocks.contains { $0.span.contains(span) } }
    return Set(inBlocks.map { ProofRelation.topSection(of: $0, view) }).sorted()
  }

  private func sectionsWithoutExhibit(_ claims: Claims, _ view: PaperView) -> [Int] {
    Set(claims.claims.filter(\.exhibits.isEmpty).map { ProofRelation.homeSection(of: $0, view) })
      .sorted()
  }
}

/// Words a plan from the sentences around a result.
struct PlanWriter {
  let view: PaperView
  let atoms: Atoms
  let results: ResultValues
  let offending: Set<String>

  private static let procedureLimit = 5
  private static let outcomeLimit = 3

  func experiment(for exhibit: Exhibit, _ id: EntityID<Experiment>, sections: [Int]) -> Experiment {
    let caption = view.grounded(exhibit.caption)
    let title =
      Title.make(of: caption).flatMap { holdsNoResult($0.value) && !$0.value.has("{") ? $0 : nil }
      ?? Grounded("Evaluation of \(exhibit.label)", [exhibit.caption])
    let home = homeSection(of: exhibit)
    var experiment = Experiment(id: id, title: title, exhibits: [exhibit.label], sections: sections)
    fill(
      &experiment, around: home, caption: caption,
      mentions: atoms.atoms.filter { $0.exhibits.contains(exhibit.label) })
    experiment.metrics = metrics(caption, exhibit, experiment)
    experiment.baselines = baselines(of: exhibit)
    return experiment
  }

  func experiment(forSection section: Int, _ id: EntityID<Experiment>, sections: [Int])
    -> Experiment
  {
    let title = view.paper.sections[section].title
    let name =
      section == 0
      ? "Evaluation summarised in the abstract" : "Evaluation of section “\(title.value)”"
    var experiment = Experiment(
      id: id, title: Grounded(name, title.spans, .computed("section title")), sections: sections)
    fill(&experiment, around: section, caption: nil, mentions: [])
    experiment.metrics =
      Array(experiment.expectedOutcome.flatMap { Lexicon.metrics.mentions(in: $0) }.prefix(4))
      .unique
    return experiment
  }

  /// The section whose text names the exhibit first, else the one where it stands.
  private func homeSection(of exhibit: Exhibit) -> Int {
    atoms.atoms.first {
      $0.exhibits.contains(exhibit.label) && SectionRole(of: $0.section, in: view) != .introduction
    }?
    .section ?? exhibit.section
  }

  /// Whether a text may stand in a plan.
  private func isSafe(_ text: String) -> Bool {
    Wording.isSentence(text) && holdsNoResult(text)
  }

  private func fill(
    _ experiment: inout Experiment, around section: Int, caption: Grounded<String>?,
    mentions: [Atom]
  ) {
    let top = view.topLevel(of: section)
    let near = atoms.atoms.filter { $0.section == section }
    let wide = atoms.atoms.filter { view.topLevel(of: $0.section) == top && $0.section != section }
    let all = mentions + near + wide + settings
    experiment.setup.hardware = Stated(first(in: all) { !Lexicon.hardware.found(in: $0).isEmpty })
    experiment.setup.dataset = Stated(
      first(in: all) { text in
        Self.names(
          text,
          ["dataset", "datasets", "data set", "corpus", "benchmark", "test set", "training set"])
          || !Lexicon.datasets.found(in: text).isEmpty
      })
    experiment.setup.model = Stated(
      first(in: near + wide) { text in
        Self.names(
          text,
          [
            "we use", "we train", "our model", "architecture", "network", "the model", "classifier",
            "method",
          ])
      })
    experiment.setup.system = Stated(first(in: all) { !Lexicon.frameworks.found(in: $0).isEmpty })
    experiment.procedure = procedure(near, wide)
    experiment.expectedOutcome = outcome(mentions, near)
  }

  /// Sentences on the set-up from anywhere in the experiments.
  private var settings: [Atom] {
    atoms.atoms.filter {
      $0.weight(of: .configuration) > 0 && SectionRole(of: $0.section, in: view) == .experiments
    }
  }

  private static func names(_ text: String, _ words: [String]) -> Bool {
    let lower = text.lowercased()
    return words.contains { lower.has($0) }
  }

  private func first(in atoms: [Atom], where accepts: (String) -> Bool) -> Grounded<String>? {
    for atom in atoms {
      let text = view.text(of: atom.span)
      if text.count < 400, isSafe(text), accepts(text), atom.weight(of: .result) < 3 {
        return view.grounded(atom.span)
      }
    }
    return nil
  }

  private func procedure(_ near: [Atom], _ wide: [Atom]) -> [Grounded<String>] {
    func steps(_ atoms: [Atom]) -> [Grounded<String>] {
      atoms.filter { atom in
        let text = view.text(of: atom.span)
        return atom.weight(of: .method) >= 2 && atom.weight(of: .result) < 3 && text.count < 400
          && isSafe(text)
      }.map { view.grounded($0.span) }
    }
    let own = steps(near)
    return Array((own.count >= 2 ? own : own + steps(wide)).prefix(Self.procedureLimit))
  }

  /// Directions of results, without their numbers.
  private func outcome(_ mentions: [Atom], _ near: [Atom]) -> [Grounded<String>] {
    var found: [Grounded<String>] = []
    for atom in mentions + near where atom.weight(of: .comparison) + atom.weight(of: .negative) >= 2
    {
      let sentence = view.grounded(atom.span)
      guard sentence.value.count < 500, Wording.isSentence(sentence.value),
        let direction = NumberFree.statement(sentence),
        !found.contains(where: { Wording.similarity($0.value, direction.value) > 0.5 })
      else { continue }
      found.append(direction)
      if found.count == Self.outcomeLimit { break }
    }
    return found
  }

  private func metrics(_ caption: Grounded<String>, _ exhibit: Exhibit, _ experiment: Experiment)
    -> [Grounded<String>]
  {
    var found = Lexicon.metrics.mentions(in: caption)
    for grid in exhibit.grids {
      for cell in grid.rows.prefix(grid.headerRows).flatMap({ $0 }) {
        if let span = cell.span { found += Lexicon.metrics.mentions(in: view.grounded(span)) }
      }
    }
    for sentence in experiment.expectedOutcome where found.isEmpty {
      found += Lexicon.metrics.mentions(in: sentence)
    }
    return Array(found.unique.prefix(6))
  }

  /// The names of a results table's rows.
  private func baselines(of exhibit: Exhibit) -> [Grounded<String>] {
    var found: [Grounded<String>] = []
    for grid in exhibit.grids {
      for row in grid.rows.dropFirst(grid.headerRows) {
        guard let span = row.first?.span else { continue }
        let name = view.grounded(span)
        guard name.value.contains(where: \.isLetter), name.value.count < 60, isPlanName(name.value)
        else { continue }
        if !found.contains(where: { $0.value == name.value }) { found.append(name) }
      }
    }
    return found.count < 2 ? [] : Array(found.prefix(12))
  }

  private func isPlanName(_ text: String) -> Bool {
    holdsNoResult(text) && !text.has("{") && !text.has(",")
  }

  private func holdsNoResult(_ text: String) -> Bool {
    results.isPlanSafe(text) && !NumberToken.scan(text).contains { offending.contains($0.text) }
  }
}

extension Array where Element == Grounded<String> {
  /// Each value once, compared without case.
  var unique: [Grounded<String>] {
    var seen: Set<String> = []
    return filter { seen.insert($0.value.lowercased()).inserted }
  }
}
