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
  /// Without that of the conditions and sections that it stands under.
  private(set) var outerContext = 0.0
  /// Whether the inputs have the very thing that is asked about, and the unit stands elsewhere.
  var hasHomeElsewhere = false
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

  init(_ masks: Masks, _ question: Question) {
    own = Self.worth(masks.own, question.demand)
    scope = Self.worth(masks.scope & ~masks.own, question.demand)
    near = Self.worth(masks.near & ~(masks.own | masks.scope), question.demand)
    outerContext = Self.worth(masks.context, question.context) + masks.marks
    context = Self.worth(masks.context | masks.block, question.context) + masks.marks
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

  /// Numbers that tell so much of the most that anything can are rarely met by chance.
  private static let rareNumber = 0.6
  private static let uniqueNumber = 0.65
  private static let singularNumber = 0.7
  private static let nameWorth = 0.12
  /// What the right number counts in the wrong place.
  private static let elsewhere = 0.6
  /// Among more numbers than these any is met by chance.
  private static let mostNumbers = 8
  /// So many numbers make a list.
  private static let listing = 3

  mutating func judge(
    _ masks: Masks, _ unit: AnswerIndex.Unit, names found: Double, _ question: Question,
    _ greatestWorth: Double
  ) {
    let isSureNumber = readValues(masks, unit, question, greatestWorth)
    names = found
    // Where a number is asked for, a remark that has a name of the question says nothing of it.
    let isNamed =
      names >= Self.nameWorth * greatestWorth
      && (unit.kind != .prose || question.values.isEmpty)
    basis = isSureNumber ? .value : isNamed ? .name : basis(masks, unit, question)
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
    var held = 0
    var beside = 0
    var nouns: UInt64 = 0
    for value in question.values {
      let head = value.nouns.first?.bit ?? 0
      // A remark has to say what its number is of.
      let isTold = unit.kind != .prose || head == 0 || masks.own & head != 0
      let isHere =
        isTold && !(value.isCommon && hasHomeElsewhere)
        && value.numbers.contains { number in
          unit.numbers.contains(number) && !isForeign(number, of: value, masks, question)
            && !(unit.isCounted && unit.count == number && !countsWhatIsAsked(value, masks))
        }
      if let number = value.numbers.first, known.insert(number).inserted {
        sum += value.worth
        nouns |= value.noun
        if isHere {
          found += value.worth
          held += 1
        } else if value.numbers.contains(where: masks.nearNumbers.contains) {
          near(value)
          beside += 1
        }
      }
      guard isHere else { continue }
      best = max(best, value.worth)
      let isRare = value.worth >= Self.rareNumber * greatestWorth
      let isSingular = value.worth >= Self.singularNumber * greatestWorth
      let isAlone =
        value.worth >= Self.uniqueNumber * greatestWorth
        && (contextShare >= 0.4 || isSingular && isMeant(masks, question))
      if isRare, isAlone || own >= 0.15 * question.sought { agreement = max(agreement, 0.6) }
      isUnique = isUnique || isAlone
      // The number stands beside a name that hardly another leaf has.
      let isCommon = value.isCommon
      if masks.named & question.telling & value.around != 0, !isCommon || !masks.isNamedOtherwise {
        agreement = max(agreement, 0.75)
      }
      // The number of just that: `seeds = 5`, or five of them, one by one.
      let isListed = unit.count.map(value.numbers.contains) ?? false
      if masks.named & head != 0, !masks.isNamedOtherwise, isListed || contextShare >= 0.4 {
        agreement = max(agreement, 0.75)
      }
      // So many rows of the kind in question.
      if isListed, unit.isRun || unit.isCounted, countsWhatIsAsked(value, masks),
        isMeant(masks, question)
      {
        agreement = max(agreement, 0.75)
        isUnique = isUnique || masks.isNamedProperly
      }
      if isRare, isOfPlace(value, masks) || masks.isAtHome, isMeant(masks, question) {
        agreement = max(agreement, 0.75)
        isUnique = true
      }
      // A number that stands everywhere has to be that of the thing itself.
      if !isCommon || belongs(value, masks, question) {
        agreement = max(agreement, Self.agreement(value, masks))
      }
      if Self.isExact(value, masks), isMeant(masks, question) { agreement = max(agreement, 0.75) }
    }
    guard found > 0 else { return false }
    if known.count > 1, Self.startsASum(unit, question) { return false }
    let all = found + nearby
    // A line that has all that a requirement lists is hardly met by chance, nor are lines on end.
    // Noughts and ones stand together everywhere.
    let isTelling = known.contains { abs($0) > 1 || $0 != $0.rounded() }
    let isHeld =
      known.count > 1 && held == known.count
      && (isTelling || masks.isAtHome || own >= 0.3 * question.sought)
    let listsAll = isHeld && held >= Self.listing && (masks.context != 0 || own > 0)
    let surroundsAll = known.count >= Self.listing && held + beside == known.count && own > 0
    if listsAll || surroundsAll
      || isHeld && (masks.own | (masks.isAtHome ? masks.scope : 0)) & nouns != 0
    {
      agreement = max(agreement, 0.75)
    }
    if !isMeant(masks, question) { agreement *= Self.elsewhere }
    // A remark in which a common number stands is seldom of what is asked for.
    if unit.kind == .prose, best < Question.commonNumber * greatestWorth { return false }
    if unit.numbers.count > Self.mostNumbers, !isHeld { return false }
    if known.count > 1, all >= 0.75 * sum, contextShare >= 0.6 || agreement >= 0.3 {
      agreement = max(agreement, contextShare >= 0.8 ? 0.75 : 0.5)
    }
    values = all * (0.1 + 0.9 * agreement) * (all / sum).squareRoot()
    return agreement >= 0.5 && (all >= 0.5 * sum || agreement >= 0.9)
      && (own > 0 || isUnique || listsAll)
      && (agreement >= 0.75 || best >= Question.commonNumber * greatestWorth)
  }

  private var nearby = 0.0
  private mutating func near(_ value: Question.Value) { nearby += 0.8 * value.worth }

  /// Whether the unit gives the number to what it is of, or stands where that is spoken of.
  private func belongs(
    _ value: Question.Value, _ masks: Masks, _ question: Question
  ) -> Bool {
    guard let head = value.nouns.first?.bit, isMeant(masks, question) else { return false }
    if masks.named & head != 0 { return true }
    return contextShare >= 0.6 && masks.own & head != 0
  }

  /// Whether nothing speaks against the place: of the circumstances that the requirement tells, one
  /// has to be told there, if any is told anywhere.
  private func isMeant(_ masks: Masks, _ question: Question) -> Bool {
    question.told == 0 && question.repeated == 0
      || (masks.context | masks.block) & question.told != 0
      || (masks.own | masks.scope) & question.repeated != 0
  }

  private func basis(_ masks: Masks, _ unit: AnswerIndex.Unit, _ question: Question) -> Basis? {
    let sought = question.sought
    if unit.kind == .prose { return nil }
    // What is set for something else is no value of what no input knows.
    if !question.values.isEmpty, question.isOfUnknown { return nil }
    if setsWhatIsAsked(masks, unit, question) { return .setting }
    let isTelling = question.best.contains { masks.own & $0 != 0 }
    let isFirst = question.best.prefix(2).contains { masks.own & $0 != 0 }
    if unit.kind == .definition {
      if !question.values.isEmpty, unit.numbers.isEmpty { return nil }
      let named = question.best.contains { masks.named & $0 != 0 }
      return named && own >= 0.35 * sought && own + 0.5 * scope >= 0.5 * sought ? .definition : nil
    }
    // A line that sets something else to some value says nothing of the value that is asked for.
    let nouns = question.values.reduce(0) { $0 | $1.noun }
    if nouns != 0, !unit.named.isEmpty, masks.named & nouns == 0 { return nil }
    if !question.values.isEmpty, unit.numbers == [0] { return nil }
    let least = question.values.isEmpty ? 0.4 : 0.5
    if isFirst, own >= least * sought, own + 0.6 * scope >= 0.55 * sought { return .words }
    // Where a number is asked for, a place without it has to say much else.
    if !question.values.isEmpty {
      let saysMuch = isFirst && masks.own.nonzeroBitCount >= 3 && own >= 0.3 * sought
      return saysMuch && unit.kind == .statement ? .place : nil
    }
    let isThere = question.told != 0 && contextShare >= 0.6
    let isWell = masks.own.nonzeroBitCount >= 2 || isThere && isFirst
    let isEnough = contextShare >= 0.6 && own >= 0.2 * sought || own >= 0.45 * sought
    return isTelling && isWell && isEnough && unit.kind == .statement ? .place : nil
  }

  /// Whether the name that the unit gives a value is that of what is asked for.
  private func setsWhatIsAsked(
    _ masks: Masks, _ unit: AnswerIndex.Unit, _ question: Question
  ) -> Bool {
    guard masks.named != 0, !masks.isNamedOtherwise, unit.kind != .result else { return false }
    // Where a value is asked for, one has to stand there; a zero may stand for one to be computed.
    if !question.values.isEmpty {
      guard unit.numbers.contains(where: { $0 != 0 }), isMeant(masks, question),
        question.values.allSatisfy({ $0.numbers == question.values[0].numbers })
      else { return false }
    }
    if Self.worth(masks.named, question.demand) >= 0.4 * question.sought { return true }
    return question.values.contains { value in
      let nouns = value.noun
      return masks.named & ~nouns == 0
        && 2 * masks.named.nonzeroBitCount >= nouns.nonzeroBitCount
        && (masks.named.nonzeroBitCount > 1 || contextShare >= 0.6)
    }
  }
}
