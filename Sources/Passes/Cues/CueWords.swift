internal import IR

/// A sentence as cues see it: words in lower case, without punctuation.
///
/// Most words of most sentences are only compared: strings are made of those that are asked for.
package struct CueWords: Sendable {
  /// The sentence, with 0 for what ends a word.
  private let bytes: [UInt8]
  /// Where the words stand, without full stops at their ends and hyphens before them.
  private let ranges: [Range<Int>]

  package init(_ sentence: String) {
    var sentence = sentence
    bytes = sentence.withUTF8(Self.reduced)
    ranges = bytes.withUnsafeBufferPointer(Self.ranges)
  }

  package var words: [String] { map { String(decoding: $0, as: UTF8.self) } }

  package var count: Int { ranges.count }

  package var first: String? {
    ranges.first.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Whether one of some words is among them.
  package func hold(_ sought: String...) -> Bool {
    ranges.contains { range in
      sought.contains { $0.utf8.count == range.count && bytes[range].elementsEqual($0.utf8) }
    }
  }

  func map<Result>(_ transform: (UnsafeBufferPointer<UInt8>) -> Result) -> [Result] {
    bytes.withUnsafeBufferPointer { bytes in
      ranges.map { transform(UnsafeBufferPointer(rebasing: bytes[$0])) }
    }
  }

  /// The words whose bytes meet a condition.
  func words(where accepts: (UnsafeBufferPointer<UInt8>) -> Bool) -> [String] {
    map { accepts($0) ? String(decoding: $0, as: UTF8.self) : nil }.compactMap(\.self)
  }

  private static func reduced(_ sentence: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let kept = Self.kept
    guard sentence.contains(where: { $0 >= 0x80 }) else {
      return sentence.map { kept[Int($0)] }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sentence.count)
    var at = 0
    while at < sentence.count {
      guard sentence[at] >= 0x80 else {
        bytes.append(kept[Int(sentence[at])])
        at += 1
        continue
      }
      let (scalar, end) = sentence.scalar(at: at)
      if scalar == "’" {
        bytes.append(0x27)
      } else if scalar.properties.isAlphabetic {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        bytes.append(0)
      }
      at = end
    }
    return bytes
  }

  /// What a word keeps of each ASCII character; 0 for what ends it.
  private static let kept: [UInt8] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x2D, 0x27, 0x25, 0x2E: byte
    case 0x41...0x5A: byte | 0x20
    default: 0
    }
  }

  private static func ranges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(bytes.count / 5)
    var start = 0
    for at in 0...bytes.count where at == bytes.count || bytes[at] == 0 {
      var end = at
      while end > start, bytes[end - 1] == 0x2E { end -= 1 }
      while start < end, bytes[start] == 0x2E || bytes[start] == 0x2D { start += 1 }
      if start < end { ranges.append(start..<end) }
      start = at + 1
    }
    return ranges
  }
}
