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
    var isLast: Bool { after.unicodeScalars.contains(where: SettingWords.ends.contains) }
    /// Whether a bracket or a quote begins before it.
    var isFirst: Bool { before.unicodeScalars.contains(where: SettingWords.starts.contains) }
  }

  private static let ends: ScalarSet = ",;:.!?)]”"
  private static let starts: ScalarSet = "([“\""
  private static let opening: ScalarSet = "([{\"'“‘≈∼~$"
  private static let closing: ScalarSet = ".,;:!?)]\"'”’$"

  let words: [Word]
  let utf8: [UInt8]

  /// `skipped` are byte ranges that are no words of the sentence, in order: citations stand between a
  /// name and its value.
  init(_ text: String, without skipped: [Range<Int>] = []) {
    let utf8 = Array(text.utf8)
    var words: [Word] = []
    var start = 0
    var skips = skipped[...]
    func end(_ stop: Int) {
      guard start < stop else { return }
      let word = utf8.withUnsafeBufferPointer { Self.word(start..<stop, of: $0) }
      if let word { words.append(word) } else { close(start..<stop) }
    }
    // Marks behind what was left out belong to the word before it.
    func close(_ marks: Range<Int>) {
      guard !skipped.isEmpty, let last = words.popLast() else { return }
      let after =
        last.after + String(decoding: utf8[marks], as: UTF8.self).filter { !"()[]".contains($0) }
      words.append(Word(lower: last.lower, bytes: last.bytes, before: last.before, after: after))
    }
    for (at, byte) in utf8.enumerated() {
      if let skip = skips.first, at >= skip.lowerBound {
        if at == skip.lowerBound { end(at) }
        start = skip.upperBound
        if at + 1 >= skip.upperBound { skips.removeFirst() }
        continue
      }
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
      case UInt8(ascii: "(") where at > start && utf8[at - 1].isASCIILetter:
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
    return next != 0x20 && !next.isASCIIDigit
  }

  private static func word(
    _ whole: Range<Int>, of utf8: UnsafeBufferPointer<UInt8>
  ) -> Word? {
    func text(_ range: Range<Int>) -> String {
      range.isEmpty ? "" : String(decoding: utf8[range], as: UTF8.self)
    }
    var core = whole
    while !core.isEmpty {
      let (first, end) = utf8.scalar(at: core.lowerBound)
      guard opening.contains(first) else { break }
      core = min(end, core.upperBound)..<core.upperBound
    }
    while !core.isEmpty {
      let (last, start) = utf8.scalar(before: core.upperBound)
      // A brace that closes an exponent belongs to its number; one more closes a list.
      let isClosing =
        last == "}"
        ? utf8[core].count { $0 == UInt8(ascii: "}") }
          > utf8[core].count { $0 == UInt8(ascii: "{") }
        : closing.contains(last)
      guard isClosing else { break }
      core = core.lowerBound..<max(start, core.lowerBound)
    }
    guard !core.isEmpty else { return nil }
    return Word(
      lower: text(core).lowercase, bytes: core,
      before: text(whole.lowerBound..<core.lowerBound)[...],
      after: text(core.upperBound..<whole.upperBound)[...])
  }

  /// The bytes from the first to the last of some words.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].bytes.lowerBound..<words[range.upperBound - 1].bytes.upperBound
  }

  func text(_ bytes: Range<Int>) -> String { String(decoding: utf8[bytes], as: UTF8.self) }

  subscript(_ index: Int) -> Word { words[index] }

  /// The word at an index, or nothing where the sentence does not reach.
  func lower(_ index: Int) -> String { words.indices.contains(index) ? words[index].lower : "" }

  private static let clauseEnds: ScalarSet = ";.:"

  /// Whether one of some words stands among the few before an index, in its clause.
  func has(_ set: WordSet, before index: Int, within count: Int) -> Bool {
    var at = index - 1
    while at >= 0, at >= index - count {
      if set.contains(words[at].lower) { return true }
      if words[at].after.unicodeScalars.contains(where: Self.clauseEnds.contains) { return false }
      at -= 1
    }
    return false
  }

  func has(_ set: WordSet) -> Bool { words.contains { set.contains($0.lower) } }
}
