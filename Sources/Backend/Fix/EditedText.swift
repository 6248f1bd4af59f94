internal import IR

/// A text file with replacements, byte for byte the same where none is made.
struct EditedText: Sendable {
  private let bytes: [UInt8]
  private let lines: LineTable
  /// In order, disjoint.
  private var changes: [Change] = []

  private struct Change: Sendable {
    /// In UTF-8 offsets of the file.
    let range: Range<Int>
    let text: [UInt8]

    /// Nothing is inserted within what is replaced; two insertions may share a place.
    func isClear(of other: Change) -> Bool {
      range.upperBound <= other.range.lowerBound || other.range.upperBound <= range.lowerBound
    }
  }

  /// Nil for bytes that are no text.
  init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    self.bytes = bytes
    lines = LineTable(bytes)
  }

  /// Files replacements that belong together; false, and nothing is filed, if one of them
  /// overlaps what is filed already.
  mutating func add(_ replacements: [FixIt.Replacement]) -> Bool {
    var merged = changes
    for replacement in replacements {
      let change = change(for: replacement)
      let place = merged.partitioningIndex { $0.range.lowerBound > change.range.lowerBound }
      let neighbours = merged[max(place - 1, 0)..<min(place + 1, merged.count)]
      guard neighbours.allSatisfy({ $0.isClear(of: change) }) else { return false }
      merged.insert(change, at: place)
    }
    changes = merged
    return true
  }

  private func change(for replacement: FixIt.Replacement) -> Change {
    let start = lines.offset(of: replacement.start)
    let end = max(start, lines.offset(of: replacement.end))
    var text = Array(replacement.text.utf8)
    // Else it would become a part of a last line that does not end.
    if replacement.start.line > lines.count, lines.endsWithin {
      text.insert(UInt8(ascii: "\n"), at: 0)
    }
    return Change(range: start..<end, text: text)
  }

  /// The bytes with every replacement made.
  var result: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var last = 0
    for change in changes {
      result += bytes[last..<change.range.lowerBound]
      result += change.text
      last = change.range.upperBound
    }
    return result + bytes[last...]
  }

  /// Where what stood at a place stands in the result; nil for what was replaced.
  func moved(_ position: FixIt.Position, in result: LineTable) -> FixIt.Position? {
    let old = lines.offset(of: position)
    var new = old
    for change in changes where change.range.lowerBound <= old {
      if change.range.contains(old) { return nil }
      new += change.text.count - change.range.count
    }
    return result.position(of: new)
  }
}

/// White space as the format wants it.
enum NormalText {
  /// Without a byte order mark and carriage returns before line ends, with a last line that ends;
  /// unless it is code, without blanks before line ends.
  static func of(_ bytes: [UInt8], isCode: Bool) -> [UInt8] {
    var body = bytes[...]
    if body.starts(with: TextDefect.byteOrderMark) { body = body.dropFirst(3) }
    let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var result: [UInt8] = []
    result.reserveCapacity(body.count + 1)
    for line in lines {
      let end = line.lastIndex { !isTrailing($0, isCode: isCode) }
      result += line.prefix(through: end ?? line.startIndex - 1)
      result.append(UInt8(ascii: "\n"))
    }
    // Behind the last line end there is no line.
    if lines.last?.isEmpty ?? true { result.removeLast() }
    return result
  }

  private static func isTrailing(_ byte: UInt8, isCode: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "\r"): true
    case UInt8(ascii: " "), UInt8(ascii: "\t"): !isCode
    default: false
    }
  }
}
