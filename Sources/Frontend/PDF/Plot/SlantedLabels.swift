internal import Glibc
internal import IR

/// Labels that are set at an angle, as names along an axis are where they would not fit side by side.
///
/// poppler reads a page in level lines, and cuts such labels into pieces that it mixes. Where the page
/// draws a character tells what belongs together: the characters of one label stand on one line of
/// the common angle.
struct SlantedLabels {
  private(set) var labels: [PlotLabel] = []
  /// What is left of the text without the pieces of such labels, with the boxes of the whole lines.
  private(set) var lines: [(line: TextLine, source: Box)]
  private(set) var sideways: [Word]

  /// Whether short words are left that go on over or under each other at an angle: poppler turns
  /// labels at 45 degrees upright, and then does not tell where their characters are drawn.
  var hasPieces: Bool {
    let words = (lines.flatMap(\.line.words) + sideways).filter { word in
      word.glyphs.count <= 3 && word.glyphs.contains { $0.scalar.isLetter }
    }
    guard words.count >= 2 * Self.least, words.count <= 300 else { return false }
    let found = words.count { word in
      let size = min(word.box.width, word.box.height) / Double(word.glyphs.count).squareRoot()
      return words.contains { other in
        let across = abs(other.box.midX - word.box.midX)
        let down = abs(other.box.midY - word.box.midY)
        return other.glyphs[0].font == word.glyphs[0].font && across > 0.2 * size
          && abs(across - down) < 0.3 * across && across < 3 * size
      }
    }
    return found >= 2 * Self.least
  }

  /// A character with its place along its line and the place of that line.
  private struct Item {
    let glyph: Glyph
    let along: Double
    let line: Double
    let source: Box
  }

  /// Steps from character to character that must agree on the angle.
  private static let least = 4
  private static let limit = 2_000

  init(lines: [TextLine], sideways: [Word], fonts: [Font]) {
    self.lines = lines.map { ($0, $0.box) }
    self.sideways = sideways
    let words =
      lines.flatMap { line in line.words.map { ($0, line.box) } } + sideways.map { ($0, $0.box) }
    let runs = words.flatMap { word, box in word.glyphs.map { ($0, box) } }
    guard runs.count <= Self.limit, let found = Self.angle(runs.map(\.0), fonts) else { return }
    let (sine, cosine) = (sin(found.angle), cos(found.angle))
    let level = Self.level(runs.map(\.0), fonts)
    let items = runs.indices.compactMap { index -> Item? in
      let (glyph, source) = runs[index]
      guard !level[index], found.fonts.contains(glyph.font), let baseline = glyph.baseline else {
        return nil
      }
      let (x, y) = (glyph.box.x0, Double(baseline))
      return Item(
        glyph: glyph, along: x * cosine - y * sine, line: x * sine + y * cosine, source: source)
    }
    var taken: Set<Position> = []
    for group in Self.groups(items, fonts) {
      guard let label = Self.label(group, fonts, cosine: cosine, sine: sine) else { continue }
      labels.append(label)
      for item in group { taken.insert(Position(item.glyph.box)) }
    }
    place()
    remove(taken, fonts)
  }

  /// The angle that steps between characters of one font agree on, and the fonts.
  private static func angle(_ glyphs: [Glyph], _ fonts: [Font]) -> (angle: Double, fonts: Set<Int>)?
  {
    var steps: [(angle: Double, font: Int)] = []
    for (a, b) in zip(glyphs, glyphs.dropFirst()) where a.font == b.font {
      guard let from = a.baseline, let to = b.baseline else { continue }
      let across = b.box.x0 - a.box.x0
      let up = Double(from - to)
      let length = (across * across + up * up).squareRoot()
      let size = fonts[a.font].size
      guard across > 0, length > 0.1 * size, length < 1.4 * size, abs(up) > 0.2 * across,
        abs(up) < 6 * across
      else { continue }
      steps.append((atan2(up, across), a.font))
    }
    guard steps.count >= least, steps.count <= limit else { return nil }
    let sorted = steps.map(\.angle).sorted()
    let slack = 0.03
    var best = (count: 0, middle: 0.0)
    var first = 0
    for last in sorted.indices {
      while sorted[last] - sorted[first] > 2 * slack { first += 1 }
      let count = last - first + 1
      if count > best.count { best = (count, sorted[(first + last) / 2]) }
    }
    guard best.count >= least, best.count * 2 > steps.count else { return nil }
    let own = steps.filter { abs($0.angle - best.middle) <= slack }
    return (best.middle, Set(own.map(\.font)))
  }

