internal import IR

extension PageContent {
  /// Puts underscores for the short rules on the baseline between two characters: fonts of TeX's
  /// first encoding have no such character, and the rule is drawn.
  mutating func readUnderscores() {
    guard !glyphs.isEmpty else { return }
    let rules = marks.indices.filter { isShortRule(marks[$0]) }
    guard !rules.isEmpty else { return }
    let byStart = rules.sorted { marks[$0].box.x0 < marks[$1].box.x0 }
    var read: Set<Int> = []
    for index in glyphs.indices.dropFirst().dropLast() where glyphs[index].scalar == " " {
      let (a, b) = (glyphs[index - 1], glyphs[index + 1])
      guard a.scalar.isPartOfName, b.scalar.isPartOfName else { continue }
      let (left, right) = (a.box.x1, b.box.x0)
      let size = fonts[a.font].size
      guard right - left > 0.2 * size, right - left < 0.8 * size, abs(a.bottom - b.bottom) < 1
      else { continue }
      let base = a.base(fonts)
      let first = byStart.partitioningIndex { marks[$0].box.x0 >= left - 0.3 }
      let rule = byStart[first...].prefix { marks[$0].box.x0 < left + 0.35 * size }
        .first { isUnderscore(marks[$0].box, between: left, right, base: base, size: size) }
      guard let rule else { continue }
      glyphs[index] = Glyph(
        scalar: "_", box: Box(left, a.box.y0, right, a.box.y1), font: a.font, baseline: a.baseline)
      read.insert(rule)
    }
    guard !read.isEmpty else { return }
    marks = marks.indices.filter { !read.contains($0) }.map { marks[$0] }
  }

  /// Three tenths of the size of the type, in type of 5 to 25 points.
  private func isShortRule(_ mark: Mark) -> Bool {
    (mark.kind == .fill || mark.kind == .stroke) && mark.shape == .horizontal
      && mark.box.width > 1.2 && mark.box.width < 8 && mark.box.height < 1.5
  }

  /// Whether a rule stands on the baseline and fills the gap; lines under words stand lower.
  private func isUnderscore(
    _ rule: Box, between left: Double, _ right: Double, base: Double, size: Double
  ) -> Bool {
    abs(rule.midY - base) < 0.1 * size && rule.x1 < right + 0.3 && rule.x1 > right - 0.15 * size
  }
}

extension Unicode.Scalar {
  /// Of names that programs use.
  fileprivate var isPartOfName: Bool {
    isASCIILetter || isASCIIDigit || self == "_"
  }
}
