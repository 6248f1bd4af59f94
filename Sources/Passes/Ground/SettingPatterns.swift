internal import IR

// Settings that no name and no noun of the table says: symbols, intervals, limits, choices.

extension SettingSentence {
  // MARK: Symbols

  /// The words before a value that are symbols set to it: `d_k` and `d_v` of `d_k = d_v = 64`.
  ///
  /// A symbol of a derivation (`let n = 2`, `for x = 0`) sets nothing.
  func symbols(before value: SettingValue) -> [Name] {
    var found: [Int] = []
    var at = value.words.lowerBound - 1
    while at >= 1, words[at].lower == "=" {
      if Self.isSymbol(words[at - 1].lower) { found.insert(at - 1, at: 0) }
      at -= 2
    }
    guard let first = found.first, isIdentifier(first) || isAssigned(first) else { return [] }
    return found.map { index in
      let range = index..<(index + 1)
      return Name(row: row(named: range, Self.group(ofSymbol: words[index].lower)), words: range)
    }
  }

  static func isSymbol(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter, text.count <= 24 else { return false }
    return (text.contains("_") || text.count <= 2)
      && text.allSatisfy { $0.isAlphanumeric || "_{},".contains($0) }
  }

  /// Whether a word is a name of code: `kl_target` of `kl_target=0.5`, not `d_k`.
  private func isIdentifier(_ index: Int) -> Bool {
    let parts = words[index].lower.split(separator: "_", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { $0.count > 1 && $0.utf8.allSatisfy(Self.isLetter) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func group(ofSymbol symbol: String) -> String {
    ["d_", "n_layer", "n_head", "h_", "dim"].contains { symbol.hasPrefix($0) }
      ? "model" : "training"
  }

  /// Whether the words before a symbol set it; other symbols and their values lie between.
  private func isAssigned(_ index: Int) -> Bool {
    let isIndexed = words[index].lower.contains("_")
    if index > 0, words[index - 1].after.has(":") || isIndexed && words[index].before.has("(") {
      return true
    }
    var at = index - 1
    var seen = 0
    while at >= 0, seen < 4 {
      let word = words[at]
      if word.after.contains(where: { ".;".contains($0) }) { return false }
      let isPart =
        word.lower == "=" || word.lower == "and" || words.lower(at + 1) == "="
        || SettingValue.isNumber(word.lower)
      if !isPart {
        if Vocabulary.hypotheses.contains(word.lower) { return false }
        if Vocabulary.assignments.contains(word.lower) { return true }
        seen += 1
      }
      at -= 1
    }
    return false
  }

  // MARK: One name, several values

  /// The name of an earlier value that a value goes on with: `6e-4 for the small and 1e-4 for the
  /// large one`.
  func name(continuedBy value: SettingValue, from earlier: SettingValue, _ name: Name) -> Name? {
    let between = earlier.words.upperBound..<value.words.lowerBound
    guard between.count <= 7, !isFollowedByNoun(value), !value.isSpelled else { return nil }
    let isDirect = between.isEmpty && words[earlier.words.upperBound - 1].after == ","
    if isDirect { return name }
    guard let last = between.last, ["and", "or", "then"].contains(words[last].lower) else {
      return nil
    }
    // `100 epochs for the small and 50 for the large one`.
    let scope = between.dropLast().filter {
      !["and", "then"].contains(words[$0].lower) && !name.words.contains($0)
    }
    guard let first = scope.first else { return name }
    let begins = ["for", "on", "in", "with", "when"].contains(words[first].lower)
    return begins && !scope.dropLast().contains { words[$0].isLast } ? name : nil
  }

  private func isFollowedByNoun(_ value: SettingValue) -> Bool {
    let next = value.words.upperBound
    guard next < words.words.count, !words[next - 1].isLast else { return false }
    return !["for", "on", "in", "with", "when", "and", "or", "respectively", "to"].contains(
      words[next].lower)
  }

  /// Whether a value is what a verb alone sets, its name being known from before: `we use 0.01 to`.
  func isBare(_ value: SettingValue) -> Bool {
    guard !value.isCount, value.magnitude != nil,
      ["use", "used", "set", "chose", "choose"].contains(words.lower(value.words.lowerBound - 1))
        || words.lower(value.words.lowerBound - 2) == "it"
          && words.lower(value.words.lowerBound - 1) == "to"
    else { return false }
    return !isFollowedByNoun(value)
  }

  /// What a bare value is for: `warm up` of `we use 0.01 to warm up the training`.
  func use(of value: SettingValue) -> Range<Int>? {
    let start = value.words.upperBound + 1
    guard words.lower(start - 1) == "to", start < words.words.count else { return nil }
    let isPhrase = ["up", "down", "off"].contains(words.lower(start + 1))
    return start..<(start + (isPhrase ? 2 : 1))
  }

  // MARK: Intervals and limits

  private static let periods: WordSet = [
    "steps", "iterations", "epochs", "updates", "episodes", "batches", "rounds", "generations",
  ]

  /// How often something is done: `estimates are computed every 500 steps`.
  func interval(_ value: SettingValue) -> Name? {
    let every = value.words.lowerBound - 1
    let unit = value.words.upperBound
    guard value.isCount, words.lower(every) == "every",
      Self.periods.contains(words.lower(unit)) || Self.periods.contains(words.lower(unit + 1))
        || value.magnitude == nil
    else { return nil }
    return Name(
      row: plain("Interval"), words: every..<(every + 1), qualifier: clause(before: every))
  }

  private static let comparisons: [[String]] = [
    ["below"], ["above"], ["exceeds"], ["exceed"], ["exceeding"], ["less", "than"],
    ["greater", "than"], ["more", "than"], ["larger", "than"], ["smaller", "than"],
    ["fewer", "than"], ["at", "least"],
  ]

  /// The limit at which something happens: `flagged when it falls below 0.1`.
  func limit(_ value: SettingValue) -> Name? {
    guard words.has(Vocabulary.criteria), !value.isSpelled else { return nil }
    let end = value.words.lowerBound
    for comparison in Self.comparisons where end >= comparison.count {
      let start = end - comparison.count
      guard comparison.indices.allSatisfy({ words[start + $0].lower == comparison[$0] }) else {
        continue
      }
      return Name(
        row: plain("Threshold"), words: start..<end, qualifier: clause(before: start))
    }
    return nil
  }

  private static let leads: WordSet = [
    "if", "when", "where", "once", "after", "before", "with", "by", "and", "or", "then", "is",
    "are",
    "was", "were", "the", "a", "an", "its", "their", "that", "which", "of", "to", "in", "for",
  ]

  /// A name that the table lacks.
  func plain(_ name: String, _ group: String = "training") -> ParameterName {
    ParameterName(
      name: name, spellings: [], group: group, value: .number, counted: [], code: [])
  }

  /// Up to four words before an index that belong to its clause.
  private func clause(before index: Int) -> Range<Int>? {
    var start = index
    while start > 0, index - start < 4, !words[start - 1].isLast,
      start == index || !words[start].isFirst,
      !SettingValue.isNumber(words[start - 1].lower)
    {
      start -= 1
    }
    // The words that lead into a clause are no part of what it is about.
    while start < index, Self.leads.contains(words[start].lower) { start += 1 }
    return start < index ? start..<index : nil
  }

  // MARK: Counts of batches and outputs

  private static let batches: WordSet = [
    "batch", "batches", "minibatch", "minibatches", "mini-batch", "mini-batches",
  ]
  private static let members: WordSet = [
    "tokens", "examples", "samples", "sentences", "sequences", "images", "pairs", "transitions",
    "frames", "graphs", "tasks",
  ]

  /// What a batch holds: `each batch contained about 25000 source tokens`.
  func batched(_ value: SettingValue) -> Name? {
    counted(value, members: Self.members) { start in
      words.has(Self.batches, before: start, within: 12)
        && words.has(["contain", "contains", "contained", "of", "with"], before: start, within: 9)
    }.map { Name(row: rows("Batch size"), words: $0, qualifier: $0) }
  }

  private static let outputs: WordSet = ["softmax", "classifier", "logits", "output"]
  private static let targets: WordSet = ["labels", "classes", "outputs", "categories", "targets"]

  /// How many classes a model tells apart: `a final softmax layer with 14,000 labels`.
  func output(_ value: SettingValue) -> Name? {
    counted(value, members: Self.targets) { start in
      words.has(Self.outputs, before: start, within: 4)
    }.map {
      let row = rows("Output classes")
      return Name(row: row, words: $0, qualifier: wording($0, of: row))
    }
  }

  private func counted(
    _ value: SettingValue, members: WordSet, where holds: (Int) -> Bool
  ) -> Range<Int>? {
    let start = value.words.upperBound
    guard value.isCount, !value.isSpelled, start < words.words.count, !words[start - 1].isLast
    else { return nil }
    let end = (start..<min(start + 3, words.words.count)).first {
      members.contains(words[$0].lower)
    }
    return end.flatMap { holds(value.words.lowerBound) ? start..<($0 + 1) : nil }
  }

  private static let sizes: [String: String] = [
    "length": "Context length", "width": "Hidden size", "depth": "Layers",
  ]

  /// `length-1024 sequences`.
  private func sized(_ index: Int) -> (name: Name, value: Range<Int>)? {
    let word = words[index]
    guard let hyphen = word.lower.utf8.firstIndex(of: UInt8(ascii: "-")),
      let name = Self.sizes[String(word.lower[..<hyphen])],
      Int(word.lower[hyphen...].dropFirst()) != nil,
      words.has(Vocabulary.acts, before: index, within: 4)
    else { return nil }
    let length = word.lower[hyphen...].utf8.count - 1
    return (
      Name(row: rows(name), words: index..<(index + 1)),
      (word.bytes.upperBound - length)..<word.bytes.upperBound
    )
  }

  /// The row of the table that has a name.
  func rows(_ name: String) -> ParameterName {
    ParameterTable.rows.first { $0.name == name } ?? plain(name)
  }

  // MARK: Compounds

  private static let compoundNouns: [String: String] = [
    "layer": "Layers", "layers": "Layers", "layered": "Layers", "head": "Attention heads",
    "dimensional": "Hidden size", "fold": "Folds", "epoch": "Epochs",
  ]

  /// Of so many dimensions is space, not a hidden layer.
  private static let space = 3

  /// Whether something is said to be of a kind: `the sorter is a six-layer one`.
  private func isDescribed(_ index: Int) -> Bool {
    words.lower(index - 1) == "a" && ["is", "are"].contains(words.lower(index - 2))
  }

  /// Numbers joined to their noun: `we trained a 4-layer transformer`.
  func compounds(configured: Bool) -> [(name: Name, value: Range<Int>)] {
    words.words.indices.compactMap { index in
      let word = words[index]
      guard let hyphen = word.lower.utf8.firstIndex(of: UInt8(ascii: "-")),
        let noun = Self.compoundNouns[String(word.lower[hyphen...].dropFirst())],
        let count = SettingValue.count(word.lower[..<hyphen]),
        noun != "Hidden size" || count > Self.space,
        configured && words.has(Vocabulary.acts, before: index, within: 3) || isDescribed(index)
      else { return configured ? sized(index) : nil }
      let length = word.lower.utf8.distance(from: word.lower.startIndex, to: hyphen)
      let start = word.bytes.lowerBound
      return (Name(row: rows(noun), words: index..<(index + 1)), start..<(start + length))
    }
  }
}
