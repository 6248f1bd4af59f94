internal import IR

/// Reads the inline marks of one line: code spans, formulas, quotations, links.
enum InlineReader {
  /// A link target longer than this is none; it bounds the search for a closing parenthesis.
  private static let longestTarget = 500

  static func links(in line: Substring, number: Int) -> [InlineLink] {
    var isOpen = false
    return links(in: line, number: number, isOpen: &isOpen)
  }

  /// `isOpen` says whether a bracket of the lines above, and then of this one, is still open: the
  /// text of a link may run over lines.
  static func links(in line: Substring, number: Int, isOpen: inout Bool) -> [InlineLink] {
    guard line.has(UInt8(ascii: "[")) || line.has(UInt8(ascii: "]")) else {
      return []
    }
    let whole = LinePiece(text: line, line: number)
    return line.utf8.withContiguousStorageIfAvailable { bytes in
      spans(of: bytes, &isOpen).map { InlineLink(text: whole[$0.text], target: whole[$0.target]) }
    } ?? []
  }

  private static func spans(of bytes: UnsafeBufferPointer<UInt8>, _ isOpen: inout Bool)
    -> [(text: Range<Int>, target: Range<Int>)]
  {
    // A definition may be indented like a paragraph.
    let indent = bytes.prefix { $0 == 0x20 }.count
    let definition = indent < 4 ? indent + 1 : nil
    var found: [(text: Range<Int>, target: Range<Int>)] = []
    var open: [Int] = []
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"):
        at += 2
      case UInt8(ascii: "`"):
        at = endOfCode(bytes, from: at)
      case UInt8(ascii: "["):
        open.append(at + 1)
        at += 1
      case UInt8(ascii: "]"):
        if let start = open.popLast() {
          if let target = target(bytes, after: at, isFirst: start == definition) {
            found.append((start..<at, target))
          }
        } else if isOpen {
          isOpen = false
          // What is no path may be a formula: `(0, 1](x)`.
          if let target = target(bytes, after: at, isFirst: false), isPath(bytes, target) {
            found.append((0..<at, target))
          }
        }
        at += 1
      default:
        at += 1
      }
    }
    isOpen = isOpen || !open.isEmpty
    return found
  }

  /// Past the code span that begins at `start`, or past its marks if nothing closes it.
  private static func endOfCode(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    func run(_ at: Int) -> Int {
      bytes[at...].prefix { $0 == UInt8(ascii: "`") }.count
    }
    let length = run(start)
    var at = start + length
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "`") else {
        at += 1
        continue
      }
      let closing = run(at)
      at += closing
      if closing == length { return at }
    }
    return start + length
  }

  /// The target of `](…)`, or of a definition `[label]: …` at the start of the line.
  private static func target(
    _ bytes: UnsafeBufferPointer<UInt8>, after close: Int, isFirst: Bool
  ) -> Range<Int>? {
    guard close + 1 < bytes.count else { return nil }
    let end = min(bytes.count, close + 2 + longestTarget)
    if isFirst, bytes[close + 1] == UInt8(ascii: ":") {
      return pathLike(bytes, in: (close + 2)..<end)
    }
    guard bytes[close + 1] == UInt8(ascii: "(") else { return nil }
    var depth = 1
    for at in (close + 2)..<max(end, close + 2) {
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return firstWord(bytes, in: (close + 2)..<at) }
    }
    return nil
  }

  /// The first word, without angle brackets: a title may follow it.
  private static func firstWord(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>)
    -> Range<Int>
  {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let start = range.first { !isBlank(bytes[$0]) } ?? range.upperBound
    if start < range.upperBound, bytes[start] == UInt8(ascii: "<"),
      let close = (start..<range.upperBound).first(where: { bytes[$0] == UInt8(ascii: ">") })
    {
      return (start + 1)..<close
    }
    let end = (start..<range.upperBound).first { isBlank(bytes[$0]) } ?? range.upperBound
    return start..<end
  }

  /// The first word of `range` if a dot or a slash makes it a path.
  private static func pathLike(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>)
    -> Range<Int>?
  {
    let word = firstWord(bytes, in: range)
    return isPath(bytes, word) ? word : nil
  }

  private static func isPath(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    word.contains { bytes[$0] == UInt8(ascii: "/") || bytes[$0] == UInt8(ascii: ".") }
  }

  /// The code spans, formulas and quotations of a line, as UTF-8 ranges.
  static func verbatimRanges(in line: Substring) -> [Range<Int>] {
    let bytes = Array(line.utf8)
    var ranges: [Range<Int>] = []
    // Where each closing mark comes next, so that a line of opening marks is read once.
    var closings = [Int](repeating: -1, count: quotationMarks.count)
    var at = 0
    while at < bytes.count {
      let mark = quotationMarks.firstIndex { starts(bytes, at, $0.open) }
      let end = mark.flatMap { index -> Int? in
        let (open, close) = quotationMarks[index]
        let start = at + open.utf8.count
        if closings[index] < start {
          closings[index] =
            (start..<max(start, bytes.count)).first { starts(bytes, $0, close) } ?? bytes.count
        }
        return closings[index] < min(bytes.count, start + longestQuotation)
          ? closings[index] + close.utf8.count : nil
      }
      if let end {
        ranges.append(at..<end)
        at = end
      } else {
        at += 1
      }
    }
    return ranges
  }

  /// Whether the bytes of a mark stand at a place.
  private static func starts(_ bytes: [UInt8], _ at: Int, _ mark: String) -> Bool {
    var at = at
    for byte in mark.utf8 {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
    }
    return true
  }

  private static let quotationMarks: [(open: String, close: String)] = [
    ("`", "`"), ("$", "$"), ("\"", "\""), ("“", "”"), ("«", "»"),
  ]

  /// Quotations longer than this are none.
  private static let longestQuotation = 2000
}
