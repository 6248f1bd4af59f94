internal import IR

extension AnswerSearch {
  /// How far the branches of one condition stand apart, in units.
  private static let branchReach = 80

  /// The same statement in the branch for what a question names, if the one that was found stands in a
  /// branch that says nothing of it: of `near = d < 2` under `if kind == "ant":` that under
  /// `elif kind == "bee":`, whatever its number is.
  func branch(_ found: Int, namedIn question: Question) -> Int {
    let unit = index.units[found]
    let names = question.properNumbers
    guard !names.isEmpty, unit.block != 0, !unit.named.isEmpty, !says(unit, names) else {
      return found
    }
    let last = min(index.units.count - 1, found + Self.branchReach)
    let others = (max(0, found - Self.branchReach)...last).filter { other in
      let next = index.units[other]
      return next.file == unit.file && next.scope == unit.scope && next.block != unit.block
        && next.named == unit.named && next.own == unit.own && says(next, names)
    }
    return others.min { abs($0 - found) < abs($1 - found) } ?? found
  }

  private func says(_ unit: AnswerIndex.Unit, _ names: Set<Int32>) -> Bool {
    index.scopes[Int(unit.block)].contains(where: names.contains)
  }
}
