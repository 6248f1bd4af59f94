/// The words of a table.
///
/// Most words of a sentence are in none of them, which their length, first two bytes and last one tell
/// before anything is hashed.
package struct WordSet: ExpressibleByArrayLiteral, Sendable {
  private let words: Set<String>
  /// A bit for each length and ends that a word has, as ``bit(of:)`` counts them.
  private let shapes: [UInt64]

  package init(arrayLiteral words: String...) { self.init(Set(words)) }

  package init(_ words: Set<String>) {
    self.words = words
    var shapes = [UInt64](repeating: 0, count: 32)
    for var word in words {
      let bit = word.withUTF8(Self.bit)
      shapes[bit / 64] |= 1 << UInt64(bit % 64)
    }
    self.shapes = shapes
  }

  package func contains(_ word: String) -> Bool {
    let bit = word.utf8.withContiguousStorageIfAvailable(Self.bit)
    if let bit, shapes[bit / 64] >> UInt64(bit % 64) & 1 == 0 { return false }
    return words.contains(word)
  }

  package func union(_ others: WordSet) -> WordSet { WordSet(words.union(others.words)) }

  private static func bit(of word: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = word.first, let last = word.last else { return 0 }
    let second = word.count > 1 ? word[1] : 0
    return (Int(first) * 37 + Int(second) * 59 + Int(last) * 11 + word.count * 101) % 2048
  }
}
