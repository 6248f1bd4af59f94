internal import IR

/// Reads a Claude Code session (`spec/logs-and-rubrics.md`, section 14): its requests, what was
/// run, what came of it and what the agent said of that. Sub-agents' messages are counted; what
/// they found is told where it is returned.
struct ClaudeCodeReader: SessionReader {
  let file: InputFile
  let request: ReadRequest
  private(set) var book = SessionBook()

  private enum Key: String, CaseIterable {
    case type, uuid, parentUuid, sessionId, isSidechain, isMeta, message, timestamp
    case level, content, isApiErrorMessage
  }

  private static let keys = JSONKeys<Key>()
  private static let messageTypes: Set<String> = ["user", "assistant", "system"]

  init(_ file: InputFile, _ request: ReadRequest) {
    self.file = file
    self.request = request
  }

  /// What one line says.
  struct Line {
    var type: String?
    var session: String?
    var entry = SessionBook.Entry()
    var draft = MessageDraft()
    var hasMessage = false
    /// Whether the program says that a service failed it.
    var isError = false
    /// What a line without a message says.
    var content = ContentDraft()
    var time: String?
  }

  static func line(_ cursor: inout JSONCursor) throws(JSONFault) -> Line {
    var line = Line()
    try cursor.enterObject()
    while let key = try cursor.nextKey(keys) {
      switch key {
      case .type: line.type = try cursor.label()
      case .uuid: line.entry.node = try cursor.hashOfLabel()
      case .parentUuid: line.entry.parent = try cursor.hashOfLabel()
      case .sessionId: line.session = try cursor.label()
      case .timestamp: line.time = try cursor.label()
      case .level: if try cursor.label() == "error" { line.isError = true }
      case .isApiErrorMessage: if try cursor.truth() == true { line.isError = true }
      case .content: try line.content.read(&cursor)
      case .isSidechain, .isMeta: if try cursor.truth() == true { line.entry.isAside = true }
      case .message:
        guard try cursor.enters(.object) else { continue }
        line.draft = MessageDraft()
        try line.draft.read(&cursor)
        line.hasMessage = true
      }
    }
    return line
  }

  mutating func take(_ line: Line) {
    guard let type = line.type, Self.messageTypes.contains(type) else {
      book.skip(type: line.type ?? "none")
      return
    }
    let session = line.session ?? "session"
    if type == "assistant" { book.note(model: line.draft.model, in: session) }
    guard book.isNew(line.entry.node, in: session) else { return }
    // One message of the model is spread over several lines, which share its id.
    let ordinal = book.count(line.draft.id, in: session)
    book.note(time: line.time, ordinal: ordinal, in: session)
    var entry = line.entry
    entry.ordinal = ordinal
    if line.isError {
      let record = line.hasMessage ? line.draft.pieces.first?.record : line.content.record
      book.note(error: record, ordinal: ordinal, in: session)
    }
    let pieces = line.hasMessage && !line.isError ? line.draft.pieces : []
    book.add(pieces, as: entry, in: session)
    guard type == "user", !entry.isAside, !book.hasQuestion(session), pieces.count == 1,
      let record = pieces.first?.record, record.role == .user
    else { return }
    let bytes = file.bytes(in: record.content.prefix(Transcript.textLimit))
    book.note(request: ContentText(bytes, record.form).text, ordinal: ordinal, in: session)
  }
}
