internal import IR

/// Words that strings of a JSON file are expected to be.
struct JSONWords: Sendable {
  /// A string that is one of the words, by its place among them, or another one.
  enum Word: Sendable {
    case known(Int)
    case other(String)
  }

  let words: [String]
  /// As they stand in the file, one behind the other.
  private let quoted: [UInt8]
  /// Where each begins in `quoted`, and where the last one ends.
  private let starts: [Int]

  func text(of word: Word) -> String {
    switch word {
    case .known(let index): words[index]
    case .other(let text): text
    }
  }

  func word(of text: String) -> Word {
    words.firstIndex(of: text).map(Word.known) ?? .other(text)
  }

  /// The word that stands at an offset, looked for from the word at `first` on and round, and where it
  /// ends.
  func find(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, from first: Int
  ) -> (index: Int, end: Int)? {
    let rest = UnsafeBufferPointer(rebasing: bytes[min(offset, bytes.count)...])
    return quoted.withUnsafeBufferPointer { quoted in
      for step in words.indices {
        let sum = first + step
        let index = sum < words.count ? sum : sum - words.count
        let (start, end) = (starts[index], starts[index + 1])
        let word = UnsafeBufferPointer(rebasing: quoted[start..<end])
        if rest.begins(with: word) { return (index, offset + end - start) }
      }
      return nil
    }
  }

  /// `words` hold nothing that needs an escape.
  init(_ words: [String]) {
    self.words = words
    quoted = words.flatMap { "\"\($0)\"".utf8 }
    starts = words.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count + 2) }
  }
}
