internal import IR

/// Splits shell text into commands and their words, without expanding anything.
struct ShellScanner {
  struct Word: Equatable {
    /// Without the quotes or the parentheses around all of it.
    var range: Range<Int>
    /// Where an assignment or an option `--name=value` has its `=`.
    var sign: Int?
    /// Whether the shell puts something in its place: `$x`, `*`, a backquote.
    var isExpanded: Bool
  }

  private let bytes: [UInt8]
  private let end: Int
  private var at: Int
  private var commands: [[Word]] = []
  private var words: [Word] = []

  static func commands(in bytes: [UInt8], _ range: Range<Int>) -> [[Word]] {
    var scanner = ShellScanner(bytes: bytes, end: range.upperBound, at: range.lowerBound)
    scanner.scan()
    return scanner.commands
  }

  private init(bytes: [UInt8], end: Int, at: Int) {
    self.bytes = bytes
    self.end = end
    self.at = at
  }

  private mutating func scan() {
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        at += 1
      case UInt8(ascii: "\\") where at + 1 < end && bytes[at + 1] == UInt8(ascii: "\n"):
        at += 2
      case UInt8(ascii: "\\") where at + 1 == end:
        at += 1
      case UInt8(ascii: "#"):
        at = bytes[at..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"),
        UInt8(ascii: "("), UInt8(ascii: ")"):
        at += 1
        endCommand()
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        redirection()
      default:
        words.append(word())
      }
    }
    endCommand()
  }

  private mutating func endCommand() {
    if !words.isEmpty { commands.append(words) }
    words = []
  }

  /// Skips where input comes from and output goes; `<data>` of a document is a word to fill in.
  private mutating func redirection() {
    let start = at
    if bytes[at] == UInt8(ascii: "<"),
      let close = bytes[at..<end].prefix(80).firstIndex(where: { "> \n".utf8.contains($0) }),
      bytes[close] == UInt8(ascii: ">"), close > start + 1
    {
      at = close + 1
      words.append(Word(range: start..<at, sign: nil, isExpanded: true))
      return
    }
    if let last = words.last, last.range.upperBound == at,
      bytes[last.range].allSatisfy({ $0.isASCIIDigit })
    {
      words.removeLast()  // the descriptor of `2>`
    }
    while at < end, "<>&".utf8.contains(bytes[at]) { at += 1 }
    while at < end, bytes[at] == UInt8(ascii: " ") { at += 1 }
    if at < end, bytes[at] != UInt8(ascii: "\n") { _ = word() }
  }

  private mutating func word() -> Word {
    let start = at
    var word = Word(range: start..<start, sign: nil, isExpanded: false)
    while at < end, !" \t\n;&|()<>".utf8.contains(bytes[at]) {
      switch bytes[at] {
      case UInt8(ascii: "\\"):
        guard at + 1 < end, bytes[at + 1] != UInt8(ascii: "\n") else {
          word.range = start..<at
          return unquoted(word)
        }
        at += 2
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        word.isExpanded = skipQuoted() || word.isExpanded
      case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "?"):
        word.isExpanded = true
        at += 1
        skipGroup()
      case UInt8(ascii: "="):
        if word.sign == nil { word.sign = at }
        at += 1
        if at < end, bytes[at] == UInt8(ascii: "(") { word.isExpanded = skipList() }
      default:
        at += 1
      }
    }
    at = min(at, end)
    word.range = start..<at
    return unquoted(word)
  }

  private func unquoted(_ word: Word) -> Word {
    var word = word
    guard word.sign == nil, word.range.count > 1, let first = word.range.first,
      "'\"".utf8.contains(bytes[first]), bytes[word.range.upperBound - 1] == bytes[first]
    else { return word }
    word.range = (word.range.lowerBound + 1)..<(word.range.upperBound - 1)
    return word
  }

  /// Skips a quoted text; returns whether the shell expands something in it.
  private mutating func skipQuoted() -> Bool {
    let quote = bytes[at]
    var expands = false
    at += 1
    while at < end, bytes[at] != quote {
      if quote == UInt8(ascii: "\""), "$`".utf8.contains(bytes[at]) { expands = true }
      at += bytes[at] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
    }
    at += 1
    return expands
  }

  /// Skips `{…}` or `(…)` after a `$`.
  private mutating func skipGroup() {
    guard at < end, "{(".utf8.contains(bytes[at]) else { return }
    let open = bytes[at]
    let close = UInt8(ascii: open == UInt8(ascii: "{") ? "}" : ")")
    var depth = 0
    while at < end, bytes[at] != UInt8(ascii: "\n") {
      if bytes[at] == open { depth += 1 }
      if bytes[at] == close { depth -= 1 }
      at += 1
      if depth == 0 { return }
    }
  }

  /// Skips `(…)` after an assignment; returns whether the shell expands something in it.
  private mutating func skipList() -> Bool {
    var expands = false
    while at < end, bytes[at] != UInt8(ascii: ")") {
      if "$`*".utf8.contains(bytes[at]) { expands = true }
      at += 1
    }
    at += 1
    return expands
  }
}
