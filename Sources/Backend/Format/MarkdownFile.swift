internal import IR

/// A Markdown file as far as the checks need it: headings, fields, tables, list items, links.
///
/// Lines count from 1 and are physical. Nothing inside a fenced code block is read.
struct MarkdownFile: Sendable {
  let text: TextFile
  let kind: FileKind
  let headings: [Heading]
  let fields: [Field]
  let tables: [PipeTable]
  /// List items that stand outside fields.
  let bullets: [ListItem]
  let links: [InlineLink]
  /// For each line whether it belongs to a fenced code block, its fences included.
  let isFenced: [Bool]

  var path: String { text.path }

  /// Whether a line of the file says that no input could have filled it.
  var admitsNoInput: Bool {
    (1..<(text.lines.count + 1)).contains { text.line($0) == FixedPhrase.notAvailable }
  }

  /// The heading with this level and exact text.
  func heading(_ title: String, level: Int) -> Heading? {
    headings.first { $0.level == level && $0.text == title }
  }

  /// The first field with this name that stands before the first heading below the title.
  func topField(_ name: String) -> Field? {
    let end = headings.first { $0.level > 1 }?.line ?? .max
    return fields.first { $0.name == name && $0.line < end }
  }

  /// The lines of a heading's section, its own line included: up to the next heading of its level
  /// or above.
  func lines(of heading: Heading) -> Range<Int> {
    let next = headings[(heading.index + 1)...].first { $0.level <= heading.level }
    return heading.line..<(next?.line ?? text.lines.count + 1)
  }

  func fields(in lines: Range<Int>) -> ArraySlice<Field> {
    fields[slice(of: fields, in: lines, by: { $0.line })]
  }

  func tables(in lines: Range<Int>) -> ArraySlice<PipeTable> {
    tables[slice(of: tables, in: lines, by: { $0.line })]
  }

  func bullets(in lines: Range<Int>) -> ArraySlice<ListItem> {
    bullets[slice(of: bullets, in: lines, by: { $0.line })]
  }

  /// The list items of the section with this second-level heading; nil without the heading.
  func bullets(under title: String) -> ArraySlice<ListItem>? {
    heading(title, level: 2).map { bullets(in: lines(of: $0)) }
  }

  private func slice<Part>(of parts: [Part], in lines: Range<Int>, by line: (Part) -> Int)
    -> Range<Int>
  {
    let start = parts.partitioningIndex { line($0) >= lines.lowerBound }
    let end = parts.partitioningIndex { line($0) >= lines.upperBound }
    return start..<max(start, end)
  }
}

struct Heading: Hashable, Sendable {
  let level: Int
  let text: Substring
  let line: Int
  /// Its place among the headings of the file.
  let index: Int
}

/// A piece of one line that keeps its place.
struct LinePiece: Hashable, Sendable {
  let text: Substring
  let line: Int

  /// From 1, in Unicode scalars.
  var column: Int { text.columnInLine }

  /// The same piece without the blanks around it.
  var trimmed: LinePiece { LinePiece(text: text.trimmingBlanks(), line: line) }

  /// The part that `range`, in UTF-8 offsets of `text`, covers.
  subscript(range: Range<Int>) -> LinePiece {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(start, offsetBy: range.count)
    return LinePiece(text: text[start..<end], line: line)
  }
}

/// `- **Name**: value`, in the forms of section 12 too.
struct Field: Sendable {
  enum Marker: Sendable { case dash, otherBullet, none }

  /// As the format document names it; as written if it does not.
  let name: String
  /// Whether an alias stands for the name.
  let isAlias: Bool
  let isKnown: Bool
  let marker: Marker
  let indent: Int
  /// `**Name:** value` or `**Name.** value`.
  let hasPunctuationInside: Bool
  let value: LinePiece
  var items: [ListItem] = []
  /// Text that runs on below the line or a sub-item.
  var wrapped: [LinePiece] = []

  var line: Int { value.line }
  var isEmpty: Bool { value.text.isEmpty && items.isEmpty }

  /// The value, the sub-items and what runs on below either, in order.
  var pieces: [LinePiece] {
    let below = items.map(\.text) + wrapped
    return [value] + (wrapped.isEmpty ? below : below.sorted { $0.line < $1.line })
  }

  /// The pieces in one line.
  var text: Substring {
    pieces.count == 1 ? value.text : pieces.map(\.text).joined(separator: " ")[...]
  }

  /// The sub-item labelled `Model: …`, label removed.
  func part(_ label: String) -> LinePiece? {
    for item in items {
      if let piece = item.text.value(labelled: label) { return piece }
    }
    return nil
  }
}

extension LinePiece {
  /// What follows `label:`, bold or not, if the piece begins so.
  func value(labelled label: String) -> LinePiece? {
    var rest = text[...]
    let isBold = rest.hasPrefix("**")
    if isBold { rest = rest.dropFirst(2) }
    guard rest.hasPrefix(label) else { return nil }
    rest = rest.dropFirst(label.count)
    if isBold, rest.hasPrefix("**") { rest = rest.dropFirst(2) }
    guard rest.hasPrefix(":") else { return nil }
    rest = rest.dropFirst()
    if isBold, rest.hasPrefix("**") { rest = rest.dropFirst(2) }
    return LinePiece(text: rest.trimmingBlanks(), line: line)
  }
}

struct ListItem: Sendable {
  /// Without the marker.
  let text: LinePiece
  let indent: Int
  /// Whether a number is its marker.
  let isOrdered: Bool

  var line: Int { text.line }
}

/// A table with a header and a separator row.
struct PipeTable: Sendable {
  struct Row: Sendable {
    let cells: [LinePiece]
    let line: Int
  }

  let header: Row
  let rows: [Row]

  var line: Int { header.line }

  /// The index of the first column with one of these names.
  func column(_ names: String...) -> Int? {
    header.cells.firstIndex { names.contains(String($0.text)) }
  }
}

extension PipeTable.Row {
  /// The cell of a column; nil if the row is too short.
  subscript(column: Int?) -> LinePiece? {
    column.flatMap { cells.indices.contains($0) ? cells[$0] : nil }
  }
}

/// `[text](target)` or `![text](target)`.
struct InlineLink: Sendable {
  let text: LinePiece
  let target: LinePiece
}

extension ArtifactPlace {
  init(_ piece: LinePiece, in file: String) {
    self.init(file: file, line: piece.line, column: piece.column)
  }
}
