internal import IR

/// A line of a display.
struct DisplayLine {
  /// The number at the margin.
  var label: String?
  /// Whether it begins a display or, within one, a formula with a number of its own.
  var begins: Bool
  /// Its characters, in points; nil if there are none but the sign that ends a proof.
  let box: Box?
}

/// Makes lines of the segments of one column: what stands above, below and between the words of a
/// line becomes part of it, and formulas that stand alone are read as a whole.
struct FormulaRows {
  typealias Line = (line: TextLine, display: DisplayLine?)

  let fonts: [Font]
  /// Horizontal rules that may be fraction bars, top to bottom.
  let bars: [Box]
  let column: ClosedRange<Double>
  let bodySize: Double

  /// What a row of a column is: `loose` are scripts, limits and signs, too little for a line.
  enum Kind { case prose, formula, loose }

  struct Row {
    var line: TextLine
    var kind: Kind
  }

  /// Formulas longer than this are left as lines.
  private static let longest = 3000

  func lines(_ segments: [TextLine]) -> [Line] {
    let signs = TallSigns(segments, fonts: fonts)
    let grouped = TableRows.group(signs.rest).map { row in
      row.count == 1 ? row[0] : TextLine(row.flatMap(\.words), fonts: fonts)
    }
    return joined(kinds(of: signs.placed(in: onOneBaseline(grouped))))
  }

  /// Joins what stands on one baseline: an accent may keep two parts of a line apart.
  private func onOneBaseline(_ lines: [TextLine]) -> [TextLine] {
    var result: [TextLine] = []
    for line in lines {
      if let last = result.last, abs(last.baseline - line.baseline) < 0.1 * line.size,
        min(last.size, line.size) >= 0.86 * max(last.size, line.size)
      {
        result[result.count - 1] = TextLine(last.words + line.words, fonts: fonts)
      } else {
        result.append(line)
      }
    }
    return result
  }

  /// The bars that touch a box or its surroundings.
  func near(_ box: Box, by margin: Double) -> ArraySlice<Box> {
    let start = bars.partitioningIndex { $0.y0 >= box.y0 - margin }
    let end = bars.partitioningIndex { $0.y0 > box.y1 + margin }
    return start < end ? bars[start..<end] : []
  }

  // MARK: Grouping

  private func joined(_ rows: [Row]) -> [Line] {
    var result: [Line] = []
    var at = 0
    while at < rows.count {
      guard rows[at].kind != .prose else {
        result.append((rows[at].line, nil))
        at += 1
        continue
      }
      var end = at + 1
      while end < rows.count, rows[end].kind != .prose, isNear(rows[end].line, rows[end - 1].line) {
        end += 1
      }
      var group = Array(rows[at..<end])
      let above = result.last.flatMap { $0.display == nil ? $0.line : nil }
      let below = end < rows.count && rows[end].kind == .prose ? rows[end].line : nil
      let core = group.first { $0.kind == .formula }.map(\.line)
      let lastCore = group.last { $0.kind == .formula }.map(\.line)
      var upper: [TextLine] = []
      var lower: [TextLine] = []
      while let first = group.first, first.kind == .loose,
        let above,
        isCloser(first.line, to: above, than: core, below) || isScript(first.line, of: upper.last)
      {
        upper.append(first.line)
        group.removeFirst()
      }
      while let last = group.last, last.kind == .loose,
        let below,
        isCloser(last.line, to: below, than: lastCore, nil) || isScript(last.line, of: lower.last)
      {
        lower.append(last.line)
        group.removeLast()
      }
      if !upper.isEmpty, let above { result[result.count - 1].line = with(upper, above) }
      let isDisplay = group.contains { $0.kind == .formula }
      result += isDisplay ? display(group.map(\.line)) : group.map { ($0.line, nil) }
      at = end
      if !lower.isEmpty, let below {
        result.append((with(lower, below), nil))
        at += 1
      }
    }
    return result.map { line in
      line.display == nil ? (withBars(line.line), nil) : line
    }
  }

