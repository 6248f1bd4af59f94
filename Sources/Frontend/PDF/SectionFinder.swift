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

  /// `outline` entries are bookmark titles with depths from 0.
  init(
    lines: [FlowLine], fonts: [Int: [Font]], style: DocumentStyle,
    outline: [(title: String, depth: Int)]
  ) {
    self.lines = lines
    self.fonts = fonts
    self.style = style
    var depths: [String: Int] = [:]
    for entry in outline { depths[Self.key(entry.title)] = entry.depth }
    self.outline = depths
  }

  /// How a heading is set; headings of one level share it.
  private struct Look: Hashable {
    let font: String
    let size: Int
    let isUppercase: Bool
  }

  private struct Candidate {
    let lines: ClosedRange<Int>
    let number: HeadingNumber?
    let title: String
    let look: Look
    let isBold: Bool
    let isLarger: Bool
    let isApart: Bool
  }

  /// In flow order. Lines before `start` are front matter.
  func find(from start: Int) -> [Heading] {
    let candidates = candidates(from: start)
    var accepted: [Heading] = []
    var numbering = Numbering()
    let numberedLooks = looksOfNumbered(candidates)
    for candidate in candidates {
      if let number = soundNumber(of: candidate, &numbering, numberedLooks) {
        accepted.append(
          Heading(
            lines: candidate.lines, number: number, title: candidate.title, level: number.level,
            isAppendix: number.isAppendix))
      } else if let level = unnumberedLevel(candidate, numberedLooks),
        !isFrontMatter(candidate, accepted, isNumberedPaper: numberedLooks.values.contains(1))
      {
        accepted.append(
          Heading(
            lines: candidate.lines, number: nil, title: fullTitle(candidate), level: level))
      }
    }
    return markAppendices(accepted)
  }

  /// Names and labels above the first section look like headings.
  private func isFrontMatter(
    _ candidate: Candidate, _ accepted: [Heading], isNumberedPaper: Bool
  ) -> Bool {
    isNumberedPaper && accepted.isEmpty && lines[candidate.lines.lowerBound].page == 1
      && outline[Self.key(candidate.title)] == nil
      && !Self.usualNames.contains(Self.key(candidate.title))
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
    let words = line.text.split(separator: " ")
    guard !words.isEmpty, words.count <= 18, line.line.purity > 0.6 || isUppercase(line.text) else {
      return nil
    }
    let fontName = font(of: line).name
    let look = font(of: line).style
    let isLarger = line.line.size > style.bodySize + 0.7
    let isBold = look.isBold || (look.isSmallCaps && !style.bodyStyle.isSmallCaps)
    let caps = isUppercase(line.text)
    let isNumberedItalic = look.isItalic && HeadingNumber(words) != nil
    guard isBold || isLarger || caps || isNumberedItalic || isBookmarked(line.text) else {
      return nil
    }
    guard !look.isMath, !look.isMonospaced else { return nil }
    let last = lastLine(of: index, look: fontName)
    let title = joined(index...last)
    let number = HeadingNumber(title.split(separator: " "))
    let rest = number.map { title.split(separator: " ").dropFirst($0.words).joined(separator: " ") }
    let name = rest ?? title
    guard isTitle(name, isNumbered: number != nil), ListMarker(line.text) == nil || number != nil,
      number != nil || line.line.purity > 0.9 || caps
    else { return nil }
    return Candidate(
      lines: index...last, number: number, title: name,
      look: Look(font: fontName, size: Int((line.line.size * 2).rounded()), isUppercase: caps),
      isBold: isBold, isLarger: isLarger, isApart: isApart(index...last))
  }

  /// A heading's words: some letters, a capital or digit first, no sentence.
  private func isTitle(_ name: String, isNumbered: Bool) -> Bool {
    guard let first = name.first,
      name.letterCount >= 3 || (isNumbered && name.count > 1)
    else { return false }
    guard first.isUppercase || first.isNumber || !first.isLetter || isNumbered else { return false }
    guard name.count < 160, !name.hasSuffix(","), !name.hasSuffix(";") else { return false }
    return !name.hasSuffix(".") || name.split(separator: " ").count <= 8
  }

  /// The last line of a heading that was broken over lines.
  private func lastLine(of index: Int, look: String) -> Int {
    var last = index
    while last + 1 < lines.count, last - index < 3 {
      let next = lines[last + 1]
      guard let gap = next.gapAbove, gap < 0.55 * next.line.size, next.page == lines[last].page,
        font(of: next).name == look, abs(next.line.size - lines[index].line.size) < 0.3,
        next.line.purity > 0.6, HeadingNumber(next.text.split(separator: " ")) == nil,
        lines[last].line.box.width > 0.55
          * (lines[last].column.upperBound - lines[last].column.lowerBound)
          || next.text.first?.isLowercase == true
      else { break }
      last += 1
    }
    return last
  }

  private func joined(_ range: ClosedRange<Int>) -> String {
    range.map { lines[$0].text }.joined(separator: " ")
  }

  /// Whether it stands alone: a space above, and nothing running on below.
  private func isApart(_ range: ClosedRange<Int>) -> Bool {
    let first = lines[range.lowerBound]
    let above = first.gapAbove.map { $0 > style.lineGap + 0.25 * style.bodySize } ?? true
    let next = range.upperBound + 1
    guard above, next < lines.count, lines[next].page == first.page else { return above }
    let text = lines[range.upperBound]
    let width = text.column.upperBound - text.column.lowerBound
    return text.line.box.width < 0.97 * width || lines[next].gapAbove ?? 0 > style.lineGap + 1
  }

  private func font(of line: FlowLine) -> Font {
    let table = fonts[line.page] ?? []
    return line.line.font < table.count ? table[line.line.font] : Font(name: "", size: 0, color: 0)
  }

  /// Capitals only, four at least; small capitals are capitals of two sizes.
  private func isUppercase(_ text: String) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars where scalar.isLetter {
      if scalar.isASCII ? scalar >= "a" : scalar.properties.isLowercase { return false }
      letters += 1
    }
    return letters >= 4
  }

  private func isBookmarked(_ text: String) -> Bool {
    !outline.isEmpty && outline[Self.key(text)] != nil
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
    return levels.compactMapValues { counts in
      counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }
  }

  private func soundNumber(
    of candidate: Candidate, _ numbering: inout Numbering, _ looks: [Look: Int]
  ) -> HeadingNumber? {
    guard let number = candidate.number else { return nil }
    let isCertain = isBookmarked(candidate)
    guard
      isCertain
        || (candidate.isApart
          && (looks[candidate.look] != nil || candidate.isBold || candidate.isLarger))
    else { return nil }
    return numbering.accept(number, isCertain: isCertain)
  }

  private func isBookmarked(_ candidate: Candidate) -> Bool {
    outline[Self.key(candidate.title)] != nil
  }

  private func unnumberedLevel(_ candidate: Candidate, _ looks: [Look: Int]) -> Int? {
    let key = Self.key(candidate.title)
    if let depth = outline[key] ?? outline[Self.key(joined(candidate.lines))] { return depth + 1 }
    guard candidate.isApart, candidate.isBold || candidate.isLarger || candidate.look.isUppercase
    else {
      return nil
    }
    if Self.usualNames.contains(where: { key == $0 || key.hasPrefix($0 + " ") }),
      candidate.title.split(separator: " ").count <= 6
    {
      return looks[candidate.look] ?? 1
    }
    guard candidate.number == nil, !candidate.title.hasSuffix("."),
      let level = looks[candidate.look]
    else {
      return looks.isEmpty && candidate.isLarger ? 1 : nil
    }
    return level
  }

  private static let usualNames = [
    "abstract", "references", "bibliography", "acknowledgments", "acknowledgements",
    "acknowledgment", "acknowledgement", "appendix", "appendices", "supplementary material",
    "introduction", "related work", "background", "conclusion", "conclusions", "discussion",
    "limitations", "broader impact", "broader impacts", "ethics statement", "impact statement",
    "reproducibility statement", "author contributions", "funding", "checklist", "method",
    "methods", "results", "experiments", "evaluation", "future work", "data availability",
    "code availability", "ethical considerations",
  ]

  /// Sections after the word `Appendix`, and those numbered by letters, are appendices.
  private func markAppendices(_ headings: [Heading]) -> [Heading] {
    var inAppendix = false
    return headings.map { heading in
      var heading = heading
      let key = Self.key(heading.title)
      if key.hasPrefix("appendix") || key.hasPrefix("supplementary") { inAppendix = true }
      if let number = heading.number, number.style != .letter { inAppendix = false }
      heading.isAppendix = heading.isAppendix || inAppendix
      return heading
    }
  }

  /// Letters and digits in lower case, the number left out.
  static func key(_ title: String) -> String {
    let words = title.split(separator: " ")
    let skipped = HeadingNumber(words).map { number in
      number.words < words.count ? number.words : 0
    }
    let rest = words.dropFirst(skipped ?? 0).joined(separator: " ")
    return rest.lowercase.split { !$0.isAlphanumeric }.joined(separator: " ")
  }
}
