package import IR

/// The bibliography as typed dependencies: works with a stated technical relation get a block, the
/// rest a line each.
package struct RelatedWorkRules: Pass {
  package static let id = PassID("relatedWorks", version: 1)
  package static let reads = ["paper", "atoms"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms)
  }

  private static let limit = 30

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<RelatedWorks>
  {
    guard let view = input.view else { return Reported(RelatedWorks()) }
    var works = RelatedWorks()
    for (index, reference) in view.paper.references.enumerated() {
      let contexts = input.atoms.atoms.filter { $0.citations.contains(index) }
      let isCompared = !Self.tables(naming: reference, view).isEmpty
      if works.works.count < Self.limit, let relation = relation(contexts, isCompared, view) {
        works.works.append(
          work(reference, index, relation, EntityID(works.works.count + 1), contexts, view))
      } else {
        works.additional.append(
          AdditionalCitation(
            label: reference.label.map { Grounded($0, [reference.entry]) },
            entry: entry(reference, view)))
      }
    }
    // The format asks for one block at least: the work that the paper cites most.
    if works.works.isEmpty, let most = mostCited(input.atoms, view) {
      let contexts = input.atoms.atoms.filter { $0.citations.contains(most) }
      works.works.append(
        work(
          view.paper.references[most], most, (.imports, contexts.first), EntityID(1), contexts, view
        ))
      works.additional.remove(at: most)
    }
    return Reported(works)
  }

  private func mostCited(_ atoms: Atoms, _ view: PaperView) -> Int? {
    view.paper.references.indices.max { a, b in
      (atoms.atoms.count { $0.citations.contains(a) }, b) < (
        atoms.atoms.count { $0.citations.contains(b) }, a
      )
    }
  }

  private typealias Relation = (role: RelatedWork.Role, sentence: Atom?)

  /// The strongest relation that a citing sentence or a table row states.
  private func relation(_ contexts: [Atom], _ isCompared: Bool, _ view: PaperView) -> Relation? {
    var best: (weight: Int, relation: Relation)?
    for atom in contexts {
      let words = CueWords(view.text(of: atom.span))
      for (role, weight) in RelationCues.scores(words) {
        // A sentence that cites many works says less of each.
        let share = atom.citations.count > 4 ? weight / 2 : weight
        if share > (best?.weight ?? 1) { best = (share, (role, atom)) }
      }
    }
    if isCompared, best.map({ $0.relation.role != .baseline && $0.weight < 5 }) ?? true {
      return (.baseline, contexts.first)
    }
    return best?.relation
  }

  /// The tables of which a row cites the work or bears its first author's name.
  static func tables(naming reference: Reference, _ view: PaperView) -> [ExhibitLabel] {
    view.paper.tables.filter { table in
      table.grids.contains { grid in
        grid.rows.dropFirst(grid.headerRows).contains { row in
          guard let span = row.first?.span else { return false }
          let text = view.text(of: span)
          if let label = reference.label, label.hasPrefix("["), text.has(label) { return true }
          guard let surname = reference.surname, surname.count > 3, text.has(surname) else {
            return false
          }
          return reference.year.map { text.has($0) } ?? false || text.has("et al")
        }
      }
    }.map(\.label)
  }

  private func work(
    _ reference: Reference, _ index: Int, _ relation: Relation, _ id: EntityID<RelatedWork>,
    _ contexts: [Atom], _ view: PaperView
  ) -> RelatedWork {
    // Software and pages have no author: their name stands first.
    let name =
      reference.surname ?? reference.title.map { view.text(of: $0) } ?? "Unknown author"
    let suffix = reference.authors.count > 1 ? " et al." : ""
    let title = "\(name)\(suffix), \(reference.year ?? "year not specified")"
    let sentence = relation.sentence.map { view.grounded($0.span) }.flatMap {
      Wording.isSentence($0.value) ? $0 : nil
    }
    let other = contexts.first {
      $0.span != relation.sentence?.span && Wording.isSentence(view.text(of: $0.span))
    }
    return RelatedWork(
      id: id, title: Grounded(title, [reference.entry], .computed("first author and year")),
      entry: entry(reference, view),
      doi: Stated(identifier(reference, view)), role: relation.role,
      whatChanged: Stated(sentence),
      why: Stated(other.map { view.grounded($0.span) }),
      adopted: relation.role == .imports || relation.role == .extends
        ? Stated(reference.title.map { view.grounded($0) }) : .notSpecified,
      reference: index)
  }

  /// The DOI, else the arXiv identifier.
  private func identifier(_ reference: Reference, _ view: PaperView) -> Grounded<String>? {
    if let doi = reference.doi { return view.grounded(doi) }
    return reference.arxiv.map { span in
      let printed = view.grounded(span)
      guard !printed.value.lowercase.hasPrefix("arxiv") else { return printed }
      return Grounded("arXiv:\(printed.value)", [span], .computed("the kind of identifier added"))
    }
  }

  /// The entry without its printed label, unless that is all there is.
  private func entry(_ reference: Reference, _ view: PaperView) -> Grounded<String> {
    let text = view.text(of: reference.entry)
    guard let label = reference.label, text.hasPrefix(label) else {
      return view.grounded(reference.entry)
    }
    let rest = text.dropFirst(label.count).drop { $0 == " " }
    guard !rest.isEmpty else { return view.grounded(reference.entry) }
    return view.grounded(
      reference.entry.narrowed(to: (text.utf8.count - rest.utf8.count)..<text.utf8.count))
  }
}

