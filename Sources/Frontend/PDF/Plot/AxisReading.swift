internal import IR

/// One axis of a panel as it was read.
struct AxisReading {
  /// Nil on an axis of names.
  var scale: PlotScale?
  /// Of an axis of names: where each stands, left to right or bottom to top.
  var categories: [(position: Double, label: PlotLabel)] = []
  /// The labels at the ticks.
  var labels: [PlotLabel] = []
  /// Where all ticks stand, those without a label included.
  var ticks: [Double] = []
  /// Marks that are ticks or lines of the grid.
  var marks: Set<Int> = []
  /// Whether positions are those of ticks rather than of their labels.
  var isExact = true

  /// The index of the name at a position; nil further from it than a part of the distance between
  /// names.
  func category(at position: Double, within part: Double = 0.55) -> Int? {
    let near = categories.indices.min {
      (categories[$0].position - position).magnitude
        < (categories[$1].position - position).magnitude
    }
    guard let near else { return nil }
    return (categories[near].position - position).magnitude <= part * spacing ? near : nil
  }

  /// The distance between names.
  var spacing: Double {
    zip(categories, categories.dropFirst()).map { abs($1.position - $0.position) }.min() ?? 40
  }
}
