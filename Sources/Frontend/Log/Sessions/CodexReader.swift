internal import IR

/// Reads a Codex session (`spec/logs-and-rubrics.md`, section 14): the count of its messages and
/// calls, its model and the first request. Events repeat what responses say, so they count only
/// in a file without responses.
struct CodexReader {
  private let file: InputFile
  private let request: ReadRequest
  private var responses = SessionBook()
  private var events = SessionBook()
  private var session = "session"

  private enum Key: String, CaseIterable { case type, payload }

  private enum PayloadKey: String, CaseIterable { case type, id, role, content, message, model }

  private static let keys = JSONKeys<Key>()
  private static let payloadKeys = JSONKeys<PayloadKey>()

  init(_ file: InputFile, _ request: ReadRequest) {
    self.file = file
    self.request = request
  }

  /// What one line says.
  private struct Line {
    var type: String?
    var payload: String?
    var id: String?
    var role: String?
    var model: String?
    /// The blocks of a response or the text of an event.
    var content = ContentDraft()
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
    book.write(to: &writer, file: reader.request.name)
    return LogFacts(form: .session, sha256: rows.cursor.finish() ?? "", writer: writer)
  }

  private static func line(_ cursor: inout JSONCursor) throws(JSONFault) -> Line {
    var line = Line()
    try cursor.enterObject()
    while let key = try cursor.nextKey(keys) {
      switch key {
      case .type: line.type = try cursor.label()
      case .payload:
        guard try cursor.enters(.object) else { continue }
        while let key = try cursor.nextKey(payloadKeys) {
          switch key {
          case .type: line.payload = try cursor.label()
          case .id: line.id = try cursor.label()
          case .role: line.role = try cursor.label()
          case .model: line.model = try cursor.label()
          case .content, .message: try line.content.read(&cursor)
          }
        }
      }
    }
    return line
  }

  private mutating func take(_ line: Line) {
    switch line.type {
    case "session_meta":
      session = line.id ?? session
      responses.note(model: line.model, in: session)
      events.note(model: line.model, in: session)
    case "turn_context":
      responses.note(model: line.model, in: session)
      events.note(model: line.model, in: session)
    case "response_item" where line.payload != "reasoning":
      guard let ordinal = responses.count(0, in: session) else { return }
      if line.payload == "message", line.role == "user", !responses.hasQuestion(session) {
        responses.note(request: text(of: line), ordinal: ordinal, in: session)
      }
    case "event_msg" where line.payload == "user_message" || line.payload == "agent_message":
      guard let ordinal = events.count(0, in: session) else { return }
      if line.payload == "user_message", !events.hasQuestion(session) {
        events.note(request: text(of: line), ordinal: ordinal, in: session)
      }
    case "response_item", "event_msg", "compacted": break
    default:
      responses.skip(type: line.type ?? "none")
      events.skip(type: line.type ?? "none")
    }
  }

  private func text(of line: Line) -> String {
    let bytes = file.bytes(in: line.content.range.prefix(Transcript.textLimit))
    return ContentText(bytes, line.content.form).text
  }
}
