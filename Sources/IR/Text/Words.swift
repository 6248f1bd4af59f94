/// Words of running text, compared without case.
package enum Words {
  /// Runs of letters and digits, in lower case.
  package static func all(_ text: some StringProtocol) -> [Substring] {
    runs(in: text.lowercase)
  }

  /// Runs of letters and digits, and of `joint`.
  package static func runs<Text: StringProtocol>(
    in text: Text, joinedBy joint: Character? = nil
  ) -> [Substring] where Text.SubSequence == Substring {
    let ranges = text.utf8.withContiguousStorageIfAvailable { bytes in
      Self.ranges(in: bytes, joint?.asciiValue)
    }
    guard let ranges = ranges ?? nil else {
      return text.split { !$0.isAlphanumeric && $0 != joint }
    }
    let whole = text[text.startIndex...]
    return ranges.map { whole[utf8Range: $0] }
  }

  /// Nil if a character consists of several scalars.
  private static func ranges(
    in bytes: UnsafeBufferPointer<UInt8>, _ joint: UInt8?
  ) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    var start: Int?
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      var belongs = byte.isASCIILetter || byte.isASCIIDigit || byte == joint
      var end = at + 1
      if byte >= 0x80 {
        let (scalar, next) = bytes.scalar(at: at)
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return nil
        default: belongs = properties.isAlphabetic || properties.numericType != nil
        }
        end = next
      }
      if belongs {
        start = start ?? at
      } else if let first = start {
        ranges.append(first..<at)
        start = nil
      }
      at = end
    }
    if let start { ranges.append(start..<bytes.count) }
    return ranges
  }

  /// Words that carry content: four letters or more, none a function word.
  package static func content(_ text: some StringProtocol) -> [Substring] {
    all(text).filter(isContent)
  }

  /// `word`: in lower case.
  package static func isContent(_ word: Substring) -> Bool {
    word.utf8.count >= 4 && word.count >= 4 && !FunctionWords.all.contains(String(word))
  }
}
