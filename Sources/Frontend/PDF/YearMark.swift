internal import IR

/// A year in running text, with the letter behind it.
struct YearMark {
  let digits: String
  let suffix: String?
  let start: Int
  let end: Int

  /// The first at or after an offset.
  init?(_ bytes: [UInt8], from offset: Int) {
    var at = offset
    while at + 4 <= bytes.count {
      guard bytes[at].isASCIIDigit else {
        at += 1
        continue
      }
      let end = bytes[at...].firstIndex { !$0.isASCIIDigit } ?? bytes.count
      let before = at > 0 ? bytes[at - 1] : 0x20
      if end - at == 4, bytes[at] == 0x31 || bytes[at] == 0x32, " ([,;".utf8.contains(before),
        let mark = YearMark(bytes, at: at)
      {
        self = mark
        return
      }
      at = end
    }
    return nil
  }

  private init?(_ bytes: [UInt8], at start: Int) {
    let tail = bytes[(start + 4)...].prefix { $0.isASCIILetter }
    guard tail.count < 2 else { return nil }
    digits = String(decoding: bytes[start..<(start + 4)], as: UTF8.self)
    suffix = tail.isEmpty ? nil : String(decoding: tail, as: UTF8.self)
    self.start = start
    end = tail.endIndex
  }

  private init(digits: String, suffix: String, start: Int, end: Int) {
    self.digits = digits
    self.suffix = suffix
    self.start = start
    self.end = end
  }

  /// The next year, or the next letter of the same year, behind a comma or semicolon.
  func following(in bytes: [UInt8]) -> YearMark? {
    var at = end
    while at < bytes.count, " ,;".utf8.contains(bytes[at]) { at += 1 }
    guard at > end, at < bytes.count, bytes[end] != 0x20 else { return nil }
    if bytes[at].isASCIIDigit {
      let stop = bytes[at...].firstIndex { !$0.isASCIIDigit } ?? bytes.count
      return stop - at == 4 ? YearMark(bytes, at: at) : nil
    }
    let isEnd = at + 1 == bytes.count || " ,;)]".utf8.contains(bytes[at + 1])
    guard suffix != nil, isEnd, bytes[at] >= 0x61, bytes[at] <= 0x7A else { return nil }
    return YearMark(
      digits: digits, suffix: String(decoding: [bytes[at]], as: UTF8.self), start: at, end: at + 1)
  }
}
