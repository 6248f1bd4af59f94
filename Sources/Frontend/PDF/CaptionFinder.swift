internal import IR

/// A caption with the lines that belong to it.
struct Caption {
  let label: ExhibitLabel
  var lines: [TextLine]
  var box: Box

  /// Bottom of the characters of its last line; tall symbols may reach below.
  var bottom: Double { lines.map(\.bottom).max() ?? box.y1 }
}

/// Finds captions: lines that begin with the printed name of a table or figure.
struct CaptionFinder {
  let page: PageLayout
  let bodySize: Double
  /// Between lines of the text: manuscripts have captions as wide as it.
  var lineGap = 0.0

  /// The captions of the page, top to bottom, and the segments that they take.
  func find() -> [Caption] {
    let ordered = page.segments.sorted { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
    let starts = ordered.compactMap { line -> (line: TextLine, start: CaptionStart)? in
      guard let start = CaptionStart(page.text(of: line)), isCaption(line, start, ordered) else {
        return nil
      }
      return (line, start)
    }
    var captions: [Caption] = []
    var taken: Set<Position> = []
    for (line, start) in starts where !taken.contains(Position(line.box)) {
      // What stands below the first line of a neighbour continues the neighbour.
      let neighbours = starts.map(\.line).filter { abs($0.box.x0 - line.box.x0) > 10 }
      let free = ordered.filter { other in
        !taken.contains(Position(other.box))
          && !neighbours.contains { continues($0, with: other) }
      }
      let caption = grow(from: line, start, among: free)
      taken.formUnion(caption.lines.map { Position($0.box) })
      captions.append(caption)
    }
    return captions
  }

  /// Whether a line begins where a caption does, a few lines below it.
  private func continues(_ first: TextLine, with line: TextLine) -> Bool {
    abs(line.box.x0 - first.box.x0) < 2 && line.box.midY > first.box.midY - 1
      && line.box.y0 - first.box.y1 < 4 * first.size
  }

  private func isCaption(_ line: TextLine, _ start: CaptionStart, _ lines: [TextLine]) -> Bool {
    switch start.ending {
    case .colon: true
    case .nothing: isSetApart(line, lines) && isAlone(line, lines)
    case .period, .other:
      hasOwnStyle(line, start)
        || (start.ending == .period && isSetApart(line, lines) && !isRunIn(line, lines))
        || (isTitled(line, start) && isSetApart(line, lines) && isAlone(line, lines))
    }
  }

  /// Whether the name is set in another font than the words after it.
  private func hasOwnStyle(_ line: TextLine, _ start: CaptionStart) -> Bool {
    guard line.words.count > start.words, let label = line.words.first?.glyphs.first,
      let rest = line.words[start.words].glyphs.first
    else { return false }
    let name = page.fonts[label.font].name
    return name != page.fonts[rest.font].name && page.fonts[label.font].style.isBold
  }

  /// Whether the name and the words after it, which begin like a title, are in bold: the first
  /// sentence of a caption may be.
  private func isTitled(_ line: TextLine, _ start: CaptionStart) -> Bool {
    guard line.words.count > start.words, line.size < bodySize + 0.7 else { return false }
    let rest = line.words[start.words]
    return rest.text.first?.isUppercase == true
      && [line.words[0], rest].allSatisfy { word in
        word.glyphs.first.map { page.fonts[$0.font].style.isBold } ?? false
      }
  }

  /// Whether nothing stands beside it: cells of tables that list tables do not.
  private func isAlone(_ line: TextLine, _ lines: [TextLine]) -> Bool {
    !lines.contains { other in
      Position(other.box) != Position(line.box)
        && abs(other.box.midY - line.box.midY) < 0.3 * line.size
        && page.side(of: other.box) == page.side(of: line.box)
    }
  }

  /// Whether a few words stand before it in its row, as the run-in heading of a paragraph does.
  private func isRunIn(_ line: TextLine, _ lines: [TextLine]) -> Bool {
    lines.contains { other in
      abs(other.bottom - line.bottom) < 0.2 * line.size && other.box.x1 < line.box.x0
        && line.box.x0 - other.box.x1 < 2.5 * line.size
        && page.side(of: other.box) == page.side(of: line.box)
        && CaptionStart(page.text(of: other)) == nil
    }
  }

  /// Whether no line of running text ends right above.
  private func isSetApart(_ line: TextLine, _ lines: [TextLine]) -> Bool {
    !lines.contains { other in
      other.box.y1 <= line.box.midY && line.box.y0 - other.box.y1 < 0.55 * line.size
        && other.box.x0 < line.box.x1 && other.box.x1 > line.box.x0
        && abs(other.size - line.size) < 0.4 && other.words.count > 4
    }
  }

  private func grow(from first: TextLine, _ start: CaptionStart, among lines: [TextLine]) -> Caption
  {
    let label = start.label
    var caption = Caption(label: label, lines: [first], box: first.box)
    // A name alone may be set in another size than the words after it.
    let isBare = first.words.count <= start.words
    addRow(of: first, to: &caption, among: lines, sizeSlack: isBare ? 2 : 0.6)
    while isBare, let next = titleRow(below: caption, among: lines) {
      caption.lines.append(next)
      caption.box = caption.box.union(next.box)
    }
    var spacing: (gap: Double, pitch: Double)?
    while let next = nextRow(below: caption, among: lines, isBare: isBare) {
      let gap = next.box.y0 - caption.box.y1
      // Boxes are as tall as their fonts say; baselines are as even as the lines are.
      let pitch = next.bottom - caption.bottom
      guard
        spacing.map({ gap < $0.gap + 0.15 * first.size || pitch < $0.pitch + 0.1 * first.size })
          ?? (gap < 0.65 * first.size) || isSetWide(caption, gap),
        !isCrossedByRule(from: caption.box.y1, to: next.box.midY, caption.box),
        CaptionStart(page.text(of: next)).map({ !isCaption(next, $0, lines) }) ?? true,
        label.kind == .figure || !isRowOfCells(next, below: caption, lines)
      else { break }
      if gap < 0.65 * first.size { spacing = spacing ?? (gap, pitch) }
      caption.lines.append(next)
      caption.box = caption.box.union(next.box)
      addRow(of: next, to: &caption, among: lines)
    }
    return caption
  }

  /// Whether a line at some distance goes on with a caption of a manuscript: the line before it is
  /// full.
  private func isSetWide(_ caption: Caption, _ gap: Double) -> Bool {
    guard lineGap > 0.65 * bodySize, let last = caption.lines.last else { return false }
    let right = page.extent(of: page.side(of: caption.box)).upperBound
    return gap < lineGap + 0.15 * bodySize && last.box.x1 > right - 4 * last.size
  }

  /// The next line of a title in italics below a name that stands alone at the edge, as manuscripts
  /// with double spacing have it.
  private func titleRow(below caption: Caption, among lines: [TextLine]) -> TextLine? {
    let size = caption.lines[0].size
    return lines.first { line in
      let gap = line.box.y0 - caption.box.y1
      return gap > 0.65 * size && gap < 1.6 * size && abs(line.box.x0 - caption.lines[0].box.x0) < 2
        && abs(line.size - size) < 0.6 && page.fonts[line.font].style.isItalic
        && !isCrossedByRule(from: caption.box.y1, to: line.box.midY, caption.box)
    }
  }

  /// Whether other words stand under the caption, far to the right: the first row of a table that
  /// is set tight to it.
  private func isRowOfCells(_ line: TextLine, below caption: Caption, _ lines: [TextLine]) -> Bool {
    lines.contains { other in
      abs(other.box.midY - line.box.midY) < 0.3 * line.size
        && other.box.x0 - line.box.x1 > 2.5 * line.size && other.box.midX < caption.box.x1
    }
  }

  /// Adds what continues a line on the same baseline after a wide gap.
  private func addRow(
    of line: TextLine, to caption: inout Caption, among lines: [TextLine], sizeSlack: Double = 0.6
  ) {
    var end = line.box.x1
    for other in lines where isBeside(other, line) {
      guard other.box.x0 >= end - 1, other.box.x0 - end < 2.5 * line.size,
        abs(other.size - line.size) < sizeSlack,
        page.side(of: other.box) == page.side(of: line.box),
        CaptionStart(page.text(of: other)) == nil
      else { continue }
      caption.lines.append(other)
      caption.box = caption.box.union(other.box)
      end = other.box.x1
    }
  }

  /// Whether two lines stand on one row: a piece of a tall bracket may make one of them higher.
  private func isBeside(_ a: TextLine, _ b: TextLine) -> Bool {
    min(abs(a.box.midY - b.box.midY), abs(a.bottom - b.bottom)) < 0.3 * b.size
  }

  /// The nearest line below in the same font size and column. A name that stands alone is centred
  /// above the words of the caption, which may be set in small capitals.
  private func nextRow(below caption: Caption, among lines: [TextLine], isBare: Bool) -> TextLine? {
    let size = caption.lines.last?.size ?? 0
    let isName = isBare && caption.lines.count == 1
    return lines.first { line in
      let isCentred = isName && abs(line.box.midX - caption.box.midX) < 2 * size
      let isSmallCaps =
        isCentred && line.size > 0.7 * size && line.size < size
        && HeadingWords.isUppercase(line.text)
      return line.bottom > caption.bottom + 0.5 * size
        && line.box.y0 - caption.box.y1 < max(size, lineGap + 1)
        && (abs(line.size - size) < 0.6 || isSmallCaps)
        && line.box.x0 < caption.box.x1 && line.box.x1 > caption.box.x0
        && (isCentred || line.box.x0 > caption.box.x0 - 4 * size)
        && (page.side(of: caption.box) == .full
          || page.side(of: line.box) == page.side(of: caption.box))
    }
  }

  private func isCrossedByRule(from top: Double, to bottom: Double, _ box: Box) -> Bool {
    page.marks.contains { mark in
      mark.shape == .horizontal && mark.kind != .clip && mark.box.width > 20
        && mark.box.midY > top - 1 && mark.box.midY < bottom
        && mark.box.x0 < box.x1 && mark.box.x1 > box.x0
    }
  }
}

/// The printed name at the start of a caption: `Table 3:`, `Fig. 2.`, `TABLE IV`, `Figure A.1 |`.
struct CaptionStart {
  enum Ending { case colon, period, nothing, other }

