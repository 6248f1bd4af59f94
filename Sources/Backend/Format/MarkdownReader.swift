internal import IR

/// Reads a text file as Markdown, line by line.
struct MarkdownReader {
  private let text: TextFile
  private let kind: FileKind
  private let vocabulary: FieldVocabulary
  private var headings: [Heading] = []
  private var fields: [Field] = []
  private var tables: [PipeTable] = []
  private var bullets: [ListItem] = []
  private var links: [InlineLink] = []
  private var isFenced: [Bool]
  /// The field that the next line may continue.
  private var open = OpenField.none
  private var fence: OpenFence?
  /// Whether the text of a link may go on from the line above.
  private var isLinkOpen = false
  /// Where the contents of the open list items begin, from the outermost.
  private var lists: [Int] = []

  private struct OpenFence {
    let marks: Substring
    /// Where the contents of its list item begin; 0 outside lists.
    let container: Int
  }

  private enum OpenField {
    case none
    /// The last field; a blank line has come since it.
    case afterBlank
    case directly
  }

  private init(_ text: TextFile, kind: FileKind) {
    self.text = text
    self.kind = kind
    vocabulary = .of(kind)
    isFenced = Array(repeating: false, count: text.lines.count)
  }

  /// `firstLine` is the first line of the body: what stands above it is left unread.
  static func read(_ text: TextFile, kind: FileKind, from firstLine: Int = 1) -> MarkdownFile {
    var reader = MarkdownReader(text, kind: kind)
    var line = firstLine
    while line <= text.lines.count {
      line = reader.read(line)
    }
    return MarkdownFile(
      text: text, kind: kind, headings: reader.headings, fields: reader.fields,
      tables: reader.tables, bullets: reader.bullets, links: reader.links,
      isFenced: reader.isFenced)
  }

  /// Reads what begins at this line and returns the line after it.
  private mutating func read(_ number: Int) -> Int {
    let line = text.line(number)
    let shape = LineShape(line)
    if readFence(shape, number) { return number + 1 }
    if shape.content.isEmpty || shape.heading != nil || shape.item(number) != nil {
      isLinkOpen = false
    }
    links += InlineReader.links(in: line, number: number, isOpen: &isLinkOpen)
    if shape.content.isEmpty {
      if case .directly = open { open = .afterBlank }
    } else if let heading = shape.heading {
      headings.append(
        Heading(level: heading.level, text: heading.text, line: number, index: headings.count))
      open = .none
    } else if let table = PipeTableReader.read(text, from: number) {
      for row in (number + 1)..<table.end {
        links += InlineReader.links(in: text.line(row), number: row)
      }
      tables.append(table.table)
      open = .none
      return table.end
    } else if let field = FieldReader.read(shape, number, vocabulary) {
      fields.append(field)
      open = .directly
    } else {
      readRest(shape, number)
    }
    return number + 1
  }

  /// Whether the line opens, closes or belongs to a fenced code block.
  private mutating func readFence(_ shape: LineShape, _ number: Int) -> Bool {
    if let fence, shape.content.isEmpty || shape.indent >= fence.container {
      isFenced[number - 1] = true
      if let mark = FenceMark(shape.content), mark.info.isEmpty, mark.marks.hasPrefix(fence.marks),
        shape.indent - fence.container < 4
      {
        self.fence = nil
      }
      return true
    }
    // What stands left of a list item ends it, and the block in it.
    fence = nil
    let item = followLists(shape, number)
    let container = lists.last ?? 0
    // Four columns deeper it is an indented code block, or goes on with a paragraph.
    guard item != nil || shape.indent - container < 4,
      let mark = FenceMark(item?.text.text ?? shape.content), mark.opens
    else { return false }
    isFenced[number - 1] = true
    fence = OpenFence(marks: mark.marks, container: container)
    open = .none
    return true
  }

