internal import IR

/// How the words of a sentence name its values.
struct SettingSentence {
  /// What a value is called.
  struct Name {
    let row: ParameterName
    /// The words that say it.
    let words: Range<Int>
    /// Words that narrow the row's name: those before it, or its symbol.
    var qualifier: Range<Int>? = nil
  }

  let words: SettingWords
  let values: [SettingValue]
  static let names = ParameterNames.shared
  typealias Vocabulary = SettingVocabulary

  init(_ words: SettingWords) {
    self.words = words
    values = SettingValue.all(in: words)
  }

  // MARK: A name before its value

  private static let reach = 7

  /// The name before a value with only linking words between: `a batch size of 256`,
  /// `length penalty α = 0.6`.
  func name(before value: SettingValue) -> Name? {
    // A quotation marks a name: `in greater depth in “24/7 energy”`.
    guard !isCalculation(value), !value.isSpelled, !isDifference(value),
      !words[value.words.lowerBound].before.contains(where: { "“\"".contains($0) })
    else { return nil }
    var at = value.words.lowerBound - 1
    var symbol: Int?
    for _ in 0..<Self.reach where at >= 0 {
      let word = words[at]
      if word.lower == "=", at > 0 {
        // Of `d = n / h = 64` only the first is a name.
        if let known = named(endingAt: at - 1) {
          return known.row.accepts(value) ? qualified(known, by: symbol) : nil
        }
        symbol = at - 1
        at -= 2
        continue
      }
      if word.after.has(")"), let open = bracket(closedAt: at) {
        if value.isList, let pair = pair(open..<(at + 1)) { return pair }
        at = open - 1
        continue
      }
      if word.after.contains(where: { ",;.!?".contains($0) }) { break }
      if let known = named(endingAt: at) {
        let isIndex = at + 1 == value.words.lowerBound && word.after.isEmpty && known.row.isNumbered
        return known.row.accepts(value) && !isIndex && !isCounting(value, behind: at)
          ? qualified(known, by: symbol) : nil
      }
      guard isLink(at, to: value) || words.lower(at + 1) == "=" else {
        return name(of: at, setBefore: value)
      }
      at -= 1
    }
    return nil
  }

  /// Whether a word may stand between a name and its value.
  func isLink(_ index: Int, to value: SettingValue) -> Bool {
    let word = words[index].lower
    return Vocabulary.links.contains(word) || value.isList && Vocabulary.trials.contains(word)
  }

  /// A row, or words that end with a head noun; nil where others' values are meant.
  func named(endingAt end: Int) -> Name? {
    let name =
      Self.names.name(endingAt: end, in: words).map { mention in
        let start = modifiers(before: mention.words.lowerBound)
        let before = start..<mention.words.lowerBound
        guard isSymbol(mention.words) else {
          let phrase = start..<mention.words.upperBound
          let isUsual = wording(mention.words, of: mention.row) == nil
          return Name(
            row: mention.row, words: mention.words,
            qualifier: isUsual ? before.isEmpty ? nil : before : phrase)
        }
        return symbolic(mention, behind: before)
      } ?? numbered(endingAt: end) ?? headed(endingAt: end)
    guard let name, !words.has(Vocabulary.others, before: name.words.lowerBound, within: 4) else {
      return nil
    }
    let phrase = (name.qualifier?.lowerBound ?? name.words.lowerBound)..<name.words.upperBound
    // A total batch size is a setting, a total weight is not.
    let measured = name.row.isKnown ? Vocabulary.observed : Vocabulary.measured
    return phrase.contains { measured.contains(words[$0].lower) } ? nil : name
  }

  /// The words themselves where they tell more than the row's name, or another thing.
  func wording(_ range: Range<Int>, of row: ParameterName) -> Range<Int>? {
    let stems = row.name.lowercase.split(separator: " ").map { String($0.prefix(4)) }
    let isUsual = range.allSatisfy { index in
      let word = words[index].lower
      return Self.fillers.contains(word) || stems.contains { word.has($0) }
    }
    return isUsual ? nil : range
  }

  private static let fillers: WordSet = ["of", "number", "lr", "size", "rate", "probability"]

  private static let optimizers: WordSet = [
    "adam", "adamw", "optimizer", "optimiser", "lamb", "nadam", "radam", "momentum", "sgd", "betas",
    "lion",
  ]

  /// A symbol as a name; a single letter behind a noun is the noun's: `warm-up epoch γ`.
  private func symbolic(_ mention: ParameterNames.Mention, behind noun: Range<Int>) -> Name {
    if mention.row.name.hasPrefix("Adam"), !words.has(Self.optimizers) {
      // A coefficient of something else.
      return Name(row: row(named: mention.words, "training"), words: mention.words)
    }
    let isLetter = words[mention.words.lowerBound].lower.count == 1
    guard isLetter, let last = noun.last, ParameterTable.rowOfChoice[words[last].lower] == nil
    else {
      return Name(row: mention.row, words: mention.words, qualifier: mention.words)
    }
    if let known = Self.names.name(endingAt: last, in: words) {
      return Name(row: known.row, words: known.words, qualifier: mention.words)
    }
    return Name(row: row(named: noun, mention.row.group), words: noun, qualifier: mention.words)
  }

  /// Whether a name is a letter or a letter with an index: `γ`, `d_model`.
  private func isSymbol(_ range: Range<Int>) -> Bool {
    let text = words[range.lowerBound].lower
    return range.count == 1 && (text.contains("_") || text.utf8.contains { $0 >= 0x80 })
  }

