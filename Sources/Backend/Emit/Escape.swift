internal import IR

/// How a value is written so that readers of the file take it for text.
package enum Escape: Sendable {
  /// A line of Markdown.
  case prose
  /// A line of Markdown that repeats its input to the letter: nothing is set as code.
  case verbatim
  /// A cell of a pipe table.
  case cell
  /// A double-quoted YAML scalar.
  case yaml
  /// A double-quoted scalar between the fences of `PAPER.md`, where `---` may not stand.
  case frontmatter
  /// A source file, or a line whose code marks are its own.
  case code
  /// Between the fences of a block of code, which nothing inside may close.
  case fence

  func apply(_ value: String) -> String {
    switch self {
    case .prose: Self.inProse(value)
    case .verbatim: Self.unlinked(Self.oneLine(value))
    case .cell: Self.inProse(value).swapping("|", for: "\\|")
    case .yaml: Self.quoted(value)
    case .frontmatter: Self.quoted(value).swapping("---", for: "—")
    case .code: Self.printable(value)
    case .fence: Self.printable(value).swapping("```", for: "'''")
    }
  }

  /// What stands between two code marks, where no third may stand.
  func insideCodeMarks(_ value: String) -> String {
    let text = Self.oneLine(value).swapping("`", for: "'")
    return self == .cell ? text.swapping("|", for: "\\|") : text
  }

  private static func printable(_ value: String) -> String {
    guard holdsControl(value) else { return value }
    return String(
      String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" }))
  }

  // MARK: Links

  /// What would be a link is none.
  private static func unlinked(_ line: String) -> String { line.swapping("](", for: "]\\(") }

  /// Text of an artifact as its input has it.
  static func relinked(_ text: some StringProtocol) -> String {
    String(text).swapping("]\\(", for: "](")
  }

  // MARK: Prose

  /// One line without control characters. Identifiers of other things than the artifact's parts
  /// go in code font, and what would be a link is none.
  private static func inProse(_ value: String) -> String {
    let marked = unlinked(oneLine(value))
    guard mayHoldIdentifier(marked) else { return marked }
    let words = marked.parts(between: " ", omittingEmptyParts: false).map {
      markedIdentifier($0)
    }
    return words.joined(separator: " ")
  }

  /// Whether a capital that begins identifiers stands right before a digit.
  private static func mayHoldIdentifier(_ line: some StringProtocol) -> Bool {
    let found = line.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.indices.dropFirst().contains { at in
        bytes[at].isASCIIDigit && identifierLetters.contains(bytes[at - 1])
      }
    }
    return found ?? true
  }

  private static let identifierLetters: ASCIISet = "CEHNRW"

  static func oneLine(_ value: String) -> String {
    guard holdsControl(value) else { return value }
    let spaced = value.unicodeScalars.map {
      $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x85 ? " " : $0
    }
    return String(String.UnicodeScalarView(spaced)).split(separator: " ").joined(separator: " ")
  }

  private static func holdsControl(_ value: String) -> Bool {
    var value = value
    return value.withUTF8 { bytes in
      bytes.indices.contains { at in
        bytes[at] < 0x20 || bytes[at] == 0x7F
          || bytes[at] == 0x85 && at > 0 && bytes[at - 1] == 0xC2
      }
    }
  }

  /// `H100` reads as the hundredth heuristic unless it is set as code.
  private static func markedIdentifier(_ word: Substring) -> String {
    guard mayHoldIdentifier(word) else { return String(word) }
    let core = word.trimmed(of: ".,;:()[]“”\"'")
    guard looksLikeIdentifier(core), let range = word.find(core) else {
      return String(word)
    }
    return String(word[..<range.lowerBound]) + "`\(core)`" + String(word[range.upperBound...])
  }

  static func looksLikeIdentifier(_ core: String) -> Bool {
    let letters = core.prefix { $0.isLetter }
    let digits = core.dropFirst(letters.count)
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return false }
    return letters == "RW"
      || (["C", "E", "H", "N", "R"].contains(String(letters)) && (2...3).contains(digits.count))
  }

  private static func quoted(_ value: String) -> String {
    oneLine(value).swapping("\\", for: "\\\\").swapping("\"", for: "\\\"")
  }
}