  let label: ExhibitLabel
  let ending: Ending
  /// Words that the name takes.
  let words: Int

  private static let names: [String: ExhibitKind] = [
    "table": .table, "tab.": .table, "figure": .figure, "fig.": .figure, "fig": .figure,
  ]

  init?(_ text: String) {
    // Every line of a paper is asked: `Table`, `Figure`, `Extended`, `Supplementary`, `Appendix`.
    guard let initial = text.utf8.first, "TFESA".utf8.contains(initial) else { return nil }
    let words = text.words(maxSplits: 3)
    guard let first = words.first else { return nil }
    var name = first.lowercased()
    var rest = words.dropFirst().first.map(String.init)
    var used = 2
    if name == "extended" || name == "supplementary" || name == "appendix", words.count > 2 {
      name = words[1].lowercased()
      rest = String(words[2])
      used = 3
    }
    guard let kind = Self.names[name], let first = name.first, first.isLetter,
      text.first?.isUppercase == true, let rest
    else { return nil }
    let number = String(rest.prefix { $0.isAlphanumeric || $0 == "." || $0 == "-" })
      .trimmed(of: ".-")
    guard Self.isNumber(number) else { return nil }
    label = ExhibitLabel(kind: kind, number: number)
    self.words = used
    let after = rest.dropFirst(number.count)
    if let mark = after.first {
      ending = mark == ":" || mark == "|" ? .colon : mark == "." ? .period : .other
    } else if words.count > used {
      let next = words[used]
      ending = next.first.map { ":|—–".contains($0) } == true ? .colon : .other
    } else {
      ending = .nothing
    }
  }

