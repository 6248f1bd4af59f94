internal import IR

/// A sentence as settings are looked for in it: words without the marks around them.
struct SettingWords: Sendable {
  struct Word: Sendable {
    /// In lower case, without the marks around it.
    let lower: String
    /// In the sentence, as UTF-8.
    let bytes: Range<Int>
    /// The marks before and behind it, as `(` and `),`.
    let before: Substring
    let after: Substring

    /// Whether a clause or a bracket ends behind it.
    var isLast: Bool { !after.isEmpty && after.contains { ",;:.!?)]”".contains($0) } }
    /// Whether a bracket or a quote begins before it.
    var isFirst: Bool { before.contains { "([“\"".contains($0) } }
  }

  let words: [Word]
  let utf8: [UInt8]

  init(_ text: String) {
    let utf8 = Array(text.utf8)
    var words: [Word] = []
    var start = 0
    func end(_ stop: Int) {
      guard start < stop else { return }
      let whole = String(decoding: utf8[start..<stop], as: UTF8.self)[...]
      if let word = Self.word(whole, at: start) { words.append(word) }
    }
    for (at, byte) in utf8.enumerated() {
      switch byte {
      case 0x20, 0x0A:
        end(at)
        start = at + 1
      case UInt8(ascii: "="):
        end(at)
        words.append(Word(lower: "=", bytes: at..<(at + 1), before: "", after: ""))
        start = at + 1
      case UInt8(ascii: ",") where Self.parts(utf8, at):
        end(at + 1)
        start = at + 1
      case UInt8(ascii: "(") where at > start && Self.isLetter(utf8[at - 1]):
        end(at)
        start = at
      default: break
      }
    }
    end(utf8.count)
    self.words = words
    self.utf8 = utf8
  }

  /// Whether a comma without a space behind it parts two words: `0.9,β`, not `1,000`.
  private static func parts(_ utf8: [UInt8], _ comma: Int) -> Bool {
    guard comma + 1 < utf8.count else { return false }
    let next = utf8[comma + 1]
    return next != 0x20 && !(0x30...0x39).contains(next)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func word(_ whole: Substring, at offset: Int) -> Word? {
    var core = whole
    while let first = core.first, "([{\"'“‘≈∼~$".contains(first) { core.removeFirst() }
    while let last = core.last, isClosing(last, of: core) { core.removeLast() }
    guard !core.isEmpty else { return nil }
    let lead = whole[..<core.startIndex]
    let start = offset + lead.utf8.count
    return Word(
      lower: String(core).lowercase, bytes: start..<(start + core.utf8.count), before: lead,
      after: whole[core.endIndex...])
  }

  /// A brace that closes an exponent belongs to its number.
  private static func isClosing(_ last: Character, of core: Substring) -> Bool {
    last == "}" ? !core.contains("{") : ".,;:!?)]\"'”’$".contains(last)
  }

  /// The bytes from the first to the last of some words.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].bytes.lowerBound..<words[range.upperBound - 1].bytes.upperBound
  }

  func text(_ bytes: Range<Int>) -> String { String(decoding: utf8[bytes], as: UTF8.self) }

  subscript(_ index: Int) -> Word { words[index] }

  /// The word at an index, or nothing where the sentence does not reach.
  func lower(_ index: Int) -> String { words.indices.contains(index) ? words[index].lower : "" }

  /// Whether one of some words stands among the few before an index, in its clause.
  func has(_ set: Set<String>, before index: Int, within count: Int) -> Bool {
    var at = index - 1
    while at >= 0, at >= index - count {
      if set.contains(words[at].lower) { return true }
      if words[at].after.contains(where: { ";.:".contains($0) }) { return false }
      at -= 1
    }
    return false
  }

  func has(_ set: Set<String>) -> Bool { words.contains { set.contains($0.lower) } }
}
