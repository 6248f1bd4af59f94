/// A mechanical edit that would cure a diagnostic.
package struct FixIt: Hashable, Codable, Sendable {
  /// What it does, as an order: `insert the field 'Tags'`.
  package let message: String
  /// They belong together: none is made without the others.
  package let edits: [Edit]

  package init(_ message: String, _ edits: [Edit]) {
    self.message = message
    self.edits = edits
  }

  package enum Edit: Hashable, Codable, Sendable {
    case replace(Replacement)
    /// Gives a text file line ends, a last line and blanks as the format wants them.
    case normalise(file: String)
    /// Removes a file, or a directory with what is in it.
    case remove(path: String)
  }

  /// Puts a text in the place of a range of a file.
  package struct Replacement: Hashable, Codable, Sendable {
    package let file: String
    package let start: Position
    /// Behind the last character; equal to `start` where something is inserted.
    package let end: Position
    package let text: String

    package init(file: String, start: Position, end: Position, text: String) {
      self.file = file
      self.start = start
      self.end = end
      self.text = text
    }
  }

  /// A physical line and a Unicode-scalar column, both from 1. A byte order mark is in no column.
  /// A line past the last one is the end of the file.
  package struct Position: Hashable, Codable, Sendable, Comparable {
    package let line: Int
    package let column: Int

    package init(_ line: Int, _ column: Int) {
      self.line = line
      self.column = column
    }

    package static func < (a: Position, b: Position) -> Bool {
      (a.line, a.column) < (b.line, b.column)
    }
  }
}
