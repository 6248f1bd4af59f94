internal import IR
internal import Synchronization

/// A sentence with what most passes ask of it.
final class Sentence: Sendable {
  let text: String
  let lower: String
  let words: CueWords
  /// The words as names are looked for among them.
  let names: LexiconWords
  /// Whether it can stand in a field as it is.
  let isWhole: Bool

  init(_ text: String) {
    self.text = text
    lower = text.lowercase
    words = CueWords(text)
    names = LexiconWords(text)
    isWhole = Wording.isSentence(text)
  }

  /// As it stands and as words.
  var parts: (text: String, words: CueWords) { (text, words) }
}

/// The sentences of a text that were asked for: nearly every pass looks at nearly all of them, and to
/// split each one anew took a tenth of what the passes cost.
final class Sentences: Sendable {
  private let known = Mutex(Known())

  /// What stands in a range of the text that these are the sentences of.
  func sentence(_ bytes: Range<UInt32>, of text: SourceText) -> Sentence {
    if let sentence = self[bytes] { return sentence }
    let sentence = Sentence(text.text(of: bytes))
    known.withLock { $0.add(sentence, bytes) }
    return sentence
  }

  /// What stands in a range, if it was asked for before.
  subscript(bytes: Range<UInt32>) -> Sentence? {
    known.withLock { known in
      let place = known.place(of: bytes)
      return known.slots[place] > 0 ? known.sentences[known.slots[place] - 1].sentence : nil
    }
  }

  /// By where they begin: a dictionary would take as long to hash a range as to copy its text.
  private struct Known {
    var sentences: [(bytes: Range<UInt32>, sentence: Sentence)] = []
    /// One more than the index of a sentence, or 0. A place that is taken sends on to the next one.
    var slots = [Int](repeating: 0, count: 1024)

    func place(of bytes: Range<UInt32>) -> Int {
      var place = Int(bytes.lowerBound &* 0x9E37_79B1 >> 8) & (slots.count - 1)
      while slots[place] > 0, sentences[slots[place] - 1].bytes != bytes {
        place = (place + 1) & (slots.count - 1)
      }
      return place
    }

    mutating func add(_ sentence: Sentence, _ bytes: Range<UInt32>) {
      sentences.append((bytes, sentence))
      if sentences.count * 2 > slots.count {
        slots = [Int](repeating: 0, count: slots.count * 2)
        for (index, known) in sentences.enumerated() { slots[place(of: known.bytes)] = index + 1 }
      } else {
        slots[place(of: bytes)] = sentences.count
      }
    }
  }
}
