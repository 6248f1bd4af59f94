internal import IR

/// Groups the lines of the flow to paragraphs, lists, equations, footnotes, algorithms.
struct BlockBuilder {
  let style: DocumentStyle
  let fonts: [Int: [Font]]
  /// Footnote rules and algorithm boxes of each page.
  let rules: [Int: PageRules]

  private(set) var blocks: [RawBlock] = []
  /// Footnotes of the page that is being read.
  private var pending: [RawBlock] = []
  /// The block that a line may continue: footnotes do not close it.
  private var open: Int?
  /// The lines of notes at the feet of columns.
  private var feet: Set<Int> = []

  init(style: DocumentStyle, fonts: [Int: [Font]], rules: [Int: PageRules]) {
    self.style = style
    self.fonts = fonts
    self.rules = rules
  }

  /// Blocks of all lines, in reading order; footnotes stand after the blocks of their page.
  mutating func build(_ lines: [FlowLine], headings: [Heading]) -> [RawBlock] {
    var starts: [Int: Int] = [:]
    for (index, heading) in headings.enumerated() { starts[heading.lines.lowerBound] = index }
    feet = ColumnFeet(of: lines, headings: headings, fonts: fonts, bodySize: style.bodySize).lines
    var section: Int?
    var at = 0
    while at < lines.count {
      if at > 0, lines[at].page != lines[at - 1].page { flushFootnotes() }
      if let index = starts[at] {
        section = index
        let range = headings[index].lines
        blocks.append(RawBlock(kind: .heading, lines: Array(lines[range]), heading: index))
        open = nil
        at = range.upperBound + 1
        continue
      }
      if let end = algorithmEnd(lines, at) {
        let box = Array(lines[at...end])
        blocks.append(
          RawBlock(
            kind: .algorithm, lines: box, label: AlgorithmBoxes.label(box[0].text), heading: section
          ))
        // One at the top of a page may stand within a sentence that began on the last.
        if let last = open.flatMap({ blocks[$0].lines.last }), endsSentence(last) { open = nil }
        at = end + 1
        continue
      }
      accept(lines[at], section, isNote: feet.contains(at))
      at += 1
    }
    flushFootnotes()
    return blocks
  }

  // MARK: Lines

  private mutating func accept(_ line: FlowLine, _ section: Int?, isNote: Bool) {
    var kind = isNote ? .footnote : kind(of: line)
    if let last = open, blocks[last].heading == section,
      let above = blocks[last].lines.last, [.paragraph, .listItem].contains(blocks[last].kind),
      kind == .code && isPath(line, after: above)
        || kind == .listItem && runsOn(line, after: above, in: blocks[last])
    {
      kind = .paragraph
    }
    if kind == .footnote {
      if startsNote(line) || pending.isEmpty || isApartFromNote(line) {
        pending.append(
          RawBlock(
            kind: .footnote, lines: [line], label: NoteMark(line.text)?.text, heading: section))
      } else {
        pending[pending.count - 1].lines.append(line)
      }
      return
    }
    if let last = open, blocks[last].heading == section, continues(blocks[last], with: line, kind) {
      blocks[last].lines.append(line)
      if let number = line.display?.label { blocks[last].label = number }
    } else {
      blocks.append(
        RawBlock(
          kind: kind, lines: [line],
          label: line.display?.label ?? (kind == .paragraph ? statementLabel(line) : nil),
          heading: section, continues: kind == .paragraph && goesOn(line) ? true : nil))
      open = blocks.count - 1
    }
  }

  private mutating func flushFootnotes() {
    blocks += pending
    pending = []
  }

  private func kind(of line: FlowLine) -> Block.Kind {
    if line.text.utf8.count == 8, line.text.lowercased() == "abstract" { return .heading }
    if isFootnote(line) { return .footnote }
    if line.display != nil { return .equation }
    if ListMarker(line.text) != nil { return .listItem }
    if isCode(line) { return .code }
    return .paragraph
  }

  /// Whether a line in a typewriter face belongs to the text: it may hold a path and nothing else.
  private func isPath(_ line: FlowLine, after last: FlowLine) -> Bool {
    // Typewriter faces have lower boxes than others: the gap between two says little.
    !endsSentence(last)
      && (line.gapAbove == nil || line.line.baseline - last.line.baseline < 1.35 * last.line.size)
  }

