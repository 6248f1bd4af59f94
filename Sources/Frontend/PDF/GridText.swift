internal import IR

extension PaperText {
  /// Appends the cells of a region, as far as it reads as a table.
  mutating func appendGrid(of region: ExhibitRegion, on exhibits: PageExhibits) -> Grid? {
    let page = exhibits.page
    let reader = TableReader(
      region: region, rules: exhibits.rules, fonts: page.fonts,
      sideways: page.rotated.filter { region.box.contains($0.box, slack: 2) })
    guard let raw = reader.read() else { return nil }
    let emphasis = CellEmphasis(fonts: page.fonts, underlines: exhibits.rules.underlines)
    var cells: [Position: Cell] = [:]
    let rows = raw.rows.map { row in
      row.map { raw -> Cell in
        guard let raw else { return Cell() }
        let key = Position(raw.box)
        if let known = cells[key] { return known }
        let words = joined(raw.lines.map { page.text(of: $0) })
        var cell = Cell(
          span: append(words, page: page.number, box: raw.box, lines: raw.lines))
        emphasis.mark(&cell, raw.lines, words.normalised)
        cells[key] = cell
        return cell
      }
    }
    return Grid(rows: rows, headerRows: raw.headerRows, headerColumns: raw.headerColumns)
  }
}
