internal import IR

/// Reads a Codex session (`spec/logs-and-rubrics.md`, section 14). Events repeat what responses
/// say, so they count only in a file without responses.
struct CodexReader: SessionReader {
  let file: InputFile
  let request: ReadRequest
  private var responses = SessionBook()
  private var events = SessionBook()
  private var session = "session"

  private enum Key: String, CaseIterable { case timestamp, type, payload }

  private static let keys = JSONKeys<Key>()

  var book: SessionBook {
    responses.sessions.contains { $0.messages > 0 } ? responses : events
  }

  init(_ file: InputFile, _ request: ReadRequest) {
    self.file = file
    self.request = request
  }

  /// What one line says.
  struct Line {
    var type: String?
    var time: String?
    var item = CodexItem()
  }

  static func line(_ cursor: inout JSONCursor) throws(JSONFault) -> Line {
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

  mutating func take(_ line: Line) {
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
