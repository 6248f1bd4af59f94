internal import IR

/// Lines grouped to the rows of a table.
enum TableRows {
  /// Groups lines that share most of their height, top to bottom, each row left to right.
  static func group(_ lines: [TextLine]) -> [[TextLine]] {
    var rows: [(box: Box, lines: [TextLine])] = []
    for line in lines.sorted(by: { ($0.box.midY, $0.box.x0) < ($1.box.midY, $1.box.x0) }) {
      // One of the last two: what stands further up shares no height.
      let row = rows.indices.suffix(2).last { row in
        let box = rows[row].box
        let shared = min(box.y1, line.box.y1) - max(box.y0, line.box.y0)
        return shared > 0.55 * min(box.height, line.box.height)
          && !rows[row].lines.contains { $0.box.overlapsHorizontally(line.box, by: 1.5) }
      }
      if let row {
        rows[row].lines.append(line)
        // The first line sets the row's height: a raised mark must not widen it.
        if line.box.height < 1.3 * rows[row].box.height {
          rows[row].box = rows[row].box.union(line.box)
        }
      } else {
        rows.append((line.box, [line]))
      }
    }
    return rows.sorted { ($0.box.midY, $0.box.x0) < ($1.box.midY, $1.box.x0) }
      .map { $0.lines.sorted { $0.box.x0 < $1.box.x0 } }
  }
}

/// Raised and lowered characters that poppler took for lines of their own.
enum RaisedText {
  /// Puts small text that stands between the words of a line into that line. Behind the last word
  /// it stays alone, unless it is an exponent: in a column of numbers it would hide the gap before
  /// the next one.
  static func joined(_ lines: [TextLine], fonts: [Font]) -> [TextLine] {
    var result = lines
    for small in lines where small.words.count == 1 {
      guard let host = result.firstIndex(where: { isHost($0, of: small) }),
        let own = result.firstIndex(where: { $0.box == small.box && $0.text == small.text })
      else { continue }
      result[host] = TextLine(result[host].words + small.words, fonts: fonts)
      result.remove(at: own)
    }
    return result
  }

  private static func isHost(_ line: TextLine, of small: TextLine) -> Bool {
    guard small.size < 0.8 * line.size else { return false }
    let shared = min(line.box.y1, small.box.y1) - max(line.box.y0, small.box.y0)
    guard shared > 0.3 * small.box.height,
      small.box.x1 < line.box.x1 || isExponent(small.text, of: line.words.last?.text)
    else { return false }
    let isFree = !line.words.contains { $0.box.overlapsHorizontally(small.box, by: 0.5) }
    let isBehindWord = line.words.contains {
      abs(small.box.x0 - $0.box.x1) < 0.12 * line.size
    }
    return isFree && isBehindWord
  }

  /// `−4` behind `10`: a sign and digits behind a number.
  private static func isExponent(_ text: String, of base: String?) -> Bool {
    let digits = text.drop { "-−+".contains($0) }
    return digits.count < text.count && !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
      && base?.last?.isASCIIDigit == true
  }
}
