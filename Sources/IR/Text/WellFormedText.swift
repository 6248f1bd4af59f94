extension String {
  /// The text that some bytes are in UTF-8, if they are.
  ///
  /// The standard library looks at each byte as soon as one is not ASCII, which most bytes of a large
  /// text are: here eight are looked at at once.
  package init?(wellFormed bytes: ArraySlice<UInt8>) {
    let text = bytes.withUnsafeBufferPointer { bytes -> String? in
      guard let isASCII = bytes.isASCIIOrElseUTF8 else { return nil }
      return String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
    }
    guard let text else { return nil }
    self = text
  }

  /// A part of a text that begins and ends between its characters: it is known to be UTF-8.
  init(partOfText bytes: UnsafeBufferPointer<UInt8>) {
    let isASCII = bytes.endOfASCII(from: 0) == bytes.count
    self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes are ASCII; nil for those that are no UTF-8.
  fileprivate var isASCIIOrElseUTF8: Bool? {
    let first = endOfASCII(from: 0)
    var at = first
    while at < count {
      guard let end = endOfCharacter(from: at) else { return nil }
      at = endOfASCII(from: end)
    }
    return first == count
  }

  fileprivate func endOfASCII(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    var at = start
    while at + 8 <= count {
      let block = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let others = block & 0x8080_8080_8080_8080
      if others != 0 { return at + others.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < count, self[at] < 0x80 { at += 1 }
    return at
  }

  /// Past the character that begins with a byte that is not ASCII, by the table of well-formed
  /// sequences of the Unicode Standard (3-7); nil if none does.
  private func endOfCharacter(from start: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch self[start] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    let end = start + length
    guard end <= count, second.contains(self[start + 1]) else { return nil }
    return self[(start + 2)..<end].allSatisfy { $0 & 0xC0 == 0x80 } ? end : nil
  }
}
