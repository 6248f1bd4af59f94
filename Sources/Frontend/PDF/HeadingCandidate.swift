internal import IR

extension SectionFinder {
  /// How a heading is set; headings of one level share it.
  struct Look: Hashable {
    let font: String
    /// Of its capitals, in half points.
    let size: Int
    let isUppercase: Bool
  }

  /// Lines that may be a heading.
  struct Candidate {
    /// Indexes in the flow.
    let lines: ClosedRange<Int>
    let number: HeadingNumber?
    let title: String
    let look: Look
    let isBold: Bool
    let isLarger: Bool
    let isApart: Bool
  }

  /// The size of a heading's capitals and digits, in points: most characters of one in small
  /// capitals are smaller.
  func headSize(of line: FlowLine) -> Double {
    let table = fonts[line.page] ?? []
    guard let glyph = line.line.words.first?.glyphs.first, glyph.font < table.count else {
      return line.line.size
    }
    let size = table[glyph.font].size
    guard size > line.line.size, size < 1.35 * line.line.size else { return line.line.size }
    let isSet =
      HeadingWords.isUppercase(line.text)
      || HeadingNumber(line.text.split(separator: " ", maxSplits: 2)) != nil
    return isSet ? size : line.line.size
  }

  /// Whether it names people, in the middle of the first page and above all of its text.
  func isByline(_ candidate: Candidate) -> Bool {
    let first = candidate.lines.lowerBound
    let (line, column) = (lines[first].line, lines[first].column)
    let middle = (column.lowerBound + column.upperBound) / 2
    guard lines[first].page == 1, candidate.number == nil,
      abs(line.box.midX - middle) < 2 * line.size,
      line.box.x0 > column.lowerBound + 3 * line.size
    else { return false }
    return !NameText.names(in: candidate.title).isEmpty
      && !lines[..<first].contains {
        $0.line.box.width > 0.85 * ($0.column.upperBound - $0.column.lowerBound)
          && abs($0.line.size - style.bodySize) < 0.6
      }
  }

  /// The look of the sections of a paper without numbers: that of three or more that most papers have.
  func looksOfNamed(_ candidates: [Candidate]) -> [Look: Int] {
    var names: [Look: Set<String>] = [:]
    for candidate in candidates where candidate.isApart && candidate.number == nil {
      let key = HeadingWords.key(candidate.title)
      if HeadingWords.usualNames.contains(key) { names[candidate.look, default: []].insert(key) }
    }
    let most = names.max {
      ($0.value.count, $0.key.size, $1.key.font) < ($1.value.count, $1.key.size, $0.key.font)
    }
    guard let most, most.value.count >= 3 else { return [:] }
    return [most.key: 1]
  }

  /// Without the entries of a table of contents that are set without their page numbers: each comes
  /// again where its section begins.
  func withoutContents(_ candidates: [Candidate]) -> [Candidate] {
    guard !contents.isEmpty else { return candidates }
    var later: Set<String> = []
    let kept = candidates.reversed().filter { candidate in
      let key = HeadingWords.key(candidate.title)
      guard contents.contains(lines[candidate.lines.lowerBound].page) else {
        later.insert(key)
        return true
      }
      return !later.contains(key)
    }
    return kept.reversed()
  }

  /// What opens a paper in larger type than any heading is its title; above it may stand what kind
  /// of paper it is.
  func withoutTitle(_ candidates: [Candidate], isBelowAbstract: Bool) -> [Candidate] {
    let opening = candidates.prefix(2).prefix {
      // `A study of scales` has no number: no appendix opens a paper.
      lines[$0.lines.lowerBound].page == 1 && $0.number?.isAppendix ?? true
        && outline[HeadingWords.key($0.title)] == nil
    }
    guard candidates.count > opening.count, !isBelowAbstract,
      let title = opening.indices.first(where: { index in
        candidates.indices.allSatisfy {
          $0 == index || candidates[$0].look.size < candidates[index].look.size
        }
      })
    else { return candidates }
    return Array(candidates[(title + 1)...])
  }

  /// Whether it stands alone: a space above, and nothing running on below.
  func isApart(_ range: ClosedRange<Int>) -> Bool {
    let first = lines[range.lowerBound]
    // A line before it that is not above it belongs to a figure or another column.
    let above =
      first.gapAbove.map {
        $0 > style.lineGap + 0.25 * style.bodySize || $0 < -0.5 * first.line.size
      } ?? true
    let next = range.upperBound + 1
    guard above, next < lines.count, lines[next].page == first.page else { return above }
    let text = lines[range.upperBound]
    let width = text.column.upperBound - text.column.lowerBound
    return text.line.box.width < 0.97 * width || lines[next].gapAbove ?? 0 > style.lineGap + 1
  }

  /// Whether lines without a number are set as headings are and go on as text does: words in bold
  /// that begin a paragraph, a question, what introduces a list.
  func isSentence(_ candidate: Candidate) -> Bool {
    let title = candidate.title
    guard !HeadingWords.usualNames.contains(HeadingWords.key(title)) else { return false }
    guard let last = title.last, !"-\u{2010}:?".contains(last) else { return true }
    guard let first = title.first, first.isAlphanumeric || "“\"‘'(".contains(first) else {
      return true
    }
    let next = candidate.lines.upperBound + 1
    guard next < lines.count, lines[next].page == lines[next - 1].page else { return false }
    return lines[next].text.first?.isLowercase == true
      && !font(of: lines[next]).style.isMath && !font(of: lines[next]).style.isMonospaced
  }
}
