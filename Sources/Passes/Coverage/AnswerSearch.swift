internal import IR

/// Finds the line or sentence of the inputs that answers a requirement.
struct AnswerSearch {
  let index: AnswerIndex
  private let usage: RubricUsage
  /// Words of names that are named as they like: `max_layers` is about layers.
  private let plain: Set<Int32>
  /// Words for how far a training goes, which stand for one another.
  private let progress: Set<Int32>
  /// Words of the names of types that say what kind of thing they are of code.
  private let kinds: Set<Int32>
  /// Tables that one question after the other uses.
  private var bits: WordBits
  private var isFound: [Bool]

  /// So many words of the name of a type leave no doubt which one is meant.
  private static let fullName = 3
  /// What so many units say singles none of them out.
  private static let postingLimit = 4_000

  init(_ index: AnswerIndex, leaves: [String]) {
    self.index = index
    usage = RubricUsage(leaves)
    plain = Set(["maximum", "minimum", "size"].map(Terms.stem).compactMap(index.number))
    progress = Set(Question.progress.compactMap(index.number))
    kinds = Set(["function", "class", "module"].map(Terms.stem).compactMap(index.number))
    bits = WordBits(words: index.wordCount)
    isFound = Array(repeating: false, count: index.units.count)
  }

  /// The unit that answers best, by its index; nil if none answers.
  ///
  /// A requirement that states a number is answered by a unit that has it beside the words that say
  /// what it is of, or that sets what is asked for; one that names something by a unit with the name;
  /// any other by the definition or the statement that says most of its words.
  mutating func answer(to requirement: String, ancestors: [Terms]) -> Int? {
    guard let question = Question(requirement, ancestors: ancestors, usage, index) else {
      return nil
    }
    var best: Answer?
    // What is asked for with a number is best answered by that number.
    for answer in answers(to: question) where answer.total > 0 {
      let isBetter =
        best.map { answer.hasValue == $0.hasValue ? answer.total > $0.total : answer.hasValue }
        ?? true
      if isBetter { best = answer }
    }
    return best.map { $0.hasValue ? branch($0.unit, namedIn: question) : $0.unit }
  }

  /// A unit and how well it answers.
  struct Answer {
    let unit: Int
    let match: Match
    let total: Double
    var hasValue: Bool { match.basis == .value }
  }

  /// All that have something of a question, in the order of the inputs, so that the first of equals
  /// is found.
  mutating func answers(to question: Question) -> [Answer] {
    let names = names(of: question)
    let candidates = candidates(question, besides: names).sorted()
    bits.take(question)
    defer { bits.drop(question) }
    let reader = MaskReader(question, index, plain, progress, kinds)
    var matches = candidates.map { unit in
      let masks = reader.masks(of: Int(unit), bits)
      return (unit: Int(unit), masks: masks, match: Match(masks, question))
    }
    let context = matches.reduce(0) { max($0, $1.match.outerContext) }
    let home = matches.reduce(0) { max($0, $1.masks.home) }
    return matches.indices.map { at in
      matches[at].match.hasHomeElsewhere = home >= Self.fullName && matches[at].masks.home < home
      matches[at].match.contextShare = context > 0 ? min(1, matches[at].match.context / context) : 0
      let total = matches[at].match.total(
        of: index.units[matches[at].unit], matches[at].masks,
        names: names[candidates[at]] ?? 0, question, greatestWorth: index.greatestWorth)
      return Answer(unit: matches[at].unit, match: matches[at].match, total: total)
    }
  }

  private mutating func candidates(
    _ question: Question, besides names: [Int32: Double]
  ) -> [Int32] {
    var found = Array(names.keys)
    func add(_ units: [Int32]) {
      if units.count <= Self.postingLimit { found += units }
    }
    for word in question.demand {
      for form in word.forms { add(index.units(saying: form)) }
    }
    for number in question.values.flatMap(\.numbers) { add(index.units(holding: number)) }
    // Each once: a table over all units does what a set would, without hashing.
    var candidates: [Int32] = []
    for unit in found where !isFound[Int(unit)] {
      isFound[Int(unit)] = true
      candidates.append(unit)
    }
    for unit in candidates { isFound[Int(unit)] = false }
    return candidates
  }

  private func names(of question: Question) -> [Int32: Double] {
    var worths: [Int32: Double] = [:]
    for name in question.names where name.worth > 0 {
      let units = index.units(naming: name.name)
      for unit in units.prefix(Self.postingLimit) { worths[unit, default: 0] += name.worth }
    }
    return worths
  }
}