  /// Leaves the list items that the line does not belong to; the one that it begins.
  private mutating func followLists(_ shape: LineShape, _ number: Int) -> ListItem? {
    if shape.content.isEmpty { return nil }
    while let last = lists.last, last > shape.indent { lists.removeLast() }
    guard shape.indent - (lists.last ?? 0) < 4, let item = shape.item(number) else { return nil }
    lists.append(shape.indent + max(2, shape.content.offset(ofPiece: item.text.text)))
    return item
  }

  /// A list item or running text.
  private mutating func readRest(_ shape: LineShape, _ number: Int) {
    guard let item = shape.item(number) else {
      if case .directly = open {
        fields[fields.count - 1].wrapped.append(LinePiece(text: shape.content, line: number))
      }
      if case .afterBlank = open { open = .none }
      return
    }
    if continuesField(item) {
      fields[fields.count - 1].items.append(item)
    } else {
      bullets.append(item)
      open = .none
    }
  }

  /// Whether an item belongs to the open field: it is indented, or numbers an empty list field.
  private func continuesField(_ item: ListItem) -> Bool {
    guard open != .none, let field = fields.last else { return false }
    let shape = vocabulary.field(labelled: field.name)?.shape
    // A blank line ends a field of one line that has said something.
    if case .afterBlank = open, shape == .line, !field.isEmpty { return false }
    if item.indent > field.indent { return true }
    return shape == .list && item.isOrdered && field.value.text.isEmpty
  }
}

/// The marks that begin or end a fenced code block, and what follows them.
struct FenceMark {
  let marks: Substring
  let info: Substring

  init?(_ content: Substring) {
    guard let mark = content.utf8.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return nil }
    let count = content.utf8.prefix { $0 == mark }.count
    guard count >= 3 else { return nil }
    marks = content[utf8Range: 0..<count]
    info = content[utf8Range: count..<content.utf8.count].trimmingBlanks()
  }

  /// Whether it may begin a block: backticks with another one behind them are a code span.
  var opens: Bool { marks.hasPrefix("~") || !info.utf8.contains(UInt8(ascii: "`")) }
}

/// A line cut at its indentation.
struct LineShape {
  let indent: Int
  /// What follows the indentation.
  let content: Substring
  /// The bullet mark, and what follows it.
  let bullet: (mark: UInt8, rest: Substring)?

  init(_ line: Substring) {
    var indent = 0
    var rest = line.utf8
    while let first = rest.first, first == 0x20 || first == 0x09 {
      indent += first == 0x09 ? 4 : 1
      rest = rest.dropFirst()
    }
    self.indent = indent
    content = Substring(rest).trimmingBlanks()
    bullet = Self.bullet(of: content)
  }

  var heading: (level: Int, text: Substring)? {
    guard indent < 4 else { return nil }
    let level = content.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = content.utf8.dropFirst(level)
    guard (1...6).contains(level), rest.isEmpty || rest.first == 0x20 || rest.first == 0x09 else {
      return nil
    }
    return (level, Substring(rest).trimmingBlanks())
  }

  private static func bullet(of content: Substring) -> (mark: UInt8, rest: Substring)? {
    guard let mark = content.utf8.first, bulletMarks.contains(mark) else { return nil }
    let rest = content.utf8.dropFirst()
    guard rest.first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true else { return nil }
    return (mark, Substring(rest).trimmingBlanks())
  }

  private static let bulletMarks: ASCIISet = "-*+"

  /// What follows `12.` or `12)`.
  private var ordered: Substring? {
    let digits = content.utf8.prefix { $0.isASCIIDigit }.count
    let rest = content.utf8.dropFirst(digits)
    guard digits > 0, digits < 10, let mark = rest.first,
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      rest.dropFirst().first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true
    else { return nil }
    return Substring(rest.dropFirst()).trimmingBlanks()
  }

  func item(_ number: Int) -> ListItem? {
    if let bullet {
      return ListItem(
        text: LinePiece(text: bullet.rest, line: number), indent: indent, isOrdered: false)
    }
    return ordered.map {
      ListItem(text: LinePiece(text: $0, line: number), indent: indent, isOrdered: true)
    }
  }
}
