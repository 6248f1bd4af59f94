internal import IR

/// Joins the rows of a table that are parts of one, and gives each row the label of its group.
struct TableRowMerger {
  let rows: [[TextLine]]
  /// Rows of the header.
  let header: Int
  /// For each gap between rows, the widest share of the table that a rule in it covers.
  let ruled: [Double]

  /// Joins a row to the one above where it only continues cells of words.
  func mergeContinuations(_ cells: inout [[TableCell]?]) {
    let gaps = rowGaps
    let bodyGaps = gaps.dropFirst(header).sorted()
    guard let usual = bodyGaps.isEmpty ? nil : bodyGaps[bodyGaps.count / 2] else { return }
    var target = 0
    for index in rows.indices {
      defer { if cells[index] != nil { target = index } }
      guard index > header, target < index, let row = cells[index], var above = cells[target],
        ruled[index - 1] == 0, gaps[index - 1] <= usual + 1,
        continues(row, above, isTight: gaps[index - 1] < 0.8 * usual)
      else { continue }
      for cell in row {
        guard let match = above.firstIndex(where: { $0.columns.overlaps(cell.columns) }) else {
          continue
        }
        above[match].lines += cell.lines
      }
      cells[target] = above
      cells[index] = nil
    }
  }

  private func continues(_ row: [TableCell], _ above: [TableCell], isTight: Bool) -> Bool {
    let startsLater = row.allSatisfy { $0.columns.lowerBound > 0 }
    let isWords = row.allSatisfy {
      !CellText.isNumeric($0.text) && !CellText.isMark($0.text)
    }
    let hasHost = row.allSatisfy { cell in above.contains { $0.columns.overlaps(cell.columns) } }
    guard isWords, hasHost, row.count < above.count else { return false }
    if isTight { return true }
    return startsLater && row.count * 3 <= above.count
      && row.allSatisfy { CellText.isContinuation($0.text) }
  }

  private var rowGaps: [Double] {
    zip(rows, rows.dropFirst()).map { above, below in
      (below.map(\.box.midY).min() ?? 0) - (above.map(\.box.midY).max() ?? 0)
    }
  }

  /// Repeats the one label of a group of rows that rules set apart.
  func fillRowGroups(_ cells: inout [[TableCell]?]) {
    guard ruled.dropFirst(header).contains(where: { $0 > 0.3 }) else { return }
    var start = header
    for index in header..<rows.count {
      guard index == rows.count - 1 || ruled[index] > 0.3 else { continue }
      fillGroup(&cells, start...index)
      start = index + 1
    }
  }

  private func fillGroup(_ cells: inout [[TableCell]?], _ range: ClosedRange<Int>) {
    let live = range.filter { cells[$0] != nil }
    let labelled = live.filter { index in
      cells[index]?.contains { $0.columns.lowerBound == 0 } == true
    }
    guard live.count > 1, labelled.count == 1,
      let label = cells[labelled[0]]?.first(where: { $0.columns == 0...0 })
    else { return }
    let others = live.filter { $0 != labelled[0] }
    if cells[labelled[0]]?.count == 1 {
      // Beside an even number of rows, the label stands between the two in the middle.
      guard isCentred(label, among: others.map { rows[$0] }) else { return }
      cells[labelled[0]] = nil
    }
    for index in others { cells[index]?.insert(label, at: 0) }
  }

  /// Whether as many rows stand above a label as below it.
  private func isCentred(_ label: TableCell, among rows: [[TextLine]]) -> Bool {
    let middles = rows.map { $0.map(\.box.midY).reduce(0, +) / Double($0.count) }
    guard let first = middles.first, let last = middles.last, middles.count.isMultiple(of: 2) else {
      return false
    }
    return abs(label.box.midY - (first + last) / 2) < 0.35 * label.box.height
  }
}
