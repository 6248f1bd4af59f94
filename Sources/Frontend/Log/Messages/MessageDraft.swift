/// A message as it is read, before it is known whether it is new
/// (`spec/logs-and-rubrics.md`, section 3.5).
struct MessageDraft {
  struct Call {
    var record = CallRecord()
    var name: String?
    var hash: UInt64 = 0
  }

  /// What becomes one record.
  struct Piece {
    var record: MessageRecord
    var name: String?
    var calls: [Call]
    var hash: UInt64
  }

  private var record = MessageRecord()
  private var name: String?
  private var calls: [Call] = []
  /// The call in the older notation, which some exports give besides the newer one.
  private var functionCall: Call?
  private var content = ContentDraft()
  private var isResult = false
  /// What the tool that answers says it failed at.
  private(set) var fault: ToolFault?
  /// Hash of the message's id; 0 without one.
  private(set) var id: UInt64 = 0
  /// The model that wrote it, where the message says so.
  private(set) var model: String?

  private enum Key: String, CaseIterable {
    case id, role, content, name, function, metadata, model, error
    case functionCall = "function_call"
    case toolCalls = "tool_calls"
    case toolCallID = "tool_call_id"
    case node = "node_id"
    case parent = "parent_node_id"
  }

  private enum MetadataKey: String, CaseIterable {
    case node = "node_id"
    case parent = "parent_node_id"
    case isResult = "function_call_result"
  }

  private enum CallKey: String, CaseIterable { case id, function, name, arguments }

  /// How many calls or results one message may have.
  static let callLimit = 10_000

  private static let keys = JSONKeys<Key>()
  private static let metadataKeys = JSONKeys<MetadataKey>()
  private static let callKeys = JSONKeys<CallKey>()

  /// Reads the object that the cursor has entered.
  mutating func read(_ cursor: inout JSONCursor) throws(JSONFault) {
    while let key = try cursor.nextKey(Self.keys) {
      switch key {
      case .id: id = try cursor.hashOfLabel()
      case .model: model = try cursor.label()
      case .role: record.role = MessageRecord.Role(try cursor.string(limit: 64)?.text)
      case .content: try content.read(&cursor)
      case .name, .function: name = try cursor.string(limit: 256)?.text ?? name
      case .functionCall: functionCall = try Self.readCall(&cursor)
      case .toolCalls:
        calls = []
        guard try cursor.enters(.array) else { continue }
        while try cursor.nextElement() {
          if let call = try Self.readCall(&cursor) { calls.append(call) }
          try cursor.limit(calls.count, to: Self.callLimit)
        }
      case .toolCallID: record.answers = try cursor.hashOfLabel()
      case .error: fault = try ToolFault.read(&cursor)
      case .metadata: try readMetadata(&cursor)
      case .node: record.node = try cursor.integer()
      case .parent: record.parent = try cursor.integer()
      }
    }
    if calls.isEmpty { calls = content.calls }
    if calls.isEmpty, let functionCall { calls = [functionCall] }
    if isResult, record.role == .user { record.role = .function }
  }

  private mutating func readMetadata(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try cursor.enters(.object) else { return }
    while let key = try cursor.nextKey(Self.metadataKeys) {
      switch key {
      case .node: record.node = try cursor.integer()
      case .parent: record.parent = try cursor.integer()
      case .isResult: isResult = try cursor.truth() ?? false
      }
    }
  }

  /// `{name, arguments}`, or `{id, function: {name, arguments}}`, or `{id, function: name,
  /// arguments}`.
  private static func readCall(_ cursor: inout JSONCursor) throws(JSONFault) -> Call? {
    guard try cursor.enters(.object) else { return nil }
    var call = Call()
    while let key = try cursor.nextKey(callKeys) {
      switch key {
      case .id: call.record.id = try cursor.hashOfLabel()
      case .name: call.name = try cursor.string(limit: 256)?.text
      case .arguments: try call.readArguments(&cursor)
      case .function:
        if try cursor.kind() == .string {
          call.name = try cursor.string(limit: 256)?.text
        } else if try cursor.enters(.object) {
          while let key = try cursor.nextKey(callKeys) {
            switch key {
            case .name: call.name = try cursor.string(limit: 256)?.text
            case .arguments: try call.readArguments(&cursor)
            case .id, .function: try cursor.skip()
            }
          }
        }
      }
    }
    return call
  }

  /// The message itself unless it consists of tool results only, and each tool result in it.
  var pieces: [Piece] {
    var whole = record
    whole.form = content.form
    whole.content = content.range
    whole.beginsWithTag = content.beginsWithTag
    let results = content.results.map { result in
      var piece = whole
      piece.role = .function
      piece.form = result.form
      piece.content = result.range
      piece.answers = result.answers
      piece.isError = result.isError
      piece.beginsWithTag = false
      return Piece(record: piece, name: name, calls: [], hash: hash(piece, result.hash))
    }
    if !results.isEmpty, !content.hasText, calls.isEmpty { return results }
    return results
      + [Piece(record: whole, name: name, calls: calls, hash: hash(whole, content.hash))]
  }

  private func hash(_ record: MessageRecord, _ content: UInt64) -> UInt64 {
    var hash = ContentHash()
    hash.mix(UInt64(record.role.rawValue))
    hash.mix(content)
    if record.role != .function {
      for call in calls { hash.mix(call.hash) }
    }
    return hash.value
  }
}

extension MessageDraft.Call {
  mutating func readArguments(_ cursor: inout JSONCursor) throws(JSONFault) {
    var seen = ContentHash()
    record.isText = try cursor.kind() == .string
    record.arguments = record.isText ? try cursor.passString(&seen) : try cursor.skip(&seen)
    hash = seen.value
  }
}
