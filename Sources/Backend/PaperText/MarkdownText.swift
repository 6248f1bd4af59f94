internal import IR

/// Text of a paper as Markdown that shows the same characters.
///
/// Only what a reader of CommonMark, GitHub's Markdown or pandoc's would take for a mark gets a
/// backslash: a text full of backslashes is no text.
enum MarkdownText {
  /// Text inside a line.
  static func inline(_ text: String) -> String {
    let line = Escape.verbatim.apply(text)
    return holdsMarks(line) ? escaped(line) : line
  }

  /// Text that begins a line.
  static func line(_ text: String) -> String { guarded(inline(text)) }

  /// A cell of a pipe table.
  static func cell(_ text: String) -> String { inline(text).swapping("|", for: "\\|") }

  /// A block of code, in a fence that no line inside closes.
  static func fenced(_ text: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return
      "\(fence)\n\(lines.map { Escape.code.apply(String($0)) }.joined(separator: "\n"))\n\(fence)"
  }

  // MARK: Marks inside a line

  private static func holdsMarks(_ line: String) -> Bool { line.utf8.contains(where: isMarkByte) }

  /// Whether a byte may be a mark.
  private static func isMarkByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "$"),
      UInt8(ascii: "["):
      true
    default: false
    }
  }

  private static func escaped(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    let dollars = scalars.count { $0 == "$" }
    let tildes = scalars.count { $0 == "~" }
    var result: [UInt8] = []
    result.reserveCapacity(line.utf8.count + 8)
    for (index, scalar) in scalars.enumerated() {
      if scalar.isASCII, !isMarkByte(UInt8(truncatingIfNeeded: scalar.value)) {
        result.append(UInt8(truncatingIfNeeded: scalar.value))
        continue
      }
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isMark =
        switch scalar {
        // `Escape` has set the one of `]\(`.
        case "\\": !(before == "]" && after == "(")
        case "`": true
        case "*": !after.isSpace
        case "_": !after.isSpace && !before.isWordCharacter
        case "<": after.properties.isAlphabetic || "/!?".unicodeScalars.contains(after)
        case "&": beginsEntity(scalars[(index + 1)...])
        case "~": tildes > 1 && !after.isSpace
        case "$": dollars > 1
        case "[": after == "^"
        default: false
        }
      if isMark { result.append(UInt8(ascii: "\\")) }
      result.append(contentsOf: String(scalar).utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func beginsEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.prefix(32).prefix { $0 == "#" || ($0.isASCII && $0.isWordCharacter) }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  // MARK: Marks at its start

  /// A line that Markdown takes for no heading, list, quotation or definition.
  private static func guarded(_ line: String) -> String {
    guard let first = line.unicodeScalars.first else { return line }
    let rest = line.unicodeScalars.dropFirst()
    if "#>|=".unicodeScalars.contains(first) { return "\\" + line }
    if "-+*:~%".unicodeScalars.contains(first), rest.first.map(\.isSpace) ?? true {
      return "\\" + line
    }
    if first == "-", line.unicodeScalars.allSatisfy({ $0 == "-" || $0.isSpace }) {
      return "\\" + line
    }
    if first == "[", line.has("]:") { return "\\" + line }
    let digits = line.unicodeScalars.prefix(10).prefix { $0.isASCIIDigit }
    guard !digits.isEmpty, let mark = line.unicodeScalars.dropFirst(digits.count).first,
      mark == "." || mark == ")",
      line.unicodeScalars.dropFirst(digits.count + 1).first.map(\.isSpace) ?? true
    else { return line }
    return String(digits) + "\\" + String(line.unicodeScalars.dropFirst(digits.count))
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool { properties.isWhitespace }
  fileprivate var isWordCharacter: Bool { properties.isAlphabetic || properties.numericType != nil }
}
