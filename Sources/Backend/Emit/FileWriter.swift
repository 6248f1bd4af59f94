package import IR

/// A text file as it is written, with the source of every value in it.
package struct FileWriter: Sendable {
  package let path: String
  private(set) var text = ""
  private(set) var entries: SourceMapEntries
  /// For evidence: where each number of an input landed.
  private(set) var numberPlaces: [SourceSpan: NumberPlace] = [:]
  private(set) var lineTexts: [String] = []
  private var finder: PlaceFinder

  init(path: String, sources: SourceMap) {
    self.path = path
    entries = SourceMapEntries(of: path)
    finder = PlaceFinder(sources: sources)
  }

  /// The number of the line that comes next, from 1.
  package var nextLine: Int { lineTexts.count + 1 }

  package mutating func blank() { write("") }

  /// Writes one line.
  package mutating func line(
    _ line: Line, escape: Escape = .prose, entity: EntityRef? = nil, field: String? = nil
  ) {
    var text = ""
    var column = 1
    var values: [PlacedValue] = []
    for piece in line.pieces {
      // Whatever it is made of, a line is one line.
      let (written, value) =
        switch piece {
        case .words(let words): (Escape.oneLine(words), nil as Grounded<String>?)
        case .value(let value): (escape.apply(value.value), value)
        case .code(let value): (escape.insideCodeMarks(value.value), value)
        }
      let end = column + written.scalarCount
      if let value {
        values.append(
          PlacedValue(
            value: value, text: written, columns: column..<end, start: text.utf8.count))
      }
      text += written
      column = end
    }
    note(values, of: text, entity, field)
    write(text)
  }

  /// A line that begins, behind its own mark, with text of an input: Markdown takes none of that
  /// for a heading, a fence or the like.
  package mutating func text(
    _ text: Line, after mark: Line = "", escape: Escape = .prose, field: String? = nil
  ) {
    let guardMark: Line = text.beginsWithMark ? "\\" : ""
    line(.joined([mark, guardMark, text], ""), escape: escape, field: field)
  }

  /// A fenced block of code.
  package mutating func fenced(_ lines: [Grounded<String>]) {
    write("```")
    for line in lines { self.line("\(line)", escape: .fence) }
    write("```")
  }

  /// A field bullet: `- **Name**: value`.
  package mutating func field(
    _ name: String, _ value: Line, entity: EntityRef? = nil, escape: Escape = .prose
  ) {
    line(
      Line.joined([Line(stringLiteral: "- **\(name)**: "), value], ""), escape: escape,
      entity: entity, field: name)
  }

  /// A sub-item of a field: `  - Name: value`.
  package mutating func item(
    _ name: String, _ value: Line, of field: String, entity: EntityRef? = nil
  ) {
    line(
      Line.joined([Line(stringLiteral: "  - \(name): "), value], ""), entity: entity, field: field)
  }

  /// The rows of a pipe table; every row has as many cells as the header.
  package mutating func table(_ rows: [[Line]], entity: EntityRef? = nil) {
    let width = rows.reduce(0) { max($0, $1.count) }
    guard width > 0 else { return }
    for (index, row) in rows.enumerated() {
      let cells = row + [Line](repeating: "", count: width - row.count)
      line(
        Line.joined([Line("| "), .joined(cells, " | "), Line(" |")], ""), escape: .cell,
        entity: entity)
      if index == 0 { write("|" + String(repeating: " --- |", count: width)) }
    }
  }

  private mutating func write(_ line: String) {
    let trimmed = line.dropLastSpaces
    lineTexts.append(trimmed)
    text += trimmed
    text += "\n"
  }

  // MARK: The source map

  /// Where a number is printed; both count from 1, the column in Unicode scalars.
  struct NumberPlace: Sendable {
    let line: Int
    let column: Int
  }

  private struct PlacedValue {
    let value: Grounded<String>
    /// As written.
    let text: String
    let columns: Range<Int>
    /// UTF-8 offset in the line.
    let start: Int
  }

  private mutating func note(
    _ values: [PlacedValue], of line: String, _ entity: EntityRef?, _ field: String?
  ) {
    guard !values.isEmpty else { return }
    if field != nil || entity != nil {
      for value in values where !value.text.isEmpty && !value.value.spans.isEmpty {
        add(
          value.text, at: value.columns.lowerBound, value.value.derivation,
          finder.json(of: value.value.spans), entity, field)
      }
    }
    for token in NumberToken.scan(line) {
      let column = token.scalarOffset + 1
      guard let value = values.first(where: { $0.columns.contains(column) }) else { continue }
      // A value that is one number has its entry already.
      if field != nil || entity != nil, token.text == value.text, !value.value.spans.isEmpty {
        notePlace(of: token.text, 0, value, column)
        continue
      }
      note(token, at: column, in: value, entity, field)
    }
  }

  private mutating func note(
    _ token: NumberToken, at column: Int, in value: PlacedValue, _ entity: EntityRef?,
    _ field: String?
  ) {
    let before = value.text[...][utf8Range: 0..<(token.bytes.lowerBound - value.start)]
    let occurrence = PlaceFinder.mentions(of: token.text, in: before).count
    let span = notePlace(of: token.text, occurrence, value, column)
    let places = span.flatMap { finder.json(ofNumber: $0) } ?? finder.json(of: value.value.spans)
    let derivation = span == nil ? value.value.derivation ?? .inferred : value.value.derivation
    add(token.text, at: column, derivation, places, entity, field)
  }

  @discardableResult
  private mutating func notePlace(
    of number: String, _ occurrence: Int, _ value: PlacedValue, _ column: Int
  ) -> SourceSpan? {
    let span = finder.span(of: number, occurrence: occurrence, in: value.value.spans)
    if let span, numberPlaces[span] == nil {
      numberPlaces[span] = NumberPlace(line: nextLine, column: column)
    }
    return span
  }

  private mutating func add(
    _ value: String, at column: Int, _ derivation: Derivation?, _ places: [UInt8],
    _ entity: EntityRef?, _ field: String?
  ) {
    entries.add(
      value, line: nextLine, column: column, entity, field, derivation, spans: places)
  }
}

extension String {
  fileprivate var dropLastSpaces: String {
    var end = utf8.endIndex
    while end > startIndex, [0x20, 0x09].contains(utf8[utf8.index(before: end)]) {
      end = utf8.index(before: end)
    }
    return end == endIndex ? self : String(self[..<end])
  }
}
