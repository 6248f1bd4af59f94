internal import IR

// Scripts that other directions and other spaces belong to.

extension Unicode.Scalar {
  /// Of Hebrew, Arabic and their relatives.
  var isRightToLeft: Bool {
    // Most text ends here.
    guard value >= 0x590 else { return false }
    return switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// Of Chinese and Japanese, which put no spaces between words; their punctuation included.
  var isWithoutSpaces: Bool {
    guard value >= 0x2E80 else { return false }
    return switch value {
    case 0x2E80...0x312F, 0x31A0...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF65, 0x20000...0x3FFFF: true
    default: false
    }
  }
}

extension Word {
  fileprivate var isRightToLeft: Bool { glyphs.contains { $0.scalar.isRightToLeft } }
  fileprivate var hasLatin: Bool { glyphs.contains { $0.scalar.isLetter } }
}

extension TextLine {
  /// The words of a line, given from the left, in the order in which they are read.
  ///
  /// Numbers and punctuation go with what stands around them.
  static func inReadingOrder(_ words: [Word]) -> [Word] {
    guard words.contains(where: \.isRightToLeft) else { return words }
    let turned = words.map(\.isRightToLeft)
    let straight = zip(words, turned).map { !$1 && $0.hasLatin }
    let isTurnedLine = turned.count { $0 } >= straight.count { $0 }
    // What keeps the direction that the line has not.
    let exceptions = isTurnedLine ? straight : turned
    var order = Array(isTurnedLine ? words.indices.reversed() : Array(words.indices))
    var start = 0
    while start < order.count {
      guard exceptions[order[start]] else {
        start += 1
        continue
      }
      // To the last exception before a word of the line's own direction.
      var (end, next) = (start, start)
      while next < order.count,
        exceptions[order[next]] || !turned[order[next]] && !straight[order[next]]
      {
        if exceptions[order[next]] { end = next }
        next += 1
      }
      order[start...end].reverse()
      start = end + 1
    }
    return order.map { words[$0] }
  }
}
