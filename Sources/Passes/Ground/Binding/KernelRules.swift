internal import IR

/// Whether the code of a work is copied in part or indexed as a whole, and which part.
///
/// A method lives in a few modules; a benchmark, a library or a study is its whole repository.
struct KernelRules {
  let input: CodeRules.Input
  let binding: MethodBinding?

  private static let moduleLimit = 3
  /// In bytes; of a longer file, the definitions that are bound are copied.
  private static let moduleSize = 48_000
  /// What a module must come to of the best one's score.
  private static let leastShare = 0.5

  func mode() -> (mode: CodeIndex.Mode, reason: Grounded<String>) {
    guard let view = input.view else {
      return (.repo, Grounded("No paper names the method that the code carries out", []))
    }
    if let sentence = Contribution.artifact(in: input.atoms, view) {
      return (.repo, sentence)
    }
    // What the best file carries out says more than the strongest binding of another.
    guard let binding, let found = binding.bindings.first else {
      return (
        .repo, Grounded("No definition of the code is bound to what the paper names", [])
      )
    }
    let best = binding.relevance.rows.first?.file.path
    let first = binding.bindings.first { $0.code.path == best } ?? found
    return (
      .kernel,
      Grounded(
        "The paper's “\(first.term.value)” is bound to `\(first.symbol.value)`",
        first.term.spans + first.symbol.spans, .computed("binding of paper and code"))
    )
  }

  // MARK: Modules

  /// The files to copy, or the lines of them; `refused` are names that a finding refused.
  func modules(_ text: SourceText, refused: Set<String>) -> [ExecutionModule] {
    guard let binding, let top = binding.relevance.rows.first?.score, top > 0 else { return [] }
    let bound = Set(binding.bindings.map(\.code.path))
    var names: Set<String> = ["reported_values.py"]
    var modules: [ExecutionModule] = []
    for row in binding.relevance.rows where modules.count < Self.moduleLimit {
      let path = row.file.path
      guard row.file.kind == .source, FileRelevance.part(of: path) >= 0.5,
        row.score >= top * Self.leastShare, row.score == top || bound.contains(path),
        let (lines, span) = part(of: row.file, binding, text),
        let base = path.split(separator: "/").last
      else { continue }
      let content = text.text(of: span.bytes)
      let name = names.contains(String(base)) ? path.swapping("/", for: "_") : String(base)
      guard !refused.contains(name), Self.isCopyable(content, name), names.insert(name).inserted
      else { continue }
      modules.append(
        ExecutionModule(
          file: name, grounding: .transcribed(CodeReference(path: path, lines: lines)),
          lines: content.split(separator: "\n", omittingEmptySubsequences: false).map {
            Grounded(String($0), [span])
          }))
    }
    return modules
  }

  /// The whole file, or the outermost definition of a long one that is bound best.
  private func part(of file: RepositoryFile, _ binding: MethodBinding, _ text: SourceText)
    -> (ClosedRange<Int>, SourceSpan)?
  {
    guard let span = file.text, span.bytes.count > 40 else { return nil }
    if span.bytes.count <= Self.moduleSize {
      let content = text.text(of: span.bytes)
      let count = content.utf8.count { $0 == 0x0A } + (content.hasSuffix("\n") ? 0 : 1)
      return (1...max(1, count), span)
    }
    let outer = input.repository?.symbols.filter { symbol in
      symbol.path == file.path && !symbol.name.contains(".") && symbol.kind != .constant
    }
    for found in binding.bindings where found.code.path == file.path {
      guard let lines = found.code.lines,
        let symbol = outer?.first(where: { $0.lines.contains(lines.lowerBound) }),
        let span = symbol.span, span.bytes.count <= Self.moduleSize
      else { continue }
      return wholeLines(of: symbol.lines, span, in: file, text)
    }
    return nil
  }

  /// The lines of a definition from their first character on.
  private func wholeLines(
    of lines: ClosedRange<Int>, _ span: SourceSpan, in file: RepositoryFile, _ text: SourceText
  ) -> (ClosedRange<Int>, SourceSpan)? {
    guard let whole = file.text else { return nil }
    let bytes = Array(text.text(of: whole.bytes).utf8)
    var start = Int(span.bytes.lowerBound - whole.bytes.lowerBound)
    var end = start + span.bytes.count
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return (lines, whole.narrowed(to: start..<end))
  }

  /// Only text that an artifact may hold: no control characters, nothing like a credential.
  private static func isCopyable(_ content: String, _ name: String) -> Bool {
    !CredentialFinder.occurs(in: content) && !name.lowercased().has("secret")
      && !name.lowercased().has("credential")
      && !content.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
      && name.allSatisfy { $0.isASCII && ($0.isAlphanumeric || "._-".contains($0)) }
  }
}

/// What a paper offers to others as a whole: a benchmark, a data set, a library.
enum Contribution {
  /// The sentence that says so, if the title or a sentence of contribution in the front does.
  static func artifact(in atoms: Atoms, _ view: PaperView) -> Grounded<String>? {
    if let title = view.paper.metadata.title, names(CueWords(title.value)) { return title }
    return atoms.atoms.first { atom in
      SectionRole(of: atom.section, in: view) == .introduction
        && atom.weight(of: .contribution) >= 3
        && !offers.matches(in: view.sentence(atom.span).words).isEmpty
    }.map { view.grounded($0.span) }
  }

  private static func names(_ words: CueWords) -> Bool {
    words.words.contains { things.contains($0) }
  }

  private static let things: Set<String> = [
    "benchmark", "dataset", "corpus", "toolkit", "library", "testbed", "toolbox",
  ]

  static let offers = CueTable([
    Cue(
      "introduce|introduces|present|presents|release|releases|propose|proposes|build|contribute|describe ... benchmark|dataset|corpus|toolkit|library|testbed|toolbox|suite",
      .contribution, weight: 1,
      matches: "We introduce WeighBench, a benchmark of scales.",
      ignores: "We introduce a sorter and beat the benchmark.")
  ])
}
