internal import IR

/// Amounts with their units, as far as they are written in a way that hides or repeats the numbers.
enum NumberAmounts {
  /// A text in which a number stands apart from the unit that is glued to it, and without the amounts
  /// of a row: `achieves 0.5dB, 0.6dB and 1.1dB improvements` has improvements. The text itself where
  /// there is neither.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0.isASCIIDigit }) else { return text }
    let printed = text.words().map(String.init)
    let words = withoutRows(printed.flatMap(parted))
    return words.count == printed.count ? text : words.joined(separator: " ")
  }

  private static let units = [
    "dB", "pp", "ms", "Hz", "kHz", "mm", "cm", "km", "kg", "GB", "MB", "kB",
  ]

  private static func parted(_ word: String) -> [String] {
    guard word.utf8.contains(where: \.isASCIIDigit) else { return [word] }
    let core = word.trimmed(of: ".,;:()")
    guard let unit = units.first(where: { core.hasSuffix($0) }) else { return [word] }
    let number = core.dropLast(unit.count)
    guard number.last?.isASCIIDigit == true,
      number.allSatisfy({ $0.isASCIIDigit || $0 == "." || $0 == "," }),
      let range = word.utf8Range(of: String(number))
    else { return [word] }
    let bytes = Array(word.utf8)
    return [
      String(decoding: bytes[..<range.upperBound], as: UTF8.self),
      String(decoding: bytes[range.upperBound...], as: UTF8.self),
    ]
  }

  /// Rows of at least two amounts go with the degree that they measure staying.
  private static func withoutRows(_ words: [String]) -> [String] {
    var kept: [String] = []
    var index = 0
    while index < words.count {
      guard let end = endOfRow(from: index, words) else {
        kept.append(words[index])
        index += 1
        continue
      }
      index = end
    }
    return kept
  }

  /// Behind the last amount of a row, where a degree follows it.
  private static func endOfRow(from start: Int, _ words: [String]) -> Int? {
    var index = start
    var amounts = 0
    while let end = endOfAmount(at: index, words) {
      amounts += 1
      index = end
      if index < words.count, ["and", "or"].contains(words[index]) { index += 1 }
    }
    guard amounts > 1, start > 0, index < words.count,
      NumberWords.degrees.contains(words[index].trimmed(of: ".,;:").lowercased())
    else { return nil }
    return index
  }

  private static func endOfAmount(at index: Int, _ words: [String]) -> Int? {
    guard index < words.count, words[index].utf8.contains(where: \.isASCIIDigit) else { return nil }
    let number = words[index].trimmed(of: ",%")
    guard number.first?.isASCIIDigit == true,
      number.allSatisfy({ $0.isASCIIDigit || $0 == "." })
    else { return nil }
    let next = index + 1
    guard next < words.count, !words[index].hasSuffix(","), NumberFree.isUnit(words[next]) else {
      return next
    }
    return next + 1
  }
}
