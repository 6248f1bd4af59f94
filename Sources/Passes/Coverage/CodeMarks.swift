internal import IR

/// Digits in a line of code that are no values.
enum CodeMarks {
  /// The text without what follows `://`, without the parameters of scripts (`$6`, `${1}`), and without
  /// long runs of letters and digits, which are digests and keys.
  static func withoutAddresses(_ code: Substring) -> String {
    let bytes = Array(code.utf8)
    guard bytes.contains(where: \.isASCIIDigit) else { return String(code) }
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let rest = bytes[at...]
      if rest.starts(with: "://".utf8) {
        at = rest.firstIndex { " \t\"'`)>,;".utf8.contains($0) } ?? bytes.count
      } else if rest.first == UInt8(ascii: "$"), let end = endOfParameter(rest) {
        at = end
      } else if let end = endOfRun(bytes, at) {
        at = end
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let shortestSeries = 4

  /// The text without numbers that go up by one, `0, 1, 2, 3`: they tell places apart.
  static func withoutSeries(_ code: String) -> String {
    guard code.contains(",") else { return code }
    var bytes = Array(code.utf8)
    var run: [Range<Int>] = []
    var last: Int?
    var at = 0
    func blank(_ run: [Range<Int>]) {
      guard run.count >= shortestSeries else { return }
      for place in run.joined() { bytes[place] = UInt8(ascii: " ") }
    }
    while at < bytes.count {
      guard bytes[at].isASCIIDigit else {
        // Only a comma and spaces stand between the numbers of a series.
        if bytes[at] != UInt8(ascii: ","), bytes[at] != 0x20 {
          blank(run)
          run = []
          last = nil
        }
        at += 1
        continue
      }
      let end = bytes[at...].firstIndex { !$0.isASCIIDigit } ?? bytes.count
      let number = end - at < 8 ? Int(String(decoding: bytes[at..<end], as: UTF8.self)) : nil
      let follows = last.flatMap { last in number.map { $0 == last + 1 } } ?? false
      if !follows {
        blank(run)
        run = []
      }
      run.append(at..<end)
      last = number
      at = end
    }
    blank(run)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func endOfParameter(_ text: ArraySlice<UInt8>) -> Int? {
    let inner = text.dropFirst()
    let digits = inner.first == UInt8(ascii: "{") ? inner.dropFirst() : inner
    return digits.first.map(\.isASCIIDigit) ?? false
      ? digits.drop(while: \.isASCIIDigit).startIndex : nil
  }

  private static let digestLength = 20

  /// The end of a long run of letters and digits in which both change often, at its start.
  private static func endOfRun(_ text: [UInt8], _ start: Int) -> Int? {
    guard isNamed(text[start]), start == 0 || !isNamed(text[start - 1]) else { return nil }
    let end = text[start...].firstIndex { !isNamed($0) } ?? text.count
    guard end - start >= digestLength, !text[start..<end].contains(UInt8(ascii: "_")) else {
      return nil
    }
    let run = text[start..<end]
    let changes = zip(run, run.dropFirst()).count { $0.isASCIIDigit != $1.isASCIIDigit }
    return changes >= 5 ? end : nil
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte.isASCIIDigit || byte.isASCIILetter
  }
}
