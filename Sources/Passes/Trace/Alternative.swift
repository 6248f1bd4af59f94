internal import IR

/// What a sentence says was not chosen.
enum Alternative {
  private static let leads = [
    " instead of ", " rather than ", " as opposed to ", " in place of ",
    " in contrast to ", " eschewing ", " dispensing with ", " in lieu of ", " without using ",
    " without relying on ",
  ]

  /// After a verb of preference only: `we prefer averages over a single reading`.
  private static let preferring = [" over the ", " over a ", " over an "]
  private static let preferences = [
    "prefer", "favor", "favour", "select", "choose", "chose", "opt",
  ]

  static func find(in sentence: Grounded<String>) -> Grounded<String>? {
    let lower = sentence.value.lowercase
    guard lower.utf8.count == sentence.value.utf8.count, let span = sentence.spans.first else {
      return nil
    }
    let words = CueWords(sentence.value).words
    let prefers = words.contains { word in preferences.contains { word.hasPrefix($0) } }
    for lead in prefers ? leads + preferring : leads {
      guard let found = lower.utf8Range(of: lead) else { continue }
      // The article after `over` belongs to what follows it.
      let start = preferring.contains(lead) ? found.lowerBound + 6 : found.upperBound
      let length = phraseLength(in: Array(lower.utf8), from: start)
      let phrase = String(
        decoding: Array(sentence.value.utf8)[start..<(start + length)], as: UTF8.self)
      guard phrase.count >= 4, phrase.split(separator: " ").count <= 16 else { continue }
      return Grounded(phrase, [span.narrowed(to: start..<(start + length))])
    }
    return nil
  }

  /// Words that begin another clause.
  private static let ends = [
    " because ", " since ", " as ", " so ", " which ", " where ", " when ", " while ", " whereas ",
    " to avoid ", " in order ",
  ]

  /// Up to a mark or a word that ends the phrase; a dot inside a number ends nothing.
  private static func phraseLength(in bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let isLast = end + 1 == bytes.count || bytes[end + 1] == 0x20
      if ",;:()".utf8.contains(bytes[end]) || (bytes[end] == 0x2E && isLast) { break }
      if bytes[end] == 0x20,
        ends.contains(where: { bytes[end...].starts(with: $0.utf8) })
      {
        break
      }
      end += 1
    }
    return end - start
  }
}
