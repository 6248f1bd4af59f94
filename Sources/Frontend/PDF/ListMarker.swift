internal import IR

/// The mark that begins an item of a list.
struct ListMarker {
  /// Characters of the mark, the space after it included.
  let length: Int
  /// Whether it is a sign that nothing else begins with, rather than a number or a letter.
  let isBullet: Bool
  /// The mark of the item before it, in brackets: `(ii)` for `(iii)`.
  private var previous: String?

  /// Five characters, in bytes.
  private static let longest = 5 * 4

  init?(_ text: String) {
    let words = text.words(maxSplits: 1)
    guard words.count == 2, let mark = words.first, mark.utf8.count <= Self.longest else {
      return nil
    }
    if mark.count == 1, let bullet = mark.first,
      "•◦–▪∙‣●○■□▸►➢⋄–".contains(bullet) || bullet == Self.unmapped && Self.opens(words[1])
    {
      length = 2
      isBullet = true
      return
    }
    guard mark.count <= 5 else { return nil }
    let isParenthesised = mark.hasSuffix(")")
    let core = mark.filter { $0 != "(" && $0 != ")" && $0 != "." }
    let isNumbered = mark.hasSuffix(".") && Int(core) != nil && core.count <= 2
    let isLettered =
      isParenthesised && core.count <= 3
      && (Int(core) != nil || core.allSatisfy { "ivx".contains($0) } || core.count == 1)
    guard isNumbered || isLettered else { return nil }
    length = mark.count + 1
    isBullet = false
    previous = mark.hasPrefix("(") && isParenthesised ? Self.before(core).map { "(\($0))" } : nil
  }

  /// Whether the item before it stands within a line: the series is part of a sentence.
  func follows(in line: String) -> Bool { previous.map { line.has(" " + $0 + " ") } ?? false }

  private static func before(_ mark: String) -> String? {
    if let number = Int(mark) { return String(number - 1) }
    if let index = romans.firstIndex(of: mark), index > 0 { return romans[index - 1] }
    guard mark.utf8.count == 1, let letter = mark.utf8.first, letter.isASCIILetter else {
      return nil
    }
    return String(Unicode.Scalar(letter - 1))
  }

  private static let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]

  /// What stands for a character of a font without a map to Unicode, as fonts of bullets have none.
  private static let unmapped: Character = "\u{FFFD}"

  /// Whether a sentence begins: a formula may begin with any sign.
  private static func opens(_ text: Substring) -> Bool {
    text.prefix(2).drop { "“\"‘'".contains($0) }.first?.isUppercase == true
  }
}