  /// Which characters stand level with the one before or behind: titles and numbers.
  private static func level(_ glyphs: [Glyph], _ fonts: [Font]) -> [Bool] {
    var level = Array(repeating: false, count: glyphs.count)
    for index in glyphs.indices.dropLast() {
      let (a, b) = (glyphs[index], glyphs[index + 1])
      guard a.font == b.font, let from = a.baseline, let to = b.baseline else { continue }
      let size = fonts[a.font].size
      if abs(Double(from - to)) < 0.05 * size, abs(b.box.x0 - a.box.x0) < 1.4 * size {
        (level[index], level[index + 1]) = (true, true)
      }
    }
    return level
  }

  /// What stands on one line, without wide gaps.
  private static func groups(_ items: [Item], _ fonts: [Font]) -> [[Item]] {
    var rows: [[Item]] = []
    for item in items.sorted(by: { ($0.line, $0.along) < ($1.line, $1.along) }) {
      let slack = 0.08 * fonts[item.glyph.font].size
      if let last = rows.last?.last, last.glyph.font == item.glyph.font,
        abs(last.line - item.line) < slack
      {
        rows[rows.count - 1].append(item)
      } else {
        rows.append([item])
      }
    }
    return rows.flatMap { row -> [[Item]] in
      var parts: [[Item]] = []
      for item in row.sorted(by: { $0.along < $1.along }) {
        let reach = 1.7 * fonts[item.glyph.font].size
        if let last = parts.last?.last, item.along - last.along < reach {
          parts[parts.count - 1].append(item)
        } else {
          parts.append([item])
        }
      }
      return parts.filter { $0.count > 1 }
    }
  }

  private static func label(_ items: [Item], _ fonts: [Font], cosine: Double, sine: Double)
    -> PlotLabel?
  {
    guard let first = items.first, let last = items.last else { return nil }
    let size = fonts[first.glyph.font].size
    // Boxes have the width of the character across the page, or upwards where poppler turned it.
    func advance(_ item: Item) -> Double {
      let box = item.glyph.box
      return min(box.width / max(cosine, 0.1), box.height / max(abs(sine), 0.1))
    }
    var text = ""
    for (item, next) in zip(items, items.dropFirst()) {
      text.unicodeScalars.append(item.glyph.scalar)
      if next.along - item.along - advance(item) > 0.15 * size { text += " " }
    }
    text.unicodeScalars.append(last.glyph.scalar)
    guard text.contains(where: { $0.isLetter || $0.isASCIIDigit }) else { return nil }
    let boxes = items.map(\.glyph.box)
    var sources: [Box] = []
    for item in items where sources.last.map({ Position($0) }) != Position(item.source) {
      sources.append(item.source)
    }
    return PlotLabel(
      slanted: text, box: boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }, size: size,
      color: fonts[first.glyph.font].color, sources: sources)
  }

  /// Labels stand at their ticks with their ends or with their middles: with what is at equal
  /// distances.
  private mutating func place() {
    guard labels.count >= 3 else { return }
    labels.sort { $0.box.x1 < $1.box.x1 }
    func unevenness(_ place: (Box) -> Double) -> Double {
      let places = labels.map { place($0.box) }
      let steps = zip(places, places.dropFirst()).map { $1 - $0 }
      return (steps.max() ?? 0) - (steps.min() ?? 0)
    }
    let ends = [unevenness(\.midX), unevenness(\.x1), unevenness(\.x0)]
    guard let least = ends.min() else { return }
    for index in labels.indices {
      let box = labels[index].box
      labels[index].anchor = ends[0] == least ? box.midX : ends[1] == least ? box.x1 : box.x0
    }
  }

  private mutating func remove(_ taken: Set<Position>, _ fonts: [Font]) {
    guard !taken.isEmpty else { return }
    func isTaken(_ word: Word) -> Bool {
      word.glyphs.contains { taken.contains(Position($0.box)) }
    }
    lines = lines.compactMap { line, source in
      let rest = line.words.filter { !isTaken($0) }
      guard rest.count < line.words.count else { return (line, source) }
      return rest.isEmpty ? nil : (TextLine(rest, fonts: fonts), source)
    }
    sideways.removeAll(where: isTaken)
  }
}
