/// The rows of a file: JSON Lines, one array of objects, or objects one after another.
///
/// `next` stops in front of a row, which the caller then reads from `cursor`. After a fault in a
/// row `recover` goes on to the next one.
struct JSONRows: ~Copyable {
  enum Framing: Hashable { case lines, array, objects }

  struct Row: Hashable {
    /// From 1.
    let number: Int
    /// The line of its first byte, from 1.
    let line: Int
  }

  var cursor: JSONCursor
  private(set) var framing: Framing
  /// Whether an array of rows was never closed.
  private(set) var isCut = false
  private var rows = 0
  private var firstColumn = 0

  /// How much of the first row is looked at to tell lines from objects.
  static let lookahead = 4 << 20

  init(_ file: InputFile, digests: Bool = false) {
    framing = Self.framing(of: file)
    cursor = JSONCursor(file, digests: digests)
    cursor.rowsAreLines = framing == .lines
    if framing == .array, cursor.peekRow() != nil { cursor.pass() }
  }

  /// The next row, all of it unread; nil at the end. What is no object is a row too, and a fault
  /// to who reads it.
  mutating func next() -> Row? {
    while let byte = cursor.peekRow() {
      if framing == .array, byte == UInt8(ascii: ",") {
        cursor.pass()
      } else if framing == .array, byte == UInt8(ascii: "]") {
        cursor.pass()
        framing = .objects
      } else {
        rows += 1
        if rows == 1 { firstColumn = cursor.column }
        return Row(number: rows, line: cursor.line)
      }
    }
    isCut = framing == .array
    return nil
  }

  /// Goes on to the next line that can begin a row: any line of JSON Lines, else one with a brace
  /// that stands no deeper than that of the first row.
  mutating func recover() {
    cursor.passLine()
    guard framing != .lines else { return }
    while let byte = cursor.peekRow() {
      if byte == UInt8(ascii: "{"), cursor.column <= firstColumn { return }
      cursor.passLine()
    }
  }

  /// A line break inside the first object tells objects from lines, unless the next line begins
  /// another object: then the first line was cut.
  private static func framing(of file: InputFile) -> Framing {
    var cursor = JSONCursor(file, limit: lookahead)
    guard let first = cursor.peekRow() else { return .lines }
    if first == UInt8(ascii: "[") { return .array }
    cursor.rowsAreLines = true
    do throws(JSONFault) {
      try cursor.skip()
      return .lines
    } catch {
      guard error.reason == .lineEnd else { return .lines }
      cursor.passLine()
      return cursor.peekRow() == UInt8(ascii: "{") ? .lines : .objects
    }
  }
}
