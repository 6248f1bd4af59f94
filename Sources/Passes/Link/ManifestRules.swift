package import IR

/// What `PAPER.md` says of the work as a whole.
package struct ManifestRules: Pass {
  package static let id = PassID("manifest", version: 2)
  package static let reads = [
    "paper", "repository", "logs", "concepts", "solution", "trace",
  ]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let repository: Repository?
    let repositoryText: SourceText?
    let concepts: Concepts
    let solution: Solution
    let logs: [RunLog]
    let trace: Trace
  }

  package init() {}

  package func input(from document: Document) -> Input {
    let repository = document.inputs.repository
    return Input(
      view: PaperView(document), repository: repository,
      repositoryText: repository.flatMap { document.sources[$0.source] },
      concepts: document.concepts, solution: document.solution, logs: document.inputs.logs,
      trace: document.trace)
  }

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Manifest>
  {
    guard let view = input.view else {
      return Reported(LoggedWork(logs: input.logs, trace: input.trace).manifest)
    }
    let metadata = view.paper.metadata
    var manifest = Manifest()
    manifest.title = Stated(metadata.title)
    manifest.authors = metadata.authors
    manifest.year = Stated(metadata.year)
    manifest.venue = Stated(metadata.venue)
    manifest.doi = Stated(metadata.doi)
    manifest.abstract = Stated(metadata.abstract)
    manifest.domain = Stated(domain(view))
    manifest.keywords = keywords(metadata, input.concepts)
    manifest.overview = overview(input.solution, metadata, view)
    return Reported(manifest)
  }

  /// The subject class of a preprint's stamp: `cs.CL` in brackets.
  private func domain(_ view: PaperView) -> Grounded<String>? {
    for item in view.paper.leftOut where item.reason == .stamp {
      let text = view.text(of: item.span)
      guard let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]")
      else { continue }
      let start = text.utf8.distance(from: text.startIndex, to: text.index(after: open))
      let end = text.utf8.distance(from: text.startIndex, to: close)
      if end - start >= 2, end - start < 20 {
        return view.grounded(item.span.narrowed(to: start..<end))
      }
    }
    return nil
  }

  /// As printed, else the paper's own terms.
  private func keywords(_ metadata: PaperMetadata, _ concepts: Concepts) -> [Grounded<String>] {
    guard metadata.keywords.isEmpty else { return Array(metadata.keywords.prefix(10)) }
    return Array(concepts.concepts.map(\.term).unique.prefix(10))
  }

  private func overview(_ solution: Solution, _ metadata: PaperMetadata, _ view: PaperView)
    -> [Grounded<String>]
  {
    if let abstract = metadata.abstract, let span = abstract.spans.first, abstract.spans.count == 1
    {
      return Array(SentenceSplitter.spans(of: span, text: view.text(of: span)).prefix(3)).map {
        view.grounded($0)
      }
    }
    return solution.overview
  }
}
