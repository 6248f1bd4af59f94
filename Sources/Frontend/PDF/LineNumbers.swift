internal import IR

/// The numbers that review versions print beside every line.
///
/// They are small integers that line up at one edge, each one more than the one above, or five more.
/// Outside the text any integer may be one; inside of it, beside a bar of details as journals set it,
/// only one in a much smaller face.
struct LineNumbers {
  /// A number with the segment that it is the first or the last word of.
  struct Number {
    let segment: Int
    let isFirst: Bool
    let value: Int
    let box: Box
    /// Whether it stands alone, outside of the text.
    let isOutside: Bool
  }

  /// Where numbers of a document line up: at their right edges left of the text, at their left edges
  /// right of it.
  private struct Edge {
    let isRight: Bool
    let x: Double

    func isAt(_ number: Number) -> Bool {
      abs((isRight ? number.box.x1 : number.box.x0) - x) < slack
    }

    private let slack = 1.5
  }

  private var edges: [Edge] = []
  /// The last number of the page before.
  private var last: Int?
  /// The last number of those that stand beside every fifth line.
  private var lastFifth = 0

  /// Goes back to the first page, where the count begins; what was learned of the others stays.
  mutating func begin() { (last, lastFifth) = (0, 0) }

  private static let least = 10
  /// Points between two columns of numbers of which one are labels.
  private static let reach = 40.0
  private static let leastSteps = 0.6
  /// Of the height of a page.
  private static let leastExtent = 0.5
  /// Against the size of the line that it stands beside.
  private static let smallness = 0.75

  /// The numbers of the next page, by the places where they line up.
  mutating func next(on page: PageLayout) -> [[Number]] {
    var candidates = Self.candidates(on: page)
    var columns: [[Number]] = []
    while let (edge, column) = Self.longest(of: candidates), column.count >= Self.least,
      Self.counts(column), column.allSatisfy(\.isOutside) || Self.fills(column, page)
    {
      // What counts beside them are the labels of a list.
      guard !columns.contains(where: { Self.isBeside($0, column) }) else {
        candidates.removeAll { edge.isAt($0) }
        continue
      }
      columns.append(column)
      if !edges.contains(where: { $0.isRight == edge.isRight && abs($0.x - edge.x) < 2 }) {
        edges.append(edge)
      }
      candidates.removeAll { edge.isAt($0) }
    }
    // A short page has too few of its own and goes on where the one before it ended.
    for edge in edges where columns.isEmpty {
      let column = candidates.filter(edge.isAt)
      guard let first = column.first, first.value - 1 == last, Self.counts(column) else { continue }
      columns.append(column)
    }
    last = columns.compactMap { $0.last?.value }.max()
    if columns.isEmpty, let fifths = fifths(among: candidates) { columns.append(fifths) }
    return columns
  }

  /// Few numbers of a page are enough where they go on with those of the page before.
  private mutating func fifths(among candidates: [Number]) -> [Number]? {
    guard let (_, column) = Self.longest(of: candidates), column.count >= 3,
      let first = column.first?.value, let last = column.last?.value, first == lastFifth + 5,
      zip(column, column.dropFirst()).allSatisfy({ $1.value == $0.value + 5 })
    else { return nil }
    lastFifth = last
    return column
  }

  /// From top to bottom.
  private static func candidates(on page: PageLayout) -> [Number] {
    let sizes = page.segments.filter { $0.words.count > 4 }.map(\.size).sorted()
    let usual = sizes.isEmpty ? 0 : sizes[sizes.count / 2]
    var found: [Number] = []
    for (index, segment) in page.segments.enumerated() {
      let ends = segment.words.count > 1 ? [true, false] : [true]
      for isFirst in ends {
        guard let word = isFirst ? segment.words.first : segment.words.last,
          word.glyphs.count <= 4, word.glyphs.allSatisfy(\.scalar.isASCIIDigit),
          let value = Int(word.text), let glyph = word.glyphs.first
        else { continue }
        let beside = segment.words.count > 1 ? max(segment.size, usual) : usual
        let isSmall = page.fonts[glyph.font].size <= smallness * beside
        let isOutside =
          segment.words.count == 1 && word.box.x1 - word.box.x0 < 30
          && (word.box.x1 < page.margins.lowerBound + 2
            || word.box.x0 > page.margins.upperBound - 2)
        guard isSmall || isOutside else { continue }
        found.append(
          Number(
            segment: index, isFirst: isFirst, value: value, box: word.box, isOutside: isOutside))
      }
    }
    return found.sorted { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
  }

  /// The place at which most of them line up.
  private static func longest(of numbers: [Number]) -> (Edge, [Number])? {
    var best: (edge: Edge, count: Int)?
    for isRight in [true, false] {
      let places = numbers.map { isRight ? $0.box.x1 : $0.box.x0 }.sorted()
      for (index, x) in places.enumerated() {
        let end = places.partitioningIndex { $0 > x + 1 }
        if end - index > best?.count ?? 0 {
          best = (Edge(isRight: isRight, x: places[(index + end - 1) / 2]), end - index)
        }
      }
    }
    return best.map { best in (best.edge, numbers.filter(best.edge.isAt)) }
  }

  /// Whether numbers inside of the text stand beside most of the page: those of an algorithm do not.
  private static func fills(_ column: [Number], _ page: PageLayout) -> Bool {
    guard let top = column.first?.box.y0, let bottom = column.last?.box.y1 else { return false }
    return bottom - top > leastExtent * page.height
  }

  private static func isBeside(_ first: [Number], _ second: [Number]) -> Bool {
    guard let a = first.first?.box, let b = second.first?.box else { return false }
    return abs(a.x0 - b.x0) < reach
  }

  private static func counts(_ column: [Number]) -> Bool {
    let steps = zip(column, column.dropFirst()).count { $1.value == $0.value + 1 }
    return Double(steps) >= leastSteps * Double(column.count - 1)
  }
}

extension PageLayout {
  /// Takes numbers out of the lines that they stand beside.
  mutating func remove(_ numbers: [LineNumbers.Number]) {
    let bySegment = Dictionary(grouping: numbers, by: \.segment)
    segments = segments.enumerated().compactMap { index, segment in
      guard let own = bySegment[index] else { return segment }
      var words = segment.words[...]
      if own.contains(where: \.isFirst) { words = words.dropFirst() }
      if own.contains(where: { !$0.isFirst }) { words = words.dropLast() }
      return words.isEmpty ? nil : TextLine(Array(words), fonts: fonts)
    }
    measureMargins()
  }
}
