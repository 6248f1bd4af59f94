internal import IR

// Notes that authors and reviewers set on coloured boxes in the margins of a draft. They stand beside
// the lines of the text, so that poppler reads them into the lines; what they say is no sentence of
// the paper.

extension PageContent {
  /// Moves what stands on coloured boxes beside the text from `glyphs` to `notes`, and drops the
  /// boxes with the lines that lead to them.
  mutating func setMarginNotesApart() {
    let boxes = noteBoxes()
    guard !boxes.isEmpty, let body = bodyExtent(besides: boxes) else { return }
    for box in boxes where box.x1 <= body.lowerBound + 4 || box.x0 >= body.upperBound - 4 {
      let inside = glyphs.filter { box.holdsMiddle(of: $0.box) }
      guard inside.count(where: \.scalar.isLetter) >= Self.leastLetters else { continue }
      notes.append(MarginNote(box: box, text: text(of: inside)))
      glyphs.removeAll { !$0.scalar.isBlank && box.holdsMiddle(of: $0.box) }
      let reach = Box(box.x0 - 2, box.y0 - 2, box.x1 + 2, box.y1 + 2)
      marks.removeAll { $0.kind != .clip && $0.kind != .image && $0.box.touches(reach) }
    }
  }

  /// A note is a sentence; names of parts of a drawing are shorter.
  private static let leastLetters = 12
  /// Pages with more coloured boxes are drawings.
  private static let boxLimit = 64

  /// Coloured boxes as narrow as margins.
  private func noteBoxes() -> [Box] {
    var boxes: [Box] = []
    for mark in marks where mark.kind == .fill && !mark.isWhite {
      let box = mark.box
      guard box.width > 30, box.width < 0.25 * width, box.height > 8, !boxes.contains(box) else {
        continue
      }
      boxes.append(box)
      if boxes.count > Self.boxLimit { return [] }
    }
    return boxes
  }

  /// From the left edge of the first column of text to the right edge of the last: where characters
  /// stand in most rows, over a fifth of the page at least, as line numbers do not.
  private func bodyExtent(besides boxes: [Box]) -> ClosedRange<Double>? {
    let step = 4.0
    var counts = [Int](repeating: 0, count: min(2000, Int(max(0, width) / step) + 1))
    for glyph in glyphs where !glyph.scalar.isBlank {
      let box = glyph.box
      let column = Int(max(0, box.midX) / step)
      guard column < counts.count, !boxes.contains(where: { $0.holdsMiddle(of: box) }) else {
        continue
      }
      counts[column] += 1
    }
    let least = max(1, (counts.max() ?? 0) / 6)
    var body: ClosedRange<Double>?
    var start = 0
    while start < counts.count {
      guard counts[start] >= least else {
        start += 1
        continue
      }
      // A column of the histogram or two may be a river between words.
      var end = start
      while let next = counts[(end + 1)...].prefix(3).firstIndex(where: { $0 >= least }) {
        end = next
      }
      let run = Double(start) * step...Double(end + 1) * step
      if run.upperBound - run.lowerBound >= 0.2 * width {
        body = min(body?.lowerBound ?? run.lowerBound, run.lowerBound)...run.upperBound
      }
      start = end + 1
    }
    return body
  }

  private func text(of part: [Glyph]) -> String {
    var content = PageContent(width: width, height: height)
    (content.glyphs, content.fonts) = (part, fonts)
    return LineBuilder(content).fragments.sorted { $0.box.y0 < $1.box.y0 }.map(\.text)
      .joined(separator: " ")
  }
}

/// A note in the margin of a page.
struct MarginNote {
  let box: Box
  let text: String
}

extension Box {
  fileprivate func holdsMiddle(of other: Box) -> Bool {
    x0 <= other.midX && other.midX <= x1 && y0 <= other.midY && other.midY <= y1
  }

  fileprivate func touches(_ other: Box) -> Bool {
    x0 <= other.x1 && other.x0 <= x1 && y0 <= other.y1 && other.y0 <= y1
  }
}
