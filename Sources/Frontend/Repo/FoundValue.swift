internal import IR

/// A value that a scanner found in a file, under its dotted name.
struct FoundValue: Equatable {
  let name: String
  /// The bytes of the value without the quotes of a string; of a list that is spread over lines,
  /// those of its items.
  let ranges: [Range<Int>]
  /// A comment that follows the value on its line.
  var remark: Range<Int>? = nil
  /// The command that passes the value to a program.
  var command: Range<Int>? = nil

  /// Longer values are texts, and longer lists are data.
  static let longest = 160
  static let mostItems = 16
  /// A file with more values than this is data, whatever its name.
  static let mostValues = 400

  /// Nil for an empty value and for one that the name calls a secret.
  func setting(_ origin: Setting.Origin, in file: KeptFile) -> Setting? {
    guard let first = ranges.first, !SecretNames.isSecret(name),
      ranges.allSatisfy({ !$0.trimmed(in: file.bytes).isEmpty })
    else { return nil }
    var setting = Setting(
      name: name, value: value(in: file), origin: origin, path: file.path,
      line: file.line(at: first.lowerBound))
    setting.help = remark.map(file.span)
    setting.command = command.map(file.span)
    return setting
  }

  /// As written; a list over several lines is put on one.
  private func value(in file: KeptFile) -> Grounded<String> {
    if ranges.count == 1 { return Self.onOneLine(file.grounded(ranges[0])) }
    let items = ranges.map { file.text($0) }.joined(separator: ", ")
    return Grounded(
      "[\(items)]", ranges.map(file.span), .computed("the items of the list on one line"))
  }

  static func onOneLine(_ written: Grounded<String>) -> Grounded<String> {
    guard written.value.utf8.contains(UInt8(ascii: "\n")) else { return written }
    let words = written.value.split { $0.isWhitespace }.joined(separator: " ")
    return Grounded(words, written.spans, .computed("its line breaks removed"))
  }

  /// Whether a key names something: keys with spaces or signs are data.
  static func isName(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.count <= 64
      && key.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "_.-/@".unicodeScalars.contains($0)
      }
  }
}

/// Why a file could not be read further, at a line from 1.
struct ParseFailure: Error, Equatable {
  let words: String
  let line: Int
}

/// Finds the ends of literals and comments in bytes that begin at a known place.
struct LiteralScanner {
  let bytes: [UInt8]

  /// The end of a quoted text that begins at `start`, and the bytes between its quotes. A
  /// backslash escapes in double quotes, a doubled quote in single ones.
  func quoted(at start: Int) -> (inside: Range<Int>, end: Int)? {
    let quote = bytes[start]
    var at = start + 1
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at += 2
      } else if bytes[at] == quote {
        guard quote == UInt8(ascii: "'"), at + 1 < bytes.count, bytes[at + 1] == quote else {
          return ((start + 1)..<at, at + 1)
        }
        at += 2
      } else {
        at += 1
      }
    }
    return nil
  }

  /// The end of a bracketed list that begins at `start`, at most `FoundValue.longest` bytes on.
  func bracketed(at start: Int) -> Int? {
    var depth = 0
    var at = start
    while at < bytes.count, at - start <= 2 * FoundValue.longest {
      switch bytes[at] {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("):
        depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return at + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = quoted(at: at)?.end else { return nil }
        at = end
        continue
      default:
        break
      }
      at += 1
    }
    return nil
  }

  /// The words of a comment that follows on the line, after nothing but closing signs.
  func remark(after end: Int, marks: [UInt8] = [UInt8(ascii: "#")]) -> Range<Int>? {
    var at = end
    while at < bytes.count, " \t,]})".utf8.contains(bytes[at]) { at += 1 }
    guard at < bytes.count, marks.contains(bytes[at]) else { return nil }
    let stop = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    while at < stop, marks.contains(bytes[at]) { at += 1 }
    let words = (at..<stop).trimmed(in: bytes)
    return words.isEmpty ? nil : words
  }
}
