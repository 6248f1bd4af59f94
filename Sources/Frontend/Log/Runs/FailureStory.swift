internal import IR

/// What the agent said around a failed attempt (`spec/logs-and-rubrics.md`, section 8.3).
struct FailureStory {
  let transcript: Transcript
  let screen: ReferenceScreen

  /// The attempt with its cause, what the agent expected, and the lesson that it drew.
  func told(_ draft: AttemptDraft) -> AttemptDraft {
    guard draft.status == .invalid else { return draft }
    var draft = draft
    draft.cause = draft.cause ?? FailureCues.cause(of: draft.failureText)
    draft.hypothesis = hypothesis(of: draft).flatMap { screen.passes($0) ? $0 : nil }
    draft.lesson = lesson(of: draft).flatMap { screen.passes($0) ? $0 : nil }
    return draft
  }

  /// The first two sentences that say something of the message that proposes the attempt.
  private func hypothesis(of draft: AttemptDraft) -> AttemptDraft.Quote? {
    guard let proposal = proposal(of: draft) else { return nil }
    let text = transcript.text(proposal).start(Self.textLimit)
    let sentences = Sentences.split(Approach.beforeCall(text)).filter { $0.count > 20 }.prefix(2)
    return sentences.isEmpty ? nil : quote(sentences.joined(separator: " "), proposal)
  }

  /// The first message of the agent that says something between the result before and this one.
  private func proposal(of draft: AttemptDraft) -> Int? {
    guard case .message(_, let labelled)? = draft.approach?.place else { return nil }
    let first = draft.messages.first { ordinal in
      ordinal < labelled && transcript.record(ordinal).role == .assistant
        && Sentences.split(Approach.beforeCall(transcript.text(ordinal).start(Self.textLimit)))
          .contains { $0.count > 20 && Approach.statesIntent($0) }
    }
    return first ?? labelled
  }

  /// A sentence of the next message that gives a cause and speaks of the same thing.
  private func lesson(of draft: AttemptDraft) -> AttemptDraft.Quote? {
    let rest = transcript.ordinals(after: draft.messages.upperBound)
    guard let next = rest.prefix(8).first(where: { transcript.record($0).role == .assistant }),
      screen.isOpen(next)
    else { return nil }
    let about = Self.contentWords((draft.approach?.text ?? "") + " " + draft.failureText)
    let text = transcript.text(next).start(Self.textLimit)
    let said = Sentences.split(Approach.beforeCall(text)).first { sentence in
      Self.givesCause(sentence) && !about.isDisjoint(with: Self.contentWords(sentence))
    }
    return said.map { quote($0, next) }
  }

  private func quote(_ words: String, _ ordinal: Int) -> AttemptDraft.Quote {
    AttemptDraft.Quote(text: words, place: .message(run: transcript.run, ordinal: ordinal))
  }

  private static let textLimit = 1 << 16

  private static let causes = [
    "because", "since", " so ", "needs ", "need to", "must", "cannot", "can't", "does not exist",
    "too ", "have to", "has to", "only ", "not allowed", "caused by", "due to", "leaves ",
    "promotes", "requires", ": the ",
  ]

  static func givesCause(_ sentence: String) -> Bool {
    let words = sentence.lowercased()
    return causes.contains { words.contains($0) }
  }

  private static let stopWords: Set<String> = [
    "attempt", "before", "error", "false", "first", "have", "into", "next", "score", "scoring",
    "that", "then", "they", "this", "true", "version", "when", "which", "will", "with",
  ]

  private static func contentWords(_ text: String) -> Set<String> {
    let words = text.lowercased().utf8.split { byte in
      !(0x61...0x7A).contains(byte) && !byte.isASCIIDigit
    }
    return Set(words.filter { $0.count >= 4 }.map { String(Substring($0)) }).subtracting(stopWords)
  }
}

extension AttemptDraft {
  /// All that the result says of the failure.
  var failureText: String { (details.map(\.text) + failure).joined(separator: "\n") }
}
