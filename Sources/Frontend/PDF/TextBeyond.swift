internal import IR

/// Tells the text of the paper from that of a drawing by how far off it stands.
struct TextBeyond {
  let page: PageLayout
  let style: DocumentStyle
  let caption: Caption

  /// Where the text beyond a drawing ends, seen from its caption: `lines` and `pieces` are what
  /// stands between the caption and the next barrier.
  func edge(of lines: [TextLine], beyond pieces: [Box], _ downwards: Bool) -> Double? {
    // The rule below a running head is wider than the figure is.
    let own = pieces.filter { $0.height > 0.5 || !isBelowHead($0) }
    guard let first = own.first else { return nil }
    let drawn = own.dropFirst().reduce(first) { $0.union($1) }
    guard drawn.height > 2 * style.bodySize else { return nil }
    let far = lines.filter { line in
      let gap = downwards ? line.box.y0 - drawn.y1 : drawn.y0 - line.box.y1
      return gap > 1.1 * style.bodySize && (isText(line) || isEquationNumber(line))
    }
    return downwards ? far.map(\.box.y0).min() : far.map(\.box.y1).max()
  }

  private func isBelowHead(_ rule: Box) -> Bool {
    page.running.contains { abs(rule.y0 - $0.y1) < 2 * style.bodySize }
  }

  /// Whether a line is set as the paper's text, from the edge of its column on, where the caption may
  /// begin as well: a page may have too few lines to show its columns.
  private func isText(_ line: TextLine) -> Bool {
    let left = page.extent(of: page.side(of: line.box)).lowerBound
    return abs(line.size - style.bodySize) < 0.4
      && (abs(line.box.x0 - left) < 2 || abs(line.box.x0 - caption.box.x0) < 2)
      && Self.face(page.fonts[line.font].family) == Self.face(style.bodyFamily)
      && line.text.letterCount > 3
  }

  /// `NimbusRomNo9L` of `NimbusRomNo9L-ReguItal`.
  private static func face(_ family: String) -> Substring { family.prefix { $0 != "-" } }

  /// `(24)` at the edge of its column.
  private func isEquationNumber(_ line: TextLine) -> Bool {
    let right = page.extent(of: page.side(of: line.box)).upperBound
    let number = line.text.trimmed(of: "()")
    return line.words.count == 1 && abs(line.box.x1 - right) < 2 && line.text.first == "("
      && line.text.last == ")" && number.first?.isASCIIDigit == true && number.count < 5
  }
}
