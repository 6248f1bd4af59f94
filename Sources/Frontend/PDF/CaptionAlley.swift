internal import IR

/// Parts captions from running text that stands close beside them on the same baselines.
enum CaptionAlley {
  /// Splits the lines below the first line of a caption where that line begins, as long as there is
  /// a gap.
  static func split(_ segments: [TextLine], fonts: [Font]) -> [TextLine] {
    let starts = segments.filter(isCaption)
    guard !starts.isEmpty else { return segments }
    let order = segments.indices.sorted { segments[$0].box.midY < segments[$1].box.midY }
    /// The first word behind the alley of each line that is split.
    var cuts: [Int: Int] = [:]
    for start in starts {
      var above = start.box
      let first = order.partitioningIndex { segments[$0].box.midY > start.box.midY }
      for index in order[first...] {
        let line = segments[index]
        guard line.box.midY - above.midY < 1.6 * start.size else { break }
        guard line.box.midY - above.midY > 0.5 * start.size else { continue }
        if let cut = word(at: start.box.x0, of: line) {
          cuts[index] = cut
        } else if abs(line.box.x0 - start.box.x0) > 1.5 {
          continue
        }
        above = line.box
      }
    }
    return segments.indices.flatMap { index -> [TextLine] in
      guard let cut = cuts[index] else { return [segments[index]] }
      let words = segments[index].words
      return [
        TextLine(Array(words[..<cut]), fonts: fonts), TextLine(Array(words[cut...]), fonts: fonts),
      ]
    }
  }

  private static func isCaption(_ line: TextLine) -> Bool {
    guard let first = line.words.first?.glyphs.first?.scalar, first == "T" || first == "F" else {
      return false
    }
    return CaptionStart(line.text)?.ending == .colon
  }

  /// The word inside a line that begins at an abscissa behind a gap wider than between words.
  private static func word(at x: Double, of line: TextLine) -> Int? {
    guard line.box.x0 < x - line.size, line.box.x1 > x + line.size else { return nil }
    return line.words.indices.dropFirst().first { index in
      abs(line.words[index].box.x0 - x) < 1.5
        && line.words[index].box.x0 - line.words[index - 1].box.x1 > 0.45 * line.size
    }
  }
}
