internal import IR

/// What sentences on how an experiment was made say that it compares with.
enum ProseBaselines {
  /// The parts of a sentence that name them, in order.
  static func names(in sentence: Grounded<String>) -> [Grounded<String>] {
    guard sentence.derivation == nil, sentence.spans.count == 1, mayName(sentence.value.lowercase)
    else {
      return []
    }
    let words = sentence.value.parts(between: " ")
    var names: [String] = []
    for index in words.indices {
      if let start = start(of: index, words) { names += ProperNames.list(from: start, in: words) }
    }
    return names.compactMap { ground($0, in: sentence) }
  }

  /// What a caption sets the paper's own work against: `Belt versus WeighTwice`.
  static func contrasted(in caption: Grounded<String>, own: OwnNames) -> [Grounded<String>] {
    guard caption.derivation == nil, caption.spans.count == 1 else { return [] }
    let words = caption.value.parts(between: " ")
    let names = words.indices.filter { contrasts.contains(words[$0].lowercased()) }
      .flatMap { index -> [String] in
        let sides = [
          ProperNames.before(index, in: words), ProperNames.list(from: index + 1, in: words),
        ]
        let owned = sides.firstIndex { $0.contains(where: own.hold) }
        return owned.map { sides[1 - $0].filter { !own.hold($0) } } ?? []
      }
    return names.compactMap { ground($0, in: caption) }
  }

  private static let contrasts: Set<String> = ["versus", "vs.", "vs"]

  /// What every list of baselines is led in by: most sentences have none of it.
  private static let leads: PhraseSet = ["compar", "benchmark", "baseline", "competitor"]

  /// Of a sentence in lower case.
  static func mayName(_ sentence: String) -> Bool { leads.stands(in: sentence) }

  private static let verbs: Set<String> = [
    "compare", "compared", "comparing", "benchmark", "compares",
  ]
  private static let links: Set<String> = ["with", "to", "against"]
  private static let nouns: Set<String> = ["baselines", "baseline", "competitors"]
  private static let copulas: Set<String> = [
    "are", "include", "includes", "is", "including", "namely", "like",
  ]

  /// Where the names begin of what was led in by what they are: `several methods, including …`.
  private static func listed(from start: Int, _ words: [Substring]) -> Int {
    let lead = words.indices[start...].prefix(leadReach).first { index in
      words[index].hasSuffix(":") || leadIns.contains(words[index].trimmed(of: ",(").lowercased())
    }
    guard let lead else { return start }
    let isSuch = words[lead].trimmed(of: ",(").lowercased() == "such"
    return min(lead + (isSuch ? 2 : 1), words.count)
  }

  private static let leadReach = 12
  private static let leadIns: Set<String> = [
    "including", "namely", "like", "such", "i.e.", "e.g.", "viz.",
  ]

  /// The names that stand right before a citation: `Scale [3] and MoonClock (Example, 2001)`.
  static func cited(in sentence: Grounded<String>) -> [Grounded<String>] {
    guard sentence.derivation == nil, sentence.spans.count == 1 else { return [] }
    let words = sentence.value.parts(between: " ")
    let names = words.indices.flatMap { index -> [String] in
      let begins = words[index].hasPrefix("[") || words[index].hasPrefix("(")
      return begins ? ProperNames.before(index, in: words) : []
    }
    return names.compactMap { ground($0, in: sentence) }
  }

  /// Where a list of baselines begins whose lead begins at a word: `We compare it with …`,
  /// `The baselines are …`, `two baselines: …`.
  private static func start(of index: Int, _ words: [Substring]) -> Int? {
    // What leads in begins with `b` or `c`, behind a mark or none.
    guard let first = words[index].utf8.first(where: \.isASCIILetter)?.lowercaseASCII,
      first == UInt8(ascii: "b") || first == UInt8(ascii: "c")
    else { return nil }
    let word = words[index].lowercased()
    let bare = word.trimmed(of: ".,;:()")
    if verbs.contains(bare) {
      return (index + 1..<min(index + 6, words.count)).first {
        links.contains(words[$0].lowercased())
      }.map { listed(from: $0 + 1, words) }
    }
    guard nouns.contains(bare) else { return nil }
    // Without a word of the authors it may be the title of anything.
    if word.hasSuffix(":") {
      return words[..<index].contains { $0.lowercased() == "we" } ? index + 1 : nil
    }
    let next = index + 1 < words.count ? words[index + 1].lowercased() : ""
    if copulas.contains(next) { return index + 2 }
    return next == "such" ? index + 3 : nil
  }

  private static func ground(_ name: String, in sentence: Grounded<String>) -> Grounded<String>? {
    guard name.utf8.count > 2, name.first?.isLetter == true,
      let range = sentence.value.utf8Range(of: name)
    else { return nil }
    return Grounded(name, [sentence.spans[0].narrowed(to: range)])
  }
}