  /// Whether a line goes on with a sentence, of which a number happens to come first.
  private func runsOn(_ line: FlowLine, after last: FlowLine, in block: RawBlock) -> Bool {
    // An abstract may be narrower than its column.
    let right = block.lines.count > 2 ? block.lines.map(\.line.box.x1).max() : nil
    let reaches = right.map { last.line.box.x1 > $0 - 2.5 * last.line.size } ?? isFull(last)
    guard let gap = line.gapAbove, gap <= style.lineGap + 0.3 * line.line.size,
      let marker = ListMarker(line.text), !marker.isBullet, reaches,
      block.lines.contains(where: { marker.follows(in: $0.text) })
        || (!endsSentence(last) || Abbreviation.ends(last.text)) && last.text.last != ";"
    else { return false }
    return abs(line.line.box.x0 - last.line.box.x0) < 2
      || last.line.box.x0 > line.line.box.x0 && line.line.box.x0 < line.column.lowerBound + 2
  }

  // MARK: Joining

  private func continues(_ block: RawBlock, with line: FlowLine, _ kind: Block.Kind) -> Bool {
    if let display = line.display { return block.kind == .equation && !display.begins }
    guard let last = block.lines.last, abs(last.line.size - line.line.size) < 1.1 else {
      return false
    }
    switch (block.kind, kind) {
    case (.code, .code): return line.gapAbove.map { $0 < 1.5 * line.line.size } ?? true
    case (.paragraph, .paragraph): return !beginsParagraph(line, after: last, in: block)
    case (.paragraph, .code):
      // A path or a name in a typewriter face may fill a line of its own.
      return (!endsSentence(last) || line.text.first?.isLowercase == true) && isFull(last)
        && line.gapAbove.map { $0 < style.lineGap + 2 } ?? false
    case (.listItem, .paragraph): return continuesItem(line, of: block)
    default: return false
    }
  }

  /// Whether a line behind a display goes on with the sentence before it.
  private func goesOn(_ line: FlowLine) -> Bool {
    guard let open, blocks[open].kind == .equation, let display = blocks[open].lines.last else {
      return false
    }
    let isIndented = line.line.box.x0 > line.column.lowerBound + 0.8 * line.line.size
    // The number stands behind the full stop.
    let number = display.display?.label.map { " (\($0))" } ?? ""
    let formula = display.text.hasSuffix(number) ? display.text.dropLast(number.count) : ""
    return !isIndented && (!startsUpper(line) || formula.last.map { ".;".contains($0) } != true)
  }

  /// `Theorem 2`, `Proof`: the head of a statement, set apart from the text by its font or by a full
  /// stop.
  private func statementLabel(_ line: FlowLine) -> String? {
    guard let label = StatementHead.label(line.text) else { return nil }
    guard let first = line.line.words.first?.glyphs.first, let font = fonts[line.page]?[first.font],
      font.style != style.bodyStyle || StatementHead.isClosed(label, in: line.text)
    else { return nil }
    return label
  }

  private func beginsParagraph(_ line: FlowLine, after last: FlowLine, in block: RawBlock) -> Bool {
    if statementLabel(line) != nil, endsSentence(last) { return true }
    let size = line.line.size
    let isIndented = line.line.box.x0 > line.column.lowerBound + 0.8 * size
    let lastIndented = last.line.box.x0 > last.column.lowerBound + 0.8 * size
    guard let gap = line.gapAbove, line.page == last.page, line.side == last.side else {
      // A new column or page: the paragraph goes on unless it has ended or this line is indented.
      return endsSentence(last) && (isIndented || !isFull(last) || startsUpper(line))
    }
    if gap > style.lineGap + 0.42 * size { return !isSetWide(line, gap, after: last, in: block) }
    if isIndented, !lastIndented, abs(line.line.box.x0 - last.line.box.x0) > 0.7 * size {
      return endsSentence(last) || !isFull(last)
    }
    return endsSentence(last) && !isFull(last) && startsUpper(line)
      && (last.line.box.width < 0.8 * line.line.box.width || headsText(line, after: last))
  }

  /// Whether a line begins in bold behind text that is not: the head of a paragraph.
  private func headsText(_ line: FlowLine, after last: FlowLine) -> Bool {
    func isBold(_ word: Word?, on page: Int) -> Bool {
      word?.glyphs.first.flatMap { fonts[page]?[$0.font] }?.style.isBold ?? false
    }
    return isBold(line.line.words.first, on: line.page)
      && !isBold(last.line.words.last, on: last.page)
  }

