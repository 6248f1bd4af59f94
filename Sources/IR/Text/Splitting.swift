/// A set of ASCII characters: `" ,;"`.
package struct ASCIISet: ExpressibleByStringLiteral, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  package init(stringLiteral characters: StaticString) {
    characters.withUTF8Buffer { bytes in
      for byte in bytes {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
      }
    }
  }

  package func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }
}

extension Substring {
  /// What `split` gives for these separators, without making a character of every byte.
  package func parts(
    between separators: ASCIISet, omittingEmptyParts: Bool = true
  ) -> [Substring] {
    let ranges = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.ranges(between: separators, omittingEmptyRanges: omittingEmptyParts)
    }
    guard let ranges else {
      return String(self).parts(between: separators, omittingEmptyParts: omittingEmptyParts)
    }
    return ranges.map { self[utf8Range: $0] }
  }
}

extension String {
  /// What `split` gives for these separators, without making a character of every byte.
  package func parts(
    between separators: ASCIISet, omittingEmptyParts: Bool = true
  ) -> [Substring] {
    self[...].parts(between: separators, omittingEmptyParts: omittingEmptyParts)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func ranges(
    between separators: ASCIISet, omittingEmptyRanges: Bool
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for at in indices where separators.contains(self[at]) && !isCombined(at: at + 1) {
      if at > start || !omittingEmptyRanges { ranges.append(start..<at) }
      start = at + 1
    }
    if start < count || !omittingEmptyRanges { ranges.append(start..<count) }
    return ranges
  }

  /// Whether what begins at an offset is drawn onto the character before it, which is another one
  /// then.
  private func isCombined(at offset: Int) -> Bool {
    // The first combining mark is U+0300.
    guard offset < count, self[offset] >= 0xCC else { return false }
    switch scalar(at: offset).0.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }
}
