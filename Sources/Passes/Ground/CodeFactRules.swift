package import IR

/// What the paper says of its code, checked against the repository: paths, definitions, calls,
/// numbers of lines and what it is written with.
package struct CodeFactRules: Pass {
  package static let id = PassID("code facts", version: 1)
  package static let reads = ["paper", "repository", "atoms"]

  package init() {}

  package func input(from document: Document) -> PaperAndRepository {
    PaperAndRepository(document)
  }

  private static let limit = 40

  package func run(
    _ input: PaperAndRepository, addressing findings: [Diagnostic], in context: PassContext
  )
    async throws(PassError) -> Reported<Discrepancies>
  {
    guard let view = input.view, let repository = input.repository, let text = input.text,
      !repository.files.isEmpty
    else { return Reported(Discrepancies()) }
    let lookup = CodeLookup(repository, text)
    let lines = StatedLineCounts(repository, lookup)
    let frameworks = StatedFrameworks(repository, text, lookup)
    var found: [Discrepancy] = []
    var block = -1
    var named: [RepositoryFile] = []
    for atom in input.atoms.atoms where found.count < Self.limit {
      if atom.block != block { named = [] }
      block = atom.block
      guard SectionRole(of: atom.section, in: view) != .related else { continue }
      let sentence = Sentence(
        text: view.text(of: atom.span), span: atom.span, label: view.label(ofSection: atom.section))
      let mentions = CodeMentions(sentence.text)
      let files = mentions.paths.flatMap { lookup.files(at: $0.text) }
      if !files.isEmpty { named = files }
      let facts =
        paths(mentions, sentence, lookup) + definitions(mentions, sentence, named, lookup)
        + lines.discrepancies(in: sentence, files)
        + frameworks.discrepancies(in: sentence, cites: !atom.citations.isEmpty)
      for fact in facts where !found.contains(where: { $0.subject.value == fact.subject.value }) {
        found.append(fact)
      }
    }
    return Reported(Discrepancies(discrepancies: found))
  }

  /// A sentence of the paper, with the label of its section.
  struct Sentence {
    let text: String
    let span: SourceSpan
    let label: Grounded<String>

    /// A name, without the spaces that a page sets around its underscores.
    func subject(_ mention: CodeMentions.Mention) -> Grounded<String> {
      let written = part(mention.range)
      return written.value == mention.text
        ? written : Grounded(mention.text, written.spans, .computed("name without its spaces"))
    }

    func part(_ range: Range<Int>) -> Grounded<String> {
      Grounded(
        String(decoding: Array(text.utf8)[range], as: UTF8.self), [span.narrowed(to: range)])
    }
  }

  // MARK: Paths

  /// Paths into folders of the repository, and scripts that a command starts.
  private func paths(_ mentions: CodeMentions, _ sentence: Sentence, _ lookup: CodeLookup)
    -> [Discrepancy]
  {
    let started = mentions.started.map(\.range)
    return mentions.paths.filter { path in
      lookup.files(at: path.text).isEmpty
        && (lookup.hasFolder(of: path.text) || started.contains(path.range))
    }.map { path in
      let subject = sentence.subject(path)
      return Discrepancy(
        kind: .file, subject: subject,
        found: Grounded("has no such file", subject.spans, .computed("look-up of the path")),
        source: sentence.label)
    }
  }

  // MARK: Definitions

  /// Names beside the files that should define them.
  private func definitions(
    _ mentions: CodeMentions, _ sentence: Sentence, _ files: [RepositoryFile],
    _ lookup: CodeLookup
  ) -> [Discrepancy] {
    let sources = files.filter { $0.kind == .source || $0.kind == .notebook }
    return mentions.names.compactMap { name in
      let known = lookup.definitions(of: name.text)
      if known.isEmpty {
        guard let file = sources.first, !lookup.uses(name.text) else { return nil }
        return discrepancy(
          .definition, sentence.subject(name), "defines it nowhere, \(file.path) included",
          lookup.place(of: file), sentence)
      }
      return call(name, known, sentence)
    }
  }

  private func discrepancy(
    _ kind: Discrepancy.Kind, _ subject: Grounded<String>, _ found: String, _ place: [SourceSpan],
    _ sentence: Sentence
  ) -> Discrepancy {
    Discrepancy(
      kind: kind, subject: subject,
      found: Grounded(found, place, .computed("look-up of the name")), source: sentence.label)
  }

  // MARK: Calls

  /// A call that the paper prints, `fold(sheet, edge=2)`, against the only definition.
  private func call(_ name: CodeMentions.Mention, _ known: [CodeSymbol], _ sentence: Sentence)
    -> Discrepancy?
  {
    guard known.count == 1, known[0].kind == .function, let place = known[0].span,
      let written = PrintedCall(sentence.text, at: name.range.upperBound),
      let taken = PrintedCall(known[0].signature), !taken.takesAnything
    else { return nil }
    let unknown = written.keywords.first { !taken.names.contains($0) }
    guard unknown != nil || written.count > taken.count else { return nil }
    return discrepancy(
      .signature, sentence.part(name.range.lowerBound..<written.end),
      "defines `\(known[0].signature.swapping("`", for: "'"))` (\(known[0].path):\(known[0].lines.lowerBound))",
      [place], sentence)
  }
}
