internal import IR

/// How much the tree records.
struct TraceCountCheck: Check {
  private static let wanted: Levels = .error(.april2026).but(.note, in: .august2026)
  private static let admitted: [FindingCase: Levels] = [
    .knownGap: wanted.but(.note, in: .superset)
  ]

  static let rows: [CheckRow] = [
    row("ARA513", "the tree has fewer than eight nodes", "a tree of three nodes"),
    row("ARA514", "the tree records no dead end", "no node of type `dead_end`"),
    row("ARA515", "the tree records no decision", "no node of type `decision`"),
    CheckRow(
      "ARA540", .warning(), .consistency, "the tree is nested more than 200 levels deep",
      cause: "Readers that recurse overflow.", cure: "Flatten the tree with cross edges.",
      example: "one chain of 300 nodes"),
    CheckRow(
      "ARA541", .note(), .consistency, "the tree is a single chain, or without dead ends",
      cause: "Research branches and fails; a record that does neither may have been tidied.",
      cure: "Nothing, if it was so.", example: "a linear chain of experiments"),
  ]

  private static func row(_ code: DiagnosticCode, _ summary: String, _ example: String) -> CheckRow
  {
    CheckRow(
      code, wanted, .insufficientCount, summary,
      cause: "The April schema wants eight nodes, one dead end and one decision at least; the "
        + "later one wants no filler.",
      cure: "Add what the sources record, or list the shortfall under `## Known gaps`.",
      example: example, cases: admitted)
  }

  private static let deepest = 200

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let trace = artifact.trace, trace.hasRoots else { return }
    let count = Set(trace.nodes.compactMap(\.id)).count
    let types = Set(trace.nodes.compactMap(\.type))
    let shortfalls: [(code: DiagnosticCode, gap: KnownGap.Subject, isShort: Bool, what: String)] = [
      ("ARA513", .treeNodes, count < 8, "the tree has \(count) nodes, at least 8 wanted"),
      ("ARA514", .deadEnd, !types.contains(.deadEnd), "the tree records no dead end"),
      ("ARA515", .decision, !types.contains(.decision), "the tree records no decision"),
    ]
    for row in shortfalls where row.isShort {
      let isListed = artifact.listsGap(row.gap)
      report(.tree(row.code, isListed ? .knownGap : .usual, about: "count", row.what))
    }
    if let node = trace.nodes.first(where: { $0.depth > Self.deepest }) { report(.tooDeep(node)) }
    let leaves = trace.nodes.filter { $0.end == $0.index + 1 }.count
    if !trace.nodes.isEmpty, leaves < 2 || !types.contains(.deadEnd) {
      report(
        .tree(
          "ARA541", about: "shape",
          leaves < 2 ? "the tree is a single chain" : "no branch of the tree is a dead end"))
    }
  }
}

extension Finding {
  fileprivate static func tooDeep(_ node: TraceFile.Node) -> Finding {
    Finding(
      "ARA540", node: node, about: "depth", "\(node.label) lies more than 200 levels deep")
  }
}
