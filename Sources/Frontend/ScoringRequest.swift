package import IR

/// What the user says of how the tasks of logs are scored.
package struct ScoringRequest: Hashable, Sendable {
  /// A score that replaces the reference of every task, as the user wrote it.
  package var reference: String? = nil
  package var direction: Scoring.Direction? = nil
  /// Rows that go before the known ones, each for tasks whose name has the part in it.
  package var tasks: [TaskCard] = []
  /// Whether attempts that beat the reference are told like all others.
  package var keepsBeyondReference = false

  package init(
    reference: String? = nil, direction: Scoring.Direction? = nil, tasks: [TaskCard] = [],
    keepsBeyondReference: Bool = false
  ) {
    self.reference = reference
    self.direction = direction
    self.tasks = tasks
    self.keepsBeyondReference = keepsBeyondReference
  }

  func scoring(of task: String?) -> Scoring? {
    let named = tasks.first { card in task?.contains(card.part) ?? card.part.isEmpty }?.scoring
    var scoring = named ?? TaskTable.scoring(of: task)
    if let direction {
      scoring = scoring ?? Scoring(direction: direction)
      scoring?.direction = direction
    }
    if let reference { scoring?.reference = reference }
    return scoring
  }
}

/// A task of the user's own table.
package struct TaskCard: Hashable, Sendable {
  /// Stands in the name of the task; the empty text stands in every name.
  package let part: String
  package let scoring: Scoring

  package init(part: String, scoring: Scoring) {
    self.part = part
    self.scoring = scoring
  }
}
