/// The content of a message as it is read: a text, a list of blocks, an object or nothing.
struct ContentDraft {
  /// A tool result that is a block of the content.
  struct Result {
    var form: MessageRecord.Form = .none
    var range: Range<Int> = 0..<0
    var answers: UInt64 = 0
    var isError = false
    var hash: UInt64 = 0
  }

  private(set) var form: MessageRecord.Form = .none
  private(set) var range: Range<Int> = 0..<0
  private(set) var beginsWithTag = false
  /// Equal for a text and for a single block with the same text.
  private(set) var hash: UInt64 = 0
  /// Whether there is a text or a block of text.
  private(set) var hasText = false
  private(set) var calls: [MessageDraft.Call] = []
  private(set) var results: [Result] = []

  private enum BlockKey: String, CaseIterable {
    case type, text, id, name, input, content
    case toolUseID = "tool_use_id"
    case isError = "is_error"
  }

  private static let blockKeys = JSONKeys<BlockKey>()

  mutating func read(_ cursor: inout JSONCursor) throws(JSONFault) {
    self = ContentDraft()
    switch try cursor.kind() {
    case .string:
      form = .text
      var seen = ContentHash()
      range = try cursor.passString(&seen)
      beginsWithTag = cursor.bytes(in: range.prefix(1)).first == UInt8(ascii: "<")
      hasText = !range.isEmpty
      add(seen.value)
    case .array:
      form = .blocks
      let start = cursor.offset
      try cursor.enterArray()
      while try cursor.nextElement() { try readBlock(&cursor) }
      range = start..<cursor.offset
    case .object:
      form = .object
      var seen = ContentHash()
      range = try cursor.skip(&seen)
      add(seen.value)
    case .number, .truth, .null: try cursor.skip()
    }
  }

  /// The record of a message that has this content and nothing else.
  var record: MessageRecord {
    var record = MessageRecord()
    record.form = form
    record.content = range
    return record
  }

  private mutating func add(_ piece: UInt64) {
    var seen = ContentHash()
    seen.mix(hash)
    seen.mix(piece)
    hash = seen.value
  }

  private mutating func readBlock(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try cursor.kind() == .object else {
      var seen = ContentHash()
      let isText = try cursor.kind() == .string
      _ = isText ? try cursor.passString(&seen) : try cursor.skip(&seen)
      hasText = hasText || isText
      return add(seen.value)
    }
    try cursor.enterObject()
    var type: String?
    var call = MessageDraft.Call()
    var result = Result()
    var text: UInt64?
    while let key = try cursor.nextKey(Self.blockKeys) {
      switch key {
      case .type: type = try cursor.string(limit: 64)?.text
      case .text: text = try cursor.hashOfValue()
      case .id: call.record.id = try cursor.hashOfLabel()
      case .name: call.name = try cursor.string(limit: 256)?.text
      case .input: try call.readArguments(&cursor)
      case .toolUseID: result.answers = try cursor.hashOfLabel()
      case .content: try result.readContent(&cursor)
      case .isError: result.isError = try cursor.truth() ?? false
      }
    }
    switch type {
    case "tool_use":
      calls.append(call)
      add(call.hash)
      try cursor.limit(calls.count, to: MessageDraft.callLimit)
    case "tool_result":
      results.append(result)
      add(result.hash)
      try cursor.limit(results.count, to: MessageDraft.callLimit)
    default:
      hasText = hasText || text != nil
      add(text ?? call.hash ^ result.hash)
    }
  }
}

extension ContentDraft.Result {
  fileprivate mutating func readContent(_ cursor: inout JSONCursor) throws(JSONFault) {
    var seen = ContentHash()
    switch try cursor.kind() {
    case .string:
      form = .text
      range = try cursor.passString(&seen)
    case .array:
      form = .blocks
      range = try cursor.skip(&seen)
    case .object:
      form = .object
      range = try cursor.skip(&seen)
    case .number, .truth, .null: range = try cursor.skip(&seen)
    }
    hash = seen.value
  }
}

extension JSONCursor {
  /// Throws if a list has grown beyond what a reader takes.
  func limit(_ count: Int, to limit: Int) throws(JSONFault) {
    if count > limit { throw JSONFault(reason: .count(limit), offset: offset) }
  }

  /// A hash of a string that is a label, never 0; 0 for anything else.
  mutating func hashOfLabel() throws(JSONFault) -> UInt64 {
    guard try kind() == .string else {
      try skip()
      return 0
    }
    return max(1, try hashOfValue())
  }

  /// A hash of what the next value says: of the text alone if it is a string.
  mutating func hashOfValue() throws(JSONFault) -> UInt64 {
    var seen = ContentHash()
    if try kind() == .string {
      _ = try passString(&seen)
    } else {
      _ = try skip(&seen)
    }
    return seen.value
  }

  /// A whole number, or a string of digits; skips anything else.
  mutating func integer() throws(JSONFault) -> Int? {
    guard let label = try label() else { return nil }
    return Int(label) ?? Double(label).flatMap { Int(exactly: $0) }
  }
}
