internal import IR
internal import YAML

/// Whether the exploration tree can be read, and how it begins.
struct TraceFormCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA501", .error(.april2026, .august2026, .cli), .parseError,
      "the exploration tree is no plain YAML document",
      cause: "It does not parse, has a key twice, a second document, anchors, aliases or tags, "
        + "which are never expanded, or is nested too deeply to be read.",
      cure: "Indent with two spaces and quote every string.", example: "a tab as indentation"),
    CheckRow(
      "ARA502", .error(.april2026, .august2026, .cli), .parseError, "there is no `tree`",
      cause: "The document has no top-level key `tree`. `root` alone fails the two schemas.",
      cure: "Put the root nodes into a list under `tree`.",
      example: "a document in a stream format",
      cases: [
        .rootDialect: .error(.april2026, .august2026).but(nil, in: .superset)
      ]),
    CheckRow(
      "ARA503", .error(.cli), .typeMismatch, "both `tree` and `root` stand in the document",
      cause: "Readers differ in which one they take.", cure: "Keep `tree`.",
      example: "tree: [] and root: {}"),
    CheckRow(
      "ARA504", .warning().but(.error, in: .cli), .typeMismatch, "the tree is called `root`",
      cause: "An old dialect has one node under `root`.",
      cure: "Rewrite it as a list of one under `tree`.", example: "root:"),
    CheckRow(
      "ARA505", .error(.cli), .typeMismatch, "`tree` is no list of nodes",
      cause: "`tree` is a scalar, a mapping or an empty list.",
      cure: "Write the root nodes as list items.", example: "tree: []",
      cases: [.emptyTree: .error().but(.warning, in: .cli)]),
    CheckRow(
      "ARA506", .warning(.cli), .typeMismatch, "an unknown key stands beside `tree`",
      cause: "`tree` is the only top-level key.", cure: "Remove the key.",
      example: "schema_version: \"1\""),
    CheckRow(
      "ARA530", .error(.cli), .typeMismatch, "a value of a node has the wrong shape",
      cause: "A scalar stands where a list of strings belongs, or the other way round: the "
        + "official command line rejects the whole document.",
      cure: "Wrap the value in a list, or take it out of one.",
      example: "source_refs: \"Table 2\""),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    if let damage = artifact.traceDamage { report(.damaged(damage)) }
    guard let trace = artifact.trace else { return }
    checkTop(trace, artifact.traceText, report)
    for (line, parent) in trace.misshapen {
      report(.noNode(line, parent.flatMap { trace.nodes[$0].id }))
    }
    for node in trace.nodes {
      for key in node.keys {
        guard let wanted = ValueShape.breach(of: key) else { continue }
        let fixIt = artifact.traceText.flatMap { FixIt.wrapInList(key, $0) }
        let isList = wanted == "a list of strings"
        report(.shape(key, node, wanted).fixed(by: isList ? fixIt : nil))
      }
    }
  }

  private func checkTop(
    _ trace: TraceFile, _ text: TextFile?, _ report: (Finding) -> Void
  ) {
    let tree = trace.topKeys.first { $0.name == "tree" }
    let root = trace.topKeys.first { $0.name == "root" }
    if tree == nil { report(.noTree(isRoot: root != nil)) }
    if let tree, root != nil { report(.both(tree)) }
    if let root, tree == nil {
      report(.rootDialect(root).fixed(by: text.flatMap { .rootToTree(root, in: trace, $0) }))
    }
    if let tree {
      let items = tree.value.sequence
      if items?.isEmpty ?? true { report(.noList(tree, isEmpty: tree.value.isEmptyList)) }
    }
    for key in trace.topKeys where key.name != "tree" && key.name != "root" {
      report(.unknownTop(key))
    }
  }
}

extension YAMLNode {
  /// An empty sequence, or nothing at all.
  fileprivate var isEmptyList: Bool { sequence?.isEmpty ?? (scalar == "") }
}

/// Shapes of node values that readers rely on.
private enum ValueShape {
  private static let lists: Set<String> = ["source_refs", "alternatives", "also_depends_on"]

  /// What the value should be, if it is something else.
  static func breach(of key: TraceFile.Key) -> String? {
    let value = key.value
    if lists.contains(key.name) {
      return isStringList(value) ? nil : "a list of strings"
    }
    switch key.name {
    case "evidence":
      return isString(value) || isStringList(value) ? nil : "a string or a list of strings"
    case "isolated":
      return isBoolean(value) ? nil : "true or false"
    case "children":
      return value.sequence != nil || isNull(value) ? nil : "a list of nodes"
    default:
      return value.scalar != nil ? nil : "a single value"
    }
  }

  private static func isStringList(_ value: YAMLNode) -> Bool {
    value.sequence?.allSatisfy(isString) ?? false
  }

  private static func isString(_ value: YAMLNode) -> Bool {
    guard case .scalar(let text, let isPlain) = value.content else { return false }
    return !isPlain || !PlainScalar.isTyped(text)
  }

  private static func isBoolean(_ value: YAMLNode) -> Bool {
    guard case .scalar(let text, true) = value.content else { return false }
    return text == "true" || text == "false"
  }

  private static func isNull(_ value: YAMLNode) -> Bool {
    guard case .scalar(let text, true) = value.content else { return false }
    return ["", "null", "~"].contains(text)
  }
}

extension Finding {
  private static func at(_ key: TraceFile.Key) -> ArtifactPlace {
    ArtifactPlace(file: TraceFile.path, line: key.place.line, column: key.place.column)
  }

  fileprivate static func damaged(_ damage: TraceFile.Damage) -> Finding {
    Finding(
      "ARA501", at: ArtifactPlace(file: TraceFile.path, line: damage.line), about: "form",
      "the tree cannot be read: \(damage.message)")
  }

  fileprivate static func noTree(isRoot: Bool) -> Finding {
    Finding(
      "ARA502", isRoot ? .rootDialect : .usual,
      at: ArtifactPlace(file: TraceFile.path, line: 1), about: "tree", "there is no key 'tree'")
  }

  fileprivate static func both(_ key: TraceFile.Key) -> Finding {
    Finding("ARA503", at: at(key), about: "root", "both 'tree' and 'root' stand in the document")
  }

  fileprivate static func rootDialect(_ key: TraceFile.Key) -> Finding {
    Finding("ARA504", at: at(key), about: "root", "the tree is called 'root'")
  }

  fileprivate static func noList(_ key: TraceFile.Key, isEmpty: Bool) -> Finding {
    Finding(
      "ARA505", isEmpty ? .emptyTree : .usual, at: at(key), about: "tree",
      isEmpty ? "'tree' is empty" : "'tree' is no list of nodes")
  }

  fileprivate static func unknownTop(_ key: TraceFile.Key) -> Finding {
    Finding(
      "ARA506", at: at(key), about: Excerpt.of(key.name),
      "the key \(Quoted(key.name)) stands beside the tree")
  }

  fileprivate static func noNode(_ line: Int, _ parent: String?) -> Finding {
    Finding(
      "ARA530", at: ArtifactPlace(file: TraceFile.path, line: line), subject: parent,
      about: "node", "an item of the tree is no node")
  }

  fileprivate static func shape(_ key: TraceFile.Key, _ node: TraceFile.Node, _ wanted: String)
    -> Finding
  {
    Finding(
      "ARA530", at: at(key), subject: node.id, about: Excerpt.of(key.name),
      "\(Quoted(key.name)) is not \(wanted)")
  }
}
