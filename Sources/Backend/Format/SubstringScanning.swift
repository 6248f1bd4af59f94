internal import IR

// Small scans of text that keep indices into the file they came from.

extension StringProtocol where SubSequence == Substring {
  /// Without the spaces and tabs at both ends.
  func trimmingBlanks() -> Substring {
    var rest = self[startIndex...]
    while let first = rest.utf8.first, first == 0x20 || first == 0x09 {
      rest = Substring(rest.utf8.dropFirst())
    }
    while let last = rest.utf8.last, last == 0x20 || last == 0x09 {
      rest = Substring(rest.utf8.dropLast())
    }
    return rest
  }

  /// The UTF-8 offset of the first occurrence of `needle` at or after `start`.
  func offset(of needle: StaticString, from start: Int = 0) -> Int? {
    needle.withUTF8Buffer { needle in
      utf8.withContiguousStorageIfAvailable { $0.firstOffset(of: needle, from: start) } ?? nil
    }
  }

  func offset(of needle: some StringProtocol, from start: Int) -> Int? {
    needle.isEmpty ? nil : utf8Range(of: String(needle), from: start)?.lowerBound
  }

  /// Whether the text holds the bytes of `needle`.
  func holds(_ needle: some StringProtocol) -> Bool {
    offset(of: needle, from: 0) != nil
  }
}

extension Substring {
  /// The column, from 1 in Unicode scalars, at which this piece of a file's line begins.
  var columnInLine: Int {
    let before = base.utf8[..<startIndex].reversed().prefix { $0 != UInt8(ascii: "\n") }
    return 1 + before.count { $0 & 0xC0 != 0x80 }
  }

  /// The UTF-8 offset at which a piece of this text begins in it.
  func offset(ofPiece piece: Substring) -> Int {
    utf8.distance(from: startIndex, to: piece.startIndex)
  }

  /// The UTF-8 offset of the Unicode scalar with this number, from 1; the end if there are fewer.
  func offset(ofColumn column: Int) -> Int {
    let offset = utf8.withContiguousStorageIfAvailable { bytes -> Int in
      var scalars = 0
      for offset in bytes.indices where bytes[offset] & 0xC0 != 0x80 {
        scalars += 1
        if scalars == column { return offset }
      }
      return bytes.count
    }
    return offset ?? Substring(String(self)).offset(ofColumn: column)
  }
}
