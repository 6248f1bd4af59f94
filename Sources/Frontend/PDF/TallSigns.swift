internal import IR

/// The signs that grow, apart from the lines that poppler put them into: they hang from their
/// origin, so that their boxes lie a line too high.
struct TallSigns {
  /// The lines without them.
  private(set) var rest: [TextLine] = []
  private var signs: [Word] = []
  private let fonts: [Font]

  /// How far the middle of a sign lies below its origin, as a share of the size: sums are small
  /// among them, integrals tall, and brackets have any height.
  static let drop = 0.95
  private static let dropOfOperator = 0.65

  init(_ lines: [TextLine], fonts: [Font]) {
    self.fonts = fonts
    guard fonts.contains(where: { $0.style.tex == .tall || $0.style.tex == .symbols }) else {
      rest = lines
      return
    }
    for line in lines {
      let own = line.words.filter { isSign($0) }
      if own.isEmpty {
        rest.append(line)
      } else {
        signs += own
        let others = line.words.filter { !isSign($0) }
        if !others.isEmpty { rest.append(TextLine(others, fonts: fonts)) }
      }
    }
  }

  /// The lines of a table with each sign in its own: hanging, they seem to stand in the row above.
  /// Where brackets embrace several rows, all signs stay where they are.
  static func inTable(_ lines: [TextLine], fonts: [Font]) -> [TextLine] {
    let signs = TallSigns(lines, fonts: fonts)
    let embrace = signs.signs.contains { word in
      word.glyphs.contains { !"()√".unicodeScalars.contains($0.scalar) }
    }
    return signs.signs.isEmpty || embrace ? lines : signs.placed(in: signs.rest)
  }

  private func isSign(_ word: Word) -> Bool {
    word.glyphs.allSatisfy { FormulaItem.hangs($0, fonts[$0.font]) }
  }

  /// The lines with each sign in the one whose middle is nearest to its own.
  func placed(in lines: [TextLine]) -> [TextLine] {
    var own: [[Word]] = Array(repeating: [], count: lines.count)
    var lost: [TextLine] = []
    let order = lines.indices.sorted { lines[$0].baseline < lines[$1].baseline }
    for sign in signs {
      guard let glyph = sign.glyphs.first else { continue }
      let size = fonts[glyph.font].size
      let item = FormulaItem(glyph, fonts, word: 0)
      let isLow = item.isOperator || !item.isTall
      let middle = glyph.base(fonts) + (isLow ? Self.dropOfOperator : Self.drop) * size
      let first = order.partitioningIndex { lines[$0].baseline > middle - 1.5 * size }
      func distance(_ index: Int) -> Double {
        abs(lines[index].baseline - FormulaItem.axisHeight * lines[index].size - middle)
      }
      let near = order[first...].prefix { lines[$0].baseline < middle + 2 * size }.filter {
        // A sign of equality farther off says more than the fraction beside the sign.
        let reach = (distance($0) < 0.2 * size ? 12 : 2) * size
        return lines[$0].box.x0 < sign.box.x1 + reach && lines[$0].box.x1 > sign.box.x0 - reach
          && lines[$0].size > 0.86 * size
      }
      if let nearest = near.min(by: { distance($0) < distance($1) }) {
        own[nearest].append(sign)
      } else {
        lost.append(TextLine([sign], fonts: fonts))
      }
    }
    let placed = lines.indices.map { index in
      own[index].isEmpty
        ? lines[index]
        : TextLine(
          lines[index].words + own[index], fonts: fonts, size: lines[index].size,
          baseline: lines[index].baseline)
    }
    return (placed + lost).sorted { ($0.box.midY, $0.box.x0) < ($1.box.midY, $1.box.x0) }
  }
}
