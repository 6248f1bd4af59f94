internal import IR

// Clauses that alone need the numbers of their sentence.

extension NumberFree {
  /// What a sentence says before the clause that alone needs its numbers.
  static func withoutLastClause(_ text: String, least: Int) -> String? {
    // What needs a power needs its formula.
    guard !text.has("^") else { return nil }
    for cut in clauseStarts(in: text).reversed() {
      let bytes = Array(text.utf8)
      let head = String(decoding: bytes[..<cut], as: UTF8.self)
      // `While A, B`: half a sentence.
      guard !halves.contains(where: head.hasPrefix) else { return nil }
      guard head.count(where: { $0 == "(" }) == head.count(where: { $0 == ")" }),
        !endsInList(head, before: String(decoding: bytes[cut...], as: UTF8.self))
      else { continue }
      let bare = head.trimmed(of: ",;") + "."
      if let text = standing(bare, least: max(leastOfClause, least - 2)) { return text }
    }
    return nil
  }

  private static let leastOfClause = 4

  /// Where clauses begin that a sentence can go without: `; `, `, while `, `, reaching `.
  private static func clauseStarts(in text: String) -> [Int] {
    let leads =
      [
        "; ", " while ", ", whereas ", ", yet ", ", but ", ", with ", ", and ", ", as ",
      ].compactMap { text.utf8Range(of: $0)?.lowerBound } + behindNumber(in: text)
    var position = 0
    var participles: [Int] = []
    var endsClause = false
    for word in text.words() {
      if endsClause, word.hasSuffix("ing"), word.utf8.count > 5 { participles.append(position - 2) }
      endsClause = word.hasSuffix(",")
      position += word.utf8.count + 1
    }
    return (leads + participles).sorted()
  }

  /// `rises to 12.6, which is close`: where a clause tells of the number.
  private static func behindNumber(in text: String) -> [Int] {
    guard let cut = text.utf8Range(of: ", which ")?.lowerBound, cut > 0 else { return [] }
    let last = Array(text.utf8)[cut - 1]
    return last.isASCIIDigit || last == UInt8(ascii: "%") ? [cut] : []
  }

  private static let halves = ["While ", "Whereas ", "Although ", "Though ", "When ", "If "]
}
