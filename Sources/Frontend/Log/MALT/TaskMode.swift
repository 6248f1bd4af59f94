/// What a task lets its agents see (`spec/logs-and-rubrics.md`, section 6).
enum TaskMode {
  /// Parts of task names whose scorer never shows a score.
  private static let hiding = ["small_scaling_law", "hidden_score"]

  /// Whether a printed score of null means that the score is kept from the agent.
  static func hidesScores(_ task: String?) -> Bool {
    guard let task else { return false }
    return hiding.contains { task.contains($0) }
  }
}