  /// Whether text with more space between its lines than most of the paper, as abstracts have it,
  /// goes on: in the middle of a sentence, or at the distance of the lines before.
  private func isSetWide(
    _ line: FlowLine, _ gap: Double, after last: FlowLine, in block: RawBlock
  ) -> Bool {
    let size = line.line.size
    let indent = last.line.box.x0 - line.line.box.x0
    // Small type may have the lines of the paper's text; the first line of a paragraph may be indented.
    let widest = max(size, 1.1 * (style.bodySize + style.lineGap) - size)
    guard gap < widest, indent > -2, indent < (block.lines.count > 1 ? 2 : 3 * size),
      line.line.words.count > 1
    else { return false }
    let right = block.lines.suffix(8).map(\.line.box.x1).max() ?? 0
    if last.line.box.x1 < right - 2.5 * size, startsUpper(line) { return false }
    // A word in another face makes the box of a line higher, and the gap above it smaller.
    if last.gapAbove != nil, let before = block.lines.dropLast().last {
      let step = last.line.baseline - before.line.baseline
      return abs(line.line.baseline - last.line.baseline - step) < 0.12 * size
    }
    return !endsSentence(last) && min(last.line.words.count, line.line.words.count) > 7
      && last.line.box.x1 > line.line.box.x1 - 2.5 * size
  }

  private func continuesItem(_ line: FlowLine, of block: RawBlock) -> Bool {
    guard let last = block.lines.last, let first = block.lines.first else { return false }
    guard let gap = line.gapAbove, line.page == last.page, line.side == last.side else {
      return !endsSentence(last)
    }
    guard gap <= style.lineGap + 0.42 * line.line.size else { return false }
    // A hanging indent goes on; a return to the margin after a full stop does not.
    let isSetIn = abs(line.line.box.x0 - last.line.box.x0) > 1.5 && block.lines.count > 1
    if isSetIn, endsSentence(last), !isFull(last) { return false }
    let hangs = line.line.box.x0 > first.line.box.x0 + 2
    return hangs || !endsSentence(last)
  }

  private func endsSentence(_ line: FlowLine) -> Bool {
    let text = line.text.trimmed(of: "”\")’]")
    return text.last.map { ".!?:。！？：".contains($0) } ?? true
  }

  private func isFull(_ line: FlowLine) -> Bool {
    line.line.box.x1 > line.column.upperBound - 2.5 * line.line.size
  }

  private func startsUpper(_ line: FlowLine) -> Bool {
    line.text.first.map { !$0.isLowercase } ?? false
  }

  // MARK: Kinds

  /// Small text at the foot of a column: below a short rule, or begun by a raised mark.
  private func isFootnote(_ line: FlowLine) -> Bool {
    guard line.line.size < style.bodySize - 0.6 else { return false }
    if !pending.isEmpty, pending.last?.lines.last?.side == line.side { return true }
    return startsNote(line) && isBelowFootnoteRule(line)
  }

  /// Whether a line stands further below a note than the note's own lines from each other: journals
  /// and conferences set a notice there.
  private func isApartFromNote(_ line: FlowLine) -> Bool {
    guard let note = pending.last, let last = note.lines.last, let gap = line.gapAbove,
      endsSentence(last) || !isFull(last), line.line.box.x0 < line.column.lowerBound + 1
    else { return false }
    let usual = note.lines.count > 1 ? last.gapAbove ?? 0 : 0
    return gap > max(0.5 * line.line.size, usual + 0.3 * line.line.size)
  }

  private func isBelowFootnoteRule(_ line: FlowLine) -> Bool {
    (rules[line.page]?.horizontal ?? []).contains { rule in
      rule.box.width > 30
        && rule.box.width < 0.6 * (line.column.upperBound - line.column.lowerBound) + 60
        && abs(rule.box.x0 - line.column.lowerBound) < 12 && rule.y < line.line.box.midY
        && line.line.box.midY - rule.y < 160
    }
  }

  /// A raised letter begins no note that another is open above: it goes on with a formula.
  private func startsNote(_ line: FlowLine) -> Bool {
    guard line.text.first == "^" else {
      return line.text.unicodeScalars.first?.isNoteSign ?? false
    }
    return pending.isEmpty || line.text.dropFirst().first { $0 != "{" }?.isLetter != true
  }

  private func isCode(_ line: FlowLine) -> Bool {
    let table = fonts[line.page] ?? []
    guard line.line.font < table.count, line.line.purity > 0.9 else { return false }
    return table[line.line.font].style.isMonospaced
      && !style.bodyStyle.isMonospaced
  }
}
