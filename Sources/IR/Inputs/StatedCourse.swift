/// A choice in a session, in the words of who made it (`spec/logs-and-rubrics.md`, section 14).
package struct StatedChoice: Hashable, Codable, Sendable {
  package let choice: SourceSpan
  /// What was not chosen.
  package let alternative: SourceSpan
  /// The ordinal of the message that states it.
  package let message: Int

  package init(choice: SourceSpan, alternative: SourceSpan, message: Int) {
    self.choice = choice
    self.alternative = alternative
    self.message = message
  }
}

/// A change of direction in a session: what was done, what is done from now on, and the sentence
/// that says so.
package struct StatedTurn: Hashable, Codable, Sendable {
  package let from: SourceSpan
  package let to: SourceSpan
  package let statement: SourceSpan
  /// Whether the user said it, and not the agent.
  package let isOfUser: Bool
  /// The ordinal of the message that states it.
  package let message: Int

  package init(
    from: SourceSpan, to: SourceSpan, statement: SourceSpan, isOfUser: Bool, message: Int
  ) {
    self.from = from
    self.to = to
    self.statement = statement
    self.isOfUser = isOfUser
    self.message = message
  }
}
