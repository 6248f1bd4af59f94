internal import IR

/// Labels that stand beside several rows of a table.
struct RowGroups {
  let rules: TableRules
  /// Rows of the header.
  let header: Int
  let fonts: [Font]

  /// Repeats the one label of a group of rows that rules set apart.
  func fill(_ rows: inout [TableRow]) {
    guard let left = labelMiddle(rows), rows.count > header + 1 else { return }
    var ends = rows.indices.dropLast().dropFirst(header).filter {
      rules.closesGroup(between: rows[$0], rows[$0 + 1], left: left)
    }
    guard !ends.isEmpty else {
      return fill(&rows, partsOf: header...(rows.count - 1), left: left)
    }
    ends.append(rows.count - 1)
    // From the last to the first: a label that stood alone leaves its row.
    for (index, end) in ends.enumerated().reversed() {
      let start = index == 0 ? header : ends[index - 1] + 1
      if !fill(&rows, start...end, left: left) {
        fill(&rows, partsOf: start...end, left: left)
      }
    }
  }

  private func fill(_ rows: inout [TableRow], partsOf range: ClosedRange<Int>, left: Double) {
    for part in parts(of: range, rows, left: left).reversed() {
      fill(&rows, part, left: left, isPart: true)
    }
  }

  /// What titles over all columns, and rules that leave the labels out, part a group into: such
  /// rules may run inside of the rows of one label too.
  private func parts(of range: ClosedRange<Int>, _ rows: [TableRow], left: Double)
    -> [ClosedRange<Int>]
  {
    var parts: [ClosedRange<Int>] = []
    var start = range.lowerBound
    for index in range {
      let isTitle = rows[index].cells.count == 1 && rows[index].cells[0].columns.count > 1
      let closes =
        index == range.upperBound
        || rules.partsRows(between: rows[index], rows[index + 1], left: left)
      guard isTitle || closes else { continue }
      if !isTitle, start <= index { parts.append(start...index) }
      start = index + 1
    }
    return parts.count > 1 ? parts : []
  }

  /// Where the labels of rows stand.
  private func labelMiddle(_ rows: [TableRow]) -> Double? {
    let labels = rows.dropFirst(header).compactMap { row in
      row.cells.first { $0.columns == 0...0 }?.box
    }
    guard let widest = labels.max(by: { $0.width < $1.width }) else { return nil }
    return widest.midX
  }

  /// Whether the rows have one label now. A part of a group has it in its middle.
  @discardableResult
  private func fill(
    _ rows: inout [TableRow], _ range: ClosedRange<Int>, left: Double, isPart: Bool = false
  ) -> Bool {
    let labelled = range.filter { index in
      rows[index].cells.contains { $0.columns.lowerBound == 0 }
    }
    guard range.count > 1, let first = labelled.first, let last = labelled.last,
      labelled.count < range.count, last - first == labelled.count - 1,
      var label = rows[first].cells.first(where: { $0.columns == 0...0 }),
      // A mark says something of its own row, and the empty cell below it as much.
      label.text.contains(where: \.isAlphanumeric)
    else { return false }
    for index in labelled.dropFirst() {
      guard let next = rows[index].cells.first(where: { $0.columns == 0...0 }),
        goesOn(label, next, among: rows[range])
          // A rule parts the rows and leaves their label whole.
          || rules.partsRows(between: rows[index - 1], rows[index], left: left)
      else { return false }
      label.append(next, fonts: fonts)
    }
    let alone = labelled.filter { rows[$0].cells.count == 1 }
    let others = range.filter { !alone.contains($0) }
    // Beside an even number of rows, the label stands between the two in the middle.
    guard alone.isEmpty && !isPart || isCentred(label, among: others.map { rows[$0] }) else {
      return false
    }
    for index in others {
      rows[index].cells.removeAll { $0.columns == 0...0 }
      rows[index].cells.insert(label, at: 0)
    }
    for index in alone.reversed() { rows.remove(at: index) }
    return true
  }

  /// Whether two lines are parts of one label: they stand in the middle of their rows, or the text
  /// goes on.
  private func goesOn(_ label: TableCell, _ next: TableCell, among rows: ArraySlice<TableRow>)
    -> Bool
  {
    if CellText.isContinuation(next.text) { return true }
    if label.text.last.map({ ",-(&+".contains($0) }) == true { return true }
    var whole = label
    whole.append(next, fonts: fonts)
    let labels = rows.flatMap(\.cells).filter { $0.columns == 0...0 }
    let all = labels.dropFirst().reduce(labels.first ?? whole) { result, cell in
      var result = result
      result.append(cell, fonts: fonts)
      return result
    }
    return isCentred(all, among: rows.filter { $0.columns != [0] })
      && abs((rows.first?.middle ?? 0) - all.box.y0) > all.box.height * 0.5
  }

  /// Whether as many rows stand above a label as below it: rules between them may set it off the
  /// middle of their extent.
  private func isCentred(_ label: TableCell, among rows: [TableRow]) -> Bool {
    let middles = rows.compactMap { row -> Double? in
      let own: [Double] = row.cells.filter { $0.columns.lowerBound > 0 }.map(\.box.midY)
      return own.isEmpty ? nil : own.reduce(0, +) / Double(own.count)
    }
    let slack = 0.2 * (label.lines.first?.box.height ?? 0)
    let above = middles.count { $0 < label.box.midY - slack }
    let below = middles.count { $0 > label.box.midY + slack }
    return above > 0 && above == below
  }
}
