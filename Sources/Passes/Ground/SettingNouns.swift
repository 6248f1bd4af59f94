internal import IR

// Nouns and names behind their values: `6 identical layers`, `a 0.1 learning rate`.

extension SettingSentence {
  /// The counted noun behind a value: `6 identical layers`, `a 32000 word-piece vocabulary`.
  func noun(after value: SettingValue) -> Name? {
    let start = value.words.upperBound
    guard start < words.words.count, !words[start - 1].isLast, !isCalculation(value),
      !words.has(Vocabulary.others, before: value.words.lowerBound, within: 2)
    else { return nil }
    for index in start..<min(start + 4, words.words.count) {
      if let noun = Self.names.noun(endingAt: index, notBefore: start, in: words) {
        let noun = other(noun) ?? noun
        if let trials = searchTrials(noun, value) { return trials }
        guard noun.row.value == .number, counts(value, noun) else { return nil }
        return counted(noun, from: start, value)
      }
      if isBoundary(index) { return nil }
    }
    return nil
  }

  /// How many settings a search tried: `tuned with 80 trials`.
  private func searchTrials(_ noun: ParameterNames.Mention, _ value: SettingValue) -> Name? {
    guard noun.row.name == "Runs", words.lower(noun.words.upperBound - 1) == "trials",
      value.isCount, words.has(Vocabulary.searches)
    else { return nil }
    return Name(row: plain("Search trials"), words: noun.words)
  }

  private func isBoundary(_ index: Int) -> Bool {
    let next = index + 1
    return words[index].isLast || Vocabulary.stops.contains(words[index].lower)
      || next < words.words.count && words[next].isFirst
  }

  /// Whether a noun tells of a network whatever came out: `a net with 800 hidden units made 146
  /// errors`.
  func isHidden(_ name: Name) -> Bool {
    name.row.group == "model" && name.words.contains { words[$0].lower == "hidden" }
  }

  private static let trainingSteps: WordSet = [
    "training", "gradient", "optimization", "optimisation", "sgd", "update", "total", "optimizer",
    "learning", "additional", "more",
  ]

  /// A counted row with the words between number and noun; steps that are not of training have a
  /// name of their own: `5 unroll steps`.
  private func counted(
    _ noun: ParameterNames.Mention, from start: Int, _ value: SettingValue
  ) -> Name {
    let between = start..<max(start, noun.words.lowerBound)
    let range = start..<noun.words.upperBound
    if let warmUp = warmUp(value, noun) { return warmUp }
    if noun.row.name == "Training steps",
      between.contains(where: { !Self.trainingSteps.contains(words[$0].lower) })
    {
      return Name(row: row(named: range, "training"), words: range)
    }
    let equals = value.words.lowerBound - 1
    let symbol = words.lower(equals) == "=" && equals > 0 ? (equals - 1)..<equals : nil
    if let symbol, noun.row.name == "Training steps" {
      // What has a letter is counted in a formula: `unrolled for K = 5 steps`.
      return Name(row: row(named: range, "training"), words: range, qualifier: symbol)
    }
    return Name(
      row: noun.row, words: noun.words, qualifier: symbol ?? wording(range, of: noun.row))
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
    if noun.row.name == "Epochs" || noun.row.name == "Training steps" {
      if value.isCount, warmUp(value, noun) != nil { return true }
      return value.isCount && !value.isSpelled && !isMoment(value.words.lowerBound)
        && !["per", "before", "later", "after", "earlier"].contains(
          words.lower(noun.words.upperBound))
    }
    if value.isSpelled {
      return ["Layers", "Attention heads", "Epochs", "Random seeds", "Runs"].contains(noun.row.name)
        && before != "the" && !Vocabulary.momentary.contains(before)
        && words.has(Vocabulary.acts, before: value.words.lowerBound, within: 4)
    }
    switch noun.row.name {
    case "Runs" where words.lower(noun.words.upperBound - 1) == "trials":
      return value.isCount && before != "the" && !words.has(Vocabulary.searches)
    case _ where noun.row.isExtent:
      return words.text(value.bytes).contains { "×x/".contains($0) }
    case "Averaged checkpoints":
      return value.isCount && words.words.contains { $0.lower.hasPrefix("averag") }
    default:
      let between = value.words.upperBound..<max(value.words.upperBound, noun.words.lowerBound)
      let isInput = between.contains {
        ["color", "colour", "rgb", "input"].contains(words[$0].lower)
      }
      // What is known by an article was set elsewhere: `like the 13 layers of the other`.
      // Runs are averaged over; over so many of anything else something extends.
      let isOver = before == "over" && !noun.row.isRepetition
      return value.isCount && !isInput && !isOver && before != "the"
        && !Vocabulary.momentary.contains(before)
    }
  }

