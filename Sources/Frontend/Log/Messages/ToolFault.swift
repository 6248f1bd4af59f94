internal import IR

/// What a tool, or a whole sample, failed at: `{"type": "timeout", "message": "…"}`.
struct ToolFault {
  /// The kind of error, as the log names it.
  private(set) var kind: String?
  /// The bytes of what is said of it, between the quotation marks.
  private(set) var words: Range<Int> = 0..<0

  private enum Key: String, CaseIterable { case type, message }

  private static let keys = JSONKeys<Key>()

  /// Reads the value that comes next; nil for none.
  static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> ToolFault? {
    var fault = ToolFault()
    if let words = try text(&cursor) {
      fault.words = words
      return fault
    }
    guard try cursor.enters(.object) else { return nil }
    while let key = try cursor.nextKey(keys) {
      switch key {
      case .type: fault.kind = try cursor.label()
      case .message: fault.words = try words(&cursor)
      }
    }
    return fault
  }

  /// The limit that ended a sample, whose type says of what: `{"type": "token", "limit": 9}`.
  static func limit(_ cursor: inout JSONCursor) throws(JSONFault) -> ToolFault? {
    guard try cursor.enters(.object) else { return nil }
    var fault = ToolFault(kind: FailureCause.limit.rawValue)
    while let key = try cursor.nextKey(keys) {
      switch key {
      case .type: fault.words = try words(&cursor)
      case .message: try cursor.skip()
      }
    }
    return fault
  }

  private static func text(_ cursor: inout JSONCursor) throws(JSONFault) -> Range<Int>? {
    guard try cursor.kind() == .string else { return nil }
    var hash = ContentHash()
    return try cursor.passString(&hash)
  }

  private static func words(_ cursor: inout JSONCursor) throws(JSONFault) -> Range<Int> {
    if let words = try text(&cursor) { return words }
    try cursor.skip()
    return 0..<0
  }

  /// What it says of itself.
  func text(in file: InputFile) -> String {
    JSONText(file.bytes(in: words.prefix(Transcript.textLimit))).text
  }
}
