internal import IR

/// How well a match answers, beside others.
extension Match {
  private static let mostStrangers = 8
  /// What it counts that a place has the proper names of a requirement.
  private static let properWorth = 0.5
  /// What a word that nobody asks for takes from a place that a number is said to be of.
  private static let strangeName = 0.5

  /// By what the best match is found, once it is known how much of the context each one has; 0 for
  /// a unit that answers nothing. `names` is what the names of the question are worth that it has.
  mutating func total(
    of unit: AnswerIndex.Unit, _ masks: Masks, names found: Double, _ question: Question,
    greatestWorth: Double
  ) -> Double {
    judge(masks, unit, names: found, question, greatestWorth)
    guard let basis else { return 0 }
    let said = own + 0.6 * scope + 0.3 * near + values + names
    // Where it stands counts no more than what it says; of that, a long line says less.
    let isLoose = basis == .words || basis == .place
    let excess = Double(max(0, unit.length - 8)) * (isLoose ? 0.03 : 0.01)
    // A place that is called after what is asked for is the one whose name says least besides.
    let isSetup = basis == .value && question.values.contains { isOfPlace($0, masks) }
    let strange =
      Double(min(masks.strangers, Self.mostStrangers)) * (isSetup ? Self.strangeName : 0.03)
    var total = (said + min(context, said)) * unit.weight / (1 + excess) / (1 + strange)
    let names =
      isSetup
      || question.values.contains { value in
        masks.named & value.nouns.prefix(2).reduce(0) { $0 | $1.bit } != 0
      }
    let isExact = basis == .value && question.values.contains { Self.isExact($0, masks) }
    if names { total += (basis != .value ? 3 : masks.isNamedOtherwise ? 4 : 5) * unit.weight }
    if isExact { total += (names ? 1 : 4.5) * unit.weight }
    if basis == .value { total *= 1 + Self.properWorth * Self.properShare(masks, question) }
    // Rows of one kind stand in several lists.
    if unit.isRun { total *= 0.5 + contextShare }
    // A definition with the name says more than a use of it.
    if basis == .name, unit.kind == .definition { total *= 1.5 }
    return total * basis.factor
  }
}
