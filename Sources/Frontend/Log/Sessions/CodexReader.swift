internal import IR

/// Reads a Codex session (`spec/logs-and-rubrics.md`, section 14). Events repeat what responses
/// say, so they count only in a file without responses.
struct CodexReader {
  private let file: InputFile
  private let request: ReadRequest
  private var responses = SessionBook()
  private var events = SessionBook()
  private var session = "session"

  private enum Key: String, CaseIterable { case timestamp, type, payload }

  private static let keys = JSONKeys<Key>()

  init(_ file: InputFile, _ request: ReadRequest) {
    self.file = file
    self.request = request
  }

  /// What one line says.
  private struct Line {
    var type: String?
    var time: String?
    var item = CodexItem()
  }

  consuming func read() -> LogFacts {
    var reader = self
    var writer = RunWriter(reader.request.id)
    var rows = JSONRows(reader.file, digests: true)
    while let place = rows.next() {
      if reader.responses.sessions.count > RunWriter.runLimit {
        writer.report(RunReport(file: reader.request.name, line: place.line, run: nil).full())
        break
      }
      do throws(JSONFault) {
        let line = try Self.line(&rows.cursor)
        reader.take(line)
      } catch {
        let report = RunReport(file: reader.request.name, line: place.line, run: nil)
        writer.report(report.brokenRow(error))
        rows.recover()
      }
    }
    let hasResponses = reader.responses.sessions.contains { $0.messages > 0 }
    let book = hasResponses ? reader.responses : reader.events
    book.write(to: &writer, file: reader.file, name: reader.request.name)
    return LogFacts(form: .session, sha256: rows.cursor.finish() ?? "", writer: writer)
  }

  private static func line(_ cursor: inout JSONCursor) throws(JSONFault) -> Line {
    var line = Line()
    try cursor.enterObject()
    while let key = try cursor.nextKey(keys) {
      switch key {
      case .timestamp: line.time = try cursor.label()
      case .type: line.type = try cursor.label()
      case .payload:
        guard try cursor.enters(.object) else { continue }
        line.item = CodexItem()
        try line.item.read(&cursor)
      }
    }
    return line
  }

  private mutating func take(_ line: Line) {
    let item = line.item
    switch line.type {
    case "session_meta":
      session = item.id ?? session
      responses.note(model: item.model, in: session)
      events.note(model: item.model, in: session)
    case "turn_context":
      responses.note(model: item.model, in: session)
      events.note(model: item.model, in: session)
    case "response_item" where item.type != "reasoning": add(line, to: \.responses)
    case "event_msg" where item.type == "user_message" || item.type == "agent_message":
      add(line, to: \.events)
    case "response_item", "event_msg", "compacted": break
    default:
      responses.skip(type: line.type ?? "none")
      events.skip(type: line.type ?? "none")
    }
  }

  private mutating func add(_ line: Line, to book: WritableKeyPath<Self, SessionBook>) {
    let ordinal = self[keyPath: book].count(0, in: session)
    self[keyPath: book].note(time: line.time, ordinal: ordinal, in: session)
    guard let piece = line.item.piece else { return }
    self[keyPath: book].add([piece], as: SessionBook.Entry(ordinal: ordinal), in: session)
    guard piece.record.role == .user, !self[keyPath: book].hasQuestion(session) else { return }
    let bytes = file.bytes(in: piece.record.content.prefix(Transcript.textLimit))
    self[keyPath: book].note(
      request: ContentText(bytes, piece.record.form).text, ordinal: ordinal, in: session)
  }
}
