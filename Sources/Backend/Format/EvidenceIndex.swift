/// `evidence/README.md` (`spec/ara-format.md`, 7.2).
struct EvidenceIndex: Sendable {
  struct Row: Sendable {
    let line: Int
    /// What the first cell links to, or its text.
    let target: LinePiece
    let resolution: PathResolution
    let source: LinePiece?
    let claims: LinePiece?
    let description: LinePiece?
  }

  struct Table: Sendable {
    let line: Int
    /// Names of columns that it should have and lacks.
    let missingColumns: [String]
    let rows: [Row]
  }

  let file: MarkdownFile
  let tables: [Table]

  var rows: [Row] { tables.flatMap(\.rows) }

  /// The files that rows name, in whatever case.
  var files: Set<String> { Set(rows.compactMap(\.resolution.file)) }

  init(_ file: MarkdownFile, in files: ArtifactFiles) {
    self.file = file
    tables = file.tables.map { table in
      let source = table.column("Source")
      let claims = table.column("Claims", "Key refs", "Used by")
      let description = table.column("Description")
      let columns = [("Source", source), ("Claims", claims), ("Description", description)]
      return Table(
        line: table.line, missingColumns: columns.filter { $0.1 == nil }.map(\.0),
        rows: table.rows.compactMap { row in
          guard let cell = row[0] else { return nil }
          let target = cell.linkTarget ?? cell.unmarked
          guard Self.isPathLike(target.text) else { return nil }
          return Row(
            line: row.line, target: target,
            resolution: Self.resolve(target.text, in: files), source: row[source],
            claims: row[claims], description: row[description])
        })
    }
  }

  private static func isPathLike(_ text: Substring) -> Bool {
    guard !text.isEmpty, !text.contains(" ") else { return false }
    return text.contains("/") || text.contains(".")
  }

  /// A cell is relative to `evidence`; foreign ones also to the root, or `name.(png/md)`.
  private static func resolve(_ written: Substring, in files: ArtifactFiles) -> PathResolution {
    let path =
      written.hasSuffix(".(png/md)")
      ? written.dropLast(".(png/md)".count) + ".md" : String(written)
    let resolution = files.resolve(Substring(path), in: "evidence")
    if resolution.isDead, case .file(let file) = files.resolve(Substring(path), in: "") {
      return .file(file)
    }
    return resolution
  }

  /// The text of the bullets below a heading of second level.
  func bullets(under title: String) -> [LinePiece] {
    (file.bullets(under: title) ?? []).map(\.text)
  }

  /// Objects that `## Objects not filed` excuses, with a reason.
  var excusedLabels: Set<ObjectLabel> {
    let excused = bullets(under: "Objects not filed").flatMap { ObjectLabel.scan($0.text) }
    return Set(excused)
  }

  /// Files that `## Evidence without a claim` excuses.
  func excuses(_ path: String) -> Bool {
    let inside = String(path.dropFirst("evidence/".count))
    return bullets(under: "Evidence without a claim").contains {
      $0.text.holds(inside) || $0.text.holds(ArtifactPath.name(of: path))
    }
  }
}
