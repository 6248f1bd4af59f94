internal import IR

/// What the cells of a table say of a sentence that compares two things.
///
/// The two sides must be labels of one kind - rows, columns, or one level of a header - and every
/// word of them must be found in the table or in its caption. Of the cells that stand under both,
/// those of the sentence's measure decide: all of them must say the same.
struct TableDecision {
  /// Two cells that differ in what the sentence compares and in nothing else.
  struct Pair {
    let first: AddressedTable.Entry
    let second: AddressedTable.Entry
  }

  let isBorneOut: Bool
  /// The cells that decide; never empty.
  let pairs: [Pair]
  /// Which label of an entry tells the sides apart.
  let slot: Int

  /// Nil where the table does not decide.
  init?(_ sentence: ComparisonSentence, in table: AddressedTable, caption: String, own: OwnNames) {
    guard let decision = TableQuestion(sentence, table, caption: caption, own).decision() else {
      return nil
    }
    self = decision
  }

  fileprivate init(isBorneOut: Bool, pairs: [Pair], slot: Int) {
    self.isBorneOut = isBorneOut
    self.pairs = pairs
    self.slot = slot
  }
}

/// One sentence held against one table.
private struct TableQuestion {
  typealias Entry = AddressedTable.Entry
  typealias Pair = TableDecision.Pair

  let sentence: ComparisonSentence
  let table: AddressedTable
  let own: OwnNames
  private let caption: ComparisonWords
  /// The first sentence of the caption: what the table measures.
  private let title: String
  private let first: Set<String>
  private let second: Set<String>
  private let whole: Set<String>

  init(
    _ sentence: ComparisonSentence, _ table: AddressedTable, caption: String, _ own: OwnNames
  ) {
    self.sentence = sentence
    self.table = table
    self.own = own
    self.caption = ComparisonWords(caption)
    title = caption.find(". ").map { String(caption[..<$0.lowerBound]) } ?? caption
    first = Set(sentence.first.all)
    second = Set(sentence.second.all)
    whole = first.union(second).union(sentence.measure.all).union(sentence.rest.all)
  }

  func decision() -> TableDecision? {
    let sides = (0..<table.depth).compactMap { slot -> (slot: Int, one: Name, other: Name)? in
      let labels = table.names[slot]
      guard let one = named(in: first, among: labels), let other = named(in: second, among: labels),
        one != other
      else { return nil }
      return (slot, one, other)
    }
    // Sides that differ in more than one respect stand in no two cells that compare them.
    guard sides.count == 1 else { return nil }
    let (slot, one, other) = sides[0]
    let others = fixed(besides: slot)
    let entries = table.entries.filter { entry in
      others.allSatisfy { other in
        entry.labels[other.slot].map { other.names.contains($0.telling) } ?? false
      }
    }
    guard isCovered([one, other] + others.flatMap(\.names)),
      let pairs = pairs(of: one, and: other, at: slot, among: entries)
    else { return nil }
    return verdict(on: pairs, slot)
  }

  /// The words of a label.
  private typealias Name = Set<String>

  // MARK: Labels

  /// The one label that a text names: all its words stand there, and it is part of no longer label
  /// that is named too.
  private func named(in text: Set<String>, among labels: [Set<String>]) -> Set<String>? {
    let longest = labels.filter { $0.isSubset(of: text) || meansOwn(text, $0) }.longest
    return longest.count == 1 ? longest[0] : nil
  }

  /// `our sorter` of a row `WeighTwice` or `Ours`.
  private func meansOwn(_ text: Set<String>, _ label: Set<String>) -> Bool {
    let told = text.subtracting(ComparisonWords.fillers)
    guard text.contains("our") || text.contains("proposed"), told.isEmpty else { return false }
    return label == ["our"] || label.contains { own.names.contains($0) }
  }

  /// The labels of other slots that the sentence names. Of `Error on glass` it need not repeat what
  /// is measured.
  private func fixed(besides slot: Int) -> [(slot: Int, names: [Name])] {
    (0..<table.depth).filter { $0 != slot }.compactMap { other in
      let longest = table.names[other].filter { label in
        let core = label.subtracting(table.measures)
        return (core.isEmpty ? label : core).isSubset(of: whole)
      }.longest
      return longest.isEmpty ? nil : (other, longest)
    }
  }

  /// Whether the table and its caption know all that the sides say, and all names and numbers of
  /// what follows: else the sentence speaks of something that stands elsewhere.
  private func isCovered(_ labels: [Name]) -> Bool {
    let known = labels.reduce(into: Set(caption.all)) { $0.formUnion($1) }
      .union(ComparisonWords.fillers).union(Self.manners).union(own.names).union(
        sentence.measure.all)
    let rest = sentence.rest.all.filter { word in
      word.utf8.count > 3
        || word.contains(where: \.isNumber) && !Self.isAmount(word, in: sentence.rest.all)
    }
    return first.union(second).union(rest).allSatisfy {
      known.contains($0) || MeasureDirection.isMeasure($0)
    }
  }

  /// How much the sides differ is no name: `by 2.8%`, `28.4 against 26.3`.
  private static func isAmount(_ word: String, in words: [String]) -> Bool {
    guard word.allSatisfy({ $0.isNumber || $0 == "." }), let at = words.firstIndex(of: word) else {
      return false
    }
    return at > 0 && ["by", "of", "against", "than", "versus", "vs", "and"].contains(words[at - 1])
  }

