internal import IR

/// Finds the names of series: in a legend by their samples, or in words of their colour.
struct SeriesNamer {
  let legend: [LegendEntry]

  func name(_ series: inout [RawSeries]) {
    // Of a legend that goes on with dots, the styles of what it names may come again.
    guard !legend.contains(where: \.isOpenEnd) else { return }
    var free = Array(legend.indices)
    // What only one entry can name comes first.
    for isStrict in [true, false] {
      for index in series.indices where series[index].name == nil {
        let options = free.filter { matches(legend[$0], series[index], strictly: isStrict) }
        let rivals = series.indices.filter { other in
          series[other].name == nil
            && options.contains { matches(legend[$0], series[other], strictly: isStrict) }
        }
        guard let option = options.first, options.count == 1 || isStrict, rivals.count == 1 else {
          continue
        }
        series[index].name = legend[option].name
        free.removeAll { $0 == option }
      }
    }
    // Several lines of one style are runs of one thing.
    for index in series.indices where series[index].name == nil {
      let options = legend.filter { matches($0, series[index], strictly: true) }
      if options.count == 1 { series[index].name = options[0].name }
    }
    for entry in legend { tellApart(&series, entry) }
  }

  /// Names the series of a panel whose legend stands in another one: where each is what one entry
  /// shows, and no entry is left.
  func nameAll(_ series: inout [RawSeries]) {
    guard series.count == legend.count, !legend.contains(where: \.isOpenEnd) else { return }
    var named = series
    var free = legend
    for index in named.indices {
      let options = free.indices.filter { matches(free[$0], named[index], strictly: true) }
      guard options.count == 1 else { return }
      named[index].name = free.remove(at: options[0]).name
    }
    series = named
  }

  /// Lines of one name are told apart by their widths, where the sample in the legend has that of one
  /// of them; else by their order.
  private func tellApart(_ series: inout [RawSeries], _ entry: LegendEntry) {
    let own = series.indices.filter {
      series[$0].name?.box == entry.name.box && series[$0].kind == .line
    }
    guard own.count > 1 else { return }
    let others = own.filter { index in
      abs(series[index].lineWidth - entry.lineWidth) >= 0.2 * entry.lineWidth
    }
    if own.count == 2, others.count == 1 {
      let isThin = series[others[0]].lineWidth < entry.lineWidth
      series[others[0]].variant = isThin ? .thin : .thick
    } else {
      for (order, index) in own.enumerated() { series[index].variant = .run(order + 1) }
    }
  }

  private func matches(_ entry: LegendEntry, _ series: RawSeries, strictly: Bool) -> Bool {
    switch series.kind {
    case .bars: return entry.patch == series.color
    case .points:
      guard let own = series.marker else { return false }
      guard let sample = entry.marker else { return false }
      return strictly ? own == sample : own.color == sample.color && entry.stroke == nil
    case .line:
      guard let own = series.stroke else { return false }
      guard let sample = entry.stroke else {
        return !strictly && entry.marker?.color == own.color
      }
      guard sample.color == own.color else { return false }
      guard strictly else { return true }
      return sample.dash == own.dash
        && (entry.marker == nil || series.marker == nil || entry.marker == series.marker)
    }
  }
}
