internal import IR

/// A heading with the fields below it.
struct Block: Sendable {
  /// As written; nil for blocks that are known by their title.
  let id: String?
  let title: LinePiece
  let heading: Heading
  /// Whether the heading reads `ID: Title`; true for blocks without an ID.
  let hasColonForm: Bool
  /// With the heading's own.
  let lines: Range<Int>
  let fields: ArraySlice<Field>

  var line: Int { heading.line }

  func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// Whether the field says something.
  func says(_ name: String) -> Bool { field(name).map { !$0.isEmpty } ?? false }
}

/// A file that consists of blocks.
struct BlockFile: Sendable {
  let file: MarkdownFile
  let blocks: [Block]
  private let byID: [String: [Int]]

  var path: String { file.path }

  /// The blocks whose headings begin with an identifier of these spaces, at any level.
  init(_ file: MarkdownFile, of spaces: IDSpace...) {
    self.file = file
    let headed = file.headings.compactMap { heading in
      Self.identified(heading, spaces).map { (heading, $0) }
    }
    blocks = headed.enumerated().map { place, item in
      let (heading, parts) = item
      let section = file.lines(of: heading)
      let next = place + 1 < headed.count ? headed[place + 1].0.line : section.upperBound
      let lines = section.lowerBound..<min(section.upperBound, next)
      return Block(
        id: parts.id, title: LinePiece(text: parts.title, line: heading.line), heading: heading,
        hasColonForm: parts.hasColon, lines: lines, fields: file.fields(in: lines))
    }
    byID = Dictionary(grouping: blocks.indices) { [blocks] in blocks[$0].id ?? "" }
  }

  /// The sections of second level.
  init(sectionsOf file: MarkdownFile) {
    self.file = file
    blocks = file.headings.filter { $0.level == 2 }.map { heading in
      let lines = file.lines(of: heading)
      return Block(
        id: nil, title: LinePiece(text: heading.text, line: heading.line), heading: heading,
        hasColonForm: true, lines: lines, fields: file.fields(in: lines))
    }
    byID = [:]
  }

  var ids: [String] { blocks.compactMap(\.id) }

  /// The blocks with these identifiers, in file order.
  func blocks(named ids: Set<String>) -> [Block] {
    ids.flatMap { byID[$0] ?? [] }.sorted().map { blocks[$0] }
  }

  /// The block that holds a line.
  func block(at line: Int) -> Block? {
    let next = blocks.partitioningIndex { $0.line > line }
    guard next > 0, blocks[next - 1].lines.contains(line) else { return nil }
    return blocks[next - 1]
  }

  private static func identified(_ heading: Heading, _ spaces: [IDSpace])
    -> (id: String, title: Substring, hasColon: Bool)?
  {
    for space in spaces where heading.text.hasPrefix(space.rawValue) {
      let prefix = space.rawValue.utf8.count
      let digits = heading.text.utf8.dropFirst(prefix).prefix { $0.isASCIIDigit }.count
      guard digits > 0 else { continue }
      let id = heading.text[utf8Range: 0..<(prefix + digits)]
      let rest = heading.text[utf8Range: (prefix + digits)..<heading.text.utf8.count]
      if let first = rest.first, first.isLetter || first.isNumber || first == "_" { continue }
      let title = rest.drop { ":—–-. \t".contains($0) }
      return (String(id), title, rest.hasPrefix(": ") && !title.isEmpty)
    }
    return nil
  }
}
