internal import IR

/// The payload of one line of a Codex session: a message, a call, or what a call gave.
struct CodexItem {
  private(set) var type: String?
  private(set) var id: String?
  private(set) var model: String?
  private var role: String?
  /// The blocks of a response or the text of an event.
  private var content = ContentDraft()
  private var call = MessageDraft.Call()
  private var answers: UInt64 = 0

  private enum Key: String, CaseIterable {
    case type, id, role, content, message, model, name, arguments, input, action, output
    case callID = "call_id"
  }

  private static let keys = JSONKeys<Key>()

  /// Reads the object that the cursor has entered.
  mutating func read(_ cursor: inout JSONCursor) throws(JSONFault) {
    while let key = try cursor.nextKey(Self.keys) {
      switch key {
      case .type: type = try cursor.label()
      case .id: id = try cursor.label()
      case .role: role = try cursor.label()
      case .model: model = try cursor.label()
      case .name: call.name = try cursor.string(limit: 256)?.text
      case .callID:
        answers = try cursor.hashOfLabel()
        call.record.id = answers
      case .arguments, .input, .action: try call.readArguments(&cursor)
      case .content, .message, .output: try content.read(&cursor)
      }
    }
  }

  /// Nil for an item of a kind that says nothing of the work.
  var piece: MessageDraft.Piece? {
    var record = MessageRecord()
    record.form = content.form
    record.content = content.range
    record.beginsWithTag = content.beginsWithTag
    var calls: [MessageDraft.Call] = []
    switch type {
    case "message": record.role = MessageRecord.Role(role)
    case "user_message": record.role = .user
    case "agent_message": record.role = .assistant
    case "function_call", "custom_tool_call", "local_shell_call":
      record.role = .assistant
      var call = call
      call.name = call.name ?? "shell"
      calls = [call]
    case "function_call_output", "custom_tool_call_output", "local_shell_call_output":
      record.role = .function
      record.answers = answers
    default: return nil
    }
    return MessageDraft.Piece(record: record, name: nil, calls: calls, hash: content.hash)
  }
}
