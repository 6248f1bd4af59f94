internal import IR
internal import YAML

// The edits that fix-its are made of.

extension FixIt.Replacement {
  /// Puts a text in the place of a piece of a line.
  init(_ piece: LinePiece, in file: String, by text: String) {
    let end = piece.column + piece.text.unicodeScalars.count
    self.init(
      file: file, start: FixIt.Position(piece.line, piece.column),
      end: FixIt.Position(piece.line, end), text: text)
  }

  /// Puts whole lines, each with its line end, before a line.
  init(inserting text: String, before line: Int, of file: String) {
    let place = FixIt.Position(line, 1)
    self.init(file: file, start: place, end: place, text: text)
  }

  /// Takes out whole lines.
  init(removing lines: Range<Int>, of file: String) {
    self.init(
      file: file, start: FixIt.Position(lines.lowerBound, 1),
      end: FixIt.Position(lines.upperBound, 1), text: "")
  }
}

extension FixIt {
  /// Puts a text in the place of a piece of a line.
  static func replace(_ piece: LinePiece, in file: String, by text: String) -> FixIt {
    FixIt(
      "write \(Quoted(text)) for \(Quoted(piece.text))",
      [.replace(Replacement(piece, in: file, by: text))])
  }

  /// Puts a text before a piece of a line.
  static func insert(_ text: String, before piece: LinePiece, in file: String) -> FixIt {
    FixIt("insert \(Quoted(text))", [.replace(Replacement(piece[0..<0], in: file, by: text))])
  }

  /// Puts a field behind those that a block has.
  static func insertField(_ name: String, _ value: String, in block: Block, of file: String)
    -> FixIt
  {
    insertField(name, value, before: block.endOfFields, of: file)
  }

  static func insertField(_ name: String, _ value: String, before line: Int, of file: String)
    -> FixIt
  {
    let text = "- **\(name)**:" + (value.isEmpty ? "" : " " + value) + "\n"
    return FixIt(
      "insert the field '\(name)'",
      [.replace(Replacement(inserting: text, before: line, of: file))])
  }

  /// Puts a labelled part behind those that a field has.
  static func insertPart(_ label: String, _ value: String, in field: Field, of file: String)
    -> FixIt
  {
    FixIt(
      "insert the part '\(label)'",
      [
        .replace(
          Replacement(
            inserting: "  - \(label): \(value)\n", before: field.endLine, of: file))
      ])
  }
}

extension Field {
  /// The line behind the field.
  var endLine: Int { (pieces.map(\.line).max() ?? line) + 1 }

  /// What stands between the asterisks, a colon or full stop there included.
  var label: LinePiece? {
    let head = LinePiece(text: value.text.lineBefore, line: line)
    guard let open = head.text.offset(of: "**"),
      let close = head.text.offset(of: "**", from: open + 2)
    else { return nil }
    return head[(open + 2)..<close]
  }
}

extension Substring {
  /// The line of the file that this piece stands in, as far as the piece.
  fileprivate var lineBefore: Substring {
    let before = base.utf8[..<startIndex]
    let end = before.lastIndex(of: UInt8(ascii: "\n")).map { base.utf8.index(after: $0) }
    return base[(end ?? base.startIndex)..<startIndex]
  }
}

extension Block {
  /// The line behind the last field; behind the heading without any.
  var endOfFields: Int { fields.map(\.endLine).max() ?? line + 1 }
}

extension LinePiece {
  /// The same place with another text: where an empty piece stands, something can be inserted.
  func at(_ offset: Int) -> LinePiece { self[offset..<offset] }
}

extension TraceFile.Key {
  /// The key's name as it stands in the file; nil for a quoted one.
  func written(in text: TextFile) -> LinePiece? {
    let line = text.line(place.line)
    let start = line.offset(ofColumn: place.column)
    let end = start + name.utf8.count
    guard end <= line.utf8.count, line[utf8Range: start..<end] == name[...] else { return nil }
    return LinePiece(text: line[utf8Range: start..<end], line: place.line)
  }

  /// The value as it stands in the file, if it is a scalar that ends with its line.
  func writtenValue(in text: TextFile) -> LinePiece? {
    guard let scalar = value.scalar, value.mark.line == place.line else { return nil }
    let line = text.line(value.mark.line)
    let whole = LinePiece(text: line, line: value.mark.line)
    let piece = whole[line.offset(ofColumn: value.mark.column)..<line.utf8.count].trimmed
    let isWhole = [scalar, "\"\(scalar)\"", "'\(scalar)'"].contains(String(piece.text))
    return isWhole && !piece.text.isEmpty ? piece : nil
  }
}

/// A text in double quotes, as YAML and JSON read it.
enum QuotedYAML {
  static func of(_ text: some StringProtocol) -> String {
    text.unicodeScalars.reduce(into: "\"") { result, scalar in
      if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    } + "\""
  }
}

extension Field {
  /// What fills an empty value: a blank stands before it.
  var filled: String {
    value.text.isEmpty ? " " + FixedPhrase.notSpecified : FixedPhrase.notSpecified
  }
}

extension FixIt {
  static func remove(_ path: String) -> FixIt {
    FixIt("remove \(Quoted(path))", [.remove(path: path)])
  }
}
