/// What the first rows of a JSON file say of its kind (`spec/logs-and-rubrics.md`, section 1).
///
/// Looks at no more than the first few megabytes. The order of keys means nothing: a row whose
/// end lies further on is judged by the keys that were seen.
enum JSONEvidence {
  case rubric
  case log(LogShape)
  /// JSON of another kind, with the first keys of its first object.
  case other(keys: [String])
  /// No row could be read; the fault of the first.
  case broken(line: Int, JSONFault)

  init(_ file: InputFile) {
    var cursor = JSONCursor(file, limit: JSONRows.lookahead)
    if cursor.peekRow() == UInt8(ascii: "[") { cursor.pass() }
    var other: [String]?
    var firstFault: (line: Int, fault: JSONFault)?
    for _ in 0..<Self.rowLimit {
      guard let byte = cursor.peekRow(), byte != UInt8(ascii: "]") else { break }
      if byte == UInt8(ascii: ",") {
        cursor.pass()
        continue
      }
      let line = cursor.line
      var row = RowEvidence()
      do throws(JSONFault) {
        try row.read(&cursor)
      } catch {
        firstFault = firstFault ?? (line, error)
        row.isCut = true
      }
      if let kind = row.kind {
        self = kind
        return
      }
      if row.isCut { cursor.passLine() } else { other = other ?? row.keys }
      if !row.isCut, row.type == nil { break }
    }
    if let other {
      self = .other(keys: other)
    } else if let firstFault {
      self = .broken(line: firstFault.line, firstFault.fault)
    } else {
      self = .other(keys: [])
    }
  }

  /// How many rows are looked at: sessions may begin with rows that say little.
  private static let rowLimit = 200
}

/// The keys of one row, and the few values that tell kinds apart.
private struct RowEvidence {
  var isCut = false
  private(set) var keys: [String] = []
  private(set) var type: String?
  private var hasEvalObject = false
  private var hasNodes = false

  mutating func read(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.enterObject()
    while let key = try cursor.nextKey() {
      if keys.count < 100, !keys.contains(key) { keys.append(key) }
      switch key {
      case "type": type = try cursor.string(limit: 64)?.text
      case "eval":
        hasEvalObject = try cursor.kind() == .object
        try cursor.skip()
      case "nodes": try readNodes(&cursor)
      default: try cursor.skip()
      }
    }
  }

  /// A list of nodes is empty, or its first node has `node_data`.
  private mutating func readNodes(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try cursor.enters(.array) else { return }
    var isFirst = true
    hasNodes = true
    while try cursor.nextElement() {
      if !isFirst {
        try cursor.skip()
        continue
      }
      isFirst = false
      hasNodes = false
      guard try cursor.enters(.object) else { continue }
      while let key = try cursor.nextKey() {
        if key == "node_data" { hasNodes = true }
        try cursor.skip()
      }
    }
  }

  private static let sessionTypes: Set<String> = [
    "user", "assistant", "system", "summary", "file-history-snapshot", "queue-operation",
  ]

  /// Nil for a row that says nothing certain.
  var kind: JSONEvidence? {
    let has = Set(keys)
    if has.contains("status"), has.contains("version"), hasEvalObject { return .log(.inspect) }
    if has.isSuperset(of: ["requirements", "sub_tasks"]) { return .rubric }
    if isCut, has.contains("sub_tasks") { return .rubric }
    if has.contains("samples") { return .log(.maltSamples) }
    if hasNodes { return .log(.maltGraph) }
    if has.contains("messages"), isCut || has.contains("run_id") { return .log(.maltMessages) }
    guard let type else { return nil }
    if has.contains("parentUuid") || has.contains("sessionId"), Self.sessionTypes.contains(type) {
      return .log(.claudeCode)
    }
    if has == ["timestamp", "type", "payload"], type == "session_meta" { return .log(.codex) }
    return has.contains("wall_clock_s") ? .log(.harness) : nil
  }
}