  /// `(β_1, β_2) = (0.9, 0.95)`.
  private func pair(_ range: Range<Int>) -> Name? {
    guard range.count > 1, range.allSatisfy({ isSymbol($0..<($0 + 1)) }) else { return nil }
    return Name(row: row(named: range, "training"), words: range)
  }

  private func qualified(_ name: Name, by symbol: Int?) -> Name {
    guard let symbol, !name.words.contains(symbol) else { return name }
    var name = name
    name.qualifier = symbol..<(symbol + 1)
    return name
  }

  /// `patience threshold`, `relative weight`: a head noun and the words before it.
  private func headed(endingAt end: Int) -> Name? {
    let head = words[end].lower
    let start = modifiers(before: end)
    if start == end, let phrase = measured(by: end) { return phrase }
    guard start < end || Vocabulary.heads[head] != nil else { return nil }
    let isNamed =
      Vocabulary.heads[head] != nil && start < end
      || Vocabulary.qualifiedHeads[head].map { known in
        (start..<end).contains { known.contains(words[$0].lower) }
      } ?? false
    guard isNamed else { return nil }
    let range = start..<(end + 1)
    return Name(row: row(named: range, Vocabulary.heads[head] ?? "training"), words: range)
  }

  /// `number of graph layers`, `number of clusters K`.
  private func numbered(endingAt end: Int) -> Name? {
    let isSymbolic =
      words[end].lower.utf8.count <= 2 && end > 0 && !words[end - 1].isLast
      && !Vocabulary.links.contains(words[end].lower)
    let last = isSymbolic ? end - 1 : end
    guard Vocabulary.links.contains(words.lower(end + 1)) || words.lower(end + 1) == "=",
      let start = (max(0, last - Self.longestCounted)..<last).last(where: {
        words[$0].lower == "number" && words[$0 + 1].lower == "of"
      }), start + 2 <= last, !(start..<last).contains(where: { words[$0].isLast })
    else { return nil }
    let range = (start + 2)..<(last + 1)
    let symbol = isSymbolic ? end..<(end + 1) : nil
    if let noun = Self.names.noun(endingAt: last, notBefore: start + 2, in: words),
      noun.row.value == .number, !noun.row.isExtent
    {
      return Name(
        row: noun.row, words: noun.words, qualifier: symbol ?? wording(range, of: noun.row))
    }
    let noun = words[last].lower
    guard Plurals.isPlural(noun), !Vocabulary.uncounted.contains(noun) else { return nil }
    return Name(row: row(named: range, "training"), words: range, qualifier: symbol)
  }

  /// `a tree of depth`, `patches of size`: what is so long, wide or deep is named before.
  private func measured(by end: Int) -> Name? {
    guard end > 1, words[end - 1].lower == "of", let group = Vocabulary.heads[words[end].lower],
      words[end - 2].lower.utf8.allSatisfy(\.isASCIILetter),
      !Vocabulary.stops.contains(words[end - 2].lower), !words[end - 2].isLast
    else { return nil }
    let range = min(end - 2, modifiers(before: end - 2))..<(end + 1)
    return Name(row: row(named: range, group), words: range)
  }

  private static let longestCounted = 6
  private static let longestModifier = 3

  /// Where the words begin that narrow the one at `index`. They stand in the singular: `outperforms
  /// length` has a verb before its noun.
  func modifiers(before index: Int) -> Int {
    var start = index
    while start > 0, index - start < Self.longestModifier {
      let word = words[start - 1]
      guard words.lower(start - 2) != "we", !word.isLast, !words[start].isFirst,
        !Vocabulary.stops.contains(word.lower), !Plurals.isPlural(word.lower),
        !Vocabulary.links.contains(word.lower) || word.lower == "initial" || word.lower == "peak"
          || word.lower == "maximum",
        !Vocabulary.acts.contains(word.lower) || word.lower == "training",
        word.lower.first?.isLetter == true, !SettingValue.isNumber(word.lower)
      else { break }
      start -= 1
    }
    return start
  }

  private func bracket(closedAt end: Int) -> Int? {
    (max(0, end - 4)...end).last { words[$0].before.has("(") }
  }

  func row(named range: Range<Int>, _ group: String) -> ParameterName {
    ParameterName(
      name: words.text(words.bytes(range)), spellings: [], group: group, value: .number,
      counted: [], code: [])
  }

  /// Whether a number is part of a formula: `1.0 − k`, `length + 50`.
  func isCalculation(_ value: SettingValue) -> Bool {
    let (before, after) = (value.words.lowerBound - 1, value.words.upperBound)
    return Self.signs.contains(words.lower(after)) && !words[after - 1].isLast
      || Self.signs.contains(words.lower(before)) && !isProductOfCounts(before)
  }

  /// Whether a sign joins counts of different things: `10 seeds × 20 epochs`.
  private func isProductOfCounts(_ sign: Int) -> Bool {
    ["×", "x"].contains(words.lower(sign)) && Plurals.isPlural(words.lower(sign - 1))
  }

  /// Whether a number says by how much something differs: `is 10% lower`, `3.6 points higher`.
  private func isDifference(_ value: SettingValue) -> Bool {
    guard !words[value.words.upperBound - 1].isLast else { return false }
    let next = words.lower(value.words.upperBound)
    let isUnit = ["points", "point", "percent", "times", "db"].contains(next)
    return Self.comparatives.contains(isUnit ? words.lower(value.words.upperBound + 1) : next)
  }

  private static let comparatives: WordSet = [
    "lower", "higher", "better", "worse", "faster", "slower", "smaller", "larger", "greater",
    "less",
    "more", "fewer",
  ]

  private static let signs: WordSet = [
    "−", "-", "+", "*", "/", "±", "<", ">", "≤", "≥", "×", "times", "fold",
  ]
}
