internal import IR

/// The words of prose and of code in one form, so that the `NysNewton-CG` of a paper, its class
/// `NysNewtonCG` and its file `nys_newton_cg.py` meet.
///
/// A name is split where it joins words: at underscores, hyphens, digits and changes of case. Each
/// word stands in lower case without its ending, and a name of several words once more as a whole.
struct IdentifierWords {
  struct Word {
    /// The hash of the word; two words with one key are taken for the same.
    let key: UInt64
    /// Where it stands, in bytes.
    let bytes: Range<Int>
    /// Whether it was all capitals: `CG`.
    let isShort: Bool
    /// Whether it is a whole name of several words.
    let isWhole: Bool
  }

  private let bytes: [UInt8]
  private var words: [Word] = []
  private var buffer: [UInt8] = []

  /// Words of fewer than two letters are left out.
  static func scan(_ text: some StringProtocol) -> [Word] {
    var scanner = IdentifierWords(bytes: Array(text.utf8))
    scanner.run()
    return scanner.words
  }

  /// The keys alone, without those of whole names.
  static func keys(_ text: some StringProtocol) -> [UInt64] {
    scan(text).filter { !$0.isWhole }.map(\.key)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    var at = 0
    while at < bytes.count {
      guard Self.isLetter(bytes[at]) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < bytes.count, Self.joins(bytes[end]) { end += 1 }
      readName(at..<end)
      at = end
    }
  }

  private mutating func readName(_ name: Range<Int>) {
    let first = words.count
    var start = name.lowerBound
    while start < name.upperBound {
      guard Self.isLetter(bytes[start]) else {
        start += 1
        continue
      }
      let end = wordEnd(from: start, in: name)
      append(start..<end, isWhole: false)
      start = end
    }
    if words.count > first + 1 { append(name, isWhole: true) }
  }

  /// `Newton` of `NewtonCG`, `HTTP` of `HTTPServer`.
  private func wordEnd(from start: Int, in name: Range<Int>) -> Int {
    var end = start + 1
    while end < name.upperBound, Self.isLetter(bytes[end]) {
      let isUpper = Self.isUpper(bytes[end])
      if isUpper, !Self.isUpper(bytes[end - 1]) { break }
      if !isUpper, end - start > 1, Self.isUpper(bytes[end - 1]), Self.isUpper(bytes[end - 2]),
        !isPlural(at: end, in: name)
      {
        return end - 1
      }
      end += 1
    }
    return end
  }

  /// The `s` of `PINNs`.
  private func isPlural(at end: Int, in name: Range<Int>) -> Bool {
    bytes[end] == UInt8(ascii: "s")
      && (end + 1 == name.upperBound || !Self.isLetter(bytes[end + 1]))
  }

  private mutating func append(_ range: Range<Int>, isWhole: Bool) {
    buffer.removeAll(keepingCapacity: true)
    var capitals = 0
    for byte in bytes[range] where Self.isLetter(byte) {
      if Self.isUpper(byte) { capitals += 1 }
      buffer.append(Self.isUpper(byte) ? byte | 0x20 : byte)
    }
    let isShort = capitals > 1 && capitals + 1 >= buffer.count
    Self.dropEnding(&buffer)
    guard buffer.count >= 2 else { return }
    words.append(
      Word(key: Self.hash(buffer), bytes: range, isShort: isShort, isWhole: isWhole))
  }

  // MARK: Bytes

  /// Bytes of characters beyond ASCII count as letters.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIILetter && byte < 0x80 || byte >= 0x80
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func joins(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte.isASCIIDigit
  }

  private static let endings: [[UInt8]] = [
    "izations", "ization", "ations", "ation", "izing", "ized", "izer", "izes", "ize", "ings", "ing",
    "ers", "ies", "ed", "er", "es", "s", "e", "y",
  ].map { Array($0.utf8) }

  /// At least four letters stay.
  private static func dropEnding(_ word: inout [UInt8]) {
    guard word.count > 4, !word.hasSuffix("ss") else { return }
    for ending in endings where word.count >= ending.count + 4 && word.hasSuffix(ending) {
      word.removeLast(ending.count)
      return
    }
  }

  private static func hash(_ word: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool { self[...].ends(with: suffix) }
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { self[...].ends(with: $0) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with suffix: some RandomAccessCollection<UInt8>) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}
