/// Whether what a unit calls its numbers, and where it stands, is what a question names.
extension Match {
  /// Whether a number is of something that nobody asks for, and so common that it says nothing by
  /// itself.
  func isForeign(
    _ number: Double, of value: Question.Value, _ masks: Masks, _ question: Question
  ) -> Bool {
    let owners = masks.owners.filter { $0.number == number }
    if owners.isEmpty || Self.isDistinctive(number) || isOfPlace(value, masks) { return false }
    return owners.allSatisfy { owner in
      // In the very thing a number needs no name, but has none of its own.
      if masks.isAtHome, !value.isCommon, owner.isPlace || !owner.isOtherwise { return false }
      // “3 layers” are no argument of a call that does not name them.
      if value.counts, owner.isPlace, owner.words & value.noun == 0 { return true }
      let isAsked =
        owner.words & (value.around == 0 ? ~0 : value.around) != 0
        || owner.isProgress && question.asksForProgress
        || owner.isPlace && masks.scope != 0
      return !isAsked || question.isOfUnknown && owner.isOtherwise
    }
  }

  /// Whether the number is said of something with a proper name, after which the place is called:
  /// “Adam+Polish (2k)” of `adam_polish.sh`.
  func isOfPlace(_ value: Question.Value, _ masks: Masks) -> Bool {
    value.isOfProper && (masks.scope | masks.named) & (value.nouns.first?.bit ?? 0) != 0
  }

  /// Whether a list has the name of what a number counts, or that of what it is all about.
  func countsWhatIsAsked(_ value: Question.Value, _ masks: Masks) -> Bool {
    masks.named & value.noun != 0 || masks.isNamedProperly
  }

  /// Whether a number has so many digits that it hardly occurs by chance, and is no power of two. A
  /// large one needs two, as `31000`.
  private static func isDistinctive(_ number: Double) -> Bool {
    let significand = abs(number).significand
    if significand == 1 { return false }
    var digits = Array("\(abs(number))".utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") })
      .filter { $0 != UInt8(ascii: ".") }.drop { $0 == UInt8(ascii: "0") }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return digits.count >= (abs(number) >= 10_000 ? 2 : 3)
  }

  /// Whether the number of the question is just that of the name that the unit gives it.
  static func isExact(_ value: Question.Value, _ masks: Masks) -> Bool {
    let nouns = value.nouns.prefix(2).reduce(0) { $0 | $1.bit }
    return masks.owners.contains {
      value.numbers.contains($0.number) && $0.words & nouns != 0 && !$0.isOtherwise
    }
  }

  /// What a name counts that only stands elsewhere in the file.
  private static let fileShare = 0.6

  /// How many of the proper names that the inputs have stand in the place, from 0 to 1.
  static func properShare(_ masks: Masks, _ question: Question) -> Double {
    let all = question.proper.nonzeroBitCount + question.properContext.nonzeroBitCount
    if all == 0 { return 0 }
    let here = (masks.own | masks.scope | masks.near) & question.proper
    let elsewhere = masks.fileProper & ~here
    let found =
      Double(here.nonzeroBitCount) + fileShare * Double(elsewhere.nonzeroBitCount)
      + Double(((masks.context | masks.block) & question.properContext).nonzeroBitCount)
    return found / Double(all)
  }

  /// Whether a unit has of several numbers that are asked for a nought alone, from which a sum starts.
  static func startsASum(_ unit: AnswerIndex.Unit, _ question: Question) -> Bool {
    question.values.allSatisfy { value in
      value.numbers == [0] || !value.numbers.contains(where: unit.numbers.contains)
    }
  }
}
