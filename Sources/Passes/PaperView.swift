package import IR

/// A paper with its text, as the rules look at it.
package final class PaperView: Codable, Sendable {
  package let paper: Paper
  package let text: SourceText
  /// The part that each section plays.
  package let roles: [SectionRole]
  /// Of the sections where nothing was tried or chosen, why.
  let formality: [Formality?]
  private let sentences: Sentences

  /// Nil where no paper was given.
  package convenience init?(_ document: Document) {
    guard let paper = document.inputs.paper, let text = document.sources[paper.source] else {
      return nil
    }
    self.init(paper, text)
  }

  init(_ paper: Paper, _ text: SourceText) {
    self.paper = paper
    self.text = text
    let parts: Kept<SectionParts> = text.notes.note { Kept() }
    let known = parts.value(of: paper, Atoms()) { SectionParts(paper) }
    (roles, formality) = (known.roles, known.formality)
    sentences = text.notes.note { Sentences() }
  }

  private enum CodingKeys: CodingKey {
    case paper, text
  }

  package convenience init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Paper.self, forKey: .paper),
      try container.decode(SourceText.self, forKey: .text))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(paper, forKey: .paper)
    try container.encode(text, forKey: .text)
  }

  /// What stands in a span, with what most passes ask of sentences.
  func sentence(_ span: SourceSpan) -> Sentence { sentences.sentence(span.bytes, of: text) }

  package func text(of span: SourceSpan) -> String {
    sentences[span.bytes]?.text ?? text.text(of: span.bytes)
  }

  package func grounded(_ span: SourceSpan) -> Grounded<String> { Grounded(text(of: span), [span]) }

  /// `§3.1`, `Appendix B`, or the title of an unnumbered section.
  package func label(ofSection index: Int) -> Grounded<String> {
    let section = paper.sections[index]
    // Of the front matter only the abstract is prose.
    if index == 0 { return Grounded("the abstract", section.title.spans) }
    guard let number = section.number else {
      // A title of a damaged font may read like the slot of a template.
      return Wording.hasTemplateRemnant(section.title.value)
        ? Grounded("a section without a number", section.title.spans) : section.title
    }
    return Grounded(section.isAppendix ? "Appendix \(number)" : "§\(number)", section.title.spans)
  }

  /// The top-level section that holds a section.
  package func topLevel(of index: Int) -> Int {
    var index = index
    while let parent = paper.sections[index].parent { index = parent }
    return index
  }

  /// Whether a sentence is no more than the head of its paragraph: `Theorem 1 (Halting of scales).`
  package func isHead(_ atom: Atom) -> Bool {
    paper.blocks[atom.block].lead?.contains(atom.span) == true
  }

  /// Whether a sentence stands in a footnote.
  package func isNote(_ atom: Atom) -> Bool { paper.blocks[atom.block].kind == .footnote }

  /// The first sentence of a section that names what the section is about, else its first one.
  package func explanation(of section: Int, among atoms: [Atom]) -> Atom? {
    let title = paper.sections[section].title.value.lowercase
    let own = atoms.filter { $0.section == section && sentence($0.span).isWhole }
    return own.first { sentence($0.span).lower.has(title) } ?? own.first
  }

  /// The sentence before one in its paragraph.
  package func sentence(before atom: Atom, among atoms: Atoms) -> Grounded<String>? {
    let all = atoms.atoms
    guard let index = all.indices.first(where: { all[$0].span == atom.span }), index > 0,
      atoms.atoms[index - 1].block == atom.block
    else { return nil }
    return grounded(atoms.atoms[index - 1].span)
  }

  package func exhibit(_ label: ExhibitLabel) -> Exhibit? {
    (label.kind == .table ? paper.tables : paper.figures).first { $0.label == label }
  }

  /// Tables before figures, each in the paper's order.
  package var exhibits: [Exhibit] { paper.tables + paper.figures }
}

/// What the titles of a paper say of its sections.
private struct SectionParts {
  let roles: [SectionRole]
  let formality: [Formality?]

  init(_ paper: Paper) {
    let named = paper.sections.map { SectionRole(title: $0.title.value) }
    roles = paper.sections.indices.map { SectionRole.of(section: $0, in: paper, named) }
    formality = Formality.ofSections(in: paper)
  }
}

/// The part that a section plays, by its title.
package enum SectionRole: String, Codable, Sendable {
  case introduction, related, method, experiments, conclusion, limitations, appendix, other

  private static let rows: [(SectionRole, [String])] = [
    (.limitations, ["limitation", "threats to validity"]),
    (.related, ["related work", "related literature", "prior work", "literature review"]),
    (.introduction, ["introduction", "motivation", "abstract", "front matter"]),
    (.conclusion, ["conclusion", "discussion", "concluding", "future work", "summary"]),
    (
      .experiments,
      [
        "experiment", "result", "evaluation", "empirical", "ablation", "analysis", "benchmark",
        "training",
        "setup", "settings", "comparison", "implementation", "numerical", "simulation", "case stud",
        "performance",
      ]
    ),
    (
      .method,
      [
        "method", "approach", "model", "architecture", "algorithm", "framework", "background",
        "preliminar",
        "formulation", "theory", "design", "system", "proposed", "construction", "protocol",
        "metrics",
      ]
    ),
  ]

  package init(of section: Int, in view: PaperView) { self = view.roles[section] }

  /// What a title names; nil for any other title.
  fileprivate init?(title: String) {
    let title = title.lowercase
    guard let found = Self.phrases.firstIndex(in: title) else { return nil }
    let role = Self.rolesOfPhrases[found]
    // `Limitations of Existing Methods` are not those of the work; the part that it stands in tells more.
    if role == .limitations, Self.others.stands(in: title) { return nil }
    self = role
  }

  private static let others: PhraseSet = [
    " of existing", " of prior", " of previous", " of competing", " of related", " of other ",
    " of traditional", " of conventional", " of classical", " of past ",
  ]

  /// What titles are searched for: every pass asks for the roles of all sections.
  private static let phrases = PhraseSet(rows.flatMap(\.1))
  private static let rolesOfPhrases = rows.flatMap { row in row.1.map { _ in row.0 } }

  /// By the section's title, else by those of the sections that hold it: `named` is what each of
  /// the titles names. Whatever a part of the related work is called, it is about the work of others.
  fileprivate static func of(section: Int, in paper: Paper, _ named: [SectionRole?]) -> SectionRole
  {
    var current: Int? = section
    var nearest: SectionRole?
    while let index = current {
      if named[index] == .related { return .related }
      nearest = nearest ?? named[index]
      current = paper.sections[index].parent
    }
    if let nearest { return nearest }
    return section == 0 ? .introduction : paper.sections[section].isAppendix ? .appendix : .other
  }
}
