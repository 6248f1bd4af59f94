internal import IR

/// A sentence as cues see it: words in lower case, without punctuation.
///
/// Most words of most sentences are only compared: strings are made of those that are asked for.
package struct CueWords: Sendable {
  /// The sentence, with 0 for what ends a word.
  private let bytes: [UInt8]
  /// Where the words stand, without full stops at their ends and hyphens before them.
  private let places: [Place]

  fileprivate struct Place: Sendable {
    let range: Range<Int>
    let hash: UInt32
  }

  /// A word with the hash of its bytes.
  struct Word {
    let bytes: UnsafeBufferPointer<UInt8>
    let hash: UInt32
  }

  /// The words while their bytes are at hand.
  struct Words {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let places: UnsafeBufferPointer<Place>

    var count: Int { places.count }
    var indices: Range<Int> { places.indices }

    /// A word is never empty.
    subscript(index: Int) -> Word {
      let place = places[index]
      return Word(bytes: UnsafeBufferPointer(rebasing: bytes[place.range]), hash: place.hash)
    }
  }

  package init(_ sentence: String) {
    var sentence = sentence
    var places: [Place] = []
    let capacity = CueWordReader.capacity(for: sentence.utf8.count)
    bytes = Array(unsafeUninitializedCapacity: capacity) { bytes, count in
      var reader = CueWordReader(bytes)
      sentence.withUTF8 { reader.read($0) }
      count = reader.count
      places = reader.places
    }
    self.places = places
  }

  package var words: [String] { map { String(decoding: $0, as: UTF8.self) } }

  package var count: Int { places.count }

  package var first: String? {
    places.first.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// Whether one of some words is among them.
  package func hold(_ sought: String...) -> Bool {
    places.contains { place in
      sought.contains {
        $0.utf8.count == place.range.count && bytes[place.range].elementsEqual($0.utf8)
      }
    }
  }

  func withWords<Result>(_ body: (Words) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      places.withUnsafeBufferPointer { body(Words(bytes: bytes, places: $0)) }
    }
  }

  func map<Result>(_ transform: (UnsafeBufferPointer<UInt8>) -> Result) -> [Result] {
    withWords { words in words.indices.map { transform(words[$0].bytes) } }
  }

  /// The words whose bytes meet a condition.
  func words(where accepts: (UnsafeBufferPointer<UInt8>) -> Bool) -> [String] {
    withWords { words in
      var accepted: [String] = []
      for at in words.indices where accepts(words[at].bytes) {
        accepted.append(String(decoding: words[at].bytes, as: UTF8.self))
      }
      return accepted
    }
  }

  /// The hash of Fowler, Noll and Vo: good for short words, and the same in every run.
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// What a word keeps of each ASCII character; 0 for what ends it.
  fileprivate static let kept: [UInt8] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x2D, 0x27, 0x25, 0x2E: byte
    case 0x41...0x5A: byte | 0x20
    default: 0
    }
  }
}

/// Reads a sentence in one pass: its bytes in lower case, and where its words are.
private struct CueWordReader {
  let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  private(set) var places: [CueWords.Place] = []
  /// Where the word begins that is being read.
  private var start = 0

  /// No letter is longer than half as much again in lower case.
  static func capacity(for length: Int) -> Int { length + length / 2 }

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    places.reserveCapacity(bytes.count / 7)
  }

  mutating func read(_ sentence: UnsafeBufferPointer<UInt8>) {
    CueWords.kept.withUnsafeBufferPointer { kept in
      var at = 0
      while at < sentence.count {
        at = readASCII(sentence, from: at, kept)
        guard at < sentence.count else { break }
        let (scalar, end) = sentence.scalar(at: at)
        if scalar == "’" {
          append(0x27)
        } else if scalar.isSmallLetter {
          for offset in at..<end { append(sentence[offset]) }
        } else if scalar.isLetter {
          for byte in scalar.properties.lowercaseMapping.utf8 { append(byte) }
        } else {
          append(0)
          endWord(at: count - 1)
        }
        at = end
      }
      endWord(at: count)
    }
  }

  /// Reads from an offset on to what is not ASCII. Returns where that is.
  private mutating func readASCII(
    _ sentence: UnsafeBufferPointer<UInt8>, from start: Int, _ kept: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var at = start
    // Of one place in memory the compiler would not know that nobody else writes to it.
    var end = count
    while at < sentence.count, sentence[at] < 0x80 {
      let byte = kept[Int(sentence[at])]
      bytes[end] = byte
      end += 1
      at += 1
      if byte == 0 { endWord(at: end - 1) }
    }
    count = end
    return at
  }

  private mutating func append(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  private mutating func endWord(at stop: Int) {
    var end = stop
    var first = start
    start = stop + 1
    while end > first, bytes[end - 1] == 0x2E { end -= 1 }
    while first < end, bytes[first] == 0x2E || bytes[first] == 0x2D { first += 1 }
    guard first < end else { return }
    let word = UnsafeBufferPointer(rebasing: bytes[first..<end])
    places.append(CueWords.Place(range: first..<end, hash: CueWords.hash(word)))
  }
}
