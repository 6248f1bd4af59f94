internal import IR

/// What a sentence says was not chosen.
enum Alternative {
  private static let leads = [
    "instead of ", "rather than ", "as opposed to ", "in place of ", "in contrast to ",
    "eschewing ", "dispensing with ", "in lieu of ", unlike,
  ]

  /// Only where it opens a sentence does it tell what the authors did otherwise.
  private static let unlike = "unlike "

  /// After a verb of preference only: `we prefer averages over a single reading`.
  private static let preferring = ["over the ", "over a ", "over an "]
  private static let anyLead = PhraseSet(leads + preferring)

  static let preferences = CueTable([
    // No beginning of a word is `opt`: there are optimizers.
    Cue(
      "prefer*|favor*|favour*|select*|choose*|chose*|opt|opts|opted|opting", .choice, weight: 1,
      matches: "We opted for a lamp.", ignores: "The optimizer is a lamp.")
  ])

  /// What was not chosen, and whether it stands before the choice: `Instead of a lamp, we wait.`
  struct Found {
    let phrase: Grounded<String>
    let leadsIn: Bool
    /// UTF-8 offset of the word that leads to it.
    let start: Int
    /// Past its last byte.
    let end: Int

    /// The side of its sentence that has the choice.
    func choice(in sentence: Grounded<String>) -> String {
      let bytes = Array(sentence.value.utf8)
      return String(decoding: leadsIn ? bytes[end...] : bytes[..<start], as: UTF8.self)
    }
  }

  static func find(in sentence: Grounded<String>, _ words: CueWords) -> Found? {
    let lower = sentence.value.lowercase
    guard lower.utf8.count == sentence.value.utf8.count, let span = sentence.spans.first else {
      return nil
    }
    guard anyLead.stands(in: lower) else { return nil }
    let bytes = Array(lower.utf8)
    let prefers = !preferences.matches(in: words).isEmpty
    for lead in prefers ? leads + preferring : leads {
      guard let found = whole(lead, in: lower, bytes), !isAside(bytes[..<found.lowerBound]) else {
        continue
      }
      // The article after `over` belongs to what follows it.
      let start = preferring.contains(lead) ? found.lowerBound + 5 : found.upperBound
      let leadsIn = found.lowerBound <= leadIn
      if lead == unlike, !leadsIn { continue }
      let length =
        leadsIn
        ? clauseLength(in: lower, bytes, from: start) : phraseLength(in: bytes, from: start)
      // What a long lead says of the alternative, behind a comma, does not name it.
      let name =
        isLong(bytes[start..<(start + length)]) ? phraseLength(in: bytes, from: start) : length
      let phrase = String(
        decoding: Array(sentence.value.utf8)[start..<(start + name)], as: UTF8.self)
      guard phrase.count >= 4 || phrase.first?.isNumber == true,
        !isLong(bytes[start..<(start + name)])
      else { continue }
      return Found(
        phrase: Grounded(phrase, [span.narrowed(to: start..<(start + name))]),
        leadsIn: leadsIn, start: found.lowerBound, end: start + length)
    }
    return nil
  }

  private static func isLong(_ phrase: ArraySlice<UInt8>) -> Bool {
    phrase.split(separator: 0x20).count > 20
  }

  /// The longest connective before a lead that still opens its sentence: `However, `.
  private static let leadIn = 9

  private static func whole(_ lead: String, in text: String, _ bytes: [UInt8]) -> Range<Int>? {
    var from = 0
    while let found = text.utf8Range(of: lead, from: from) {
      if found.lowerBound == 0 || " (".utf8.contains(bytes[found.lowerBound - 1]) { return found }
      from = found.upperBound
    }
    return nil
  }

  /// Words that begin another clause.
  private static let ends = [
    " because ", " since ", " as ", " so ", " which ", " where ", " when ", " while ", " whereas ",
    " to avoid ", " in order ", " and instead ", " (",
  ]

  /// Up to a mark or a word that ends the phrase; a dot inside a number ends nothing.
  private static func phraseLength(in bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let isLast = end + 1 == bytes.count || bytes[end + 1] == 0x20
      if ",;:)".utf8.contains(bytes[end]) || (bytes[end] == 0x2E && isLast) { break }
      if bytes[end] == 0x20, ends.contains(where: { bytes[end...].starts(with: $0.utf8) }) { break }
      end += 1
    }
    return end - start
  }

  /// Up to the clause that has the choice: `instead of lamps, candles and the sun, we use` …
  private static func clauseLength(in text: String, _ bytes: [UInt8], from start: Int) -> Int {
    let subjects = [", we ", ", our ", ", i "]
    let found = subjects.compactMap { text.utf8Range(of: $0, from: start)?.lowerBound }.min()
    // Not all put a comma: `Instead of two lamps we use one, and the sun.`
    let subject = text.utf8Range(of: " we ", from: start)?.lowerBound
    let comma = bytes[start...].firstIndex(of: UInt8(ascii: ","))
    return (found ?? [subject, comma].compactMap(\.self).min() ?? bytes.count) - start
  }

  /// Whether a bracket is open: what stands in it chooses nothing, but for the alternative alone.
  private static func isAside(_ before: ArraySlice<UInt8>) -> Bool {
    guard before.last != UInt8(ascii: "(") else { return false }
    return before.count { $0 == UInt8(ascii: "(") } > before.count { $0 == UInt8(ascii: ")") }
  }
}
