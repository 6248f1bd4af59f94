internal import IR

/// A heading as it was found: its lines in the flow and its place in the tree.
struct Heading {
  /// Indexes of its lines in the flow.
  let lines: ClosedRange<Int>
  let number: HeadingNumber?
  /// Without the number.
  let title: String
  let level: Int
  var isAppendix = false
}

/// Finds headings by outline, typography and numbering together.
struct SectionFinder {
  let lines: [FlowLine]
  let fonts: [Int: [Font]]
  let style: DocumentStyle
  let outline: [String: Int]
  private let outlineEndings: TitleEndings
  /// Pages of a table of contents.
  let contents: Set<Int>
  /// The faces that set running text: a paper may have several, where its appendix is smaller.
  private let textFaces: Set<Face>

  private struct Face: Hashable {
    let font: String
    let size: Int

    init(_ font: Font, _ size: Double) {
      self.font = font.name
      self.size = Int((size * 2).rounded())
    }
  }

  /// Headings set fewer of a paper's lines than this.
  private static let textShare = 0.05

  /// `outline` entries are bookmark titles with depths from 0.
  init(
    lines: [FlowLine], fonts: [Int: [Font]], style: DocumentStyle,
    outline: [(title: String, depth: Int)]
  ) {
    self.lines = lines
    self.fonts = fonts
    self.style = style
    var depths: [String: Int] = [:]
    for entry in outline { depths[HeadingWords.key(entry.title)] = entry.depth }
    self.outline = depths
    outlineEndings = TitleEndings(depths.keys)
    textFaces = Self.textFaces(of: lines, fonts)
    contents = Contents.pages(lines)
  }

  private static func textFaces(of lines: [FlowLine], _ fonts: [Int: [Font]]) -> Set<Face> {
    var counts: [Face: Int] = [:]
    for line in lines { counts[Face(font(of: line, fonts), line.line.size), default: 0] += 1 }
    let least = max(20, Int(textShare * Double(lines.count)))
    return Set(counts.filter { $0.value >= least }.keys)
  }

  /// In flow order. Lines before `start` are front matter.
  func find(from start: Int) -> [Heading] {
    let candidates = withoutTitle(
      withoutContents(candidates(from: start)), isBelowAbstract: start > 0)
    var accepted: [Heading] = []
    var numbering = Numbering()
    let numberedLooks = looksOfNumbered(candidates)
    let looks = numberedLooks.isEmpty ? looksOfNamed(candidates) : numberedLooks
    for candidate in candidates {
      if let number = soundNumber(of: candidate, &numbering, numberedLooks) {
        accepted.append(
          Heading(
            lines: candidate.lines, number: number, title: candidate.title, level: number.level,
            isAppendix: number.isAppendix))
      } else if let level = unnumberedLevel(candidate, looks, isNumbered: !numberedLooks.isEmpty),
        !isFrontMatter(candidate, accepted, looks, isBelowAbstract: start > 0)
      {
        let title = fullTitle(candidate)
        if HeadingWords.isBibliography(title) { numbering.passBibliography() }
        accepted.append(
          Heading(lines: candidate.lines, number: nil, title: title, level: level))
      }
    }
    return markAppendices(accepted)
  }

  /// Names and labels above the first section look like headings; below the abstract those that
  /// are set as sections are some.
  private func isFrontMatter(
    _ candidate: Candidate, _ accepted: [Heading], _ looks: [Look: Int], isBelowAbstract: Bool
  ) -> Bool {
    let key = HeadingWords.key(candidate.title)
    if accepted.isEmpty, !isBelowAbstract, isByline(candidate) { return true }
    guard looks.values.contains(1), accepted.isEmpty, lines[candidate.lines.lowerBound].page == 1,
      outline[key] == nil, !HeadingWords.usualNames.contains(key)
    else { return false }
    return !isBelowAbstract || looks[candidate.look] != 1 || HeadingWords.frontLabels.contains(key)
  }

  private func fullTitle(_ candidate: Candidate) -> String {
    candidate.number == nil ? candidate.title : joined(candidate.lines)
  }

  // MARK: Candidates

  private func candidates(from start: Int) -> [Candidate] {
    var found: [Candidate] = []
    var index = start
    while index < lines.count {
      if let candidate = candidate(at: index) {
        found.append(candidate)
        index = candidate.lines.upperBound + 1
      } else {
        index += 1
      }
    }
    return found
  }

  private func candidate(at index: Int) -> Candidate? {
    let line = lines[index]
    guard (1...18).contains(line.text.wordCount),
      !contents.contains(line.page) || !Contents.isEntry(line)
    else { return nil }
    let font = font(of: line)
    let look = font.style
    let size = headSize(of: line)
    let isLarger =
      size > style.bodySize + 0.7 && !textFaces.contains(Face(font, line.line.size))
    let caps = HeadingWords.isUppercase(line.text)
    let isNumbered = isLarger || look.isItalic ? HeadingNumber(line.text.words()) != nil : false
    // A name in a title may be in a face of its own: `3 Recency Bias COMPONENTS`.
    guard line.line.purity > 0.6 || caps || (isLarger && isNumbered) else { return nil }
    let isBold = look.isBold || (look.isSmallCaps && !style.bodyStyle.isSmallCaps)
    let isNumberedItalic = look.isItalic && isNumbered
    guard isBold || isLarger || caps || isNumberedItalic || isBookmarked(line.text) else {
      return nil
    }
    guard !look.isMath, !look.isMonospaced else { return nil }
    let last = lastLine(of: index, look: font.name)
    let title = joined(index...last)
    let words = title.words()
    let number = HeadingNumber(words)
    let rest = number.map { words.dropFirst($0.words).joined(separator: " ") }
    let name = rest ?? title
    guard HeadingWords.isTitle(name, isNumbered: number != nil),
      ListMarker(line.text) == nil || number != nil,
      number != nil || line.line.purity > 0.9 || caps
    else { return nil }
    return Candidate(
      lines: index...last, number: number, title: name,
      look: Look(font: font.name, size: Int((size * 2).rounded()), isUppercase: caps),
      isBold: isBold, isLarger: isLarger, isApart: isApart(index...last))
  }

