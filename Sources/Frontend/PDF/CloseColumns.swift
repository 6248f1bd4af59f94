internal import IR

/// Columns that stand so close that each line of the left one seems to go on in the right one, as the
/// standard classes of LaTeX set them.
///
/// Lines of one column have their spaces anywhere; lines of two columns all have one at the gutter.
enum CloseColumns {
  /// Lines that have to leave the place free.
  private static let leastLines = 12
  private static let leastShare = 0.6
  /// Of prose; cells of a table are shorter.
  private static let leastWords = 3
  /// Places that are looked at.
  private static let mostGaps = 1000

  private struct Gap {
    let extent: ClosedRange<Double>

    var middle: Double { (extent.lowerBound + extent.upperBound) / 2 }
  }

  /// The space between the columns; nil where the lines share none.
  static func alley(of page: PageLayout, _ style: DocumentStyle) -> ClosedRange<Double>? {
    let width = page.margins.upperBound - page.margins.lowerBound
    let lines = page.segments.filter {
      abs($0.size - style.bodySize) < 2.5 && $0.box.width > 0.56 * width
        && wordCount(of: $0) >= 2 * leastWords
    }
    guard lines.count >= leastLines else { return nil }
    let middle =
      (page.margins.lowerBound + 0.35 * width)...(page.margins.upperBound - 0.35 * width)
    let gaps = lines.flatMap { Self.spaces(of: $0, in: middle) }
    guard gaps.count <= mostGaps else { return nil }
    let shared: [Gap]? = gaps.map { gap in gaps.filter { $0.extent.contains(gap.middle) } }
      .max { $0.count < $1.count }
    guard let shared, shared.count >= leastLines,
      Double(shared.count) >= leastShare * Double(lines.count),
      let left = PageLayout.mode(shared.map(\Gap.extent.lowerBound)),
      let right = PageLayout.mode(shared.map(\Gap.extent.upperBound))
    else { return nil }
    let start = PageLayout.firstShared(shared.map(\Gap.extent.upperBound)) ?? right.value
    let end = min(start, right.value)
    return left.value < end ? left.value...end : nil
  }

  /// Without the dots that lead to a number.
  private static func wordCount(of line: TextLine) -> Int {
    line.words.count { word in word.glyphs.contains { $0.scalar != "." } }
  }

  /// The spaces of a line that are wider than those of most lines, with words on both sides.
  private static func spaces(of line: TextLine, in middle: ClosedRange<Double>) -> [Gap] {
    line.words.indices.dropFirst(leastWords).dropLast(leastWords - 1).compactMap { index in
      let (start, end) = (line.words[index - 1].box.x1, line.words[index].box.x0)
      guard end - start > 0.5 * line.size, middle.contains((start + end) / 2) else { return nil }
      return Gap(extent: start...end)
    }
  }
}
