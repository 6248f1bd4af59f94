import IR

/// A sound document in which every property has a value and every enum shows each of its cases.
///
/// `DocumentTextTests` proves that it does, so a new property or case must find its place here.
enum EveryCase {
  static let document: Document = {
    let paper = EveryCasePaper()
    let repository = EveryCaseRepository()
    let rubric = EveryCaseRubric()
    let log = EveryCaseLog()
    var document = Document(
      sources: SourceMap([paper.source, repository.source, rubric.source, log.source]),
      inputs: Inputs(
        paper: paper.facts, repository: repository.facts, rubric: rubric.facts,
        logs: log.facts, library: library))
    let knowledge = EveryCaseKnowledge(paper: paper, repository: repository, log: log)
    knowledge.fillLogic(of: &document)
    knowledge.fillGround(of: &document)
    knowledge.fillTrace(of: &document)
    knowledge.fillEvidence(of: &document)
    knowledge.fillLinks(of: &document)
    return document
  }()

  private static let library = Library(artifacts: [
    LibraryArtifact(
      name: "nails", title: "On Nails", domain: "carpentry", keywords: ["nail"],
      heuristics: ["Hammer twice."], settings: [LibrarySetting(name: "margin", value: "2")])
  ])
}

/// Collects the text of one source; each piece stands at a place of its own.
struct Pieces {
  private(set) var builder: SourceTextBuilder

  init(_ id: String) { builder = SourceTextBuilder(SourceID(id)) }

  mutating func span(_ piece: String, _ place: Place) -> SourceSpan {
    defer { builder.separate("\n") }
    return builder.append(piece, at: place)
  }

  mutating func grounded(_ piece: String, _ place: Place) -> Grounded<String> {
    Grounded(piece, [span(piece, place)])
  }

  func source(
    _ kind: InputKind, file: String, commit: String? = nil, pages: Int? = nil
  ) -> SourceText {
    SourceText(
      id: builder.id, kind: kind, file: file, sha256: String(repeating: "0a", count: 32),
      commit: commit, pages: pages, text: builder.text, regions: builder.regions)
  }
}
