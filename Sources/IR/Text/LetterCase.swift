// Letters by their first byte: papers are nearly all ASCII, and the standard library asks its
// Unicode tables of a whole string as soon as one dash or quotation mark stands in it.

extension StringProtocol {
  /// `lowercased()`, at the price of the characters that are not ASCII.
  package var lowercase: String {
    if let text = utf8.withContiguousStorageIfAvailable(String.init(lowercaseASCII:)) ?? nil {
      return text
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if scalar.isASCII {
        let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
        bytes.append(UInt8(scalar.value) | (isUpper ? 0x20 : 0))
      } else if scalar.isPunctuationOrSymbol {
        bytes.append(contentsOf: String(scalar).utf8)
      } else {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
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
  fileprivate init?(lowercaseASCII bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    self.init(unsafeUninitializedCapacity: bytes.count) { lower in
      for (index, byte) in bytes.enumerated() {
        lower[index] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      }
      return bytes.count
    }
  }

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

extension Unicode.Scalar {
  /// A letter of any script.
  package var isLetter: Bool {
    if isASCII { return (self >= "a" && self <= "z") || (self >= "A" && self <= "Z") }
    return properties.isAlphabetic
  }

  /// General punctuation to miscellaneous technical: dashes, quotation marks, arrows, operators.
  fileprivate var isPunctuationOrSymbol: Bool {
    (0x2010...0x205E).contains(value) || (0x2190...0x23FF).contains(value)
  }
}
