package import IR

/// The code of the work: an index of the repository, the modules worth keeping, prompts.
package struct CodeRules: Pass {
  package static let id = PassID("code", version: 1)
  package static let reads = ["paper", "repository", "solution", "concepts"]
  package static let repairs: Set<DiagnosticCode> = ["ARA109", "ARA115", "ARA710", "ARA711"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let repository: Repository?
    let text: SourceText?
    let solution: Solution
    let concepts: Concepts
  }

  package init() {}

  package func input(from document: Document) -> Input {
    let repository = document.inputs.repository
    return Input(
      view: PaperView(document), repository: repository,
      text: repository.flatMap { document.sources[$0.source] }, solution: document.solution,
      concepts: document.concepts)
  }

  /// Files that are copied; the rest is indexed where it is.
  private static let moduleLimit = 3
  private static let moduleSize = 40_000

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<CodeIndex>
  {
    var index = CodeIndex()
    // A file that a finding names is not copied again.
    let refused = Set(
      findings.compactMap { $0.artifact?.file.split(separator: "/").last.map(String.init) })
    if let repository = input.repository, let text = input.text {
      index.artifacts = CodeCatalogue(repository, text).artifacts()
      index.modules = modules(input, repository, text, refused)
      index.mode = index.modules.isEmpty ? .repo : .kernel
    }
    if let view = input.view {
      index.modules.append(ReportedValues(view: view, solution: input.solution).module())
      index.prompts = prompts(view)
    }
    return Reported(index)
  }

  // MARK: Modules

  private func modules(
    _ input: Input, _ repository: Repository, _ text: SourceText, _ refused: Set<String>
  ) -> [ExecutionModule] {
    let words = methodWords(input)
    guard !words.isEmpty else { return [] }
    let scored = repository.files.compactMap { file -> (RepositoryFile, Int)? in
      guard file.kind == .source, file.language == "Python", let span = file.text,
        span.bytes.count < Self.moduleSize,
        span.bytes.count > 40, !isTest(file.path)
      else { return nil }
      let score = score(file, repository.symbols.filter { $0.path == file.path }, words, text)
      return score > 2 ? (file, score) : nil
    }.sorted { ($1.1, $0.0.path) < ($0.1, $1.0.path) }
    var names: Set<String> = ["reported_values.py"]
    var modules: [ExecutionModule] = []
    for (file, _) in scored where modules.count < Self.moduleLimit {
      guard let span = file.text, let base = file.path.split(separator: "/").last else { continue }
      let content = text.text(of: span.bytes)
      let name = names.contains(String(base)) ? file.path.swapping("/", for: "_") : String(base)
      guard !refused.contains(name), isCopyable(content, name), names.insert(name).inserted else {
        continue
      }
      modules.append(
        ExecutionModule(
          file: name,
          grounding: .transcribed(
            CodeReference(path: file.path, lines: 1...max(1, lineCount(content)))),
          lines: content.split(separator: "\n", omittingEmptySubsequences: false).map {
            Grounded(String($0), [span])
          }))
    }
    return modules
  }

  private func lineCount(_ content: String) -> Int {
    content.utf8.count { $0 == 0x0A } + (content.hasSuffix("\n") ? 0 : 1)
  }

  private func isTest(_ path: String) -> Bool {
    let lower = path.lowercased()
    return lower.has("test") || lower.has("setup.py") || lower.has("conftest")
      || lower.has("__init__")
  }

  /// Only text that an artifact may hold: no control characters, nothing like a credential.
  private func isCopyable(_ content: String, _ name: String) -> Bool {
    !CredentialPattern.occurs(in: content) && !name.lowercased().has("secret")
      && !name.lowercased().has("credential")
      && !content.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
      && name.allSatisfy { $0.isASCII && ($0.isAlphanumeric || "._-".contains($0)) }
  }

  private func methodWords(_ input: Input) -> Set<String> {
    var names = input.solution.components.map(\.name.value)
    names += input.concepts.concepts.map(\.term.value)
    if let title = input.view?.paper.metadata.title { names.append(title.value) }
    let words = names.flatMap { Wording.content($0) }
    let parts = words.flatMap { word in word.split(separator: "-").map { String($0) } }
    return Set(parts.filter { $0.count >= 4 })
  }

  private func score(
    _ file: RepositoryFile, _ symbols: [CodeSymbol], _ words: Set<String>, _ text: SourceText
  ) -> Int {
    let names = ([file.path] + symbols.map(\.name)).joined(separator: " ").lowercased()
    let docs = (symbols.compactMap(\.doc) + [file.summary].compactMap { $0 }).map {
      text.text(of: $0.bytes)
    }.joined(separator: " ").lowercased()
    return words.sorted().reduce(0) { sum, word in
      sum + (names.has(word) ? 2 : 0) + (docs.has(word) ? 1 : 0)
    }
  }

  // MARK: Prompts

  /// Sections whose title speaks of prompts, verbatim.
  private func prompts(_ view: PaperView) -> [Prompt] {
    view.paper.sections.indices.dropFirst().compactMap { index in
      let section = view.paper.sections[index]
      guard section.title.value.lowercased().has("prompt"),
        section.isAppendix || section.level > 1
      else { return nil }
      let blocks = view.paper.blocks.filter {
        $0.section == index && $0.kind != .heading && $0.kind != .exhibit
      }
      let slug = Slug.make(section.title.value, words: 6)
      guard !blocks.isEmpty, !slug.isEmpty else { return nil }
      return Prompt(name: slug, title: section.title, text: blocks.map { view.grounded($0.span) })
    }
  }
}