  /// `3`, `12`, `A1`, `A.2`, `S3`, `IV`, `3.2`.
  private static func isNumber(_ text: String) -> Bool {
    guard let first = text.first, text.count <= 6 else { return false }
    if first.isASCIIDigit { return text.allSatisfy { $0.isASCIIDigit || $0 == "." || $0 == "-" } }
    if RomanNumeral.value(of: text) != nil { return true }
    let rest = text.dropFirst()
    return first.isUppercase && !rest.isEmpty
      && rest.allSatisfy { $0.isASCIIDigit || $0 == "." || $0 == "-" }
      && rest.contains(where: \.isASCIIDigit)
  }
}

extension TextLine {
  /// Splits where a caption begins beside running text: `… is shown   Figure 3: …`.
  func splitAtCaption(fonts: [Font]) -> [TextLine] {
    guard words.count > 3 else { return [self] }
    let start = words.indices.dropFirst().first { index in
      guard let first = words[index].glyphs.first?.scalar, first == "T" || first == "F",
        words[index].box.x0 - words[index - 1].box.x1 > 0.45 * size
      else { return false }
      // A name takes three words at most, and small capitals are words of their own.
      let rest = TextLine(Array(words[index...].prefix(8)), fonts: fonts).text
      return CaptionStart(rest)?.ending == .colon
    }
    guard let start else { return [self] }
    return [
      TextLine(Array(words[..<start]), fonts: fonts),
      TextLine(Array(words[start...]), fonts: fonts),
    ]
  }
}
