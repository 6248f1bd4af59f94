internal import IR

/// Finds the line or sentence of the inputs that answers a requirement.
struct AnswerSearch {
  let index: AnswerIndex
  private let usage: RubricUsage
  /// Words of names that are named as they like: `max_layers` is about layers.
  private let plain: Set<Int32>

  /// What so many units say singles none of them out.
  private static let postingLimit = 4_000

  init(_ index: AnswerIndex, leaves: [String]) {
    self.index = index
    usage = RubricUsage(leaves)
    plain = Set(["maximum", "minimum", "size"].map(Terms.stem).compactMap(index.number))
  }

  /// The unit that answers best, by its index; nil if none answers.
  ///
  /// A requirement that states a number is answered by a unit that has it beside the words that say
  /// what it is of, or that sets what is asked for; one that names something by a unit with the name;
  /// any other by the definition or the statement that says most of its words.
  func answer(to requirement: String, ancestors: [Terms]) -> Int? {
    guard let question = Question(requirement, ancestors: ancestors, usage, index) else {
      return nil
    }
    let reader = MaskReader(question, index, plain)
    let names = names(of: question)
    // In the order of the inputs, so that the first of equals is found.
    let candidates = candidates(question).union(names.keys).sorted()
    var matches = candidates.map { unit in
      let masks = reader.masks(of: Int(unit))
      return (unit: Int(unit), masks: masks, match: Match(masks, question))
    }
    let context = matches.reduce(0) { max($0, $1.match.context) }
    var best: (unit: Int, total: Double)?
    for at in matches.indices {
      let unit = index.units[matches[at].unit]
      let masks = matches[at].masks
      matches[at].match.contextShare = context > 0 ? matches[at].match.context / context : 0
      matches[at].match.judge(
        masks, unit, names: names[candidates[at]] ?? 0, question,
        greatestWorth: index.greatestWorth)
      let total = matches[at].match.total(unit, masks, question)
      if total > best?.total ?? 0 { best = (matches[at].unit, total) }
    }
    return best?.unit
  }

  private func candidates(_ question: Question) -> Set<Int32> {
    var candidates: Set<Int32> = []
    func add(_ units: [Int32]) {
      if units.count <= Self.postingLimit { candidates.formUnion(units) }
    }
    for word in question.demand {
      for form in word.forms { add(index.units(saying: form)) }
    }
    for value in question.values { add(index.units(holding: value.number)) }
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

/// Tells which words of a question a unit has.
private struct MaskReader {
  private let index: AnswerIndex
  private let question: Question
  private let plain: Set<Int32>
  private var demand: [Int32: UInt64] = [:]
  private var context: [Int32: UInt64] = [:]

  init(_ question: Question, _ index: AnswerIndex, _ plain: Set<Int32>) {
    self.index = index
    self.question = question
    self.plain = plain
    for (bit, word) in question.demand.enumerated() {
      for form in word.forms { demand[form, default: 0] |= 1 << UInt64(bit) }
    }
    for (bit, word) in question.context.enumerated() {
      for form in word.forms { context[form, default: 0] |= 1 << UInt64(bit) }
    }
  }

  func masks(of number: Int) -> Match.Masks {
    let unit = index.units[number]
    let scope = index.scopes[Int(unit.scope)]
    var masks = Match.Masks()
    masks.own = mask(unit.own, demand) | mask(unit.remarks, demand)
    masks.scope = mask(scope, demand)
    masks.context = mask(unit.own, context) | mask(scope, context)
    let named = unit.named.count > 1 ? unit.named.filter { !plain.contains($0) } : unit.named
    masks.named = mask(named, demand)
    masks.isNamedOtherwise = named.contains { demand[$0] == nil }
    for other in index.surroundings(of: number) {
      masks.near |= mask(index.units[other].own, demand)
      if question.values.count > 1 { masks.nearNumbers.formUnion(index.units[other].numbers) }
    }
    return masks
  }

  private func mask(_ words: [Int32], _ bits: [Int32: UInt64]) -> UInt64 {
    var mask: UInt64 = 0
    for word in words { mask |= bits[word] ?? 0 }
    return mask
  }
}
