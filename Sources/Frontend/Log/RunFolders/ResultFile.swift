/// The numbers of one `final_info.json`: `{dataset: {means: {metric: number}, stderrs: …}}`.
///
/// The lists of single seeds, from which means and errors were computed, are left out.
struct ResultFile {
  struct Row {
    let dataset: String
    let metric: String
    /// As it stands in the file.
    let value: String
    /// The metric's key and the value, as they stand in the file.
    let words: String
    let line: Int
  }

  private(set) var rows: [Row] = []

  static let rowLimit = 10_000

  /// Reads as far as the file can be read; the fault says where it broke off.
  mutating func read(_ file: InputFile) throws(JSONFault) {
    var cursor = JSONCursor(file)
    _ = cursor.peekRow()
    try cursor.enterObject()
    while let dataset = try cursor.nextKey() {
      if try cursor.kind() == .number {
        try readNumber(dataset, of: "", &cursor)
        continue
      }
      guard try cursor.enters(.object) else { continue }
      while let name = try cursor.nextKey() {
        if try cursor.kind() == .number {
          try readNumber(name, of: dataset, &cursor)
        } else if name == "means" || name == "stderrs", try cursor.enters(.object) {
          while let metric = try cursor.nextKey() { try readNumber(metric, of: dataset, &cursor) }
        } else {
          try cursor.skip()
        }
      }
    }
  }

  private mutating func readNumber(_ metric: String, of dataset: String, _ cursor: inout JSONCursor)
    throws(JSONFault)
  {
    let start = cursor.lastKey.lowerBound - 1
    let line = cursor.line
    guard let value = try cursor.number() else { return }
    guard rows.count < Self.rowLimit else {
      throw JSONFault(reason: .count(Self.rowLimit), offset: cursor.offset)
    }
    let words = String(decoding: cursor.bytes(in: start..<cursor.offset), as: UTF8.self)
    rows.append(Row(dataset: dataset, metric: metric, value: value, words: words, line: line))
  }
}
