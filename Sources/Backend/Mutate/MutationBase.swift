internal import IR
internal import YAML

/// The artifact that errors are put into, with the parts that the classes ask for.
package struct MutationBase: Sendable {
  package let tree: ArtifactTree
  let artifact: Artifact

  package init(_ tree: ArtifactTree) {
    self.tree = tree
    artifact = Artifact(tree)
  }

  /// The artifact with the error in it.
  package func applying(_ injection: Injection) -> ArtifactTree { tree.applying(injection.edits) }

  func parts(_ kind: BlockKind) -> [BlockPart] {
    kind.files(artifact).flatMap { file in
      file.blocks.filter { kind.matches($0) }.map { BlockPart(file: file.file, block: $0) }
    }
  }

  var nodes: [NodePart] {
    guard let trace = artifact.trace, let text = artifact.traceText else { return [] }
    return trace.nodes.map { NodePart(node: $0, text: text) }
  }

  func nodes(_ type: NodeType) -> [NodePart] { nodes.filter { $0.node.type == type } }

  /// An identifier that nothing in the artifact has.
  func undefinedID(_ space: IDSpace) -> String { "\(space.rawValue)\(Self.farNumber)" }

  private static let farNumber = 97

  /// Whether `## Known gaps` says anything: the shortfalls that it lists are no errors.
  var hasKnownGaps: Bool {
    artifact.manifest?.body.heading("Known gaps", level: 2) != nil
  }

  /// The Markdown files of one kind, as pairs of path and file.
  func files(_ kind: FileKind) -> [MarkdownFile] { artifact.markdown(of: kind) }
}

/// The kinds of blocks that have fields.
enum BlockKind: String, Sendable {
  case claim, experiment, heuristic, observation, gap, concept, parameter, requirement
  case relatedWork = "related-work"
  case codeEntry = "code-entry"

  func files(_ artifact: Artifact) -> [BlockFile] {
    switch self {
    case .claim: [artifact.claims].compactMap(\.self)
    case .experiment: [artifact.experiments].compactMap(\.self)
    case .heuristic: [artifact.heuristics].compactMap(\.self)
    case .relatedWork: [artifact.relatedWork].compactMap(\.self)
    case .observation, .gap: [artifact.problem].compactMap(\.self)
    case .concept: [artifact.concepts].compactMap(\.self)
    case .parameter: artifact.configurations
    case .codeEntry: [artifact.codeIndex].compactMap(\.self)
    case .requirement: [artifact.rubric].compactMap(\.self)
    }
  }

  fileprivate func matches(_ block: Block) -> Bool {
    switch self {
    case .observation: block.id?.hasPrefix(IDSpace.observation.rawValue) == true
    case .gap: block.id?.hasPrefix(IDSpace.gap.rawValue) == true
    default: true
    }
  }
}

/// A block with the file that it stands in.
struct BlockPart: Sendable {
  let file: MarkdownFile
  let block: Block

  var path: String { file.path }

  func field(_ name: String) -> Field? { block.field(name) }

  /// The lines of a field, its sub-items included.
  func lines(of field: Field) -> Range<Int> {
    field.line..<((field.pieces.map(\.line).max() ?? field.line) + 1)
  }

  /// The whole line of a field, for changes of its form.
  func line(of field: Field) -> String { String(file.text.line(field.line)) }

  /// An injection that writes other lines in place of these.
  func replacing(_ lines: Range<Int>, by new: [String]) -> Injection {
    Injection(.lines(lines, of: path, new), file: path, subject: block.id)
  }

  func removing(_ field: Field) -> Injection { replacing(lines(of: field), by: []) }

  /// The field with another value on its line, and without sub-items.
  func setting(_ field: Field, to value: String) -> Injection {
    replacing(lines(of: field), by: [Self.line(field.name, value)])
  }

  /// The edit that gives a field another value.
  func edit(_ field: Field, to value: String) -> Edit {
    .lines(lines(of: field), of: path, [Self.line(field.name, value)])
  }

  /// The block's heading with another text.
  func heading(_ text: String) -> Injection {
    let marks = String(repeating: "#", count: block.heading.level)
    return replacing(block.line..<(block.line + 1), by: ["\(marks) \(text)"])
  }

  static func line(_ name: String, _ value: String) -> String {
    value.isEmpty ? "- **\(name)**:" : "- **\(name)**: \(value)"
  }
}

/// A node of the tree with the text that it stands in.
struct NodePart: Sendable {
  let node: TraceFile.Node
  let text: TextFile

  /// The lines of a key and of what is nested in its value.
  func lines(of key: TraceFile.Key) -> Range<Int> {
    let indent = key.place.column - 1
    var end = key.line + 1
    while end <= text.lines.count {
      let line = text.line(end)
      let blanks = line.prefix { $0 == " " }.count
      if blanks <= indent, blanks < line.count { break }
      end += 1
    }
    return key.line..<end
  }

  /// What stands before a key on its line: blanks, and the dash of the node before its first key.
  func margin(of key: TraceFile.Key) -> String {
    String(text.line(key.line).unicodeScalars.prefix(key.place.column - 1))
  }

  func replacing(_ lines: Range<Int>, by new: [String]) -> Injection {
    Injection(.lines(lines, of: text.path, new), file: text.path, subject: node.id)
  }

  /// The node without a key; nil for its first one, which bears the dash.
  func removing(_ key: TraceFile.Key) -> Injection? {
    margin(of: key).contains("-") ? nil : replacing(lines(of: key), by: [])
  }

  func setting(_ key: TraceFile.Key, to value: String) -> Injection {
    replacing(lines(of: key), by: ["\(margin(of: key))\(key.name): \(value)"])
  }

  /// The node with a further key behind its title, or behind its first key.
  func adding(_ lines: [String]) -> Injection? {
    guard let anchor = node["title"] ?? node["type"] ?? node.keys.first else { return nil }
    let margin = String(margin(of: anchor).map { $0 == "-" ? " " : $0 })
    let end = self.lines(of: anchor).upperBound
    return replacing(end..<end, by: lines.map { margin + $0 })
  }
}
