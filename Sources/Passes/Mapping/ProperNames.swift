internal import IR

/// Names in capitals or with digits, in running text and its lists.
enum ProperNames {
  private static let joints: Set<String> = ["and", "or", "&"]

  /// The name that a sentence begins with, if a citation is all that parts it from what is said of
  /// it.
  static func cited(atBeginOf text: String) -> [String] {
    guard text.has(" [") || text.has(" (") else { return [] }
    let words = text.words(maxSplits: longest + longestCitation)
    let name = words.prefix(longest).prefix { isProper(bare($0)) && !isCitation($0) }
    guard !name.isEmpty, !name.contains(where: { $0.hasSuffix(",") }) else { return [] }
    let rest = words.dropFirst(name.count)
    let isCited =
      rest.first?.hasPrefix("[") == true
      || rest.first?.hasPrefix("(") == true && year(closing: rest.prefix(longestCitation))
    return isCited ? [name.map(bare).joined(separator: " ")] : []
  }

  /// The name of what the authors propose: `MarbleNet` of `We propose MarbleNet, a scale`.
  static func proposed(in text: String) -> String? {
    let words = text.parts(between: " ")
    let name = zip(words, words.dropFirst()).first { isProposing($0.0) }.map {
      bare($0.1)
    }
    return name.flatMap { isName($0) ? $0 : nil }
  }

  static func isProposing(_ word: Substring) -> Bool { proposing.contains(String(word)) }

  private static let proposing: Set<String> = [
    "propose", "introduce", "present", "develop", "describe",
  ]

  private static let longestCitation = 12

  /// Whether the first bracket that closes follows a year: `(Pebble et al., 2019a)`.
  private static func year(closing words: ArraySlice<Substring>) -> Bool {
    guard let last = words.first(where: { $0.utf8.contains(UInt8(ascii: ")")) }) else {
      return false
    }
    let digits = last.utf8.drop { !$0.isASCIIDigit }.prefix(while: \.isASCIIDigit)
    return digits.count == 4
  }

  /// Those that end right before a word: `Yard [3] and Field` of `Yard [3] and Field datasets`.
  static func before(_ end: Int, in words: [Substring]) -> [String] {
    var names: [String] = []
    var name: [String] = []
    var at = end - 1
    func close() {
      if !name.isEmpty { names.insert(name.joined(separator: " "), at: 0) }
      name = []
    }
    while at >= 0 {
      let word = words[at]
      let ends = word.hasSuffix(",")
      if at < end - 1, ends { close() }
      let bare = bare(word)
      if joints.contains(bare.lowercased()) {
        close()
      } else if isCitation(word) {
        // Between a name and its noun.
      } else if isProper(bare), at > 0 || isName(bare) {
        name.insert(bare, at: 0)
      } else {
        break
      }
      at -= 1
    }
    close()
    return names
  }

  /// Those of a list that begins behind a word: `datasets such as Yard, Field and Pond`.
  static func listed(after index: Int, in words: [Substring]) -> [String] {
    var at = index + 1
    let isOpen = words[index].hasSuffix(":")
    let leads = ["such", "like", "including", "namely", "are", "include", "includes"]
    if !isOpen {
      guard at < words.count, leads.contains(words[at].lowercased()) else { return [] }
      at += words[at] == "such" ? 2 : 1
    }
    return list(from: at, in: words)
  }

  private static let longest = 5

  /// The names of a list, from where it begins.
  static func list(from start: Int, in words: [Substring]) -> [String] {
    var names: [String] = []
    var name: [String] = []
    var at = start
    func close() {
      let isShort = name.count <= longest
      if isShort, !name.isEmpty { names.append(name.joined(separator: " ")) }
      name = []
    }
    while at < words.count {
      let word = words[at]
      let bare = bare(word)
      if joints.contains(bare.lowercased()) || articles.contains(bare.lowercased()), name.isEmpty {
        at += 1
        continue
      }
      if joints.contains(bare.lowercased()) {
        close()
      } else if isCitation(word) {
        if word.hasSuffix(",") { close() }
        if word.hasSuffix(".") { break }
      } else if isProper(bare) {
        name.append(bare)
        if word.hasSuffix(",") || word.hasSuffix(";") { close() }
        if word.hasSuffix(".") || word.hasSuffix(":") { break }
      } else {
        break
      }
      at += 1
    }
    close()
    return names
  }

  private static let articles: Set<String> = ["the", "a", "an"]

  private static func bare(_ word: Substring) -> String {
    let bare = word.trimmed(of: ".,;:()“”\"")
    return String(bare.hasSuffix("’s") ? bare.dropLast(2) : bare[...])
  }

  /// `[12]`, `(2017)`, `(Example`, `al.,`.
  private static func isCitation(_ word: Substring) -> Bool {
    guard let first = word.first else { return true }
    return first == "[" || word.hasSuffix("]") || first == "("
      || word.dropLast(word.hasSuffix(",") ? 1 : 0).hasSuffix(")")
  }

  /// Whether a word may be part of a name.
  private static func isProper(_ word: String) -> Bool {
    guard let first = word.first, word.utf8.count > 1 else { return false }
    return first.isUppercase && !starts.contains(word) || isName(word)
  }

  /// Whether it is one wherever it stands: with a capital or a digit inside.
  static func isName(_ word: String) -> Bool {
    let inner = word.dropFirst()
    return word.contains(where: \.isLetter)
      && (inner.contains(where: \.isUppercase)
        || word.first?.isLetter == true && inner.contains(where: \.isNumber))
  }

  /// What begins sentences.
  private static let starts: Set<String> = [
    "The", "Our", "This", "These", "We", "In", "On", "For", "All", "Both", "Each", "To", "As", "A",
    "An", "Table", "Figure", "Fig", "Section", "Appendix", "Unlike", "Other", "Such", "From",
    "Following", "Since", "When", "While", "However", "Baseline", "Baselines", "Compared",
  ]
}
