internal import IR

/// Headings whose number stands further from the title than words stand from each other.
enum HeadingLines {
  /// LaTeX sets one em, and some classes two, between number and title.
  private static let widestGap = 2.4

  /// Joins each number that is alone in its segment with the title behind it.
  static func joined(_ segments: [TextLine], fonts: [Font]) -> [TextLine] {
    let order = segments.indices.sorted { segments[$0].bottom < segments[$1].bottom }
    var result = segments.map(Optional.some)
    for (index, number) in segments.enumerated() where isNumber(number) {
      let first = order.partitioningIndex { segments[$0].bottom > number.bottom - 1 }
      let row = order[first...].prefix { segments[$0].bottom < number.bottom + 1 }
      guard let title = row.first(where: { isTitle(segments[$0], of: number, fonts) }),
        let words = result[title]?.words, words.count == segments[title].words.count
      else { continue }
      result[title] = nil
      result[index] = TextLine(number.words + words, fonts: fonts)
    }
    return result.compactMap(\.self)
  }

  private static func isNumber(_ line: TextLine) -> Bool {
    line.words.count == 1 && HeadingNumber([line.text[...]]) != nil
  }

  /// Whether a segment on the baseline of a number is set like it and begins as titles do.
  private static func isTitle(_ line: TextLine, of number: TextLine, _ fonts: [Font]) -> Bool {
    let gap = line.box.x0 - number.box.x1
    guard gap > 0, gap < widestGap * number.size, let first = line.words.first?.glyphs.first else {
      return false
    }
    let isSetAlike =
      abs(fonts[first.font].size - number.size) < 0.6
      && fonts[first.font].name == fonts[number.font].name
    return isSetAlike && first.scalar.properties.isUppercase && line.text.letterCount >= 3
  }
}
