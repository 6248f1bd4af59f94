internal import IR

/// Words and what they weigh.
package enum Wording {
  /// Words of four letters or more that carry meaning, in lower case, in order.
  package static func content(_ text: String) -> [String] { content(CueWords(text)) }

  /// The same, of words that are at hand.
  static func content(_ words: CueWords) -> [String] {
    words.words { word in
      word.count >= 4 && !word.contains { $0.isASCIIDigit || $0 == UInt8(ascii: "%") }
    }.filter { !carriesNothing.contains($0) }
  }

  /// Words that tell what a sentence is about, with names such as `sorter-2`, in lower case and as
  /// singulars. What any sentence holds is among them: it tells little (`WordRarity`).
  package static func telling(_ text: String) -> Set<String> {
    Set(
      CueWords(text).words { word in
        word.count >= 3 && word.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
      }.filter { !carriesNothing.contains($0) }.map(Plurals.singular))
  }

  /// Whether a sentence says enough: a number of content words, or one thing compared with another.
  package static func isSubstantial(_ text: String, least: Int) -> Bool {
    isSubstantial(CueWords(text), least: least)
  }

  /// The same, of words that are at hand.
  static func isSubstantial(_ words: CueWords, least: Int) -> Bool {
    content(words).count >= least || compares(words)
  }

  private static let comparisons: Set<String> = [
    "outperform", "outperforms", "outperformed", "beats", "exceeds", "surpasses", "surpassed",
  ]

  /// `LRR outperforms persistence.`
  private static func compares(_ words: CueWords) -> Bool {
    let words = words.words
    guard let verb = words.firstIndex(where: comparisons.contains), verb > 0 else { return false }
    return words[(verb + 1)...].contains { !content($0).isEmpty }
  }

  /// Share of common content words of two texts: 1 for the same words.
  package static func similarity(_ a: String, _ b: String) -> Double {
    similarity(Set(content(a)), Set(content(b)))
  }

  /// The same, of two sets of content words.
  package static func similarity(_ first: Set<String>, _ second: Set<String>) -> Double {
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let (small, large) = first.count < second.count ? (first, second) : (second, first)
    let common = small.count(where: large.contains)
    return Double(common) / Double(first.count + second.count - common)
  }

  private static let carriesNothing = WordSet(functionWords)

  static let functionWords: Set<String> = [
    "that", "this", "these", "those", "with", "from", "into", "than", "then", "they", "them",
    "their",
    "there", "which", "while", "when", "where", "what", "also", "both", "each", "such", "some",
    "more",
    "most", "only", "over", "under", "have", "been", "were", "will", "would", "could", "should",
    "very",
    "does", "between", "through", "because", "however", "other", "same", "using", "used", "about",
    "after",
    "before", "being", "here", "just", "like", "many", "much", "even", "ours", "your", "within",
    "without",
  ]

  /// The first words of a sentence, without a break inside a word, up to a length in characters.
  ///
  /// Used for titles; the second value tells how many UTF-8 bytes of the text they are.
  package static func opening(_ text: String, limit: Int) -> (text: String, bytes: Int) {
    let whole = text.trimmed(of: " ")
    guard whole.count > limit else {
      let bare = whole.trimmed(of: ".;:, ")
      return (bare, bare.utf8.count)
    }
    var end = whole.startIndex
    var index = whole.startIndex
    var count = 0
    while index < whole.endIndex, count < limit {
      if whole[index] == " " { end = index }
      index = whole.index(after: index)
      count += 1
    }
    var view = whole[..<end]
    // A clause that ends inside the limit is a better end than a word.
    if let comma = lastClauseEnd(in: view),
      view.distance(from: view.startIndex, to: comma) * 5 > limit * 2,
      !isSubordinate(view[..<comma])
    {
      view = view[..<comma]
    }
    // A title does not end with half a bracket, or with a word that leads on.
    if let bracket = openBracket(in: view) { view = view[..<bracket].dropLastSpaces }
    while let last = view.parts(between: " ").last,
      leadingOn.contains(last.trimmed(of: "(.,").lowercased())
    {
      view = view.dropLast(last.count).dropLastSpaces
    }
    while let last = view.last, ".,;: ".contains(last) { view.removeLast() }
    return (String(view), view.utf8.count)
  }

  /// The last comma, semicolon or colon that a word follows: one inside of `10,000` ends nothing.
  private static func lastClauseEnd(in view: Substring) -> Substring.Index? {
    let bytes = view.utf8
    return bytes.indices.last { index in
      let next = bytes.index(after: index)
      return clauseEnds.contains(bytes[index])
        && (next == bytes.endIndex || bytes[next] == UInt8(ascii: " "))
    }
  }

  private static let clauseEnds: ASCIISet = ",;:"

  /// `Because the pan swings` leads on to what it is the cause of, `with a wet pan` to what happens
  /// then.
  private static func isSubordinate(_ view: Substring) -> Bool {
    guard let first = view.words(maxSplits: 1).first else { return false }
    return subordinators.contains(first.lowercased()) && !view.contains { ",;:".contains($0) }
  }

  private static let subordinators: Set<String> = [
    "because", "when", "while", "although", "though", "if", "since", "as", "given", "despite",
    "whereas", "unless", "once", "after", "before", "with", "without", "in", "on", "at", "by",
    "for",
    "to", "from", "under", "during", "through", "via", "using", "compared", "based", "unlike",
    "among", "within", "beyond", "until", "upon", "whenever",
  ]

  /// The first bracket that nothing closes, but for one that the text begins with.
  private static func openBracket(in view: Substring) -> Substring.Index? {
    var open: [Substring.Index] = []
    for index in view.utf8.indices {
      switch view.utf8[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: ")"), UInt8(ascii: "]"): _ = open.popLast()
      default: break
      }
    }
    return open.first { $0 != view.startIndex }
  }

  private static let leadingOn: Set<String> = [
    "i.e", "e.g", "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "and", "or",
    "but", "that",
    "which", "as", "is", "are", "from", "than", "its", "their", "our", "we", "this", "these",
    "over", "through",
    "into", "both", "while", "when", "where", "without", "between", "under", "via", "using", "has",
    "have", "was", "were",
    "be", "been", "not", "more", "most", "such", "new", "any", "all", "it", "if", "so",
  ]

  /// Whether a sentence can stand in a field: it is whole, and holds nothing that a checker of
  /// templates or identifiers would misread.
  package static func isFieldSafe(_ text: String) -> Bool {
    guard text.utf8.count >= 12, !text.has("TODO"), !text.has("TBD"), !hasTemplateRemnant(text)
    else {
      return false
    }
    return !text.has("«") && !text.has("»")
  }

  /// Whether a text is one whole sentence that can stand in a field.
  package static func isSentence(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    let begins = first.isASCII ? openings.contains(first) : text.first.map(mayOpen) == true
    return begins && (endings.contains(last) || isRaisedMark(text)) && isFieldSafe(text)
  }

  private static func mayOpen(_ first: Character) -> Bool {
    first.isUppercase || first.isNumber || "“‘•".contains(first)
  }

  /// What sentences begin with, of ASCII, and what they end with.
  private static let openings: ScalarSet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\"'("
  private static let endings: ScalarSet = ".!?”\")’"

  /// Whether a footnote mark stands after the full stop: `end.^3`.
  private static func isRaisedMark(_ text: String) -> Bool {
    guard let mark = text.utf8.lastIndex(of: UInt8(ascii: "^")),
      text.distance(from: mark, to: text.endIndex) < 6,
      mark > text.startIndex
    else {
      return false
    }
    return ".!?".contains(text[text.index(before: mark)])
  }

  /// `{letters}`, as unfilled templates have them; `{x}` and `{x_i}` are sets.
  static func hasTemplateRemnant(_ text: String) -> Bool {
    guard text.has("{") else { return false }
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else { return false }
      let inner = rest[..<close]
      let name = inner.prefix { Unicode.Scalar($0).isLetter }
      if name.count > 1, inner.allSatisfy(isTemplateByte) { return true }
    }
    return false
  }

  /// Letters, spaces and underscores, which names between the braces of templates consist of.
  private static func isTemplateByte(_ byte: UInt8) -> Bool {
    Unicode.Scalar(byte).isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: " ")
  }
}

// To count the characters of a text is to look for the ends of all of them.
extension String {
  /// Whether it has fewer characters than a number.
  func isShorter(than limit: Int) -> Bool { utf8.count < limit || count < limit }

  /// Whether it has more characters than a number.
  func isLonger(than limit: Int) -> Bool { utf8.count > limit && !dropFirst(limit).isEmpty }
}

extension Substring {
  fileprivate var dropLastSpaces: Substring {
    var view = self
    while view.last == " " { view.removeLast() }
    return view
  }
}

/// The list of things that a reader would count as one: items joined by commas.
extension Sequence<String> {
  package var commaSeparated: String { joined(separator: ", ") }
}
