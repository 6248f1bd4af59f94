/// A name that a text gives to another part of the paper: `§4.1`, `Appendix C`, `Figs. 2 and 3`.
package struct ObjectMention: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case section, table, figure, equation, algorithm }

  package let kind: Kind
  /// As printed, without brackets: `4.1`, `C`, `3a`, `IV`; `IV-B` as the headings have it, `IV.B`.
  package let number: String
  /// UTF-8 offsets in the text: the name with the first number, or a further number alone. The
  /// numbers of a range (`4–6`) share theirs.
  package let bytes: Range<Int>

  package init(kind: Kind, number: String, bytes: Range<Int>) {
    self.kind = kind
    self.number = number
    self.bytes = bytes
  }

  /// All mentions in a text, in order.
  package static func find(in text: String) -> [ObjectMention] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = MentionScanner(bytes: bytes)
      return scanner.run()
    }
  }
}

private struct MentionScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var found: [ObjectMention] = []

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func run() -> [ObjectMention] {
    var at = 0
    while at < bytes.count {
      if let (kind, end) = name(at) {
        at = max(numbers(kind, from: end, start: at), end)
      } else {
        at += 1
      }
    }
    return found
  }

  // MARK: Names

  private static let names: [String: ObjectMention.Kind] = [
    "section": .section, "sections": .section, "sec": .section, "secs": .section,
    "subsection": .section, "appendix": .section, "appendices": .section, "app": .section,
    "table": .table, "tables": .table, "tab": .table, "tabs": .table,
    "figure": .figure, "figures": .figure, "fig": .figure, "figs": .figure,
    "equation": .equation, "equations": .equation, "eq": .equation, "eqs": .equation,
    "eqn": .equation, "eqns": .equation,
    "algorithm": .algorithm, "algorithms": .algorithm, "alg": .algorithm, "algs": .algorithm,
  ]

  /// A name that begins here, and where its number may begin.
  private func name(_ start: Int) -> (ObjectMention.Kind, Int)? {
    let first = bytes[start]
    if first == 0xC2, start + 1 < bytes.count, bytes[start + 1] == 0xA7 {
      var end = start + 2
      while end + 1 < bytes.count, bytes[end] == 0xC2, bytes[end + 1] == 0xA7 { end += 2 }
      return (.section, skipSpaces(end))
    }
    let small = first | 0x20
    guard small == 0x61 || small == 0x65 || small == 0x66 || small == 0x73 || small == 0x74,
      start == 0 || !bytes[start - 1].isASCIILetter
    else { return nil }
    var end = start
    while end < bytes.count, bytes[end].isASCIILetter { end += 1 }
    guard (2...10).contains(end - start) else { return nil }
    var next = end
    if next < bytes.count, bytes[next] == UInt8(ascii: ".") { next += 1 }
    let number = skipSpaces(next)
    // The only strings that are built are of words before what may be a number.
    guard number > end, number < bytes.count,
      bytes[number].isASCIIDigit || isCapital(bytes[number]) || bytes[number] == UInt8(ascii: "("),
      let kind = Self.names[
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self).lowercase
      ]
    else { return nil }
    return (kind, number)
  }

  // MARK: Numbers

  /// Reads a list of numbers and returns where it ends.
  private mutating func numbers(_ kind: ObjectMention.Kind, from: Int, start: Int) -> Int {
    var at = from
    var begin = start
    var end = from
    var previous: String?
    while let (number, next) = number(at) {
      if let previous, isRange(before: at) {
        for between in Self.numbers(between: previous, and: number) {
          append(kind, between, begin..<next)
        }
      }
      append(kind, number, begin..<next)
      (previous, end) = (number, next)
      guard let following = separator(next) else { break }
      at = following
      begin = following
    }
    return end
  }

  /// What a range passes over; nothing between numbers that do not count up, or far.
  private static func numbers(between first: String, and last: String) -> [String] {
    func values(_ low: Int?, _ high: Int?) -> Range<Int> {
      guard let low, let high, low < high, high - low < 20 else { return 0..<0 }
      return (low + 1)..<high
    }
    let arabic = values(Int(first), Int(last)).map { String($0) }
    let roman = values(RomanNumeral.value(of: first), RomanNumeral.value(of: last))
    return arabic + roman.compactMap(RomanNumeral.text(of:))
  }

  private mutating func append(_ kind: ObjectMention.Kind, _ number: String, _ range: Range<Int>) {
    found.append(ObjectMention(kind: kind, number: number, bytes: range))
  }

  /// `3`, `4.1`, `A`, `A.2`, `S1`, `(3)`, `3a`.
  private func number(_ start: Int) -> (String, Int)? {
    var at = start
    let isBracketed = at < bytes.count && bytes[at] == UInt8(ascii: "(")
    if isBracketed { at += 1 }
    let first = at
    if !isBracketed, let roman = roman(at) { return roman }
    if at < bytes.count, isCapital(bytes[at]) { at += 1 }
    while at < bytes.count {
      if bytes[at].isASCIIDigit {
        at += 1
      } else if bytes[at] == UInt8(ascii: "."), at > first, at + 1 < bytes.count,
        bytes[at + 1].isASCIIDigit
      {
        at += 1
      } else {
        break
      }
    }
    guard at > first else { return nil }
    // A panel: `3a`, and `3(a)` without its bracket.
    if bytes[at - 1].isASCIIDigit, at < bytes.count, bytes[at].isASCIILetter, !isCapital(bytes[at])
    {
      at += 1
    }
    if at < bytes.count, bytes[at].isASCIILetter || bytes[at] >= 0x80 && !isDash(at) { return nil }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<at]), as: UTF8.self)
    if isBracketed {
      guard at < bytes.count, bytes[at] == UInt8(ascii: ")") else { return nil }
      at += 1
    }
    return (text, at)
  }

  /// `IV`, and `IV-B` or `V.A` for a letter below it; a single letter alone is one.
  private func roman(_ start: Int) -> (String, Int)? {
    var end = start
    while end < bytes.count, "IVXL".utf8.contains(bytes[end]), end - start < 8 { end += 1 }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    guard RomanNumeral.value(of: text) != nil else { return nil }
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "."),
      isCapital(bytes[end + 1]), !isRomanDigit(bytes[end + 1]),
      end + 2 == bytes.count || !bytes[end + 2].isASCIILetter
    {
      let letter = Character(Unicode.Scalar(bytes[end + 1]))
      return ("\(text).\(letter)", end + 2)
    }
    guard end - start > 1,
      end == bytes.count || !bytes[end].isASCIILetter && !bytes[end].isASCIIDigit
    else { return nil }
    return (text, end)
  }

  /// Where the next number of a list may begin: behind `,`, `and`, `–`.
  private func separator(_ start: Int) -> Int? {
    var at = start
    if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 }
    if isDash(at) { return at + (bytes[at] == UInt8(ascii: "-") ? 1 : 3) }
    let word = skipSpaces(at)
    for lead in ["and ", "& ", "or ", "to "] where starts(lead, word) && word > at {
      return skipSpaces(word + lead.utf8.count)
    }
    return at > start && word > at ? word : nil
  }

  private func isRange(before at: Int) -> Bool {
    if at >= 3, bytes[at - 1] != 0x20, isDash(at - 3) || bytes[at - 1] == UInt8(ascii: "-") {
      return true
    }
    return at >= 3 && bytes[at - 1] == 0x20 && starts("to ", at - 3)
  }

  // MARK: Bytes

  private func isDash(_ at: Int) -> Bool {
    guard at >= 0, at < bytes.count else { return false }
    if bytes[at] == UInt8(ascii: "-") { return true }
    return at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80
      && (0x90...0x95).contains(bytes[at + 2])
  }

  private func starts(_ text: String, _ at: Int) -> Bool {
    at >= 0 && at + text.utf8.count <= bytes.count
      && text.utf8.enumerated().allSatisfy { bytes[at + $0.offset] == $0.element }
  }

  private func skipSpaces(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A { at += 1 }
    return at
  }

  private func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private func isRomanDigit(_ byte: UInt8) -> Bool { "IVX".utf8.contains(byte) }
}