  private static let spans: WordSet = ["total", "maximum", "number", "minimum"]

  /// Whether a number of steps tells when something was, not how long the run is: `after 1923
  /// steps`, `at 32k and 48k iterations`, `from 900 to 700 steps`.
  private func isMoment(_ start: Int) -> Bool {
    var at = start - 1
    while ["and", "or", "about", "approximately", "roughly", "just", "only", "/"].contains(
      words.lower(at))
      || SettingValue.isNumber(words.lower(at))
    {
      at -= 1
    }
    switch words.lower(at) {
    case "at": return !words.has(Vocabulary.endings, before: at, within: 4)
    case "to": return !["up", "trained", "training", "train"].contains(words.lower(at - 1))
    case "of": return !Self.spans.contains(words.lower(at - 1))
    case "in", "from", "every", "each": return true
    default: return Vocabulary.momentary.contains(words.lower(at))
    }
  }

  /// The name behind its value: `a 0.1 learning rate`, `0.9 momentum`.
  func name(after value: SettingValue) -> Name? {
    let start = value.words.upperBound
    guard !words[start - 1].isLast, !isCalculation(value), !value.isSpelled,
      start < words.words.count, !words[start].isFirst
    else { return nil }
    for index in start..<min(start + 4, words.words.count) {
      if let name = Self.names.name(endingAt: index, in: words), name.words.lowerBound >= start,
        name.row.value == .number, name.words.lowerBound <= start + 1
      {
        // What follows may be its own value: `0.9 and weight decay 0.1`.
        let next = words.lower(index + 1)
        guard next != "=", next != "of", !SettingValue.isNumber(next), name.row.accepts(value),
          words.lower(value.words.lowerBound - 1) != "every",
          !Vocabulary.links.contains(words[index].lower)
        else { return nil }
        return Name(row: name.row, words: name.words)
      }
      if isBoundary(index) { return nil }
    }
    return nil
  }

  /// What the authors chose to make so many of: `we trained 61 specialist models`.
  func made(by value: SettingValue) -> Name? {
    let start = value.words.upperBound
    guard value.isCount, !value.isSpelled, start < words.words.count, !words[start - 1].isLast,
      words.has(["we"]) || words.has(["was", "were", "are", "is", "uses"]),
      words.has(Vocabulary.makings, before: value.words.lowerBound, within: 5),
      isMade(value.words.lowerBound)
    else { return nil }
    var last: Int?
    let isDrawn = isDrawn(value)
    for index in start..<min(start + 4, words.words.count) {
      let word = words[index]
      if Vocabulary.stops.contains(word.lower) || word.isFirst { break }
      if Vocabulary.unchosen.contains(word.lower),
        !(isDrawn && Vocabulary.drawable.contains(word.lower))
      {
        return nil
      }
      if isPlural(word.lower) { last = index }
      if word.isLast { break }
    }
    return last.flatMap { end in
      let known = Self.names.noun(endingAt: end, notBefore: start, in: words)
      // `We use 90 marbles as the training set` tells of the data.
      guard known == nil || isDrawn && known?.row.isExtent == true,
        isDrawn || words.lower(end + 1) != "as"
      else { return nil }
      let range = start..<(end + 1)
      return Name(row: row(named: range, isDrawn ? "data" : "training"), words: range)
    }
  }

  /// What is drawn or picked out is data: `we randomly select 500 marbles`.
  private func isDrawn(_ value: SettingValue) -> Bool {
    words.has(Vocabulary.drawings, before: value.words.lowerBound, within: 5)
  }

  /// Whether what stands before is making; `training` in `the training set` is not.
  private func isMade(_ start: Int) -> Bool {
    // Numbers on end are labels of a plot, and what an article makes known was there before.
    guard !SettingValue.isNumber(words.lower(start - 1)),
      !["the", "than"].contains(words.lower(start - 1))
    else { return false }
    return (max(0, start - 5)..<start).contains { index in
      Vocabulary.makings.contains(words[index].lower)
        && !["set", "sets", "data", "dataset", "split", "splits"].contains(words.lower(index + 1))
    }
  }

  private func isPlural(_ word: String) -> Bool {
    word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("ous")
      && word.allSatisfy { $0.isLetter || $0 == "-" }
  }
}
