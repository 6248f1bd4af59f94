internal import IR
internal import Synchronization

/// What was last made of a paper and its sentences, for those who ask for the same again.
final class Kept<Value: Sendable>: Sendable {
  private let last = Mutex<(paper: Paper, atoms: Atoms, value: Value)?>(nil)

  func value(of paper: Paper, _ atoms: Atoms, _ make: () -> Value) -> Value {
    last.withLock { last in
      // Both are the ones of the run nearly always, which their arrays tell without a look inside.
      if let last, last.atoms == atoms, last.paper == paper { return last.value }
      let value = make()
      last = (paper, atoms, value)
      return value
    }
  }
}

extension PaperView {
  /// What follows from the paper and its sentences alone, made once for all passes.
  func once<Value: Sendable>(_ atoms: Atoms, _ make: () -> Value) -> Value {
    let kept: Kept<Value> = text.notes.note { Kept() }
    return kept.value(of: paper, atoms, make)
  }
}
