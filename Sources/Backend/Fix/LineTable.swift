internal import IR

/// Where the lines of a text begin, in UTF-8 offsets.
struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let mark = bytes.starts(with: TextDefect.byteOrderMark) ? TextDefect.byteOrderMark.count : 0
    starts =
      [mark] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// How many lines there are, the empty one behind the last line end included.
  var count: Int { starts.count }

  /// Whether text lies between the last line end and the end of the file.
  var endsWithin: Bool { (starts.last ?? 0) < bytes.count }

  /// The offset of a place: the line's end for a column behind it, the file's for a line behind it.
  func offset(of position: FixIt.Position) -> Int {
    guard position.line <= starts.count else { return bytes.count }
    let start = starts[max(position.line, 1) - 1]
    var offset = start
    var column = 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      if bytes[offset] & 0xC0 != 0x80 {
        if column == position.column { return offset }
        column += 1
      }
      offset += 1
    }
    let isReturned = offset > start && bytes[offset - 1] == UInt8(ascii: "\r")
    return isReturned ? offset - 1 : offset
  }

  /// The place of an offset.
  func position(of offset: Int) -> FixIt.Position {
    let line = starts.partitioningIndex { $0 > offset }
    let start = starts[max(line, 1) - 1]
    let before = bytes[min(start, offset)..<offset]
    return FixIt.Position(max(line, 1), 1 + before.count { $0 & 0xC0 != 0x80 })
  }
}
