internal import IR

// Names that a phrase narrows: `the learning rate of the encoder`, `the number of belts in the sorter`.

extension SettingSentence {
  private static let longestPhrase = 10
  private static let joints: WordSet = ["of", "for", "in", "used"]

  private static let pronouns: WordSet = ["it", "them", "this", "that", "these", "those"]

  /// The name of a phrase that ends at a word: `the learning rate of the encoder is set to 0.1`, `set
  /// the number of belts in the sorter to 2`, `the learning rate used for the encoder is 0.1`.
  func name(of end: Int, setBefore value: SettingValue) -> Name? {
    guard !words[end].isLast, !Self.pronouns.contains(words[end].lower) else { return nil }
    let isSet = isSet(between: end, and: value)
    let start = max(0, end - Self.longestPhrase)
    for link in (start..<end).reversed() where link > 0 && Self.joints.contains(words[link].lower) {
      guard !(link..<end).contains(where: { words[$0].isLast || words[$0 + 1].isFirst }) else {
        return nil
      }
      guard let name = named(endingAt: link - 1) ?? bareHead(link - 1), name.row.accepts(value),
        !words[link - 1].isLast, isSet || isAssigned(name, at: end, value)
      else { continue }
      let range = link..<(end + 1)
      guard !values.contains(where: { range.overlaps($0.words) }) else { return nil }
      if name.row.isKnown { return Name(row: name.row, words: name.words, qualifier: range) }
      let phrase = name.words.lowerBound..<(end + 1)
      return Name(row: row(named: phrase, name.row.group), words: phrase)
    }
    return nil
  }

  /// Whether a number counts what follows and is of no name before: `a high ratio with only 2 marbles`.
  func isCounting(_ value: SettingValue, behind end: Int) -> Bool {
    let next = value.words.upperBound
    let isNext = value.words.lowerBound - end <= (words.lower(end + 2) == "only" ? 3 : 2)
    return words.lower(end + 1) == "with" && isNext && value.isCount && !words[next - 1].isLast
      && next < words.words.count && Plurals.isPlural(words[next].lower)
  }

  /// Whether a verb of setting stands between a phrase and a value.
  private func isSet(between end: Int, and value: SettingValue) -> Bool {
    ((end + 1)..<value.words.lowerBound).contains {
      Vocabulary.settings.contains(words[$0].lower)
    }
  }

  private static let verbs: WordSet = ["set", "sets", "setting", "fix", "fixed", "fixing"]
  private static let particles: WordSet = ["to", "as", "at"]
  private static let copulas: WordSet = ["is", "was", "are", "were"]

  /// Whether a verb before a name sets it (`we set the depth of the bin to 3`), or a usual name is said
  /// to be a value (`the learning rate used for sorting was 0.1`).
  private func isAssigned(_ name: Name, at end: Int, _ value: SettingValue) -> Bool {
    let first = name.qualifier?.lowerBound ?? name.words.lowerBound
    guard end + 2 == value.words.lowerBound else { return false }
    let link = words[end + 1].lower
    if Self.particles.contains(link) { return words.has(Self.verbs, before: first, within: 4) }
    return name.row.isKnown && Self.copulas.contains(link)
      && !words.has(Vocabulary.hypotheses, before: first, within: 3)
  }

  /// A bare head noun, or one with its symbol: `coefficient β`.
  private func bareHead(_ end: Int) -> Name? {
    let isSymbolic = words[end].lower.unicodeScalars.count == 1 && end > 0
    let head = isSymbolic ? end - 1 : end
    return Vocabulary.heads[words[head].lower].map { group in
      Name(row: row(named: head..<(end + 1), group), words: head..<(end + 1))
    }
  }
}

// MARK: Nouns with symbols

extension SettingSentence {
  private static let determiners: WordSet = ["the", "a", "an", "our"]
  private static let setting: WordSet = [
    "set", "sets", "setting", "fix", "fixed", "use", "used", "uses", "using", "choose", "chose",
    "adopt", "adopted", "employ", "take",
  ]

  /// What a symbol stands behind that is set: `we set the teleport chance α to 0.2`, `fix the width w =
  /// 10 and the initial push p = 3`.
  func symbolised(_ value: SettingValue) -> Name? {
    let link = value.words.lowerBound - 1
    let isEqual = words.lower(link) == "="
    guard link > 1, !value.isSpelled, isEqual || Self.particles.contains(words.lower(link)),
      Self.isSymbol(words[link - 1].lower), !words[link - 1].isLast, !isCalculation(value)
    else { return nil }
    let symbol = link - 1
    let isHead = Vocabulary.heads[words[symbol - 1].lower] != nil && !words[symbol - 1].isLast
    let start = modifiers(before: isHead ? symbol - 1 : symbol)
    guard start < symbol, start > 0, Self.determiners.contains(words[start - 1].lower),
      !words[start - 1].isLast, !Vocabulary.measured.contains(words[symbol - 1].lower),
      words.has(isEqual ? Self.setting : Self.verbs, before: start - 1, within: 16)
    else { return nil }
    let range = start..<symbol
    let group = Vocabulary.heads[words[symbol - 1].lower] ?? "training"
    return Name(
      row: row(named: range, group), words: range, qualifier: symbol..<(symbol + 1))
  }
}
