/// The head of a Python definition on one line: without comments, and without the blanks and the
/// comma that come of its own lines for parameters.
enum PythonSignature {
  static func text(_ head: ArraySlice<UInt8>) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(head.count)
    for byte in withoutComments(head) {
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isBlank {
        words.append(byte)
      } else if words.last.map({ $0 != 0x20 }) ?? false {
        words.append(0x20)
      }
    }
    if words.last == 0x20 { words.removeLast() }
    let line = closed(words)
    guard line.count > longest else { return String(decoding: line, as: UTF8.self) }
    let whole = String(decoding: line, as: UTF8.self)
    return String(String.UnicodeScalarView(whole.unicodeScalars.prefix(longest)))
  }

  private static let longest = 1_000

  /// A mark within a string begins no comment: where quotation marks follow, it is left.
  private static func withoutComments(_ head: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard head.contains(UInt8(ascii: "#")) else { return head }
    let lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let bare = lines.map { line in
      let start = line.indices.first { index in
        line[index] == UInt8(ascii: "#") && (index == line.startIndex || line[index - 1] <= 0x20)
          && !line[index...].contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      }
      return line[..<(start ?? line.endIndex)]
    }
    return Array(bare.joined(separator: [UInt8(ascii: "\n")]))[...]
  }

  /// `( a, b, )` as `(a, b)`.
  private static func closed(_ words: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(words.count)
    for byte in words {
      if byte == 0x20, line.last == UInt8(ascii: "(") { continue }
      if byte == UInt8(ascii: ")"), line.last == 0x20 {
        line.removeLast()
        if line.last == UInt8(ascii: ",") { line.removeLast() }
      }
      line.append(byte)
    }
    return line
  }
}
