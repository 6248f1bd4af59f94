internal import IR

/// The sessions of a file as they build up, in the order of their first appearance.
struct SessionBook {
  struct Session {
    let id: String
    var model: String?
    var messages = 0
    /// The user's first request.
    var question: (text: String, ordinal: Int)?
    /// Hashes of the ids of the messages so far.
    var seen: Set<UInt64> = []
  }

  private(set) var sessions: [Session] = []
  /// Lines that are no messages, by their type.
  private var skipped: [String: Int] = [:]
  private var places: [String: Int] = [:]

  /// Counts a message once and returns its ordinal; nil if it was counted before. A message
  /// without an id (0) is always new.
  mutating func count(_ message: UInt64, in id: String) -> Int? {
    let place = place(of: id)
    guard message == 0 || sessions[place].seen.insert(message).inserted else { return nil }
    sessions[place].messages += 1
    return sessions[place].messages
  }

  mutating func note(model: String?, in id: String) {
    let place = place(of: id)
    sessions[place].model = sessions[place].model ?? model
  }

  /// Takes the first text that a user wrote; what programs put there begins with a tag.
  mutating func note(request: String, ordinal: Int, in id: String) {
    let place = place(of: id)
    let text = QuotedText.oneLine(request)
    guard sessions[place].question == nil, !text.isEmpty, !text.hasPrefix("<") else { return }
    sessions[place].question = (request, ordinal)
  }

  func hasQuestion(_ id: String) -> Bool {
    places[id].map { sessions[$0].question != nil } ?? false
  }

  mutating func skip(type: String) {
    if skipped.count < 50 || skipped[type] != nil { skipped[type, default: 0] += 1 }
  }

  private mutating func place(of id: String) -> Int {
    if let place = places[id] { return place }
    places[id] = sessions.count
    sessions.append(Session(id: id))
    return sessions.count - 1
  }

  /// Every session as a run, and a note of what was skipped.
  func write(to writer: inout RunWriter, file: String) {
    for session in sessions {
      let report = RunReport(file: file, line: nil, run: session.id)
      var run = Run(id: session.id, model: session.model, messages: session.messages)
      if let (text, ordinal) = session.question {
        run.question = writer.quote(
          text, at: .message(run: session.id, ordinal: ordinal), report)
      }
      writer.append(run)
    }
    if !skipped.isEmpty {
      writer.report(RunReport(file: file, line: nil, run: nil).skippedLines(skipped))
    }
  }
}

extension RunReport {
  fileprivate func skippedLines(_ types: [String: Int]) -> Diagnostic {
    let list = types.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.value) of type '\($0.key.prefix(40))'" }.joined(separator: ", ")
    return diagnostic("F428", .note, "lines that are no messages were skipped: \(list)")
  }
}