  /// The last line of a heading that was broken over lines.
  private func lastLine(of index: Int, look: String) -> Int {
    var last = index
    while last + 1 < lines.count, last - index < 3 {
      let next = lines[last + 1]
      guard let gap = next.gapAbove, gap < 0.55 * next.line.size, next.page == lines[last].page,
        font(of: next).name == look, abs(next.line.size - lines[index].line.size) < 0.3,
        next.line.purity > 0.6, HeadingNumber(next.text.words()) == nil,
        lines[last].line.box.width > 0.55
          * (lines[last].column.upperBound - lines[last].column.lowerBound)
          || next.text.first?.isLowercase == true
      else { break }
      last += 1
    }
    return last
  }

  func joined(_ range: ClosedRange<Int>) -> String {
    range.map { lines[$0].text }.joined(separator: " ")
  }

  func font(of line: FlowLine) -> Font { Self.font(of: line, fonts) }

  private static func font(of line: FlowLine, _ fonts: [Int: [Font]]) -> Font {
    let table = fonts[line.page] ?? []
    return line.line.font < table.count ? table[line.line.font] : Font(name: "", size: 0, color: 0)
  }

  private func isBookmarked(_ text: String) -> Bool {
    // `(see the` stands before `Appendix).`
    !outline.isEmpty && outlineEndings.mayHold(text) && outline[HeadingWords.key(text)] != nil
      && (text.contains("(") || !text.contains(")"))
  }

  // MARK: Judgement

  /// Looks that several numbered candidates in sequence share.
  private func looksOfNumbered(_ candidates: [Candidate]) -> [Look: Int] {
    var levels: [Look: [Int: Int]] = [:]
    var numbering = Numbering()
    for candidate in candidates {
      guard let printed = candidate.number,
        let number = numbering.accept(printed, isCertain: isBookmarked(candidate))
      else { continue }
      levels[candidate.look, default: [:]][number.level, default: 0] += 1
    }
    let looks = levels.compactMapValues { counts in
      counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }
    let largest = sizes(of: looks)
    return looks.filter { look, level in look.size > largest[level, default: 0] - 2 }
  }

  /// The largest size of each level, in half points: numbered items of a list or a form go on
  /// where the sections end, and are smaller.
  private func sizes(of looks: [Look: Int]) -> [Int: Int] {
    looks.reduce(into: [:]) { sizes, entry in
      sizes[entry.value] = max(sizes[entry.value, default: 0], entry.key.size)
    }
  }

  private func soundNumber(
    of candidate: Candidate, _ numbering: inout Numbering, _ looks: [Look: Int]
  ) -> HeadingNumber? {
    guard let number = candidate.number else { return nil }
    let isCertain = isBookmarked(candidate)
    // A heading under a short line may not look apart; its own look and number tell it then.
    guard
      isCertain || number.style != .arabic
        || candidate.look.size > sizes(of: looks)[number.level, default: 0] - 2
    else { return nil }
    let hasOwnLook =
      candidate.isBold && candidate.isLarger && looks[candidate.look] == number.level
    guard
      isCertain || hasOwnLook
        || (candidate.isApart
          && (looks[candidate.look] != nil || candidate.isBold || candidate.isLarger))
    else { return nil }
    return numbering.accept(number, isCertain: isCertain)
  }

  private func isBookmarked(_ candidate: Candidate) -> Bool {
    outline[HeadingWords.key(candidate.title)] != nil
  }

  /// `isNumbered` tells whether the paper numbers its sections.
  private func unnumberedLevel(
    _ candidate: Candidate, _ looks: [Look: Int], isNumbered: Bool
  ) -> Int? {
    let key = HeadingWords.key(candidate.title)
    if let depth = outline[key] ?? outline[HeadingWords.key(joined(candidate.lines))] {
      return depth + 1
    }
    guard candidate.isApart, candidate.isBold || candidate.isLarger || candidate.look.isUppercase,
      !isSentence(candidate)
    else {
      return nil
    }
    if HeadingWords.backMatter.contains(key) { return 1 }
    if HeadingWords.usualNames.contains(where: { key == $0 || key.hasPrefix($0 + " ") }),
      candidate.title.wordCount <= 6,
      candidate.number == nil || candidate.isLarger
    {
      return looks[candidate.look] ?? 1
    }
    guard candidate.number == nil, !candidate.title.hasSuffix("."),
      let level = looks[candidate.look]
    else {
      // Without numbers the size alone tells sections from their parts.
      return isNumbered || !candidate.isLarger
        ? nil : looks.keys.contains { $0.size > candidate.look.size } ? 2 : 1
    }
    return level
  }

  /// Sections after the word `Appendix`, and those numbered by letters, are appendices.
  private func markAppendices(_ headings: [Heading]) -> [Heading] {
    var inAppendix = false
    return headings.map { heading in
      var heading = heading
      let key = HeadingWords.key(heading.title)
      if key.hasPrefix("appendix") || key.hasPrefix("supplementary") { inAppendix = true }
      if let number = heading.number, number.style != .letter { inAppendix = false }
      heading.isAppendix = heading.isAppendix || inAppendix
      return heading
    }
  }
}
