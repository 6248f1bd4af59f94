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
    /// What the word begins with, as a ``CueFilter`` counts it.
    let start: UInt16
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

    /// Gives the words that a filter lets pass; of others nothing is loaded but what it asks for.
    @inline(__always)
    func forEach(passing filter: CueFilter, _ body: (Int) -> Void) {
      filter.withBits { bits in
        var start = 0
        while start < places.count {
          // First which, then what: a loop that does no more keeps all in registers.
          let end = min(start + UInt64.bitWidth, places.count)
          var passing: UInt64 = 0
          var at = start
          while at < end {
            let mayPass = bits.accepts(hash: places[at].hash, start: places[at].start)
            passing |= mayPass &<< UInt64(truncatingIfNeeded: at &- start)
            at &+= 1
          }
          while passing != 0 {
            body(start + passing.trailingZeroBitCount)
            passing &= passing - 1
          }
          start = end
        }
      }
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

  package var first: String? { first(1).first }

  /// The first words, up to a number of them.
  func first(_ count: Int) -> [String] {
    places.prefix(count).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// Whether one of some words is among them.
  package func hold(_ sought: String...) -> Bool { hold(sought) }

  package func hold(_ sought: [String]) -> Bool {
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

  /// The same in every run. Eight bytes at once, since most words have no more: byte by byte, each
  /// multiplication would wait for the one before.
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(word)
    var hash = UInt64(bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    // The last bytes, some of them twice.
    let left = bytes.count - at
    if left >= 4 {
      let first = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
      hash = mixed(hash, UInt64(first) << 32 | UInt64(last))
    } else if left > 0 {
      let middle = UInt64(bytes[at + left / 2]) << 8
      hash = mixed(hash, UInt64(bytes[at]) << 16 | middle | UInt64(bytes[bytes.count - 1]))
    }
    return UInt32(truncatingIfNeeded: hash)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}

/// Reads a sentence in one pass: its bytes in lower case, and where its words are.
private struct CueWordReader {
  let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  private(set) var places: [CueWords.Place] = []
  /// Where the word begins that is being read.
  private var start = 0

  /// No letter is longer than half as much again in lower case; blocks reach beyond the end.
  static func capacity(for length: Int) -> Int { length + length / 2 + 8 }

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    places.reserveCapacity(bytes.count / 7)
  }

  mutating func read(_ sentence: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < sentence.count {
      at = readASCII(UnsafeRawBufferPointer(sentence), from: at)
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

  /// Reads from an offset on to what is not ASCII, eight bytes at once. Returns where that is.
  private mutating func readASCII(_ sentence: UnsafeRawBufferPointer, from start: Int) -> Int {
    var at = start
    while at < sentence.count {
      let block = ASCIIBlock(sentence, at)
      guard block.count > 0 else { break }
      UnsafeMutableRawBufferPointer(bytes).storeBytes(
        of: block.kept.littleEndian, toByteOffset: count, as: UInt64.self)
      var ends = block.ends
      while ends != 0 {
        endWord(at: count + ends.trailingZeroBitCount / 8)
        ends &= ends - 1
      }
      at += block.count
      count += block.count
      if block.count < 8 { break }
    }
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
    guard endsInContraction(first..<end) else { return append(first..<end) }
    bytes[end - 2] = UInt8(ascii: "o")
    append(first..<(end - 3))
    append((end - 3)..<end)
  }

  /// `doesn't`, which is read as `does not`; `can't` would leave no word.
  private func endsInContraction(_ word: Range<Int>) -> Bool {
    guard bytes[word.upperBound - 1] == UInt8(ascii: "t"), word.count > 4 else { return false }
    return bytes[word.upperBound - 2] == 0x27 && bytes[word.upperBound - 3] == UInt8(ascii: "n")
      && !bytes[word].starts(with: "can".utf8)
  }

  private mutating func append(_ range: Range<Int>) {
    let word = UnsafeBufferPointer(rebasing: bytes[range])
    let start = CueFilter.start(word[0], word.count > 1 ? word[1] : 0)
    places.append(CueWords.Place(range: range, hash: CueWords.hash(word), start: start))
  }
}

/// Up to eight bytes of a sentence, the first one lowest, and what words keep of them: letters in
/// lower case, digits, hyphens, apostrophes, percent signs and full stops.
private struct ASCIIBlock {
  /// How many bytes come before the end, and before what is not ASCII.
  let count: Int
  /// With 0 for what ends a word.
  let kept: UInt64
  /// The highest bit of each byte that ends a word.
  let ends: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = ones << 7

  init(_ sentence: UnsafeRawBufferPointer, _ start: Int) {
    let left = min(8, sentence.count - start)
    var block: UInt64 = 0
    if left == 8 {
      block = sentence.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    } else {
      withUnsafeMutableBytes(of: &block) {
        $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: sentence[start...]))
      }
    }
    block = UInt64(littleEndian: block)
    count = min(left, (block & Self.high).trailingZeroBitCount / 8)
    let own = count < 8 ? UInt64(1) << UInt64(8 * count) - 1 : .max
    let bytes = block & own
    let lower = bytes | (Self.places(of: 0x41..<0x5B, in: bytes) >> 2)
    let keeps =
      Self.places(of: 0x61..<0x7B, in: lower) | Self.places(of: 0x30..<0x3A, in: bytes)
      | Self.places(of: 0x2D..<0x2F, in: bytes) | Self.places(of: 0x25..<0x26, in: bytes)
      | Self.places(of: 0x27..<0x28, in: bytes)
    kept = lower & (keeps >> 7 &* 0xFF)
    ends = Self.high & ~keeps & own
  }

  /// The highest bit of each byte that is one of some; all bytes are ASCII.
  @inline(__always)
  private static func places(of some: Range<UInt64>, in bytes: UInt64) -> UInt64 {
    let reached = bytes &+ ones &* (0x80 &- some.lowerBound)
    let passed = bytes &+ ones &* (0x80 &- some.upperBound)
    return reached & ~passed & high
  }
}
