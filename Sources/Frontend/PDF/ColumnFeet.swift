internal import IR

/// The notes at the foot of columns over which some class files set no rule.
struct ColumnFeet {
  /// The indexes of their lines.
  private(set) var lines: Set<Int> = []

  private let flow: [FlowLine]
  private let fonts: [Int: [Font]]
  private let bodySize: Double

  /// What most lines of a column are is no note.
  private static let mostLines = 5

  init(of flow: [FlowLine], headings: [Heading], fonts: [Int: [Font]], bodySize: Double) {
    self.flow = flow
    self.fonts = fonts
    self.bodySize = bodySize
    let heads = Set(headings.flatMap { Array($0.lines) })
    let body = headings.first?.lines.upperBound ?? flow.count
    for column in columns() {
      guard let start = start(in: column, body: body), !heads.contains(start - 1),
        heads.isDisjoint(with: start..<column.upperBound),
        column.upperBound - start
          <= max(Self.mostLines, column.count / (flow[start].page == 1 ? 2 : 3))
      else { continue }
      lines.formUnion(start..<column.upperBound)
    }
  }

  /// The last stretch of lines in each column of each page.
  private func columns() -> [Range<Int>] {
    var columns: [Range<Int>] = []
    for index in flow.indices {
      if let last = columns.last, flow[last.lowerBound].page == flow[index].page,
        flow[last.lowerBound].side == flow[index].side
      {
        columns[columns.count - 1] = last.lowerBound..<(index + 1)
      } else {
        columns.append(index..<(index + 1))
      }
    }
    var seen: Set<[Int]> = []
    return columns.reversed().filter { column in
      let first = flow[column.lowerBound]
      return seen.insert([first.page, first.side.rawValue]).inserted
    }.reversed()
  }

  /// Where the small lines at the end of a column, below larger ones, begin a note. On the title page,
  /// behind the first heading, the space above them is enough.
  private func start(in column: Range<Int>, body: Int) -> Int? {
    var top = column.upperBound
    while top > column.lowerBound, flow[top - 1].line.size < bodySize - 0.6 { top -= 1 }
    guard top > column.lowerBound else { return nil }
    return (top..<column.upperBound).first {
      flow[$0].line.size < flow[$0 - 1].line.size - 0.5
        && (beginsWithMark(flow[$0]) || $0 > body && flow[$0].page == 1 && isSetApart(flow[$0]))
    }
  }

  private func isSetApart(_ line: FlowLine) -> Bool {
    line.gapAbove.map { $0 > 0.8 * line.line.size } ?? false
  }

  /// A raised number, or a sign for notes.
  private func beginsWithMark(_ line: FlowLine) -> Bool {
    guard let glyph = line.line.words.first?.glyphs.first else { return false }
    if glyph.scalar.isNoteSign { return true }
    let isDigit = glyph.scalar.isASCIIDigit
    return isDigit && (fonts[line.page]?[glyph.font].size ?? 0) < 0.86 * line.line.size
  }
}

extension Unicode.Scalar {
  /// Of the footnotes on a title page, by which class files also head a line on rights.
  var isNoteSign: Bool {
    switch self {
    case "*", "\u{2217}", "\u{2020}", "\u{2021}", "\u{A7}", "\u{B6}", "\u{22C6}", "\u{2605}",
      "\u{A9}":
      true
    default: false
    }
  }
}
