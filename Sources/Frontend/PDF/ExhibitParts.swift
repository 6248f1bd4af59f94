internal import IR

/// What the stages before found of one page's exhibits.
struct PageExhibits {
  let page: PageLayout
  let rules: PageRules
  let captions: [Caption]
  let regions: [ExhibitRegion]
}

extension Paper {
  /// Adds an exhibit. A label that stands twice is the second part of a table broken over pages, or
  /// a mistake.
  mutating func keep(_ exhibit: Exhibit) {
    let path: WritableKeyPath<Paper, [Exhibit]> =
      exhibit.label.kind == .table ? \.tables : \.figures
    guard let known = self[keyPath: path].firstIndex(where: { $0.label == exhibit.label }) else {
      self[keyPath: path].append(exhibit)
      return
    }
    let other = self[keyPath: path][known]
    if other.confidence == .low, exhibit.confidence != .low {
      self[keyPath: path][known] = exhibit
    } else if !exhibit.grids.isEmpty, !other.grids.isEmpty {
      self[keyPath: path][known].grids += exhibit.grids
    }
  }
}