/// What citing sentences say of the cited work.
package enum RelationCues {
  package struct Row: Sendable {
    let cue: Cue
    let relation: RelatedWork.Role
  }

  /// The weights of the relations that a sentence states, strongest first.
  package static func scores(_ words: CueWords) -> [(RelatedWork.Role, Int)] {
    var weights: [RelatedWork.Role: Int] = [:]
    for index in table.matches(in: words) {
      weights[rows[index].relation, default: 0] += rows[index].cue.weight
    }
    return weights.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map {
      ($0.key, $0.value)
    }
  }

  private static let table = CueTable(rows.map(\.cue))

  package static let rows: [Row] = [
    row(
      "we|our ... build*|extend*|base*|generali* ... on|upon|the", .extends, 5,
      matches: "We build on the sorter of Pretend.", ignores: "They build a house."),
    row(
      "extension|variant|generalization|modification|modified of|version", .extends, 4,
      matches: "It is a variant of the sorter.", ignores: "The variance is large."),
    row(
      "inspired|motivated by", .extends, 4,
      matches: "It is inspired by scales.", ignores: "It inspires."),
    row(
      "we ... use*|adopt*|employ*|apply|follow*|borrow*|take", .imports, 4,
      matches: "We use the scale of Pretend.", ignores: "The use is clear."),
    row(
      "using|with|via the ... from|of|by", .imports, 2,
      matches: "We sort using the rule of Pretend.", ignores: "It is done with care."),
    row(
      "implemented|implementation in|with|using", .imports, 3,
      matches: "It is implemented in a library.", ignores: "The implement is sharp."),
    row(
      "dataset|datasets|optimizer|benchmark|corpus|tokenizer|library|toolkit|architecture",
      .imports, 2,
      matches: "We train on the marble dataset.", ignores: "The data sets in."),
    row(
      "follow*|following ... we|the", .imports, 3,
      matches: "Following the protocol we weigh twice.", ignores: "The sun follows."),
    row(
      "compare*|comparison ... with|to|against", .baseline, 5,
      matches: "We compare our sorter with theirs.", ignores: "The comparison ends."),
    row(
      "baseline|baselines", .baseline, 5,
      matches: "The baseline is one reading.", ignores: "The base line is red."),
    row(
      "outperform*|surpass*|exceed*", .baseline, 5,
      matches: "It outperforms the older sorter.", ignores: "It performs."),
    row(
      "better|faster|higher|lower|worse than", .baseline, 3,
      matches: "It is faster than the older sorter.", ignores: "It is better."),
    row(
      "bound|bounds|theorem|lower-bound|impossibility|complexity|guarantee*", .bounds, 4,
      matches: "A lower bound was given before.", ignores: "The bounce is high."),
    row(
      "limit*|constrain* ... by|of", .bounds, 2,
      matches: "It is limited by noise.", ignores: "The limit."),
    row(
      "contrary|contradict*|refute*|disagree* to|with|the|this", .refutes, 3,
      matches: "Contrary to earlier claims noise helps.", ignores: "A country to see."),
    row(
      "in contrast to|with", .refutes, 3,
      matches: "In contrast to earlier claims noise helps.", ignores: "The contrast is low."),
    row(
      "does|do|did not ... hold|replicate|generalize|reproduce", .refutes, 3,
      matches: "The claim does not hold here.", ignores: "Hold the line."),
  ]

  private static func row(
    _ pattern: String, _ relation: RelatedWork.Role, _ weight: Int, matches: String, ignores: String
  ) -> Row {
    Row(
      cue: Cue(pattern, .comparison, weight: weight, matches: matches, ignores: ignores),
      relation: relation)
  }
}
