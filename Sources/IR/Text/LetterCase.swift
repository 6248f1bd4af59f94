// Letters by their first byte: papers are nearly all ASCII, and the standard library asks its
// Unicode tables of a whole string as soon as one dash or quotation mark stands in it.

extension StringProtocol {
  /// `lowercased()`, at the price of the characters that are not ASCII.
  package var lowercase: String {
    utf8.withContiguousStorageIfAvailable(\.lowercase) ?? String(self).lowercase
  }

  /// How many letters of any script it has.
  package var letterCount: Int {
    utf8.withContiguousStorageIfAvailable(String.letterCount(ofASCII:)).flatMap(\.self)
      ?? unicodeScalars.count(where: \.isLetter)
  }
}

// Not generic, so that other modules call them as they were compiled.
extension String {
  /// Nil for other bytes than those of ASCII.
  fileprivate static func letterCount(ofASCII bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var count = 0
    for byte in bytes {
      guard byte < 0x80 else { return nil }
      if Unicode.Scalar(byte).isLetter { count += 1 }
    }
    return count
  }
}

extension Character {
  /// A letter or a digit of any script.
  package var isAlphanumeric: Bool {
    guard let ascii = asciiValue else { return isLetter || isNumber }
    let folded = ascii | 0x20
    return (folded >= 0x61 && folded <= 0x7A) || (ascii >= 0x30 && ascii <= 0x39)
  }
}

extension String {
  /// The same without a look-up of what a generic text is made of.
  package var lowercase: String {
    var text = self
    return text.withUTF8 { $0.isLowercaseASCII ? nil : $0.lowercase } ?? self
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether nothing changes in lower case, as in most words.
  fileprivate var isLowercaseASCII: Bool { allSatisfy { $0 < 0x80 && $0.lowercaseASCII == $0 } }

  fileprivate var lowercase: String {
    var isWhole = true
    let text = String(unsafeUninitializedCapacity: count) { result in
      var at = 0
      while at < count {
        at = copyLowercaseASCII(from: at, to: result)
        guard at < count else { break }
        let (scalar, end) = scalar(at: at)
        if !scalar.isPunctuationOrSymbol, !scalar.isSmallLetter {
          let lower = scalar.properties.lowercaseMapping.utf8
          isWhole = lower.count == end - at
          guard isWhole else { return 0 }
          for byte in lower {
            result[at] = byte
            at += 1
          }
        }
        while at < end {
          result[at] = self[at]
          at += 1
        }
      }
      return count
    }
    return isWhole ? text : lowercaseByScalars
  }

  /// Copies the ASCII from an offset on in lower case to the same offsets of `result`, eight bytes at
  /// once. Returns where it ends.
  private func copyLowercaseASCII(from start: Int, to result: UnsafeMutableBufferPointer<UInt8>)
    -> Int
  {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (source, target) = (UnsafeRawBufferPointer(self), UnsafeMutableRawBufferPointer(result))
    var at = start
    while at + 8 <= count {
      let block = source.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      guard block & (ones << 7) == 0 else { break }
      // The highest bit of a byte is set from `A` on, and from what follows `Z` on.
      let capitals = (block &+ ones &* 0x3F) & ~(block &+ ones &* 0x25) & (ones << 7)
      target.storeBytes(of: block | capitals >> 2, toByteOffset: at, as: UInt64.self)
      at += 8
    }
    while at < count, self[at] < 0x80 {
      result[at] = self[at].lowercaseASCII
      at += 1
    }
    return at
  }

  private var lowercaseByScalars: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var at = 0
    while at < count {
      guard self[at] >= 0x80 else {
        bytes.append(self[at].lowercaseASCII)
        at += 1
        continue
      }
      let (scalar, end) = scalar(at: at)
      if scalar.isPunctuationOrSymbol {
        bytes.append(contentsOf: self[at..<end])
      } else {
        scalar.appendLowercase(to: &bytes)
      }
      at = end
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The scalar that begins at an offset of well-formed text, and where the next one begins.
  @inlinable
  package func scalar(at start: Int) -> (Unicode.Scalar, end: Int) {
    let first = self[start]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    // The bits of the first byte that do not say how many bytes follow.
    var value = UInt32(length == 1 ? first : first & (0x7F >> UInt8(length)))
    for at in (start + 1)..<(start + length) where at < count {
      value = value << 6 | UInt32(self[at] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", Swift.min(start + length, count))
  }

  /// The scalar that ends before an offset of well-formed text, and where it begins.
  package func scalar(before end: Int) -> (Unicode.Scalar, start: Int) {
    var start = end - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(at: start).0, start)
  }
}

extension UInt8 {
  /// The byte of an ASCII letter in lower case; any other byte as it is.
  @inlinable package var lowercaseASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  @inlinable package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

  @inlinable package var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

extension Unicode.Scalar {
  /// A letter of any script.
  @inlinable package var isLetter: Bool {
    isASCII ? UInt8(truncatingIfNeeded: value).isASCIILetter : isLetterBeyondASCII
  }

  @usableFromInline var isLetterBeyondASCII: Bool {
    isSmallLetter || !isPunctuationOrSymbol && properties.isAlphabetic
  }

  /// The UTF-8 of its lower case.
  package func appendLowercase(to bytes: inout [UInt8]) {
    if isSmallLetter {
      bytes.append(contentsOf: utf8)
    } else {
      bytes.append(contentsOf: properties.lowercaseMapping.utf8)
    }
  }

  /// Small Greek letters, and those of western languages: most letters of papers beyond ASCII, which
  /// the Unicode tables need not be asked about.
  package var isSmallLetter: Bool {
    (0x3B1...0x3C9).contains(value) || (0xDF...0xFF).contains(value) && value != 0xF7
  }

  /// General punctuation to miscellaneous technical: dashes, quotation marks, arrows, operators.
  fileprivate var isPunctuationOrSymbol: Bool {
    (0x2010...0x205E).contains(value) || (0x2190...0x23FF).contains(value)
  }
}
