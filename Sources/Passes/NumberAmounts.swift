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

  /// Rows of at least two amounts go with the degree that they measure staying; of others the first
  /// amount stands for all.
  private static func withoutRows(_ words: [String]) -> [String] {
    var kept: [String] = []
    var index = 0
    var shortened = false
    while index < words.count {
      if let end = endOfRow(from: index, words) {
        if !isDegree(end, words) {
          let mark = words[end - 1].last.map { ".,;:".contains($0) ? String($0) : "" } ?? ""
          kept.append(words[index].trimmed(of: ",") + mark)
          shortened = true
        }
        index = end
      } else {
        if shortened, words[index].hasPrefix("respectively"), let last = kept.popLast() {
          kept.append(last.trimmed(of: ",") + words[index].dropFirst("respectively".utf8.count))
        } else {
          kept.append(words[index])
        }
        index += 1
      }
    }
    return kept
  }

  /// Behind the last amount of a row, if a degree follows it or each of its amounts is printed as
  /// measured: `Theorems 2 and 3` are no row.
  private static func endOfRow(from start: Int, _ words: [String]) -> Int? {
    var index = start
    var end = start
    var amounts = 0
    var areMeasured = true
    while let next = endOfAmount(at: index, words) {
      amounts += 1
      areMeasured = areMeasured && isMeasured(words[index..<next])
      end = next
      index = next
      if index < words.count, ["and", "or"].contains(words[index]) { index += 1 }
    }
    guard amounts > 1, start > 0, end < words.count || areMeasured else { return nil }
    return areMeasured || isDegree(end, words) ? end : nil
  }

  private static func isDegree(_ index: Int, _ words: [String]) -> Bool {
    index < words.count
      && NumberWords.degrees.contains(words[index].trimmed(of: ".,;:").lowercased())
  }

  private static func isMeasured(_ amount: ArraySlice<String>) -> Bool {
    amount.count > 1
      || amount.contains { $0.contains("%") || $0.trimmed(of: ".,;:").contains(".") }
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
