internal import IR

/// What one unit of the inputs has of a question.
struct Match {
  /// What the words are worth that the unit says, that its scope says, that its neighbours say.
  private(set) var own = 0.0
  private(set) var scope = 0.0
  private(set) var near = 0.0
  /// How much of the context it stands in, of what the best candidate does: from 0 to 1.
  var contextShare = 0.0
  private(set) var context = 0.0
  private(set) var values = 0.0
  /// From 0 for a number of something else to 1 for that of the right thing.
  private(set) var agreement = 0.0
  private(set) var names = 0.0
  private(set) var basis: Basis?

  /// Why a unit answers.
  enum Basis {
    /// It has the number, beside the words that say what it is of.
    case value
    case name
    /// It sets what is asked for, to whatever value.
    case setting
    case definition
    case words
    /// It has a word that hardly another leaf uses, in the right context.
    case place

    /// How far to trust it.
    var factor: Double {
      switch self {
      case .value: 1.5
      case .name, .definition: 1.1
      case .setting: 1
      case .words: 0.9
      case .place: 0.8
      }
    }
  }

  /// The words of the demand that stand in the unit, in its scope, beside it.
  struct Masks {
    var own: UInt64 = 0
    var scope: UInt64 = 0
    var near: UInt64 = 0
    /// Those of its name, and whether the name has words that nobody asks for.
    var named: UInt64 = 0
    var isNamedOtherwise = false
    /// The words of the context in the unit and its scope.
    var context: UInt64 = 0
    var nearNumbers: Set<Double> = []
  }

  init(_ masks: Masks, _ question: Question) {
    own = Self.worth(masks.own, question.demand)
    scope = Self.worth(masks.scope & ~masks.own, question.demand)
    near = Self.worth(masks.near & ~(masks.own | masks.scope), question.demand)
    context = Self.worth(masks.context, question.context)
  }

  private static func worth(_ mask: UInt64, _ words: [Question.Word]) -> Double {
    var rest = mask
    var sum = 0.0
    while rest != 0 {
      sum += words[rest.trailingZeroBitCount].worth
      rest &= rest - 1
    }
    return sum
  }

  // MARK: Judging

  /// How near a noun stands to its number decides how much it counts.
  private static let nounShares = [1, 0.6, 0.4]
  /// Numbers that tell so much of the most that anything can are rarely met by chance.
  private static let rareNumber = 0.6
  private static let uniqueNumber = 0.65
  private static let commonNumber = 0.5
  private static let nameWorth = 0.12

  mutating func judge(
    _ masks: Masks, _ unit: AnswerIndex.Unit, names found: Double, _ question: Question,
    greatestWorth: Double
  ) {
    let isSureNumber = readValues(masks, unit, question, greatestWorth)
    names = found
    basis =
      isSureNumber
      ? .value
      : names >= Self.nameWorth * greatestWorth ? .name : basis(masks, unit, question)
  }

  /// Whether the unit has the numbers of the question, of the right thing.
  private mutating func readValues(
    _ masks: Masks, _ unit: AnswerIndex.Unit, _ question: Question, _ greatestWorth: Double
  ) -> Bool {
    var sum = 0.0
    var found = 0.0
    var known: Set<Double> = []
    var best = 0.0
    var isUnique = false
    for value in question.values {
      let isHere = unit.numbers.contains(value.number)
      if known.insert(value.number).inserted {
        sum += value.worth
        if isHere { found += value.worth }
        if !isHere, masks.nearNumbers.contains(value.number) { near(value) }
      }
      guard isHere else { continue }
      best = max(best, value.worth)
      let isRare = value.worth >= Self.rareNumber * greatestWorth
      let isAlone = value.worth >= Self.uniqueNumber * greatestWorth && contextShare >= 0.4
      if isRare, isAlone || own >= 0.15 * question.sought { agreement = max(agreement, 0.6) }
      isUnique = isUnique || isAlone
      // The number stands beside a name that hardly another leaf has.
      if masks.named & question.telling != 0 { agreement = max(agreement, 0.75) }
      // A number that stands everywhere has to be that of the thing itself.
      let isCommon = value.worth < Self.commonNumber * greatestWorth
      if !isCommon || belongs(value, masks, question) {
        agreement = max(agreement, Self.agreement(value, masks))
      }
    }
    guard found > 0 else { return false }
    let all = found + nearby
    if known.count > 1, all >= 0.75 * sum, contextShare >= 0.6 || agreement >= 0.3 {
      agreement = max(agreement, contextShare >= 0.8 ? 0.75 : 0.5)
    }
    values = all * (0.1 + 0.9 * agreement) * (all / sum).squareRoot()
    return agreement >= 0.5 && (all >= 0.5 * sum || agreement >= 0.9) && (own > 0 || isUnique)
      && (agreement >= 0.75 || best >= Self.commonNumber * greatestWorth)
  }

