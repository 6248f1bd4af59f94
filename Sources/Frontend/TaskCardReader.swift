internal import IR

/// Reads cards of tasks: one object, a list of objects, or objects under the names of their tasks.
///
///     {"task": "sort_marbles", "direction": "lower", "reference": 0.47, "starting": 1.56}
///
/// `direction` and one of `reference`, `reference_score` are needed; `formula`, `metric_key`,
/// `metric_unit`, `starting` and `score_visible` are read where they stand.
package enum TaskCardReader {
  private static let sizeLimit = 1 << 20

  private enum Key: String, CaseIterable {
    case task, slug, direction, reference, starting, start, formula, unit
    case taskID = "task_id"
    case referenceScore = "reference_score"
    case scoreDirection = "score_direction"
    case metric = "metric_key"
    case metricUnit = "metric_unit"
    case isVisible = "score_visible"
  }

  /// `path` is absolute; `name` is what the user called the file.
  package static func cards(path: String, name: String) throws(FrontendError) -> [TaskCard] {
    let file: InputFile
    do throws(PathFault) {
      file = try InputFile(path: path)
    } catch {
      throw .unreachable(name, error)
    }
    guard file.size <= sizeLimit else { throw .noTaskCard(name, "is longer than 1 MiB") }
    var parser = LiteralParser(file.bytes(in: 0..<file.size) + [0x20])
    guard let literal = parser.parse(), parser.isComplete else {
      throw .noTaskCard(name, "is no JSON")
    }
    let named: [(String?, Literal)]
    if case .list(let elements) = literal.value {
      named = elements.map { (nil, $0) }
    } else if literal["direction"] != nil || literal[Key.scoreDirection.rawValue] != nil {
      named = [(nil, literal)]
    } else {
      named = literal.entries.map { ($0.key, $0.value) }
    }
    guard !named.isEmpty else { throw .noTaskCard(name, "holds no card") }
    var cards: [TaskCard] = []
    for (task, object) in named { cards.append(try card(object, task: task, file: name)) }
    return cards
  }

  private static func card(_ object: Literal, task: String?, file: String) throws(FrontendError)
    -> TaskCard
  {
    func printed(_ keys: Key...) -> String? {
      keys.lazy.compactMap { object[$0.rawValue]?.printed }.first
    }
    let word = printed(.direction, .scoreDirection)?.lowercased() ?? ""
    guard
      let direction = Scoring.Direction.allCases.first(where: { word.hasPrefix($0.rawValue) })
    else {
      throw .noTaskCard(file, "says under 'direction' neither 'lower' nor 'higher'")
    }
    let reference = printed(.reference, .referenceScore)
    guard reference.map(PrintedNumber.isFinite) ?? true else {
      throw .noTaskCard(file, "has a reference that is no number")
    }
    var scoring = Scoring(
      direction: direction, start: printed(.starting, .start), reference: reference,
      formula: printed(.formula), metrics: [printed(.metric)].compactMap(\.self),
      unit: printed(.metricUnit, .unit).flatMap { $0.isEmpty ? nil : $0 })
    if case .truth(false) = object[Key.isVisible.rawValue]?.value { scoring.mode = .hidden }
    return TaskCard(part: printed(.slug, .task, .taskID) ?? task ?? "", scoring: scoring)
  }
}

extension Literal {
  /// A text or a number as it stands.
  fileprivate var printed: String? {
    switch value {
    case .string(let text), .number(let text): text
    default: nil
    }
  }
}

extension FrontendError {
  fileprivate static func noTaskCard(_ name: String, _ reason: String) -> Self {
    FrontendError(
      Diagnostic(
        code: "F436", severity: .error, message: "the task card \(reason)",
        input: InputPlace(file: name)))
  }
}
