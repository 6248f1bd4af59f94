internal import YAML

/// The scalars and short lists of a YAML or JSON document under dotted key paths.
///
/// Nothing is resolved: an alias is the value `*name`, merge keys are left alone, tags are skipped.
struct YAMLSettings {
  private let file: KeptFile
  private let scanner: LiteralScanner
  private var marks: MarkResolver
  private var found: [FoundValue] = []

  private init(_ file: KeptFile) {
    self.file = file
    scanner = LiteralScanner(bytes: file.bytes)
    marks = MarkResolver(file)
  }

  /// Every document of the file up to one that does not parse; keys of a second document follow
  /// those of the first.
  static func read(_ file: KeptFile) -> (values: [FoundValue], failure: ParseFailure?) {
    var settings = YAMLSettings(file)
    for rows in documents(of: file) {
      let bytes = file.row(rows.lowerBound).lowerBound..<file.row(rows.upperBound - 1).upperBound
      do throws(YAMLError) {
        let limits = YAMLLimits(depth: 32, nodes: 50_000, keepsReferences: true)
        let node = try YAMLNode.parse(Array(file.bytes[bytes]), limits: limits)
        settings.marks.firstRow = rows.lowerBound
        settings.add(node, as: "")
      } catch {
        let line = rows.lowerBound + error.mark.line
        return (settings.found, ParseFailure(words: error.message, line: line))
      }
    }
    return (settings.found, nil)
  }

  /// Rows of the file between `---` lines, which end a document wherever they stand.
  private static func documents(of file: KeptFile) -> [Range<Int>] {
    guard file.language == "YAML" else { return [0..<file.lineStarts.count] }
    let separators = file.lineStarts.indices.filter { row in
      let line = file.bytes[file.row(row)]
      return line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 }
    }
    let starts = [0] + separators.map { $0 + 1 }
    let ends = separators + [file.lineStarts.count]
    return zip(starts, ends).filter { $0 < $1 }.map { $0..<$1 }
  }

  private mutating func add(_ node: YAMLNode, as name: String) {
    guard found.count <= FoundValue.mostValues else { return }
    switch node.content {
    case .mapping(let entries):
      for entry in entries where FoundValue.isName(entry.key) {
        add(entry.value, as: name.isEmpty ? entry.key : "\(name).\(entry.key)")
      }
    case .sequence(let items):
      addList(items, from: node, as: name)
    case .scalar, .alias:
      guard !name.isEmpty, let range = range(of: node), !range.inside.isEmpty else { return }
      append(name, [range.inside], end: range.end)
    }
  }

  private mutating func addList(_ items: [YAMLNode], from node: YAMLNode, as name: String) {
    guard items.allSatisfy({ $0.mapping == nil && $0.sequence == nil }) else {
      guard items.count <= 64, !name.isEmpty else { return }
      if let start = marks.offset(of: node.mark), file.bytes[start] == UInt8(ascii: "["),
        items.allSatisfy({ $0.mapping == nil })
      {
        return addFlowList(at: start, as: name)
      }
      for (index, item) in items.enumerated() where item.mapping != nil {
        add(item, as: "\(name).\(index)")
      }
      return
    }
    guard (1...FoundValue.mostItems).contains(items.count), !name.isEmpty else { return }
    if let start = marks.offset(of: node.mark), file.bytes[start] == UInt8(ascii: "[") {
      return addFlowList(at: start, as: name)
    }
    let ranges = items.compactMap { range(of: $0) }
    guard ranges.count == items.count, let last = ranges.last else { return }
    append(name, ranges.map(\.inside), end: last.end)
  }

  private mutating func addFlowList(at start: Int, as name: String) {
    guard let end = scanner.bracketed(at: start) else { return }
    append(name, [start..<end], end: end)
  }

  private mutating func append(_ name: String, _ ranges: [Range<Int>], end: Int) {
    guard ranges.reduce(0, { $0 + $1.count }) <= FoundValue.longest else { return }
    found.append(FoundValue(name: name, ranges: ranges, remark: scanner.remark(after: end)))
  }

  /// The bytes of a scalar as written and where it ends; nil for nothing, for a text over several
  /// lines, and for what does not stand in the file as it was parsed.
  private mutating func range(of node: YAMLNode) -> (inside: Range<Int>, end: Int)? {
    guard var start = marks.offset(of: node.mark) else { return nil }
    let bytes = file.bytes
    while start < bytes.count,
      bytes[start] == UInt8(ascii: "!") || bytes[start] == UInt8(ascii: "&")
    {
      while start < bytes.count, bytes[start] > 0x20 { start += 1 }
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    }
    guard start < bytes.count else { return nil }
    switch node.content {
    case .scalar(let text, isPlain: false):
      guard bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'"),
        let quoted = scanner.quoted(at: start)
      else { return nil }
      let written = bytes[quoted.inside]
      let isVerbatim =
        written.elementsEqual(text.utf8) || written.contains { $0 == 0x5C || $0 == 0x27 }
      return isVerbatim && !written.contains(UInt8(ascii: "\n")) ? quoted : nil
    case .scalar(let text, isPlain: true):
      guard !["", "~", "null", "Null", "NULL"].contains(text),
        bytes[start...].starts(with: text.utf8)
      else { return nil }
      return (start..<(start + text.utf8.count), start + text.utf8.count)
    case .alias(let name):
      let end = start + name.utf8.count + 1
      return end <= bytes.count ? (start..<end, end) : nil
    case .sequence, .mapping:
      return nil
    }
  }
}

/// Marks to byte offsets. Marks come in order, so that the columns of a long line are counted once.
private struct MarkResolver {
  private let file: KeptFile
  /// The row of the file at which the document begins.
  var firstRow = 0
  private var last = (row: -1, column: 0, offset: 0)

  init(_ file: KeptFile) { self.file = file }

  mutating func offset(of mark: YAMLNode.Mark) -> Int? {
    let row = firstRow + mark.line - 1
    let column = mark.column - 1
    guard file.lineStarts.indices.contains(row) else { return nil }
    let line = file.row(row)
    if last.row != row || last.column > column { last = (row, 0, line.lowerBound) }
    while last.column < column, last.offset < line.upperBound {
      last.offset += 1
      while last.offset < line.upperBound, file.bytes[last.offset] & 0xC0 == 0x80 {
        last.offset += 1
      }
      last.column += 1
    }
    return last.column == column && last.offset < file.bytes.count ? last.offset : nil
  }
}
