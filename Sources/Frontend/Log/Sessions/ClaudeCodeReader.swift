internal import IR

/// Reads a Claude Code session (`spec/logs-and-rubrics.md`, section 14): the count of its
/// messages, its model and the first request. Sub-agents' messages count, their requests do not.
struct ClaudeCodeReader {
  private let file: InputFile
  private let request: ReadRequest
  private var book = SessionBook()

  private enum Key: String, CaseIterable {
    case type, uuid, sessionId, isSidechain, isMeta, message
  }

  private enum MessageKey: String, CaseIterable { case id, model, content }

  private static let keys = JSONKeys<Key>()
  private static let messageKeys = JSONKeys<MessageKey>()
  private static let messageTypes: Set<String> = ["user", "assistant", "system"]

  init(_ file: InputFile, _ request: ReadRequest) {
    self.file = file
    self.request = request
  }

  /// What one line says.
  private struct Line {
    var type: String?
    var session: String?
    var uuid: UInt64 = 0
    var message: UInt64 = 0
    var model: String?
    var content = ContentDraft()
    var isAside = false
  }

  consuming func read() -> LogFacts {
    var reader = self
    var writer = RunWriter(reader.request.id)
    var rows = JSONRows(reader.file, digests: true)
    while let place = rows.next() {
      if reader.book.sessions.count > RunWriter.runLimit {
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
    reader.book.write(to: &writer, file: reader.request.name)
    return LogFacts(form: .session, sha256: rows.cursor.finish() ?? "", writer: writer)
  }

  private static func line(_ cursor: inout JSONCursor) throws(JSONFault) -> Line {
    var line = Line()
    try cursor.enterObject()
    while let key = try cursor.nextKey(keys) {
      switch key {
      case .type: line.type = try cursor.label()
      case .uuid: line.uuid = try cursor.hashOfLabel()
      case .sessionId: line.session = try cursor.label()
      case .isSidechain, .isMeta: if try cursor.truth() == true { line.isAside = true }
      case .message:
        guard try cursor.enters(.object) else { continue }
        while let key = try cursor.nextKey(messageKeys) {
          switch key {
          case .id: line.message = try cursor.hashOfLabel()
          case .model: line.model = try cursor.label()
          case .content: try line.content.read(&cursor)
          }
        }
      }
    }
    return line
  }

  private mutating func take(_ line: Line) {
    guard let type = line.type, Self.messageTypes.contains(type) else {
      book.skip(type: line.type ?? "none")
      return
    }
    let session = line.session ?? "session"
    if type == "assistant" { book.note(model: line.model, in: session) }
    // One message of the model is spread over several lines, which share its id.
    let ordinal = book.count(line.message == 0 ? line.uuid : line.message, in: session)
    guard type == "user", !line.isAside, line.content.hasText, line.content.results.isEmpty,
      let ordinal, !book.hasQuestion(session)
    else { return }
    let bytes = file.bytes(in: line.content.range.prefix(Transcript.textLimit))
    book.note(
      request: ContentText(bytes, line.content.form).text, ordinal: ordinal, in: session)
  }
}