/// For each word of the vocabulary, which words of one question it is a form of.
private struct WordBits {
  private(set) var demand: [UInt64]
  private(set) var context: [UInt64]

  init(words: Int) {
    demand = Array(repeating: 0, count: words)
    context = demand
  }

  mutating func take(_ question: Question) {
    for (bit, word) in question.demand.enumerated() {
      for form in word.forms { demand[Int(form)] |= 1 << UInt64(bit) }
    }
    for (bit, word) in question.context.enumerated() {
      for form in word.forms { context[Int(form)] |= 1 << UInt64(bit) }
    }
  }

  /// Forgets a question, for the next one.
  mutating func drop(_ question: Question) {
    for form in question.demand.flatMap(\.forms) { demand[Int(form)] = 0 }
    for form in question.context.flatMap(\.forms) { context[Int(form)] = 0 }
  }
}

/// Tells which words of a question a unit has.
private struct MaskReader {
  private let index: AnswerIndex
  private let question: Question
  private let plain: Set<Int32>
  private let progress: Set<Int32>
  private let kinds: Set<Int32>

  init(
    _ question: Question, _ index: AnswerIndex, _ plain: Set<Int32>, _ progress: Set<Int32>,
    _ kinds: Set<Int32>
  ) {
    self.kinds = kinds
    self.progress = progress
    self.index = index
    self.question = question
    self.plain = plain
  }

  func masks(of number: Int, _ bits: WordBits) -> Match.Masks {
    let scope = index.scopes[Int(index.units[number].scope)]
    var masks = Match.Masks()
    masks.own =
      mask(index.units[number].own, bits.demand) | mask(index.units[number].remarks, bits.demand)
    masks.scope = mask(scope, bits.demand)
    let remarks = mask(index.units[number].remarks, bits.demand)
    masks.owners = index.units[number].owned.map { owned in
      let telling = owned.owner.count > 1 ? owned.owner.filter { !plain.contains($0) } : owned.owner
      return Match.Owner(
        number: owned.number, words: mask(telling, bits.demand) | remarks,
        isPlace: owned.isPlace,
        isProgress: owned.owner.contains(where: progress.contains),
        isOtherwise: owned.isPlace
          || owned.owner.contains { isOfNothing($0, bits) && !plain.contains($0) })
    }
    masks.context = mask(index.units[number].own, bits.context) | mask(scope, bits.context)
    // What it stands under tells of the context only what the requirement itself says of it.
    let block = index.scopes[Int(index.units[number].block)]
    masks.scope |= mask(block, bits.demand)
    // Of rows of one kind, which stand in several lists, all of it tells.
    let counted = index.units[number].isRun ? ~0 : question.told | question.properContext
    masks.block = mask(block, bits.context) & counted
    let host = index.scopes[Int(index.units[number].host)].filter { !kinds.contains($0) }
    let isNamed = host.allSatisfy { bits.demand[Int($0)] | bits.context[Int($0)] != 0 }
    masks.home = host.count > 1 && isNamed ? host.count : 0
    masks.strangers = scope.count { bits.demand[Int($0)] | bits.context[Int($0)] == 0 }
    for mark in question.marks where index.fileHolds(mark.number, around: number) {
      masks.marks += mark.worth
    }
    let isLong = index.units[number].named.count > 1
    for word in index.units[number].named where !(isLong && plain.contains(word)) {
      masks.named |= bits.demand[Int(word)]
      masks.isNamedProperly =
        masks.isNamedProperly || bits.demand[Int(word)] & question.proper != 0
        || bits.context[Int(word)] & question.properContext != 0
      masks.isNamedOtherwise = masks.isNamedOtherwise || isOfNothing(word, bits)
    }
    for (bit, word) in question.properWords where index.fileSays(word, around: number) {
      masks.fileProper |= bit
    }
    let last = number + Int(index.units[number].after)
    for other in (number - Int(index.units[number].before))...last where other != number {
      masks.near |= mask(index.units[other].own, bits.demand)
      if question.values.count > 1 { masks.nearNumbers += index.units[other].numbers }
    }
    return masks
  }

  /// Whether a question says a word neither in what it asks nor in a proper name.
  private func isOfNothing(_ word: Int32, _ bits: WordBits) -> Bool {
    bits.demand[Int(word)] == 0 && bits.context[Int(word)] & question.properContext == 0
  }

  private func mask(_ words: [Int32], _ bits: [UInt64]) -> UInt64 {
    words.reduce(0) { $0 | bits[Int($1)] }
  }
}
