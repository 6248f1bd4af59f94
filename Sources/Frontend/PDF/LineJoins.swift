internal import IR

/// How the lines of a paragraph join to one text.
struct LineJoins {
  /// Words of the paper in lower case.
  let vocabulary: Set<String>
  var addresses = WrappedAddress()

  enum Join { case space, nothing, dropHyphen }

  /// How two lines join. A hyphen at a line's end goes if the paper writes the word without it.
  func join(_ line: String, _ next: String) -> Join {
    if line.unicodeScalars.last?.isWithoutSpaces == true,
      next.unicodeScalars.first?.isWithoutSpaces == true
    {
      return .nothing
    }
    guard line.hasSuffix("-") || line.hasSuffix("\u{2010}"), line.count > 1,
      let first = next.first, first.isLetter,
      line.dropLast().last?.isLetter == true
    else { return isGlued(line, next) ? .nothing : .space }
    let head = line.dropLast()
    if Self.isCode(head, next) || addresses.isCut(line, next) { return .nothing }
    let before = head.lastIndex { !$0.isLetter && $0 != "-" }
    let left = head[(before.map { head.index(after: $0) } ?? head.startIndex)...].lowercased()
    let right = next.prefix { $0.isLetter || $0 == "-" }.lowercased()
    let isUppercase = line.dropLast().last?.isUppercase == true && first.isUppercase
    guard first.isLowercase || isUppercase else {
      // A name with capitals inside it.
      let isName =
        vocabulary.contains(left + right) && !vocabulary.contains("\(left)-\(right)")
      return isName ? .dropHyphen : .nothing
    }
    if isKnown(left + right) { return .dropHyphen }
    if isKnown("\(left)-\(right)") { return .nothing }
    if let join = joinOfParts(left, right) { return join }
    return isCompound(left, right) ? .nothing : .dropHyphen
  }

  /// Whether two halves are words of their own rather than one that was cut.
  private func isCompound(_ left: String, _ right: String) -> Bool {
    // No word is cut behind its first letter.
    if left.count == 1 { return true }
    let isFirst = vocabulary.contains(left + "-")
    if Compound.isLikely(left, right, in: vocabulary, isFirst: isFirst) { return true }
    guard left.count > 2, isFirst || !Compound.particles.contains(left) else { return false }
    // `multiple`, `multiply`.
    if isFirst, Compound.prefixes.contains(left) { return !right.hasPrefix("pl") }
    if right.count > 3, vocabulary.contains(right), Compound.starts.contains(left) { return true }
    return (isFirst || vocabulary.contains(left))
      && ["-" + right, right, right + "s", right + "d"].contains(where: vocabulary.contains)
  }

  /// Whether the paper has a word, or the same with another ending.
  private func isKnown(_ word: String) -> Bool {
    vocabulary.contains(word) || vocabulary.contains(word + "s") || vocabulary.contains(word + "d")
      || word.count > 4 && word.last == "s" && vocabulary.contains(String(word.dropLast()))
  }

  /// Whether the break stands in a name with digits: `3.5-397b-` and `a17b-think`.
  private static func isCode(_ head: Substring, _ next: String) -> Bool {
    let word = head.lastIndex { $0.isWhitespace }.map { head[$0...] } ?? head
    return word.utf8.contains(where: \.isASCIIDigit)
      || next.utf8.dropFirst().first?.isASCIIDigit == true
  }

  /// How the halves join where one has a hyphen already: what stands at the break is a word, or two.
  private func joinOfParts(_ left: String, _ right: String) -> Join? {
    guard left.has("-") || right.has("-") else { return nil }
    let last = left.lastIndex(of: "-").map { left[left.index(after: $0)...] } ?? left[...]
    let first = right.prefix { $0 != "-" }
    if last == "the" { return .nothing }
    // `state-of-the-art`, `sequence-to-sequence`.
    if first.utf8.count < right.utf8.count, Compound.links.contains(String(first)) {
      return .nothing
    }
    if vocabulary.contains(String(last + first)) { return .dropHyphen }
    let areWords = vocabulary.contains(String(last)) && vocabulary.contains(String(first))
    return areWords || left.has("-") && vocabulary.contains(right) ? .nothing : nil
  }

  /// Whether a line break stands inside a number with a hyphen, a name or an address, or behind a dash
  /// that touches the word before it: then it touches the next one too.
  private func isGlued(_ line: String, _ next: String) -> Bool {
    if addresses.isCut(line, next) { return true }
    if line.hasSuffix("\u{2013}") || line.hasSuffix("\u{2014}"), let word = line.dropLast().last {
      return !word.isWhitespace && next.first?.isWhitespace == false
    }
    guard let last = line.utf8.last, "-_/".utf8.contains(last),
      let first = next.unicodeScalars.first, first.isASCIIDigit || first.isLetter,
      line.dropLast().last?.isAlphanumeric == true
    else { return false }
    // A slash also stands between words.
    return last != UInt8(ascii: "/") || next.prefix { $0 != " " }.contains("_")
  }
}

/// Words that English writes with a hyphen.
private enum Compound {
  /// Whether two halves make a compound rather than a word: `deeply-supervised`, `few-shot`.
  static func isLikely(
    _ left: String, _ right: String, in vocabulary: Set<String>, isFirst: Bool
  ) -> Bool {
    if left.hasSuffix("ly"), right.hasSuffix("ed") || right.hasSuffix("ing") {
      return vocabulary.contains(left) || vocabulary.contains(String(left.dropLast(2)))
    }
    if left == "self" { return !right.hasPrefix("ish") && !right.hasPrefix("less") }
    guard left.count > 2 else { return false }
    return ends.contains(right)
      || heads.contains(right)
        && (isFirst || vocabulary.contains(left) || starts.contains(left))
  }

  /// What links the words of a longer compound.
  static let links: Set<String> = ["and", "by", "in", "of", "on", "to"]

  /// What begins compounds where the paper has no other word with it.
  static let starts: Set<String> = [
    "cross", "fine", "full", "high", "long", "low", "near", "short", "single", "third",
  ]

  /// What is written with a hyphen before every word, or before none.
  static let prefixes: Set<String> = ["multi", "non"]

  /// Words by themselves that begin longer ones: `overhead`, `moreover`.
  static let particles: Set<String> = [
    "any", "every", "how", "more", "out", "over", "some", "there", "under", "what", "when", "where",
    "with",
  ]

  /// What ends no English word of one piece.
  private static let ends: Set<String> = [
    "agnostic", "aware", "based", "driven", "friendly", "grained", "intensive", "invariant",
    "level", "oriented", "specific", "supervised",
  ]

  private static let heads: Set<String> = [
    "art", "class", "dependent", "dimensional", "efficient", "free", "head", "layer", "like",
    "order", "scale", "sensitive", "shot", "step", "task", "time", "to-end", "tuned", "tuning",
    "wise", "world",
  ]
}
