package import IR

/// The bibliography as typed dependencies: works with a stated technical relation get a block, the
/// rest a line each.
package struct RelatedWorkRules: Pass {
  package static let id = PassID("relatedWorks", version: 2)
  package static let reads = ["paper", "atoms"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<RelatedWorks>
  {
    guard let view = input.view else { return Reported(RelatedWorks()) }
    let sentences = CitingSentence.all(in: input.atoms, of: view)
    let compared = ComparedWorks(view)
    var relations = view.paper.references.indices.map { index in
      relation(sentences[index], compared.tables(naming: index), view)
    }
    // The format asks for one block at least: the work that the paper cites most.
    if relations.allSatisfy({ $0 == nil }),
      let most = sentences.indices.max(by: { (sentences[$0].count, $1) < (sentences[$1].count, $0) }
      )
    {
      relations[most] = (.imports, sentences[most].first?.atom.span)
    }
    var works = RelatedWorks()
    for (index, reference) in view.paper.references.enumerated() {
      if let relation = relations[index] {
        works.works.append(
          work(
            index, relation, EntityID(works.works.count + 1), sentences[index], view))
      } else {
        works.additional.append(
          AdditionalCitation(
            label: reference.label.map { Grounded($0, [reference.entry]) },
            entry: entry(reference, view), linked: linked(reference)))
      }
    }
    return Reported(works)
  }

  /// The text that states it: a citing sentence, or the caption of a table that compares the work.
  private typealias Relation = (role: RelatedWork.Role, text: SourceSpan?)

  /// The strongest relation that a table row or a citing sentence states; nil for a work that the
  /// paper only names in passing.
  private func relation(
    _ sentences: [CitingSentence], _ tables: [ExhibitLabel], _ view: PaperView
  ) -> Relation? {
    var best: (weight: Int, relation: Relation)?
    var compared: (weight: Int, relation: Relation)?
    for sentence in sentences {
      // What a field cannot hold tells the role, but less than what can be quoted.
      let isSentence = view.sentence(sentence.atom.span).isWhole
      for (role, stated) in weights(of: sentence, view) {
        let weight = isSentence ? 2 * stated : 2 * stated - 1
        let relation = (role, isSentence ? sentence.atom.span : nil)
        if weight > best?.weight ?? 0 { best = (weight, relation) }
        if role == .baseline, weight > compared?.weight ?? 0 { compared = (weight, relation) }
      }
    }
    // A table's row compares the work, whatever else the text takes from it; what it builds on is
    // more than a rival.
    if let table = tables.first, best?.relation.role != .extends {
      let caption = view.exhibit(table)?.caption
      return (.baseline, compared?.relation.text ?? best?.relation.text ?? caption)
    }
    guard let best else { return nil }
    let mentions = Self.mentions(sentences)
    // That it is named once beside other works, or where nothing can be quoted, is no reason to say how
    // far it reaches.
    if best.relation.role == .bounds,
      best.relation.text == nil || best.weight < 2 * Self.told - 1 && mentions < 1
    {
      return nil
    }
    return best.weight >= 2 * Self.stated - 1 || mentions >= Self.oftenEnough ? best.relation : nil
  }

  /// How often a work is cited: a place is split among those that it cites.
  private static func mentions(_ sentences: [CitingSentence]) -> Double {
    sentences.reduce(0) { $0 + 1 / Double($1.company) }
  }

  /// The least weight of a cue that states a relation by itself.
  private static let stated = 3
  /// The least weight of a cue that tells of a work.
  private static let told = 2
  /// A work is filed that is cited once with one other.
  private static let oftenEnough = 0.5
  /// More works in one place are a list.
  private static let longestCompany = 4

  /// What a sentence says by its words, else by its place: who tells of a method or of experiments
  /// takes over what is cited there; elsewhere a work that the authors do nothing with stands around
  /// theirs.
  private func weights(
    of sentence: CitingSentence, _ view: PaperView
  ) -> [(RelatedWork.Role, Int)] {
    var weights = RelationCues.weights(sentence.clause)
    let place = place(of: sentence, view)
    weights[place] = max(weights[place] ?? 0, 1)
    if sentence.company > Self.longestCompany { weights = weights.mapValues { $0 / 2 } }
    return weights.sorted { a, b in
      (b.value, a.key == place ? 0 : 1, a.key.rawValue) < (
        a.value, b.key == place ? 0 : 1, b.key.rawValue
      )
    }
  }

  private func place(of sentence: CitingSentence, _ view: PaperView) -> RelatedWork.Role {
    switch SectionRole(of: sentence.atom.section, in: view) {
    case .related: .bounds
    case .method, .experiments, .appendix: .imports
    case .introduction, .conclusion, .limitations, .other:
      sentence.clause.hold("we", "our") ? .imports : .bounds
    }
  }

  private func work(
    _ index: Int, _ relation: Relation, _ id: EntityID<RelatedWork>,
    _ sentences: [CitingSentence], _ view: PaperView
  ) -> RelatedWork {
    let reference = view.paper.references[index]
    // Software and pages have no author: their name stands first.
    let name =
      reference.surname ?? reference.title.map { view.text(of: $0) } ?? "Unknown author"
    let suffix = reference.authors.count > 1 ? " et al." : ""
    let title = "\(name)\(suffix), \(reference.year ?? "year not specified")"
    // Why others did something is no reason of the paper's own.
    let reason = sentences.first {
      view.sentence($0.atom.span).isWhole && Practice.givesReason($0.clause)
        && $0.clause.hold("we", "our") && $0.atom.span != relation.text
    }
    let takes = relation.role == .imports || relation.role == .extends
    let element = sentences.first { $0.atom.span == relation.text }?.element
    return RelatedWork(
      id: id, title: Grounded(title, [reference.entry], .computed("first author and year")),
      entry: entry(reference, view),
      doi: Stated(identifier(reference, view)), role: relation.role,
      whatChanged: Stated(
        relation.text.map { view.grounded($0) }.flatMap {
          Wording.isSentence($0.value) ? $0 : nil
        }),
      why: Stated(reason.map { view.grounded($0.atom.span) }),
      adopted: takes ? Stated(element.map { view.grounded($0) }) : .notSpecified,
      reference: index)
  }

  /// The DOI, else the arXiv identifier, else what a link in the entry leads to.
  private func identifier(_ reference: Reference, _ view: PaperView) -> Grounded<String>? {
    if let doi = reference.doi { return view.grounded(doi) }
    guard let span = reference.arxiv else { return linked(reference) }
    let printed = view.grounded(span)
    guard !printed.value.lowercase.hasPrefix("arxiv") else { return printed }
    return Grounded("arXiv:\(printed.value)", [span], .computed("the kind of identifier added"))
  }

  private func linked(_ reference: Reference) -> Grounded<String>? {
    reference.linked.map { Grounded($0, [reference.entry], .computed("where the link leads")) }
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
