internal import IR

/// The options of a table's patterns, each once, with a number.
///
/// A word of a sentence is looked up by its hash, which the sentence knows: a table of hashes costs
/// a word of the machine where a `Dictionary` hashes the word anew for each table.
struct CueOptions: Sendable {
  /// Accepts words that begin with a digit.
  static let number = 0

  /// By number; that of ``number`` has no text.
  private var options = [Option()]
  /// By hash; a place that is taken sends on to the next one. At most half are taken.
  private var slots = [Slot](repeating: Slot(), count: 64)
  /// The texts of all options, one behind the other.
  private var text: [UInt8] = []
  private var prefixes: [Prefix] = []
  /// The first of the prefixes that begin with a byte, or -1.
  private var firstPrefix = [Int32](repeating: -1, count: 256)

  private struct Option: Sendable {
    var hash: UInt32 = 0
    /// In `text`; without the star of a prefix.
    var start: Int32 = 0
    var count: Int32 = 0
    var isPrefix = false
  }

  private struct Slot: Sendable {
    var hash: UInt32 = 0
    /// ``number`` where the place is free: that option has no text.
    var option: Int32 = 0
  }

  private struct Prefix: Sendable {
    let option: Int32
    /// The next one that begins with the same byte, or -1.
    var next: Int32 = -1
  }

  /// How many numbers are given away.
  var count: Int { options.count }

  /// The number of an option; one that ends with a star is a prefix.
  mutating func add(_ option: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = CueWords.hash(option)
    let at = place(of: option, hash)
    if slots[at].option != 0 { return Int(slots[at].option) }
    let number = options.count
    slots[at] = Slot(hash: hash, option: Int32(number))
    let isPrefix = option.last == UInt8(ascii: "*")
    let length = option.count - (isPrefix ? 1 : 0)
    options.append(
      Option(hash: hash, start: Int32(text.count), count: Int32(length), isPrefix: isPrefix))
    text.append(contentsOf: option)
    if isPrefix { addPrefix(Int32(number), to: option[0]) }
    if number * 2 > slots.count { grow() }
    return number
  }

  /// Where an option stands, or the free place where it belongs.
  private func place(of option: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    var at = Int(hash) & (slots.count - 1)
    while slots[at].option != 0, slots[at].hash != hash || !holds(slots[at].option, option) {
      at = (at + 1) & (slots.count - 1)
    }
    return at
  }

  /// Whether an option is spelled so, with its star.
  private func holds(_ option: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let own = options[Int(option)]
    return Int(own.count) + (own.isPrefix ? 1 : 0) == text.count && begins(text, own)
      && own.isPrefix == (text.last == UInt8(ascii: "*"))
  }

  /// Whether a word that is no shorter begins as an option does.
  private func begins(_ word: UnsafeBufferPointer<UInt8>, _ option: Option) -> Bool {
    for offset in 0..<Int(option.count) where text[Int(option.start) + offset] != word[offset] {
      return false
    }
    return true
  }

  /// Behind those that begin with the same byte.
  private mutating func addPrefix(_ option: Int32, to first: UInt8) {
    let added = Int32(prefixes.count)
    var last = firstPrefix[Int(first)]
    while last >= 0, prefixes[Int(last)].next >= 0 { last = prefixes[Int(last)].next }
    if last >= 0 { prefixes[Int(last)].next = added } else { firstPrefix[Int(first)] = added }
    prefixes.append(Prefix(option: option))
  }

  private mutating func grow() {
    let taken = slots.filter { $0.option != 0 }
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for slot in taken {
      var at = Int(slot.hash) & (slots.count - 1)
      while slots[at].option != 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = slot
    }
  }

  /// Whether an option accepts a word.
  func accepts(_ word: CueWords.Word, _ option: Int) -> Bool {
    if option == Self.number { return word.bytes[0].isASCIIDigit }
    let own = options[option]
    if own.isPrefix { return word.bytes.count >= own.count && begins(word.bytes, own) }
    return own.hash == word.hash && word.bytes.count == own.count && begins(word.bytes, own)
  }

  /// Gives each option that accepts a word.
  func forEach(accepting word: CueWords.Word, _ body: (Int) -> Void) {
    let first = word.bytes[0]
    if first.isASCIIDigit { body(Self.number) }
    let option = slots[place(of: word.bytes, word.hash)].option
    if option != 0 { body(Int(option)) }
    var next = firstPrefix[Int(first)]
    while next >= 0 {
      let prefix = prefixes[Int(next)]
      next = prefix.next
      if accepts(word, Int(prefix.option)) { body(Int(prefix.option)) }
    }
  }

  /// What tells words that none of some options accepts.
  func filter(of numbers: some Sequence<Int>) -> CueFilter {
    var filter = CueFilter()
    for number in numbers {
      let option = options[number]
      let start = Int(option.start)
      if number == Self.number {
        filter.addNumbers()
      } else if option.isPrefix {
        filter.addPrefix(text[start..<(start + Int(option.count))])
      } else {
        filter.add(hash: option.hash)
      }
    }
    return filter
  }
}

/// Tells most words that begin no row of a table, before the table is asked.
struct CueFilter: Sendable {
  /// A bit for each hash that a word may have, and for each pair of bytes that it may begin with.
  private var bits = [UInt64](repeating: 0, count: 2 * Self.half)

  /// How many numbers the bits of hashes take, and those of beginnings behind them.
  private static let half = 16

  mutating func add(hash: UInt32) { bits[Int(hash >> 22 & 15)] |= 1 << UInt64(hash >> 26) }

  mutating func addPrefix(_ prefix: ArraySlice<UInt8>) {
    let seconds = prefix.dropFirst().first.map { $0...$0 } ?? 0...255
    for second in seconds { addStart(prefix[prefix.startIndex], second) }
  }

  mutating func addNumbers() {
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") {
      for second: UInt8 in 0...255 { addStart(digit, second) }
    }
  }

  private mutating func addStart(_ first: UInt8, _ second: UInt8) {
    let start = Self.start(first, second)
    bits[Self.half + Int(start / 64)] |= 1 << UInt64(start % 64)
  }

  /// A number below 1024 for the first two bytes of a word.
  @inline(__always)
  static func start(_ first: UInt8, _ second: UInt8) -> UInt16 {
    (UInt16(first) * 37 + UInt16(second)) % 1024
  }

  /// The bits at hand, for all words of a sentence.
  struct Bits {
    fileprivate let bits: UnsafeBufferPointer<UInt64>

    /// 1 for a word that an option may accept, 0 for any other.
    @inline(__always)
    func accepts(hash: UInt32, start: UInt16) -> UInt64 {
      (bits[Int(hash >> 22 & 15)] >> UInt64(hash >> 26)
        | bits[CueFilter.half + Int(start / 64)] >> UInt64(start % 64)) & 1
    }
  }

  @inline(__always)
  func withBits(_ body: (Bits) -> Void) { bits.withUnsafeBufferPointer { body(Bits(bits: $0)) } }
}