  /// Words that tell how, not what.
  private static let manners: Set<String> = [
    "large", "wide", "margin", "significantly", "substantially", "clearly", "considerably",
    "slightly", "significant", "substantial", "percent", "every", "each", "consistently", "case",
    "metric", "measure", "main", "term", "accurate", "factor", "almost", "deeper", "shallower",
    "more", "than", "least", "about", "around", "roughly", "approximately", "much", "even",
  ]

  // MARK: Cells

  /// The cells under either side that differ in nothing else; nil where an address names several.
  private func pairs(
    of one: Name, and other: Name, at slot: Int, among entries: [Entry]
  ) -> [Pair]? {
    // A head that is printed under each side is one head.
    func address(_ entry: Entry) -> [String] {
      entry.labels.indices.map { $0 == slot ? "" : entry.labels[$0]?.text ?? "" }
    }
    var partners: [[String]: Entry] = [:]
    for entry in entries where entry.labels[slot]?.telling == other {
      guard partners.updateValue(entry, forKey: address(entry)) == nil else { return nil }
    }
    var seen: Set<[String]> = []
    var pairs: [Pair] = []
    for entry in entries where entry.labels[slot]?.telling == one {
      let address = address(entry)
      guard seen.insert(address).inserted else { return nil }
      if let partner = partners[address] { pairs.append(Pair(first: entry, second: partner)) }
    }
    return pairs
  }

  private enum Outcome { case agrees, differs, ties }

  private func verdict(on pairs: [Pair], _ slot: Int) -> TableDecision? {
    let told = pairs.compactMap { pair in outcome(of: pair, slot).map { (pair, $0) } }
    let against = told.filter { $0.1 == .differs }.map(\.0)
    guard !told.isEmpty else { return nil }
    if told.allSatisfy({ $0.1 == .agrees }) {
      return TableDecision(isBorneOut: true, pairs: told.map(\.0), slot: slot)
    }
    let isContradicted = against.count == told.count || sentence.isUniversal && !against.isEmpty
    return isContradicted ? TableDecision(isBorneOut: false, pairs: against, slot: slot) : nil
  }

  /// What one pair says; nil where its measure is not the sentence's.
  private func outcome(of pair: Pair, _ slot: Int) -> Outcome? {
    guard let sign = sign(of: pair.first, slot) else { return nil }
    let gain = (pair.first.value - pair.second.value) * sign
    // Within the printed spread a table decides nothing.
    if abs(gain) <= max(pair.first.spread, pair.second.spread) { return .ties }
    return gain > 0 ? .agrees : .differs
  }

  /// 1 where the sentence gives its first side the larger number, -1 the smaller one.
  private func sign(of entry: Entry, _ slot: Int) -> Double? {
    let heads = entry.labels.indices.filter { $0 != slot }.compactMap { entry.labels[$0] }
    switch sentence.relation {
    case .better, .worse:
      guard let direction = direction(heads.map(\.text)) else { return nil }
      return (direction == .more) == (sentence.relation == .better) ? 1 : -1
    case .more, .less:
      return isMeant(heads) ? (sentence.relation == .more ? 1 : -1) : nil
    case .faster, .slower:
      guard let isTime = isTime(heads.map(\.words)) else { return nil }
      return isTime == (sentence.relation == .faster) ? -1 : 1
    }
  }

  /// Whether the heads of a number, or else the title of its table, have all words of the measure
  /// that the sentence names: a training error is no test error.
  private func isMeant(_ heads: [AddressedTable.Label]) -> Bool {
    let nouns =
      sentence.measure.telling.isEmpty
      ? Set(sentence.first.all.filter(MeasureDirection.isMeasure)) : sentence.measure.telling
    guard !nouns.isEmpty else { return false }
    let told = heads.reduce(into: Set<String>()) { $0.formUnion($1.words.all) }
    if nouns.isSubset(of: told) { return true }
    let isNamed = heads.contains { !Lexicon.metrics.found(in: $0.text).isEmpty }
    return !isNamed && nouns.isSubset(of: told.union(ComparisonWords(title).all))
  }

  /// By the first head that tells, else by the title if no head names another measure.
  private func direction(_ heads: [String]) -> MeasureDirection? {
    for head in heads {
      if let direction = MeasureDirection(of: head) { return direction }
      if !Self.costs.isDisjoint(with: ComparisonWords(head).all) { return nil }
    }
    return MeasureDirection(of: title)
  }

  private static let times: Set<String> = [
    "time", "runtime", "latency", "ms", "second", "hour", "minute", "day",
  ]
  private static let rates: Set<String> = ["speed", "throughput", "speedup", "fps"]

  private func isTime(_ heads: [ComparisonWords]) -> Bool? {
    for words in heads + [ComparisonWords(title)] {
      if !Self.rates.isDisjoint(with: words.all) { return false }
      if !Self.times.isDisjoint(with: words.all) { return true }
    }
    return nil
  }

  private static let costs: Set<String> = [
    "time", "param", "parameter", "flop", "memory", "step", "epoch", "runtime", "latency", "cost",
    "size", "layer", "speed",
  ]
}
