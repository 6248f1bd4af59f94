internal import IR

// What the rows of a column are: text, formulas, or parts of either.

extension FormulaRows {
  /// Lines, top to bottom, with their kinds.
  func kinds(of lines: [TextLine]) -> [Row] {
    var rows = lines.map { Row(line: $0, kind: .prose) }
    let cues = FormulaCues(fonts: fonts, column: column, bodySize: bodySize)
    let boxed = AlgorithmBoxes(lines, bars: bars)
    for index in rows.indices {
      let line = rows[index].line
      let isBoxed = boxed.contains(line.box)
      let isBare = !isBoxed && cues.isBare(line, fractions: fractions(in: line))
      if isBare, isAlone(index, in: rows, cues) {
        rows[index].kind = .formula
      } else if cues.isLoose(line) || !isBoxed && isOperand(line) {
        rows[index].kind = .loose
      } else if !isBoxed, cues.isFormula(line),
        !goesOn(line, after: index > 0 ? rows[index - 1] : nil)
      {
        rows[index].kind = .formula
      }
    }
    for (order, step) in [
      (Array(rows.indices.dropFirst()), -1), (rows.indices.dropLast().reversed(), 1),
    ] {
      for index in order where rows[index].kind == .prose && !boxed.contains(rows[index].line.box) {
        if isPart(index, of: rows, beside: step, cues) { rows[index].kind = .formula }
      }
    }
    for index in rows.indices
    where rows[index].kind == .prose && isLabel(index, in: rows) {
      rows[index].kind = .loose
    }
    return rows
  }

  /// Whether a row belongs to the formula above (`step` is -1) or below it.
  private func isPart(_ index: Int, of rows: [Row], beside step: Int, _ cues: FormulaCues) -> Bool {
    let row = rows[index].line
    let other = rows[index + step]
    let distance = abs(other.line.baseline - row.baseline)
    if other.kind == .formula, distance < 2 * bodySize {
      let isDisplayed =
        cues.isSetOff(row) && !goesOn(row, after: index > 0 ? rows[index - 1] : nil)
      if distance < 1.5 * bodySize && cues.isPart(row) || isDisplayed
        || step < 0 && cues.goesOnFormula(row)
      {
        return true
      }
    }
    guard let formula = formula(nextTo: index, in: rows, step) else { return false }
    if cues.isNumber(row) { return step < 0 }
    guard row.box.x0 > column.lowerBound + 0.5 * row.size else { return false }
    if step < 0 {
      // What stands behind a formula may be said in words.
      let isSetIn = row.box.x0 > column.lowerBound + 2 * row.size
      return cues.goesOnFormula(row) && (isSetIn || cues.hasFewWords(row))
    }
    return (cues.endsOpen(row) || cues.goesOnFormula(formula)) && cues.hasFewWords(row)
      && ListMarker(row.text) == nil && !goesOn(row, after: index > 0 ? rows[index - 1] : nil)
  }

  /// The formula above or below a row, where nothing but its loose parts stands between and no two
  /// of them are far apart.
  private func formula(nextTo index: Int, in rows: [Row], _ step: Int) -> TextLine? {
    var at = index
    while rows.indices.contains(at + step) {
      let (upper, lower) = step < 0 ? (at + step, at) : (at, at + step)
      guard isNear(rows[lower].line, rows[upper].line) else { return nil }
      at += step
      if rows[at].kind == .formula { return rows[at].line }
      if rows[at].kind == .prose { return nil }
    }
    return nil
  }

  /// What is set small right below or above a formula and no wider is a label of one of its braces.
  private func isLabel(_ index: Int, in rows: [Row]) -> Bool {
    let row = rows[index].line
    guard row.size < 0.86 * bodySize, row.box.x0 > column.lowerBound + 1.2 * bodySize else {
      return false
    }
    return [-1, 1].contains { step in
      guard let formula = formula(nextTo: index, in: rows, step) else { return false }
      return abs(formula.baseline - row.baseline) < 2.5 * bodySize
        && row.box.x0 > formula.box.x0 - bodySize && row.box.x1 < formula.box.x1 + bodySize
    }
  }

  /// How many bars of fractions stand in a line or beside its signs.
  private func fractions(in line: TextLine) -> Int {
    let axis = line.baseline - FormulaItem.axisHeight * line.size
    return near(line.box, by: 0).count { bar in
      bar.x0 > line.box.x0 - 1 && bar.x1 < line.box.x1 + 1
        || abs(bar.midY - axis) < 0.15 * line.size && column.contains(bar.midX)
    }
  }

  /// Whether no line of text stands as near as the lines of one paragraph do.
  private func isAlone(_ index: Int, in rows: [Row], _ cues: FormulaCues) -> Bool {
    let line = rows[index].line
    // Where all of it are fractions, most characters are small.
    let size = max(line.size, 0.9 * bodySize)
    func isApart(_ step: Int) -> Bool? {
      var at = index + step
      while rows.indices.contains(at), cues.isLoose(rows[at].line) || isOperand(rows[at].line) {
        at += step
      }
      guard rows.indices.contains(at) else { return nil }
      return abs(rows[at].line.baseline - line.baseline) > 1.6 * size
    }
    // At the top of a page a paragraph may end.
    return (isApart(-1) ?? !near(line.box, by: 0).isEmpty) && isApart(1) ?? true
  }

  /// Whether a line without words is the last one of a paragraph: displays do not begin where the
  /// text above them begins.
  private func goesOn(_ line: TextLine, after row: Row?) -> Bool {
    guard let row, row.kind == .prose, line.baseline - row.line.baseline < 1.6 * line.size else {
      return false
    }
    if abs(row.line.box.x0 - line.box.x0) < 2 { return true }
    // The text of an item begins behind its mark.
    guard ListMarker(row.line.text) != nil else { return false }
    return row.line.words.prefix(3).contains { abs($0.box.x0 - line.box.x0) < 2 }
  }

  /// Whether a line is the upper or lower half of fractions and no more.
  private func isOperand(_ line: TextLine) -> Bool {
    guard line.words.count <= 40 else { return false }
    let bars = near(line.box, by: 0.6 * line.size)
    guard !bars.isEmpty, bars.count <= 100 else { return false }
    return line.words.allSatisfy { word in
      bars.contains { bar in
        bar.x0 - 2 < word.box.x0 && word.box.x1 < bar.x1 + 2
          && abs(bar.midY - word.box.midY) < 1.1 * bodySize
          && bar.width < 0.9 * (column.upperBound - column.lowerBound)
      }
    }
  }
}
