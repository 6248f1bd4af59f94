internal import IR

extension AblationTable {
  /// A column that tells how well a row did.
  struct Measure {
    let column: Int
    let name: Grounded<String>
    let direction: MeasureDirection

    /// Whether it sums up the others.
    var isMean: Bool {
      name.value.lowercase.split { !$0.isLetter }.contains { Self.means.contains(String($0)) }
    }

    private static let means: Set<String> = [
      "avg", "average", "ave", "mean", "overall", "hm", "total",
    ]
  }

  /// The columns whose direction their headers tell; else those that the caption, the marks of the
  /// best values or the sentences on the table tell it of. Where nothing does, what is taken apart is
  /// held to be better than its parts: most of its values are at one end.
  func measures(of grid: Grid, isAblation: Bool) -> [Measure] {
    let width = grid.rows.map(\.count).max() ?? 0
    let named = (0..<width).map { ($0, header(of: $0, in: grid)) }
    let measures = named.compactMap { column, name in
      MeasureDirection(of: name.value).map { Measure(column: column, name: name, direction: $0) }
    }
    if !measures.isEmpty { return measures }
    // Columns of one measure are named by what it was measured on: `Accuracy by kind of marble`.
    let caption = view.text(of: exhibit.caption)
    // Steps on the way somewhere are counted.
    let isWay = MeasureDirection.isWay(caption)
    let columns = named.dropFirst(max(1, grid.headerColumns)).filter {
      !isCost($0.1.value)
        && (isDecimal($0.0, in: grid) || isWay && !readings(of: $0.0, in: grid).isEmpty)
    }
    let direction =
      MeasureDirection(of: caption) ?? marked(columns.map(\.0), in: grid)
      ?? told ?? (isAblation ? taken(apart: columns, in: grid) : nil)
    guard let direction else { return [] }
    return columns.map { Measure(column: $0.0, name: $0.1, direction: direction) }
  }

  /// Whether every number of a column has decimals, as results have and settings mostly not.
  private func isDecimal(_ column: Int, in grid: Grid) -> Bool {
    let numbers = readings(of: column, in: grid)
    return !numbers.isEmpty && numbers.allSatisfy { $0.reading.text.decimals > 0 }
  }

  /// Whether every number of a column has so many digits as results have and settings hardly: a
  /// measure, of whatever direction.
  func isMeasured(_ column: Int, in grid: Grid) -> Bool {
    let numbers = readings(of: column, in: grid)
    return numbers.count > 1 && numbers.allSatisfy { TableValues.isTelling($0.reading.text) }
  }

  private func readings(of column: Int, in grid: Grid) -> [(cell: Cell, reading: Reading)] {
    grid.rows.dropFirst(grid.headerRows).compactMap { row in
      guard row.indices.contains(column) else { return nil }
      return reading(row[column]).map { (row[column], $0) }
    }
  }

  /// The end of the columns at which the values in bold stand, where all of them agree.
  private func marked(_ columns: [Int], in grid: Grid) -> MeasureDirection? {
    let ends = columns.compactMap { column -> MeasureDirection? in
      let readings = readings(of: column, in: grid)
      let values = readings.map(\.reading.value)
      let bold = Set(readings.filter { $0.cell.bold != nil }.map(\.reading.value))
      guard bold.count == 1, let best = bold.first, let most = values.max(),
        let least = values.min(), most > least
      else { return nil }
      return best == most ? .more : best == least ? .less : nil
    }
    return agreed(ends)
  }

  /// The direction of the measures that sentences about the table name.
  private var told: MeasureDirection? {
    let named = sentences.flatMap { Lexicon.metrics.mentions(in: view.grounded($0)) }
    return agreed(named.compactMap { MeasureDirection(of: $0.value) })
  }

  private func taken(apart columns: [(Int, Grounded<String>)], in grid: Grid) -> MeasureDirection? {
    let rows = Array(grid.rows.dropFirst(grid.headerRows))
    guard let full = reference(among: rows, in: grid, besides: Set(columns.map(\.0))),
      !full.isStart
    else { return nil }
    let ends = columns.map { column, name -> (isMean: Bool, end: MeasureDirection?) in
      let values = readings(of: column, in: grid).map(\.reading.value)
      let measure = Measure(column: column, name: name, direction: .more)
      guard rows[full.row].indices.contains(column),
        let own = reading(rows[full.row][column])?.value, let most = values.max(),
        let least = values.min(), most > least
      else { return (measure.isMean, nil) }
      return (measure.isMean, own == most ? .more : own == least ? .less : nil)
    }
    if let mean = ends.last(where: \.isMean) { return mean.end }
    for end in [MeasureDirection.more, .less]
    where ends.count(where: { $0.end == end }) * 3 >= ends.count * 2 && !ends.isEmpty {
      return end
    }
    return nil
  }

  private func agreed(_ directions: [MeasureDirection]) -> MeasureDirection? {
    directions.first.flatMap { first in directions.allSatisfy { $0 == first } ? first : nil }
  }
}
