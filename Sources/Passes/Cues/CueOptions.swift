internal import IR

/// The options of a table's patterns, each once, with a number.
///
/// A word of a sentence is looked up by its hash, which the sentence knows: a table of hashes costs
/// a word of the machine where a `Dictionary` hashes the word anew for each table.
struct CueOptions: Sendable {
  /// Accepts words that begin with a digit.
  static let number = 0

  /// How many numbers are given away.
  private(set) var count = 1
  /// By hash; a place that is taken sends on to the next one. At most half are taken.
  private var slots = [Slot](repeating: Slot(), count: 64)
  /// The texts of all options, one behind the other.
  private var text: [UInt8] = []
  /// The prefixes by their first byte.
  private var prefixes = [[Prefix]](repeating: [], count: 256)

  private struct Slot: Sendable {
    var hash: UInt32 = 0
    /// ``number`` where the place is free: that option has no text.
    var option: Int32 = 0
    /// In `text`.
    var bytes: Range<Int32> = 0..<0
  }

  private struct Prefix: Sendable {
    let bytes: [UInt8]
    let option: Int
  }

  /// The number of an option; one that ends with a star is a prefix.
  mutating func add(_ option: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = CueWords.hash(option)
    let at = place(of: option, hash)
    if slots[at].option != 0 { return Int(slots[at].option) }
    let start = Int32(text.count)
    text.append(contentsOf: option)
    slots[at] = Slot(hash: hash, option: Int32(count), bytes: start..<Int32(text.count))
    if let first = option.first, option.last == UInt8(ascii: "*") {
      prefixes[Int(first)].append(Prefix(bytes: Array(option.dropLast()), option: count))
    }
    count += 1
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Where an option stands, or the free place where it belongs.
  private func place(of option: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    var at = Int(hash) & (slots.count - 1)
    while slots[at].option != 0, slots[at].hash != hash || !holds(slots[at], option) {
      at = (at + 1) & (slots.count - 1)
    }
    return at
  }

  private func holds(_ slot: Slot, _ option: UnsafeBufferPointer<UInt8>) -> Bool {
    text[Int(slot.bytes.lowerBound)..<Int(slot.bytes.upperBound)].elementsEqual(option)
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

  /// Whether an option that accepts a word meets a condition.
  @inline(__always)
  func contains(_ word: CueWords.Word, where accepts: (Int) -> Bool) -> Bool {
    let first = word.bytes[0]
    if first.isASCIIDigit, accepts(Self.number) { return true }
    let option = slots[place(of: word.bytes, word.hash)].option
    if option != 0, accepts(Int(option)) { return true }
    for prefix in prefixes[Int(first)]
    where word.bytes.starts(with: prefix.bytes) && accepts(prefix.option) {
      return true
    }
    return false
  }
}
