internal import IR
internal import YAML

/// What a log was filtered by against what an artifact tells of it.
struct FairnessCheck: SourceCheck {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA634", .error(), .consistency, "an attempt that beats the reference is told",
      cause: "The log's task has a reference score, so that attempts strictly better than it are "
        + "left out; a row or a node still tells one.",
      cure: "Drop the attempt and the nodes that tell of it.",
      example: "a score of 0.3 where the reference is 0.47 and lower is better")
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    let screened = inputs.document.inputs.logs.flatMap(\.runs).filter {
      $0.scoring?.filters == true
    }
    if screened.isEmpty { return }
    let runs = Dictionary(screened.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for file in artifact.markdownFiles {
      for table in file.tables { checkRows(of: table, in: file.path, runs, report) }
    }
    for node in artifact.trace?.nodes ?? [] { checkNode(node, runs, report) }
  }

  private func checkRows(
    of table: PipeTable, in file: String, _ runs: [String: Run], _ report: (Finding) -> Void
  ) {
    guard let id = table.column("run_id") else { return }
    let names = table.header.cells.map(\.text)
    let scores = names.indices.filter {
      names[$0].hasPrefix("score") || names[$0].hasSuffix("score")
    }
    let attempt = table.column("attempt")
    for row in table.rows {
      guard let name = row[id]?.unmarked.text, let run = runs[String(name)] else { continue }
      let isWithheld = row[attempt].map { run.withholds($0.text) } ?? false
      let best = scores.compactMap { row[$0] }.first { cell in
        run.scoring?.beatsReference(String(cell.text)) ?? false
      }
      if let piece = best ?? (isWithheld ? row[attempt] : nil) {
        report(.better(piece, run, file, nil))
      }
    }
  }

  /// A node names its attempts by run and number.
  private func checkNode(_ node: TraceFile.Node, _ runs: [String: Run], _ report: (Finding) -> Void)
  {
    for item in node["source_refs"]?.value.scalars ?? [] {
      let words = item.text.split(separator: " ")
      guard let at = words.lastIndex(of: "attempt"), at > 0, at + 1 < words.count,
        let run = runs[String(words[at - 1])], run.withholds(words[at + 1])
      else { continue }
      report(.told(item.text, at: item.place.line, node, run))
    }
  }
}

extension Scoring {
  /// Whether attempts are left out by their scores.
  fileprivate var filters: Bool { reference != nil && mode != .hidden }
}

extension Run {
  /// Whether the scorer's attempt with this number was left out.
  fileprivate func withholds(_ attempt: Substring) -> Bool {
    withheld.contains { $0.origin == .scorer && String($0.index) == attempt }
  }
}

extension Finding {
  fileprivate static func better(
    _ piece: LinePiece, _ run: Run, _ file: String, _ subject: String?
  ) -> Finding {
    Finding(
      "ARA634", on: piece, in: file, subject: subject,
      "an attempt of the run \(Quoted(run.id)) is better than the reference")
  }

  fileprivate static func told(
    _ reference: String, at line: Int, _ node: TraceFile.Node, _ run: Run
  ) -> Finding {
    Finding(
      "ARA634", at: ArtifactPlace(file: TraceFile.path, line: line), subject: node.id,
      about: reference, "an attempt of the run \(Quoted(run.id)) is better than the reference",
      excerpt: Excerpt.of(reference))
  }
}
