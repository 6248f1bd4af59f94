internal import IR

/// The Layer Index against the files.
struct LayerIndexCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA212", .error(.april2026, .august2026), .missingField, "`PAPER.md` has no Layer Index",
      cause: "The body has no heading `## Layer Index` with tables below it; the older schemas "
        + "only look for the words.",
      cure: "List every file in a table per layer.", example: "a bullet list instead of tables",
      cases: [.form: .error()]),
    CheckRow(
      "ARA213", .error(), .danglingReference, "a Layer Index row links to no file",
      cause: "The first cell of the row names a file that is not there, or none of the artifact.",
      cure: "Correct the row or remove it.", example: "| [figure9.md](figures/figure9.md) | … |"),
    CheckRow(
      "ARA214", .warning(.august2026), .missingFile, "a file has no Layer Index row",
      cause: "Every Markdown, YAML and code file is listed, so that a reader finds it.",
      cure: "Add the row.", example: "`logic/related_work.md` unlisted"),
    CheckRow(
      "ARA216", .error(), .danglingReference, "a Layer Index row names an undefined claim",
      cause: "The `Claims` column names a claim that `logic/claims.md` does not define.",
      cure: "Correct the identifier.", example: "| [model.md](…) | … | C09 |"),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    guard let manifest = artifact.manifest else { return }
    if case .unclosed = manifest.frontmatter { return }
    guard let index = manifest.layerIndex else {
      let isNamed = manifest.body.text.lines.contains { $0.holds("Layer Index") }
      report(.noLayerIndex(isNamed: isNamed))
      return
    }
    for row in index.rows where row.resolution.isDead || row.resolution == .external {
      report(.deadRow(row.target, artifact.files.onlyFile(named: row.target.text)))
    }
    let listed = index.files
    for path in artifact.files.paths where isListable(path) && !listed.contains(path) {
      report(.unlisted(path).fixed(by: index.row(for: path, in: artifact)))
    }
    for mention in artifact.ids.mentions
    where mention.role == .layerIndex && artifact.ids.isDangling(mention) {
      report(.undefinedClaim(mention))
    }
  }

  private func isListable(_ path: String) -> Bool {
    if path == "PAPER.md" { return false }
    let ending = ArtifactPath.fileExtension(of: path)
    return ["md", "yaml", "yml"].contains(ending) || FileKind.codeExtensions.contains(ending)
  }
}

extension LayerIndex {
  /// Adds a row behind the last one of a table that lists files of the same folder.
  fileprivate func row(for path: String, in artifact: Artifact) -> FixIt? {
    let layer = path.prefix { $0 != "/" }
    let beside = rows.last { $0.target.text.hasPrefix(layer + "/") }
    guard let beside,
      let table = artifact.manifest?.body.tables.last(where: { $0.line < beside.line })
    else { return nil }
    let title = artifact.markdown(path)?.headings.first { $0.level == 1 }?.text
    let cells = table.header.cells.map { column -> String in
      switch column.text {
      case table.header.cells[0].text: "[\(path.dropFirst(layer.count + 1))](\(path))"
      case "Description": String(title ?? "").replacing("|", with: "\\|")
      default: ""
      }
    }
    let text = "| " + cells.joined(separator: " | ") + " |\n"
    return FixIt(
      "add the row",
      [.replace(FixIt.Replacement(inserting: text, before: beside.line + 1, of: "PAPER.md"))])
  }
}

extension Finding {
  fileprivate static func noLayerIndex(isNamed: Bool) -> Finding {
    Finding(
      "ARA212", isNamed ? .form : .usual, at: ArtifactPlace(file: "PAPER.md", line: 1),
      about: "Layer Index", "there is no '## Layer Index' with tables")
  }

  fileprivate static func deadRow(_ target: LinePiece, _ file: String?) -> Finding {
    Finding(
      "ARA213", on: target, in: "PAPER.md",
      "the Layer Index row \(Quoted(target.text)) links to no file"
    ).fixed(by: file.map { .replace(target, in: "PAPER.md", by: $0) })
  }

  fileprivate static func unlisted(_ path: String) -> Finding {
    Finding(
      "ARA214", at: ArtifactPlace(file: path), about: path,
      "no Layer Index row links to \(Quoted(path))")
  }

  fileprivate static func undefinedClaim(_ mention: IDMention) -> Finding {
    Finding(
      "ARA216", at: mention.place, subject: mention.subject, about: mention.id,
      "the Layer Index names \(Brief(mention.id)), which logic/claims.md does not define")
  }
}
