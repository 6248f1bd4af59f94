internal import IR
internal import YAML

/// `PAPER.md`: its frontmatter and its body.
struct ManifestFile: Sendable {
  enum Frontmatter: Sendable {
    case missing
    case unclosed
    /// No YAML mapping; the line is physical.
    case damaged(String, line: Int)
    case read(FrontmatterKeys)
  }

  let frontmatter: Frontmatter
  /// The lines between the fences; empty without both.
  let fenced: Range<Int>
  /// Without the frontmatter. Of an unclosed frontmatter nothing is left.
  let body: MarkdownFile
  /// Nil without a Layer Index that holds tables.
  let layerIndex: LayerIndex?

  var keys: FrontmatterKeys? {
    if case .read(let keys) = frontmatter { keys } else { nil }
  }

  init(_ text: TextFile, in files: ArtifactFiles) {
    guard Self.isFence(text.line(1)) else {
      frontmatter = .missing
      fenced = 1..<1
      body = MarkdownReader.read(text, kind: .paper)
      layerIndex = LayerIndex(body, in: files)
      return
    }
    let close = (2..<max(text.lines.count + 1, 2)).first { Self.isFence(text.line($0)) }
    guard let close else {
      frontmatter = .unclosed
      fenced = 1..<1
      body = MarkdownReader.read(text, kind: .paper, from: text.lines.count + 1)
      layerIndex = nil
      return
    }
    frontmatter = Self.parse(text, 2..<close)
    fenced = 2..<close
    body = MarkdownReader.read(text, kind: .paper, from: close + 1)
    layerIndex = LayerIndex(body, in: files)
  }

  private static func isFence(_ line: Substring) -> Bool { line.trimmingBlanks() == "---" }

  private static func parse(_ text: TextFile, _ lines: Range<Int>) -> Frontmatter {
    let source = lines.map { text.line($0) }.joined(separator: "\n")
    do {
      let node = try YAMLNode.parse(Array(source.utf8))
      guard let entries = node.mapping else {
        return .damaged("it is no mapping of keys to values", line: lines.lowerBound)
      }
      return .read(FrontmatterKeys(entries: entries, firstLine: lines.lowerBound))
    } catch {
      let line = min(error.mark.line, lines.count) + lines.lowerBound - 1
      return .damaged(error.message, line: line)
    }
  }
}

/// The keys of a frontmatter with their physical lines.
struct FrontmatterKeys: Sendable {
  struct Key: Sendable {
    let name: String
    let place: YAMLNode.Mark
    let value: YAMLNode
  }

  /// In file order.
  let keys: [Key]
  /// What `sources` declares.
  let sources: [DeclaredSource]

  fileprivate init(entries: [YAMLNode.Entry], firstLine: Int) {
    keys = entries.map { entry in
      let mark = entry.keyMark
      return Key(
        name: entry.key,
        place: YAMLNode.Mark(line: mark.line + firstLine - 1, column: mark.column),
        value: entry.value)
    }
    sources =
      keys.first { $0.name == "sources" }?.value.sequence?.compactMap { item in
        guard let id = item["id"]?.scalar else { return nil }
        return DeclaredSource(
          id: id, file: item["file"]?.scalar, sha256: item["sha256"]?.scalar,
          line: item.mark.line + firstLine - 1)
      } ?? []
  }

  subscript(name: String) -> Key? { keys.first { $0.name == name } }

  /// The non-empty text of a scalar value.
  func text(_ name: String) -> String? {
    guard let text = self[name]?.value.scalar, !text.isEmpty else { return nil }
    return text
  }
}

/// An input that an artifact names.
struct DeclaredSource: Sendable {
  let id: String
  let file: String?
  let sha256: String?
  let line: Int
}

/// The tables below `## Layer Index`.
struct LayerIndex: Sendable {
  struct Row: Sendable {
    let line: Int
    /// What the first cell links to, or its text.
    let target: LinePiece
    let resolution: PathResolution
    let description: LinePiece?
    let claims: LinePiece?
  }

  let rows: [Row]

  fileprivate init?(_ body: MarkdownFile, in files: ArtifactFiles) {
    guard let heading = body.heading("Layer Index", level: 2) else { return nil }
    let tables = body.tables(in: body.lines(of: heading))
    if tables.isEmpty { return nil }
    rows = tables.flatMap { table in
      let description = table.column("Description")
      let claims = table.column("Claims", "Key refs", "Used by")
      return table.rows.compactMap { row -> Row? in
        guard let cell = row[0], !cell.text.isEmpty else { return nil }
        let target = cell.linkTarget ?? cell.unmarked
        return Row(
          line: row.line, target: target,
          resolution: files.resolve(target.text, in: ""),
          description: row[description], claims: row[claims])
      }
    }
  }

  /// The files that rows name, in whatever case.
  var files: Set<String> { Set(rows.compactMap(\.resolution.file)) }
}

extension LinePiece {
  /// The target of the first link in the piece.
  var linkTarget: LinePiece? { InlineReader.links(in: text, number: line).first?.target }
}
