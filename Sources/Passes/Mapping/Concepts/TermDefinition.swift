internal import IR

/// The words that define a term, from the sentence that tells of it.
extension TermCollector {
  private static let longestPassage = 450
  private static let longestDisplay = 300
  private static let mostSites = 24
  private static let continuations: Set<String> = [
    "it", "this", "they", "these", "here", "formally", "specifically", "concretely", "intuitively",
  ]

  /// A sentence with those behind it that go on about the same thing, or with the display or the list
  /// that completes it.
  func definition(from first: Int) -> Grounded<String> {
    let rest = rest(of: first)
    guard rest.isEmpty else { return completed(first, by: rest) }
    var span = atoms[first].span
    for next in atoms.indices.dropFirst(first + 1).prefix(2) {
      let isNear = atoms[next].block == atoms[first].block
      guard isNear, isProse(next), let word = sentences[next].words.first,
        Self.continuations.contains(word) || goesOn(next),
        Int(atoms[next].span.bytes.upperBound - span.bytes.lowerBound) < Self.longestPassage
      else { break }
      span = SourceSpan(span.source, span.bytes.lowerBound..<atoms[next].span.bytes.upperBound)
    }
    if let before = antecedent(of: first) {
      span = SourceSpan(span.source, before.bytes.lowerBound..<span.bytes.upperBound)
    }
    return view.grounded(span)
  }

  /// Whether a sentence says the same in other words, or for each of the things.
  private func goesOn(_ at: Int) -> Bool {
    ["In other words", "That is,", "For each "].contains { sentences[at].text.hasPrefix($0) }
      && Wording.isSentence(sentences[at].text)
  }

  /// The first of the sentences that have a term which says where something holds.
  func boundary(among sites: [Int], besides definition: Grounded<String>) -> Grounded<String>? {
    let found = sites.sorted().prefix(Self.mostSites).first { at in
      let span = atoms[at].span
      return explains(atoms[at].section) && atoms[at].citations.isEmpty
        && Wording.isSentence(sentences[at].text)
        && !definition.spans.contains { $0.contains(span) }
        && !AssumptionCues.boundaries.matches(in: CueWords(sentences[at].text)).isEmpty
    }
    return found.map { view.grounded(atoms[$0].span) }
  }

  /// The sentence before one that names what was said: `We call this the dry band.`
  private func antecedent(of at: Int) -> SourceSpan? {
    guard at > 0, atoms[at - 1].block == atoms[at].block, isProse(at - 1) else { return nil }
    let words = sentences[at].words
    let naming = zip(words, words.dropFirst()).contains { word, next in
      Self.namers.contains(word) && Self.pronouns.contains(next)
    }
    let length = atoms[at].span.bytes.upperBound - atoms[at - 1].span.bytes.lowerBound
    guard naming || words.first.map(Self.pronouns.contains) == true,
      length < Self.longestPassage
    else { return nil }
    return atoms[at - 1].span
  }

  private static let namers: Set<String> = ["call", "term", "dub", "name", "to"]
  private static let pronouns: Set<String> = ["this", "these", "it", "such", "they"]

  private func completed(_ first: Int, by rest: ArraySlice<Block>) -> Grounded<String> {
    var spans = [atoms[first].span]
    var length = spans[0].bytes.count
    for block in rest {
      length += block.span.bytes.count
      guard length < Self.longestPassage + Self.longestDisplay else { break }
      spans.append(block.span)
    }
    if let meaning = meaning(behind: rest), length + meaning.bytes.count < 2 * Self.longestPassage {
      spans.append(meaning)
    }
    let text = spans.map { view.text(of: $0).split(whereSeparator: \.isWhitespace) }
      .map { $0.joined(separator: " ") }.joined(separator: " ")
    return Grounded(text, spans, .computed("sentence with the display or list that completes it"))
  }

  /// `where M is the size of the pan.`
  private func meaning(behind rest: ArraySlice<Block>) -> SourceSpan? {
    let at = atoms.partitioningIndex { $0.block >= rest.endIndex }
    guard rest.last?.kind == .equation, at < atoms.count, atoms[at].block == rest.endIndex,
      isContinuation(at)
    else { return nil }
    return atoms[at].span
  }
}
