// Splitting by bytes, for separators in ASCII. The standard library compares characters, whose ends
// it looks for in Unicode tables: on the lines of a paper that costs twenty times as much.
//
// For the two types of text each rather than for `StringProtocol`: what is generic is not
// specialised where another module calls it.

extension String {
  /// The parts between spaces, as `split(separator: " ")` gives them; what is behind `maxSplits`
  /// of them stays one part.
  package func words(maxSplits: Int = .max) -> [Substring] { self[...].words(maxSplits: maxSplits) }

  /// How many words `words()` gives.
  package var wordCount: Int { self[...].wordCount }
}

extension Substring {
  /// The parts between spaces, as `split(separator: " ")` gives them; what is behind `maxSplits`
  /// of them stays one part.
  package func words(maxSplits: Int = .max) -> [Substring] {
    let ranges = utf8.withContiguousStorageIfAvailable { Self.words($0, maxSplits) }
    return (ranges ?? []).map { self[utf8Range: $0] }
  }

  private static func words(_ bytes: UnsafeBufferPointer<UInt8>, _ maxSplits: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for (offset, byte) in bytes.enumerated() {
      if byte != 0x20 {
        start = start ?? offset
        if ranges.count == maxSplits { break }
      } else if let first = start {
        ranges.append(first..<offset)
        start = nil
      }
    }
    if let start { ranges.append(start..<bytes.count) }
    return ranges
  }

  /// How many words `words()` gives.
  package var wordCount: Int {
    var count = 0
    var isInside = false
    for byte in utf8 {
      if byte != 0x20, !isInside { count += 1 }
      isInside = byte != 0x20
    }
    return count
  }
}
