/// Reads pipe tables: a header row, a separator row, body rows, each beginning with a pipe.
enum PipeTableReader {
  /// The table that begins at this line and the line after it.
  static func read(_ text: TextFile, from line: Int) -> (table: PipeTable, end: Int)? {
    guard isRow(text.line(line)), line < text.lines.count, isRow(text.line(line + 1)) else {
      return nil
    }
    guard isSeparator(cells(of: text.line(line + 1), line + 1)) else { return nil }
    var rows: [PipeTable.Row] = []
    var end = line + 2
    while end <= text.lines.count, isRow(text.line(end)) {
      rows.append(PipeTable.Row(cells: cells(of: text.line(end), end), line: end))
      end += 1
    }
    let header = PipeTable.Row(cells: cells(of: text.line(line), line), line: line)
    return (PipeTable(header: header, rows: rows), end)
  }

  private static func isRow(_ line: Substring) -> Bool {
    line.utf8.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "|")
  }

  private static func isSeparator(_ cells: [LinePiece]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        let dashes = cell.text.utf8.filter { $0 == UInt8(ascii: "-") }.count
        let colons = cell.text.utf8.filter { $0 == UInt8(ascii: ":") }.count
        return dashes > 0 && dashes + colons == cell.text.utf8.count
      }
  }

  /// The trimmed cells of a row; an escaped pipe separates nothing.
  private static func cells(of line: Substring, _ number: Int) -> [LinePiece] {
    let row = LinePiece(text: line, line: number).trimmed
    var cells: [LinePiece] = []
    var start = 1
    var isEscaped = false
    for (at, byte) in row.text.utf8.enumerated().dropFirst() {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append(row[start..<at].trimmed)
        start = at + 1
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    let last = row[start..<row.text.utf8.count].trimmed
    if !last.text.isEmpty { cells.append(last) }
    return cells
  }
}
