internal import IR

/// The names that a paper gives to data: `the Yard and Field datasets`, `datasets such as Yard`, and
/// in a section on data `Yard [3] has`.
struct DatasetNames: Sendable {
  /// In lower case.
  private let names: Set<String>

  init(_ atoms: Atoms, _ view: PaperView) {
    names = atoms.atoms.reduce(into: []) { names, atom in
      let text = view.text(of: atom.span)
      if !atom.citations.isEmpty, Self.isOnData(atom.section, view) {
        names.formUnion(ProperNames.cited(atBeginOf: text).map { $0.lowercased() })
      }
      guard Self.nouns.contains(where: { text.has($0) }) else { return }
      names.formUnion(Self.names(in: text).map { $0.lowercased() })
    }
  }

  /// Whether a section is about nothing but data and what is measured on it, by its title.
  private static func isOnData(_ section: Int, _ view: PaperView) -> Bool {
    let title = view.paper.sections[section].title.value.lowercase.split { !$0.isLetter }
    return title.contains { heads.contains(String($0)) || $0 == "data" }
      && title.allSatisfy { heads.contains(String($0)) || besideData.contains(String($0)) }
  }

  private static let besideData: Set<String> = [
    "data", "and", "evaluation", "metrics", "measures", "tasks", "splits", "used", "our", "the",
    "training", "test",
  ]

  /// Whether a sentence begins with such a name.
  func begin(_ text: String) -> Bool {
    ProperNames.cited(atBeginOf: text).contains { names.contains($0.lowercased()) }
  }

  /// Whether a label names data.
  func hold(_ label: String) -> Bool {
    // `Yard [3]`: the name alone.
    let bare = label.find(" [").map { String(label[..<$0.lowerBound]) } ?? label
    return names.contains(bare.lowercased()) || !Lexicon.datasets.found(in: label).isEmpty
  }

  /// Whether a label is such a name and nothing more, but for a citation.
  func isName(_ label: String) -> Bool {
    let bare = label.find(" [").map { String(label[..<$0.lowerBound]) } ?? label
    return names.contains(bare.lowercased())
      || Lexicon.datasets.found(in: bare).contains { $0 == 0..<bare.utf8.count }
  }

  /// The parts of a text that name data, as written: those that the field knows before those that
  /// only this paper names.
  func mentions(in text: Grounded<String>) -> [Grounded<String>] {
    let known = Lexicon.datasets.mentions(in: text)
    guard text.derivation == nil, text.spans.count == 1 else { return known }
    let lower = text.value.lowercase
    // A text in another length in lower case has its names elsewhere.
    guard lower.utf8.count == text.value.utf8.count else { return known }
    let named = names.compactMap { lower.utf8Range(of: $0) }.filter {
      Self.isWhole($0, in: lower)
    }.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    return known
      + named.map { range in
        Grounded(
          String(decoding: Array(text.value.utf8)[range], as: UTF8.self),
          [text.spans[0].narrowed(to: range)])
      }
  }

  private static func isWhole(_ range: Range<Int>, in text: String) -> Bool {
    let bytes = Array(text.utf8)
    func isLetter(_ at: Int) -> Bool {
      bytes.indices.contains(at) && Unicode.Scalar(bytes[at]).properties.isAlphabetic
    }
    return !isLetter(range.lowerBound - 1) && !isLetter(range.upperBound)
  }

  private static let nouns = ["dataset", "data set", "benchmark", "corpus", "corpora"]
  private static let heads: Set<String> = [
    "dataset", "datasets", "benchmark", "benchmarks", "corpus", "corpora",
  ]

  private static func isHead(_ word: Substring) -> Bool {
    guard word.utf8.count >= shortestHead, let first = word.utf8.first(where: \.isASCIILetter),
      openings.utf8.contains(first.lowercaseASCII)
    else { return false }
    return heads.contains(word.trimmed(of: ".,;:()").lowercased())
  }

  /// `corpus`, in bytes.
  private static let shortestHead = 6
  /// What the heads begin with: most words are none.
  private static let openings = "bcd"

  /// Proper names before such a noun, through what joins them.
  static func names(in sentence: String) -> [String] {
    let words = sentence.parts(between: " ")
    return words.indices.flatMap { index -> [String] in
      guard isHead(words[index]) else { return [] }
      return ProperNames.before(index, in: words) + ProperNames.listed(after: index, in: words)
    }
  }
}

/// Names in capitals or with digits, in running text and its lists.
enum ProperNames {
  private static let joints: Set<String> = ["and", "or", "&"]

  /// The name that a sentence begins with, if a citation is all that parts it from what is said of
  /// it.
  static func cited(atBeginOf text: String) -> [String] {
    let words = text.parts(between: " ")
    let name = words.prefix(longest).prefix { isProper(bare($0)) && !isCitation($0) }
    guard !name.isEmpty, !name.contains(where: { $0.hasSuffix(",") }) else { return [] }
    let rest = words.dropFirst(name.count)
    let isCited =
      rest.first?.hasPrefix("[") == true
      || rest.first?.hasPrefix("(") == true && year(closing: rest.prefix(longestCitation))
    return isCited ? [name.map(bare).joined(separator: " ")] : []
  }

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
  private static func isName(_ word: String) -> Bool {
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
