internal import IR

/// Finds a table's columns from where its rows leave space.
struct ColumnFinder {
  let rows: [[TextLine]]
  let verticals: [Rule]

  private static let step = 0.5

  /// The columns' extents, left to right.
  ///
  /// A separator is a place that almost no row covers. Only the rows of most cells vote: rows of
  /// spanning headers, group titles and notes have fewer.
  func find() -> [ClosedRange<Double>] {
    let most = rows.map(\.count).max() ?? 0
    let voters = rows.filter { $0.count > 1 && $0.count * 10 >= most * 7 }
    guard let left = rows.flatMap({ $0 }).map(\.box.x0).min(),
      let right = rows.flatMap({ $0 }).map(\.box.x1).max(), !voters.isEmpty, right - left < 5000
    else { return [] }
    var cover = [Int](repeating: 0, count: Int((right - left) / Self.step) + 2)
    for row in voters {
      for piece in row {
        let first = Int((piece.box.x0 - left) / Self.step)
        let last = Int((piece.box.x1 - left) / Self.step)
        for bin in first...last { cover[bin] += 1 }
      }
    }
    let columns = intervals(cover, left: left, tolerance: voters.count / 8)
      .filter { isColumn($0, voters) }
    return merged(withStragglers(columns))
  }

  /// Adds columns for cells that stand beside every column found: columns that few rows fill.
  private func withStragglers(_ columns: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
    var columns = columns
    for piece in rows.flatMap({ $0 }).sorted(by: { $0.box.width < $1.box.width }) {
      let extent = piece.box.x0...piece.box.x1
      guard piece.box.width < 120, !columns.contains(where: { $0.overlaps(extent) }) else {
        continue
      }
      columns.append(extent)
      columns.sort { $0.lowerBound < $1.lowerBound }
    }
    return columns
  }

  /// The stretches that more rows cover than the tolerance lets through.
  private func intervals(_ cover: [Int], left: Double, tolerance: Int) -> [ClosedRange<Double>] {
    var found: [ClosedRange<Double>] = []
    var start: Int?
    for bin in 0...cover.count {
      let isCovered = bin < cover.count && cover[bin] > tolerance
      if isCovered, start == nil { start = bin }
      if !isCovered, let first = start {
        found.append((left + Double(first) * Self.step)...(left + Double(bin) * Self.step))
        start = nil
      }
    }
    return found.isEmpty && tolerance > 0
      ? intervals(cover, left: left, tolerance: tolerance - 1) : found
  }

  /// Something must stand in it that does not stand in another column.
  private func isColumn(_ column: ClosedRange<Double>, _ voters: [[TextLine]]) -> Bool {
    voters.contains { row in
      row.contains { piece in
        min(piece.box.x1, column.upperBound) - max(piece.box.x0, column.lowerBound)
          > 0.5 * piece.box.width
      }
    }
  }

  /// Joins neighbours that never hold two cells of one row: halves of one ragged column.
  private func merged(_ columns: [ClosedRange<Double>])
    -> [ClosedRange<Double>]
  {
    var result: [ClosedRange<Double>] = []
    for column in columns {
      if let last = result.last, !areSeparate(last, column) {
        result[result.count - 1] = last.lowerBound...column.upperBound
      } else {
        result.append(column)
      }
    }
    return result
  }

  private func areSeparate(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> Bool {
    if verticals.contains(where: { $0.x > a.upperBound - 2 && $0.x < b.lowerBound + 2 }) {
      return true
    }
    return rows.contains { row in
      row.contains { overlaps($0, a) && !overlaps($0, b) }
        && row.contains { overlaps($0, b) && !overlaps($0, a) }
    }
  }

  private func overlaps(_ piece: TextLine, _ column: ClosedRange<Double>) -> Bool {
    min(piece.box.x1, column.upperBound) - max(piece.box.x0, column.lowerBound)
      > min(1, 0.5 * piece.box.width)
  }
}
