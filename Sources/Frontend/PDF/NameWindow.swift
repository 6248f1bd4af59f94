internal import IR

/// The words before a year that may name the authors of a work.
struct NameWindow {
  struct Name {
    /// Folded.
    let key: String
    /// UTF-8 offset in the text.
    let start: Int
    let isName: Bool
    let isAnd: Bool
    let isParticle: Bool
  }

  /// Nearest first.
  private(set) var words: [Name] = []
  /// Whether `et al.` stands between names and year.
  private(set) var saysOthers = false

  /// Looks at no more than 160 bytes. `isKnown` tells folded words that name works though they are
  /// written small.
  init?(before end: Int, in bytes: [UInt8], isKnown: (String) -> Bool) {
    var from = max(0, end - 160)
    while from > 0, from < end, bytes[from - 1] != 0x20 { from += 1 }
    let window = String(decoding: bytes[from..<end], as: UTF8.self)
    guard !window.hasSuffix(")"), !window.hasSuffix("-") else { return nil }
    var rest = window.split(separator: " ")
    while let last = rest.last, last.allSatisfy({ "([,".contains($0) }) { rest.removeLast() }
    takeOthers(&rest)
    for (index, whole) in rest.reversed().prefix(10).enumerated() {
      if index > 0, let last = whole.last, ";):".contains(last) { break }
      // `documents(Pebble` begins with the bracket.
      let opening = whole.lastIndex { "([“\"".contains($0) }.map { whole.index(after: $0) }
      let isTrailing = opening == whole.endIndex
      let word = Self.withoutMark(isTrailing ? whole : whole[(opening ?? whole.startIndex)...])
      let key = Self.folded(word)
      let isAnd = word == "and" || word == "&"
      let isUpper = word.first { $0.isLetter || $0.isNumber }?.isUppercase ?? false
      // `Le` and `Du` are surnames too.
      let isParticle = Self.particles.contains(key) && !(isUpper && isKnown(key))
      guard isAnd || isParticle || isUpper || isKnown(key) else { break }
      let offset = window.utf8.distance(from: window.startIndex, to: word.startIndex)
      words.append(
        Name(
          key: key, start: from + offset, isName: !isAnd && !isParticle && key.count > 1,
          isAnd: isAnd, isParticle: isParticle))
      if opening != nil, !isTrailing { break }
    }
    if words.isEmpty { return nil }
  }

  /// Takes `et al.` and `and colleagues` off the end.
  private mutating func takeOthers(_ words: inout [Substring]) {
    guard let last = words.last?.lowercase.trimmed(of: ".,;([’s'") else { return }
    if last == "al" {
      saysOthers = true
      words.removeLast()
      if let et = words.last, et.lowercase.trimmed(of: ".") == "et" { words.removeLast() }
    } else if ["other", "colleague", "collaborator"].contains(last) {
      saysOthers = true
      words.removeLast()
      if words.last == "and" { words.removeLast() }
    }
  }

  /// Where a name begins, its particles included.
  func start(ofNameAt index: Int) -> Int {
    var index = index
    while index + 1 < words.count, words[index + 1].isParticle { index += 1 }
    return words[index].start
  }

  /// Without the raised mark of a note: `^5Pebble`, `^{12}Pebble`.
  private static func withoutMark(_ word: Substring) -> Substring {
    guard word.first == "^" else { return word }
    let rest = word.dropFirst()
    return rest.first == "{" ? rest.drop { $0 != "}" }.dropFirst() : rest.dropFirst()
  }

  /// Letters and digits in lower case: a line break may have taken the hyphen of a name.
  static func folded(_ word: Substring) -> String {
    var word = word
    for tail in ["’s", "'s"] where word.hasSuffix(tail) { word = word.dropLast(2) }
    return word.lowercase.filter(\.isAlphanumeric)
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "di", "da", "dos", "del", "della", "la", "le", "el", "al",
    "bin", "ibn", "ter", "ten", "zu", "du", "mc",
  ]
}
