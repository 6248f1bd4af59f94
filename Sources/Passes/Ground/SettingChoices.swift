internal import IR

// Settings whose values are words: `the Adam optimizer`, `with cosine annealing`.

extension SettingSentence {
  /// Words that a row of the table is set to: `the Adam optimizer`, `with cosine annealing`.
  func choices() -> [(name: Name, value: Range<Int>)] {
    words.words.indices.compactMap { index in
      guard ParameterTable.choiceWords.contains(words[index].lower),
        let row = ParameterTable.rowOfChoice[words[index].lower], !isApplied(index),
        let name = name(ofChoice: index, row)
      else { return nil }
      return (name, index..<(index + 1))
    }
  }

  /// Whether a word is a function of what follows: `Swish(x)`.
  private func isApplied(_ index: Int) -> Bool {
    index + 1 < words.words.count && words[index + 1].before == "("
      && words[index + 1].bytes.lowerBound == words[index].bytes.upperBound + 1
  }

  private static let scheduleWords: WordSet = ["learning", "rate", "lr", "decay", "warmup"]

  private func name(ofChoice index: Int, _ row: ParameterName) -> Name? {
    if let name = role(ofChoice: index, row) { return name }
    if !words[index].isLast {
      for end in (index + 1)..<max(index + 1, min(index + 5, words.words.count)) {
        if let noun = Self.names.noun(endingAt: end, notBefore: index + 1, in: words) {
          let isPlain = (index + 1..<noun.words.lowerBound).allSatisfy {
            Self.scheduleWords.contains(words[$0].lower)
          }
          guard noun.row.name == row.name else { return nil }
          return isPlain ? Name(row: row, words: noun.words) : schedule(after: index, noun, row)
        }
        if words[end].isLast || Vocabulary.stops.contains(words[end].lower) { break }
      }
    }
    var at = index - 1
    while at >= 0, index - at < 5 {
      if words[at].after.contains(where: { ",;.".contains($0) }) { return nil }
      if let name = Self.names.name(endingAt: at, in: words), name.row.name == row.name {
        return Name(row: row, words: name.words)
      }
      guard Vocabulary.links.contains(words[at].lower) else { break }
      at -= 1
    }
    // A verb alone tells optimizers only: everything may be linear.
    guard row.name == "Optimizer",
      isUsed(index) || isTrained(index)
    else { return nil }
    return Name(row: row, words: (index - 1)..<index)
  }

  /// What a choice serves as: `Adam as the optimizer`.
  private func role(ofChoice index: Int, _ row: ParameterName) -> Name? {
    guard words.lower(index + 1) == "as", !words[index].isLast else { return nil }
    let start = index + (["the", "our", "an", "a"].contains(words.lower(index + 2)) ? 3 : 2)
    guard words.words.indices.contains(start),
      let noun = Self.names.noun(endingAt: start, notBefore: start, in: words),
      noun.row.name == row.name
    else { return nil }
    return Name(row: row, words: noun.words)
  }

  /// What else follows a schedule: `a linear beta schedule`.
  private func schedule(
    after index: Int, _ noun: ParameterNames.Mention, _ row: ParameterName
  ) -> Name? {
    guard row.name == "Learning rate schedule", noun.words.lowerBound == index + 2,
      words.lower(noun.words.upperBound - 1) == "schedule"
    else { return nil }
    let range = (index + 1)..<noun.words.upperBound
    return Name(row: self.row(named: range, row.group), words: range)
  }

  /// `we use Adam`, `we used the RMSProp algorithm`.
  private func isUsed(_ index: Int) -> Bool {
    let verb = ["the", "a", "an"].contains(words.lower(index - 1)) ? index - 1 : index
    return words.has(Self.uses, before: verb, within: 1)
  }

  /// `trained with SGD`.
  private func isTrained(_ index: Int) -> Bool {
    words.lower(index - 1) == "with"
      && words.has(Self.trainings, before: index, within: 6)
  }

  private static let uses: WordSet = [
    "use", "used", "uses", "using", "by", "via", "employ", "employed",
  ]
  private static let trainings: WordSet = [
    "trained", "optimized", "optimised", "train", "fine-tuned",
  ]
}
