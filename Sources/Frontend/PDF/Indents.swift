internal import IR

/// How far the lines of a listing or an algorithm are indented.
struct Indents {
  /// Spaces before each line.
  private(set) var columns: [Int]

  private static let most = 40
  private static let step = 2

  init(_ block: RawBlock) {
    columns = Array(repeating: 0, count: block.lines.count)
    switch block.kind {
    case .code: indentCode(block.lines)
    case .algorithm: indentSteps(block.lines)
    default: break
    }
  }

  /// Characters of a listing are equally wide.
  private mutating func indentCode(_ lines: [FlowLine]) {
    let widths = lines.flatMap { $0.line.words.flatMap(\.glyphs) }.map(\.box.width).sorted()
    let left = lines.map(\.line.box.x0).min() ?? 0
    guard let width = widths.isEmpty ? nil : widths[widths.count / 2], width > 0.5 else { return }
    for index in lines.indices where lines[index].page == lines[0].page {
      let columns = (lines[index].line.box.x0 - left) / width
      self.columns[index] = Int(min(max(columns, 0), Double(Self.most)).rounded())
    }
  }

  /// Steps stand at one of a few places behind their numbers.
  private mutating func indentSteps(_ lines: [FlowLine]) {
    var starts = lines.map { Self.start(of: $0.line) }
    // Steps without numbers are told from the title, the first line, by nothing but their place.
    if starts.allSatisfy({ $0 == nil }) {
      starts = [nil] + lines.dropFirst().map(\.line.box.x0)
    }
    var levels: [Double] = []
    for start in starts.compactMap(\.self).sorted() {
      if let last = levels.last, start - last < 3 { continue }
      levels.append(start)
    }
    for index in lines.indices {
      guard let start = starts[index] else { continue }
      let level = levels.partitioningIndex { $0 > start + 0.1 } - 1
      columns[index] = min(max(level, 0) * Self.step, Self.most)
    }
  }

  /// Where the words of a numbered step begin; nil for lines without a number.
  private static func start(of line: TextLine) -> Double? {
    guard line.words.count > 1, let number = line.words.first?.text.trimmed(of: ":."),
      !number.isEmpty, number.utf8.count <= 3, number.allSatisfy(\.isASCIIDigit)
    else { return nil }
    return line.words[1].box.x0
  }
}