  /// What the numbers of neighbouring lines are worth.
  private var nearby = 0.0
  private mutating func near(_ value: Question.Value) { nearby += 0.8 * value.worth }

  /// Whether the unit gives the number to what it is of, or stands where that is spoken of.
  private func belongs(
    _ value: Question.Value, _ masks: Masks, _ question: Question
  ) -> Bool {
    guard let head = value.nouns.first, isMeant(masks, question) else { return false }
    if masks.own & head != 0, masks.named & head != 0 { return true }
    return contextShare >= 0.6 && masks.own & value.nouns.reduce(0, |) != 0
  }

  /// Whether nothing speaks against the place: of the circumstances that the requirement tells, one
  /// has to be told there, if any is told anywhere.
  private func isMeant(_ masks: Masks, _ question: Question) -> Bool {
    question.told == 0 || masks.context & question.told != 0
  }

  private static func agreement(_ value: Question.Value, _ masks: Masks) -> Double {
    var sum = 0.0
    var found = 0.0
    for (noun, share) in zip(value.nouns, nounShares) {
      sum += share
      if masks.own & noun != 0 { found += share }
    }
    found += 0.3 * Double((value.others & masks.own).nonzeroBitCount)
    return sum > 0 ? min(1, found / (0.8 * sum)) : 0
  }

  private func basis(_ masks: Masks, _ unit: AnswerIndex.Unit, _ question: Question) -> Basis? {
    let sought = question.sought
    if unit.kind == .prose { return nil }
    if setsWhatIsAsked(masks, unit, question) { return .setting }
    let isTelling = question.best.contains { masks.own & $0 != 0 }
    let isFirst = question.best.prefix(2).contains { masks.own & $0 != 0 }
    if unit.kind == .definition {
      let named = question.best.contains { masks.named & $0 != 0 }
      return named && own >= 0.35 * sought && own + 0.5 * scope >= 0.5 * sought ? .definition : nil
    }
    // A line that sets something else to some value says nothing of the value that is asked for.
    let nouns = question.values.flatMap(\.nouns).reduce(0, |)
    if nouns != 0, !unit.named.isEmpty, masks.named & nouns == 0 { return nil }
    if isFirst, own >= 0.4 * sought, own + 0.6 * scope >= 0.55 * sought { return .words }
    let isThere = question.told != 0 && contextShare >= 0.6
    let isWell = masks.own.nonzeroBitCount >= 2 || isThere && isFirst
    let isEnough = contextShare >= 0.6 && own >= 0.2 * sought || own >= 0.45 * sought
    return isTelling && isWell && isEnough && unit.kind == .statement ? .place : nil
  }

  /// Whether the name that the unit gives a value is that of what is asked for.
  private func setsWhatIsAsked(
    _ masks: Masks, _ unit: AnswerIndex.Unit, _ question: Question
  ) -> Bool {
    guard masks.named != 0, !masks.isNamedOtherwise else { return false }
    // Where a value is asked for, one has to stand there.
    if !question.values.isEmpty, unit.numbers.isEmpty || !isMeant(masks, question) { return false }
    if Self.worth(masks.named, question.demand) >= 0.4 * question.sought { return true }
    return question.values.contains { value in
      let nouns = value.nouns.reduce(0, |)
      return masks.named & ~nouns == 0
        && 2 * masks.named.nonzeroBitCount >= nouns.nonzeroBitCount
        && (masks.named.nonzeroBitCount > 1 || contextShare >= 0.6)
    }
  }

  // MARK: Comparing

  /// By what the best match is found.
  func total(_ unit: AnswerIndex.Unit, _ masks: Masks, _ question: Question) -> Double {
    guard let basis else { return 0 }
    let said = own + 0.6 * scope + 0.3 * near + values + names
    // Where it stands counts no more than what it says; of that, a long line says less.
    let isLoose = basis == .words || basis == .place
    let excess = Double(max(0, unit.length - 8)) * (isLoose ? 0.03 : 0.01)
    var total = (said + min(context, said)) * unit.weight / (1 + excess)
    let names = question.values.contains { value in
      masks.named & value.nouns.prefix(2).reduce(0, |) != 0
    }
    if names { total += (basis == .value ? 5 : 3) * unit.weight }
    // A definition with the name says more than a use of it.
    if basis == .name, unit.kind == .definition { total *= 1.5 }
    return total * basis.factor
  }
}
