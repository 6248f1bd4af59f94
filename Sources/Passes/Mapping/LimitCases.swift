internal import IR

/// What a work becomes at an end of the range of one of its settings. Its experiments over that range
/// compare with it.
struct LimitCases {
  private let own: OwnNames
  /// The first letters of the words of the title, in capitals.
  private let initials: String

  init(_ view: PaperView, own: OwnNames) {
    self.own = own
    let words = (view.paper.metadata.title?.value ?? "").uppercased().split { !$0.isLetter }
    initials = String(words.compactMap(\.first))
  }

  /// `Quick Sort` of `Without gloves, our method reduces to Quick Sort`, and of `When the weight is 0,
  /// the belt becomes Quick Sort`.
  func names(in sentence: Grounded<String>) -> [Grounded<String>] {
    guard sentence.derivation == nil, sentence.spans.count == 1 else { return [] }
    let words = sentence.value.parts(between: " ")
    let bare = words.map { $0.trimmed(of: ".,;:()").lowercased() }
    guard let link = Self.link(in: bare), !Self.ends.isDisjoint(with: bare),
      isOfWork(words[..<link.lowerBound])
    else { return [] }
    return ProperNames.list(from: link.upperBound, in: words).compactMap { name in
      guard !own.hold(name), !Self.places.contains(name.parts(between: " ")[0].lowercase),
        let range = sentence.value.utf8Range(of: name)
      else { return nil }
      return Grounded(name, [sentence.spans[0].narrowed(to: range)])
    }
  }

  /// Whether a sentence in lower case may name one: most have no such word.
  static func mayName(_ sentence: String) -> Bool { stems.stands(in: sentence) }

  private static let stems: PhraseSet = [
    "reduce", "become", "degenerate", "collapse", "coincide", "recovers", "equivalent", "identical",
  ]

  /// The words that say what becomes of it, up to what it becomes.
  private static func link(in words: [String]) -> Range<Int>? {
    words.indices.lazy.compactMap { index -> Range<Int>? in
      guard let next = links[words[index]] else { return nil }
      guard let next else { return index..<behindLikeness(index + 1, words) }
      return index + 1 < words.count && next.contains(words[index + 1]) ? index..<index + 2 : nil
    }.first
  }

  /// `becomes the same as`, `becomes equivalent to`.
  private static func behindLikeness(_ start: Int, _ words: [String]) -> Int {
    let likeness = words.indices[start...].prefix(3).first { at in
      at + 1 < words.count && links[words[at]]??.contains(words[at + 1]) == true
    }
    return likeness.map { $0 + 2 } ?? start
  }

  /// A verb with the words that have to follow it; nil where none has to.
  private static let links: [String: Set<String>?] = [
    "reduces": ["to"], "reduce": ["to"], "degenerates": ["to", "into"],
    "collapses": ["to", "into"],
    "coincides": ["with"], "coincide": ["with"], "equivalent": ["to"], "identical": ["to"],
    "same": ["as"], "becomes": nil, "become": nil, "recovers": nil,
  ]

  /// What says at which end.
  private static let ends: Set<String> = ["when", "if", "without", "limit"]

  /// Whether the words before it speak of the work: by a name, as the authors do, or by the first
  /// letters of what the title is about.
  private func isOfWork(_ words: ArraySlice<Substring>) -> Bool {
    words.contains { word in
      let name = String(word.trimmed(of: ".,;:()"))
      return Self.authors.contains(name.lowercase) || isOwn(name)
    }
  }

  private func isOwn(_ name: String) -> Bool {
    guard name.first?.isUppercase == true else { return false }
    let isShort = name.utf8.count >= Self.shortestName && name.allSatisfy { $0.isUppercase }
    return own.hold(name) || isShort && initials.has(name)
  }

  /// In letters: two stand together by chance.
  private static let shortestName = 3

  private static let authors: Set<String> = ["our", "model", "method", "approach", "algorithm"]

  /// What begins with a capital and is part of the paper.
  private static let places: Set<String> = [
    "eq", "eqs", "equation", "algorithm", "table", "figure", "section", "theorem", "lemma",
  ]
}
