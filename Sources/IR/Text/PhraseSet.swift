/// Phrases that a text is searched for, all of them in one pass over its bytes.
package struct PhraseSet: ExpressibleByArrayLiteral, Sendable {
  /// All phrases, one behind the other.
  private var bytes: [UInt8] = []
  private var phrases: [Phrase] = []
  /// The first phrase that begins with a byte, or -1.
  private var first = [Int32](repeating: -1, count: 256)
  /// By the byte that a phrase begins with, a bit for each second byte, modulo 64: at most places of a
  /// text no phrase needs to be looked at.
  private var seconds = [UInt64](repeating: 0, count: 256)

  private struct Phrase: Sendable {
    /// In `bytes`.
    let start: Int32
    let count: Int32
    /// The next phrase that begins with the same byte, or -1.
    let next: Int32
  }

  package init(arrayLiteral phrases: String...) { self.init(phrases) }

  /// An empty phrase stands nowhere.
  package init(_ texts: [String]) {
    phrases.reserveCapacity(texts.count)
    for text in texts {
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      let byte = text.utf8.first.map(Int.init)
      phrases.append(
        Phrase(
          start: Int32(start), count: Int32(bytes.count - start), next: byte.map { first[$0] } ?? -1
        ))
      if let byte {
        first[byte] = Int32(phrases.count - 1)
        seconds[byte] |= text.utf8.dropFirst().first.map { 1 << UInt64($0 & 63) } ?? .max
      }
    }
  }

  /// Whether some phrase stands in a text, byte for byte.
  package func stands(in text: String) -> Bool { search(text, forFirst: false) != nil }

  /// The index of the first phrase of the list that stands in a text.
  package func firstIndex(in text: String) -> Int? { search(text, forFirst: true) }

  private func search(_ text: String, forFirst: Bool) -> Int? {
    var text = text
    return text.withUTF8 { text in
      var found: Int32?
      for at in text.indices where mayBegin(text, at) {
        var next = first[Int(text[at])]
        while next >= 0 {
          let phrase = phrases[Int(next)]
          if next < found ?? .max, begins(text, at, with: phrase) {
            if !forFirst { return Int(next) }
            found = next
          }
          next = phrase.next
        }
      }
      return found.map(Int.init)
    }
  }

  /// Whether some phrase may stand at an offset of a text.
  @inline(__always)
  private func mayBegin(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let second = at + 1 < text.count ? text[at + 1] : 0
    return seconds[Int(text[at])] &>> UInt64(second & 63) & 1 == 1
  }

  /// Of two texts whose first bytes are alike.
  private func begins(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, with phrase: Phrase
  ) -> Bool {
    guard text.count - at >= phrase.count else { return false }
    for offset in 1..<max(1, Int(phrase.count))
    where text[at + offset] != bytes[Int(phrase.start) + offset] {
      return false
    }
    return true
  }
}
