package import IR

/// An artifact as it is filled, file by file.
package struct ArtifactWriter: Sendable {
  package enum Layer: String, Sendable, CaseIterable {
    case cognitive = "Cognitive Layer (`/logic`)"
    case physical = "Physical Layer (`/src`)"
    case data = "Data (`/data`)"
    case trace = "Exploration Graph (`/trace`)"
    case evidence = "Evidence (`/evidence`)"
    case rubric = "Rubric (`/rubric`)"
  }

  /// A row of the Layer Index.
  struct Row: Sendable {
    let layer: Layer
    let path: String
    let description: Line
    let claims: [EntityID<Claim>]
  }

  package let document: Document
  package private(set) var tree = ArtifactTree()
  private(set) var rows: [Row] = []
  private(set) var entries: [SourceMapEntries] = []
  /// Where evidence files print a number of an input.
  private var evidence: [SourceSpan: EvidenceLine] = [:]

  /// A line of an evidence file.
  struct EvidenceLine: Sendable {
    let path: String
    let line: Int
    /// Of the number, in Unicode scalars from 1.
    let column: Int
    let text: String
  }

  package init(_ document: Document) { self.document = document }

  package func file(_ path: String) -> FileWriter {
    FileWriter(path: path, sources: document.sources)
  }

  /// Adds a file that the Layer Index lists.
  package mutating func add(
    _ file: FileWriter, _ layer: Layer, _ description: Line, claims: [EntityID<Claim>] = []
  ) {
    rows.append(Row(layer: layer, path: file.path, description: description, claims: claims))
    add(file)
  }

  package mutating func add(_ file: FileWriter) {
    tree[file.path] = Array(file.text.utf8)
    entries.append(file.entries)
    guard file.path.hasPrefix("evidence/") else { return }
    for (span, place) in file.numberPlaces where evidence[span] == nil {
      evidence[span] = EvidenceLine(
        path: file.path, line: place.line, column: place.column,
        text: file.lineTexts[place.line - 1])
    }
  }

  package mutating func add(bytes: [UInt8], at path: String) { tree[path] = bytes }

  /// The evidence line that prints the number at `span`; tables and figures come before texts.
  func evidenceLine(of span: SourceSpan) -> EvidenceLine? { evidence[span] }
}

/// Writes one layer of the artifact.
package protocol Emitter: Sendable {
  func emit(into artifact: inout ArtifactWriter)
}

/// The emitters: a document in, an artifact tree out. Same document, same bytes.
package enum Emitters {
  /// Evidence comes first: claims cite its lines. The manifest comes last: it lists every file.
  private static let all: [any Emitter] = [
    ExhibitEmitter(), ResultsEmitter(), PaperTextEmitter(), EvidenceIndexEmitter(), LogicEmitter(),
    ClaimEmitter(),
    SolutionEmitter(), PhysicalEmitter(), CodeEmitter(), TraceEmitter(), RubricEmitter(),
    PaperEmitter(),
    SourceMapEmitter(),
  ]

  package static func emit(_ document: Document) -> ArtifactTree {
    var artifact = ArtifactWriter(document)
    for emitter in all { emitter.emit(into: &artifact) }
    return artifact.tree
  }
}
