/// How a task is scored (`spec/logs-and-rubrics.md`, section 6).
package struct Scoring: Hashable, Codable, Sendable {
  package enum Direction: String, Codable, Sendable, CaseIterable { case lower, higher }

  package enum Mode: String, Codable, Sendable {
    /// A score and the raw metric that it is made of.
    case standard
    /// The score is the metric.
    case degenerate
    /// The score is never shown.
    case hidden
  }

  package var direction: Direction
  /// The score of the untouched task, as printed.
  package var start: String? = nil
  /// The score of the reference solution, as printed; nil where none is known.
  package var reference: String? = nil
  /// What the score is of the metric: `ln(time in ms)`.
  package var formula: String? = nil
  /// The keys under which a scorer prints the metric.
  package var metrics: [String] = []
  package var unit: String? = nil
  package var mode: Mode = .standard

  package init(
    direction: Direction, start: String? = nil, reference: String? = nil, formula: String? = nil,
    metrics: [String] = [], unit: String? = nil, mode: Mode = .standard
  ) {
    self.direction = direction
    self.start = start
    self.reference = reference
    self.formula = formula
    self.metrics = metrics
    self.unit = unit
    self.mode = mode
  }

  /// Whether a printed score is strictly better than the reference. What is no number, and every
  /// score of a task that hides its scores, is not.
  package func beatsReference(_ score: String) -> Bool {
    guard mode != .hidden, let reference = reference.flatMap(Double.init) else { return false }
    return isBetter(score, than: reference, by: 0)
  }

  /// Whether a printed score is better than the start by more than the start is rounded.
  package func improvesOnStart(_ score: String) -> Bool? {
    start.flatMap(Double.init).map { isBetter(score, than: $0, by: 0.005) }
  }

  private func isBetter(_ score: String, than other: Double, by margin: Double) -> Bool {
    guard let value = Double(score), value.isFinite else { return false }
    return direction == .lower ? value < other - margin : value > other + margin
  }
}

/// What became of an attempt (`spec/logs-and-rubrics.md`, section 8).
package enum AttemptOutcome: String, Codable, Sendable {
  case partialSuccess = "partial_success"
  case noImprovement = "no_improvement"
  case hidden
  case scored = "kept_reference_unknown"
  case deadEnd = "dead_end"
  case infrastructure
}

extension Attempt {
  /// `scoring` is that of the attempt's run.
  package func outcome(under scoring: Scoring?) -> AttemptOutcome {
    switch status {
    case .hidden: return .hidden
    case .invalid: return cause?.isOfResearch == false ? .infrastructure : .deadEnd
    case .valid:
      guard let scoring, scoring.reference != nil, let score,
        let improves = scoring.improvesOnStart(score.value)
      else { return .scored }
      return improves ? .partialSuccess : .noImprovement
    }
  }
}

/// An attempt that was read and is told nowhere, because it would hand out a better solution than
/// the reference.
package struct WithheldAttempt: Hashable, Codable, Sendable {
  package enum Reason: String, Codable, Sendable {
    case beatsReference = "its score is better than the reference"
    case sameSubmission = "it scores a withheld submission again"
  }

  package let index: Int
  package let origin: Attempt.Origin
  package let reason: Reason

  package init(index: Int, origin: Attempt.Origin, reason: Reason) {
    self.index = index
    self.origin = origin
    self.reason = reason
  }
}
