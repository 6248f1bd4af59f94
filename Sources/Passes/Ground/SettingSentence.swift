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

  init(_ words: SettingWords, isCited: (Range<Int>) -> Bool) {
    self.words = words
    values = SettingValue.all(in: words, isCited: isCited)
  }

  // MARK: A name before its value

  private static let reach = 7

  /// The name before a value with only linking words between: `a batch size of 256`,
  /// `length penalty α = 0.6`.
  func name(before value: SettingValue) -> Name? {
    guard !isCalculation(value), !value.isSpelled else { return nil }
    var at = value.words.lowerBound - 1
    var symbol: Int?
    for _ in 0..<Self.reach where at >= 0 {
      let word = words[at]
      if word.lower == "=", at > 0 {
        // Of `d = n / h = 64` only the first is a name.
        if let known = named(endingAt: at - 1) { return qualified(known, by: symbol) }
        symbol = at - 1
        at -= 2
        continue
      }
      if word.after.has(")"), let open = bracket(closedAt: at) {
        at = open - 1
        continue
      }
      if word.after.contains(where: { ",;.!?".contains($0) }) { break }
      if let known = named(endingAt: at) { return qualified(known, by: symbol) }
      guard Vocabulary.links.contains(word.lower) || words.lower(at + 1) == "=" else { break }
      at -= 1
    }
    return nil
  }

  /// A row, or words that end with a head noun; nil where others' values are meant.
  private func named(endingAt end: Int) -> Name? {
    let name =
      Self.names.name(endingAt: end, in: words).map { mention in
        let start = modifiers(before: mention.words.lowerBound)
        return Name(
          row: mention.row, words: mention.words,
          qualifier: start < mention.words.lowerBound ? start..<mention.words.lowerBound : nil)
      } ?? headed(endingAt: end)
    guard let name, !words.has(Vocabulary.others, before: name.words.lowerBound, within: 4) else {
      return nil
    }
    let phrase = (name.qualifier?.lowerBound ?? name.words.lowerBound)..<name.words.upperBound
    return phrase.contains { Vocabulary.measured.contains(words[$0].lower) } ? nil : name
  }

  private func qualified(_ name: Name, by symbol: Int?) -> Name {
    guard let symbol, !name.words.contains(symbol) else { return name }
    var name = name
    name.qualifier = name.qualifier ?? symbol..<(symbol + 1)
    return name
  }

  /// `patience threshold`, `relative weight`: a head noun and the words before it.
  private func headed(endingAt end: Int) -> Name? {
    let head = words[end].lower
    let start = modifiers(before: end)
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

  private static let longestModifier = 3

  /// Where the words begin that narrow the one at `index`.
  private func modifiers(before index: Int) -> Int {
    var start = index
    while start > 0, index - start < Self.longestModifier {
      let word = words[start - 1]
      guard !word.isLast, !words[start].isFirst, !Vocabulary.stops.contains(word.lower),
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
  private func isCalculation(_ value: SettingValue) -> Bool {
    let signs: Set<String> = ["−", "-", "+", "*", "/", "±", "<", ">", "≤", "≥"]
    return signs.contains(words.lower(value.words.upperBound))
      && !words[value.words.upperBound - 1].isLast
      || signs.contains(words.lower(value.words.lowerBound - 1))
  }

  // MARK: A noun behind its value

  /// The counted noun behind a value: `6 identical layers`, `a 32000 word-piece vocabulary`.
  func noun(after value: SettingValue) -> Name? {
    let start = value.words.upperBound
    guard start < words.words.count, !words[start - 1].isLast, !isCalculation(value),
      !words.has(Vocabulary.others, before: value.words.lowerBound, within: 2)
    else { return nil }
    for index in start..<min(start + 4, words.words.count) {
      if let noun = Self.names.noun(endingAt: index, notBefore: start, in: words) {
        let noun = other(noun) ?? noun
        guard noun.row.value == .number, counts(value, noun) else { return nil }
        return Name(row: noun.row, words: start..<noun.words.upperBound)
      }
      if words[index].isLast || Vocabulary.stops.contains(words[index].lower) { return nil }
    }
    return nil
  }

  /// The noun that explains another: `attention layers, or heads`.
  private func other(_ noun: ParameterNames.Mention) -> ParameterNames.Mention? {
    let end = noun.words.upperBound
    guard words[end - 1].after == ",", words.lower(end) == "or", end + 1 < words.words.count else {
      return nil
    }
    return Self.names.noun(endingAt: end + 1, notBefore: end + 1, in: words)
  }

  private func counts(_ value: SettingValue, _ noun: ParameterNames.Mention) -> Bool {
    let before = words.lower(value.words.lowerBound - 1)
    if value.isSpelled {
      return ["Layers", "Attention heads", "Epochs", "Random seeds"].contains(noun.row.name)
        && before != "the" && !Vocabulary.momentary.contains(before)
        && words.has(Vocabulary.acts, before: value.words.lowerBound, within: 4)
    }
    switch noun.row.name {
    case "Image size", "Kernel size", "Training split":
      return words.text(value.bytes).contains { "×x/".contains($0) }
    case "Averaged checkpoints":
      return value.isCount && words.words.contains { $0.lower.hasPrefix("averag") }
    default:
      guard value.isCount else { return false }
      let isEnd = before == "at" && words.has(Vocabulary.endings)
      return isEnd || !Vocabulary.momentary.contains(before)
    }
  }

  /// The name behind its value: `a 0.1 learning rate`, `0.9 momentum`.
  func name(after value: SettingValue) -> Name? {
    let start = value.words.upperBound
    guard !words[start - 1].isLast, !isCalculation(value) else { return nil }
    for index in start..<min(start + 4, words.words.count) {
      if let name = Self.names.name(endingAt: index, in: words), name.words.lowerBound >= start,
        name.row.value == .number, name.words.lowerBound <= start + 1
      {
        // What follows may be its own value: `0.9 and weight decay 0.1`.
        let next = words.lower(index + 1)
        guard next != "=", next != "of", !SettingValue.isNumber(next) else { return nil }
        return Name(row: name.row, words: name.words)
      }
      if words[index].isLast || Vocabulary.stops.contains(words[index].lower) { return nil }
    }
    return nil
  }

  /// What the authors chose to make so many of: `we trained 61 specialist models`.
  func made(by value: SettingValue) -> Name? {
    let start = value.words.upperBound
    guard value.isCount, start < words.words.count, !words[start - 1].isLast,
      words.has(["we"]) || words.has(["was", "were", "are", "is"]),
      words.has(Vocabulary.makings, before: value.words.lowerBound, within: 5)
    else { return nil }
    var last: Int?
    for index in start..<min(start + 4, words.words.count) {
      let word = words[index]
      if Vocabulary.stops.contains(word.lower) || word.isFirst { break }
      if Vocabulary.unchosen.contains(word.lower) { return nil }
      if isPlural(word.lower) { last = index }
      if word.isLast { break }
    }
    return last.map { end in
      let range = start..<(end + 1)
      return Name(row: row(named: range, "training"), words: range)
    }
  }

  private func isPlural(_ word: String) -> Bool {
    word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("ous")
      && word.allSatisfy { $0.isLetter || $0 == "-" }
  }
}