  func isNear(_ line: TextLine, _ last: TextLine) -> Bool {
    line.box.y0 - last.box.y1 < 1.2 * bodySize
  }

  /// Whether a loose line belongs to a line of text: it touches it, and no other is as near.
  private func isCloser(
    _ loose: TextLine, to line: TextLine, than formula: TextLine?, _ other: TextLine?
  ) -> Bool {
    let own = distance(loose, line)
    // The longer half of a fraction that begins the line begins before it.
    let isBeside =
      loose.box.midX > line.box.x0 && loose.box.x1 < line.box.x1 + 3 * line.size
    return isBeside && own < 1.0 * line.size && loose.size < 1.05 * line.size
      && own <= (formula.map { distance(loose, $0) } ?? .infinity)
      && own <= (other.map { distance(loose, $0) } ?? .infinity)
  }

  /// Whether a line holds scripts of the half of a fraction that went to a line of text before it.
  private func isScript(_ line: TextLine, of operand: TextLine?) -> Bool {
    guard let operand, line.size < 0.86 * operand.size else { return false }
    return line.box.overlapsVertically(operand.box, by: 0.3 * line.box.height)
      && line.box.x0 > operand.box.x0 - operand.size && line.box.x1 < operand.box.x1 + operand.size
  }

  private func distance(_ loose: TextLine, _ line: TextLine) -> Double {
    abs(loose.baseline - 0.25 * loose.size - (line.baseline - 0.25 * line.size))
  }

  private func with(_ loose: [TextLine], _ line: TextLine) -> TextLine {
    let words = line.words + loose.flatMap(\.words)
    let box = loose.reduce(line.box) { $0.union($1.box) }
    return TextLine(
      words, fonts: fonts, bars: Array(near(box, by: 0)), size: line.size, baseline: line.baseline)
  }

  /// A line of text with the fractions in it.
  private func withBars(_ line: TextLine) -> TextLine {
    let own = near(line.box, by: 0).filter { $0.x0 > line.box.x0 - 1 && $0.x1 < line.box.x1 + 1 }
    guard !own.isEmpty, own.count <= 100 else { return line }
    let words = line.words
    return TextLine(words, fonts: fonts, bars: Array(own), size: line.size, baseline: line.baseline)
  }

  // MARK: Displays

  private func display(_ lines: [TextLine]) -> [Line] {
    guard !lines.isEmpty else { return [] }
    var words = lines.flatMap(\.words)
    let numbers = EquationNumbers(words: &words, column: column, bodySize: bodySize)
    let count = words.reduce(0) { $0 + $1.glyphs.count }
    guard count > 0, count <= Self.longest else { return lines.map { ($0, nil) } }
    let box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
    let own = near(box, by: 2).filter { $0.x0 > box.x0 - 4 && $0.x1 < box.x1 + 4 }
    let items = words.indices.flatMap { index in
      words[index].glyphs.map { FormulaItem($0, fonts, word: index) }
    }
    let rows = FormulaText(bars: Array(own.prefix(200))).rows(items)
    var seen: Set<Int> = []
    var made: [(row: FormulaText.Row, words: [Word])] = []
    for row in rows {
      let mine = row.words.filter { seen.insert($0).inserted }.map { words[$0] }
      if mine.isEmpty, !made.isEmpty {
        let last = made[made.count - 1].row
        made[made.count - 1].row = FormulaText.Row(
          text: last.text + " " + row.text, words: last.words, base: last.base)
      } else if !mine.isEmpty {
        made.append((row, mine))
      }
    }
    // Accents and braces are no words of a row, and bars are drawn.
    let drawn =
      words.indices.filter { !seen.contains($0) }
      .compactMap { FormulaItem.box(of: [words[$0]], fonts) } + own
    return numbers.numbered(
      made.map { ($0.row.text, $0.row.base, $0.words) }, drawn: drawn, fonts: fonts)
  }
}
