internal import IR

/// The sessions of a file as they build up, in the order of their first appearance.
struct SessionBook {
  /// A line that holds a part of a message.
  struct Entry {
    /// The ordinal of its message in the session.
    var ordinal = 0
    /// The record in the book's index; nil for a line that says nothing.
    var place: Int32?
    /// Hashes of the line's own id and of the line before it; 0 without one.
    var node: UInt64 = 0
    var parent: UInt64 = 0
    /// Whether it belongs to a sub-agent, or to a program that wrote in the user's name.
    var isAside = false
  }

  struct Session {
    let id: String
    var model: String?
    var messages = 0
    /// The user's first request.
    var question: (text: String, ordinal: Int)?
    /// The first time that is printed.
    var time: (text: String, ordinal: Int)?
    var entries: [Entry] = []
    /// What services failed at, with the ordinals of the messages that say so.
    var errors: [(record: MessageRecord, ordinal: Int)] = []
    /// Ordinals of the messages so far, by the hashes of their ids.
    var seen: [UInt64: Int] = [:]
    /// Hashes of the ids of the lines so far.
    var lines: Set<UInt64> = []
  }

  private(set) var sessions: [Session] = []
  /// The messages of all sessions.
  private(set) var index = MessageIndex()
  /// Lines that are no messages, by their type.
  private var skipped: [String: Int] = [:]
  private var places: [String: Int] = [:]

  /// Whether a line, by its own id, was not read before; one without an id (0) is always new.
  mutating func isNew(_ line: UInt64, in id: String) -> Bool {
    line == 0 || sessions[place(of: id)].lines.insert(line).inserted
  }

  /// Counts a message once and returns its ordinal; one without an id (0) is always new.
  mutating func count(_ message: UInt64, in id: String) -> Int {
    let place = place(of: id)
    if message != 0, let ordinal = sessions[place].seen[message] { return ordinal }
    sessions[place].messages += 1
    if message != 0 { sessions[place].seen[message] = sessions[place].messages }
    return sessions[place].messages
  }

  /// Adds what a line says.
  mutating func add(_ pieces: [MessageDraft.Piece], as entry: Entry, in id: String) {
    let place = place(of: id)
    guard sessions[place].entries.count < Self.entryLimit else { return }
    if pieces.isEmpty { sessions[place].entries.append(entry) }
    for piece in pieces {
      var entry = entry
      entry.place = index.append(piece)
      sessions[place].entries.append(entry)
    }
  }

  private static let entryLimit = 1_000_000

  mutating func note(model: String?, in id: String) {
    let place = place(of: id)
    sessions[place].model = sessions[place].model ?? model
  }

  /// Keeps the first time of a session: `2031-01-02T…`.
  mutating func note(time: String?, ordinal: Int, in id: String) {
    let place = place(of: id)
    guard sessions[place].time == nil, let time, LogYear.of(time) != nil else { return }
    sessions[place].time = (time, ordinal)
  }

  /// Keeps what a service failed at.
  mutating func note(error record: MessageRecord?, ordinal: Int, in id: String) {
    let place = place(of: id)
    guard let record, sessions[place].errors.count < RunWriter.attemptsPerRun else { return }
    sessions[place].errors.append((record, ordinal))
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
  func write(to writer: inout RunWriter, file: InputFile, name: String) {
    for session in sessions {
      let report = RunReport(file: name, line: nil, run: session.id)
      var run = Run(id: session.id, model: session.model, messages: session.messages)
      if let (text, ordinal) = session.question {
        run.question = writer.quote(
          text, at: .message(run: session.id, ordinal: ordinal), report)
      } else {
        // A session that nobody asked for anything has its name alone.
        run.question = writer.quote(
          session.id, at: .message(run: session.id, ordinal: 1), report)
      }
      if let (text, ordinal) = session.time, let year = LogYear.of(text) {
        run.year = writer.value(
          year, endOf: year, at: .message(run: session.id, ordinal: ordinal))
      }
      let thread = SessionThread(session, index: index, file: file)
      SessionTelling(thread).write(to: &run, writer: &writer, report)
      let errors = session.errors.enumerated().map { number, error in
        let bytes = file.bytes(in: error.record.content.prefix(Transcript.textLimit))
        return AttemptDraft(
          toolError: nil, ContentText(bytes, error.record.form).text, index: number + 1,
          of: session.id, ordinal: error.ordinal)
      }
      run.toolErrors = writer.attempts(errors, report)
      writer.append(run)
    }
    if !skipped.isEmpty {
      writer.report(RunReport(file: name, line: nil, run: nil).skippedLines(skipped))
    }
  }
}

/// The year of a printed time.
enum LogYear {
  /// `2031` of `2031-01-02T09:30:00Z`; nil for anything else.
  static func of(_ time: String) -> String? {
    let year = time.prefix(4)
    guard year.utf8.count == 4, let number = Int(year), (1990...2100).contains(number),
      time.dropFirst(4).first == "-"
    else { return nil }
    return String(year)
  }
}

extension RunReport {
  fileprivate func skippedLines(_ types: [String: Int]) -> Diagnostic {
    let list = types.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.value) of type '\($0.key.prefix(40))'" }.joined(separator: ", ")
    return diagnostic("F428", .note, "lines that are no messages were skipped: \(list)")
  }
}
