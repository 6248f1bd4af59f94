internal import IR

/// What the stages before found of one page's exhibits.
struct PageExhibits {
  let page: PageLayout
  let rules: PageRules
  let captions: [Caption]
  let regions: [ExhibitRegion]
}

extension Paper {
  /// Adds an exhibit; returns one whose caption has no place among them.
  ///
  /// A label that stands twice is the second part of a table broken over pages, a name at the start
  /// of a line that was taken for a caption, or the name of another exhibit: supplements begin to
  /// count anew. That one is filed as `1R2`, the second of the number 1. `text` reads a span.
  mutating func keep(_ exhibit: Exhibit, text: (SourceSpan) -> String) -> Exhibit? {
    let path: WritableKeyPath<Paper, [Exhibit]> =
      exhibit.label.kind == .table ? \.tables : \.figures
    guard let known = self[keyPath: path].firstIndex(where: { $0.label == exhibit.label }) else {
      self[keyPath: path].append(exhibit)
      return nil
    }
    let other = self[keyPath: path][known]
    if !exhibit.hasObject { return exhibit }
    if !other.hasObject {
      self[keyPath: path][known] = exhibit
      return other
    }
    if exhibit.continues(other, text: text), !exhibit.grids.isEmpty, !other.grids.isEmpty {
      self[keyPath: path][known].grids += exhibit.grids
      return exhibit
    }
    var further = exhibit
    further.label = exhibit.label.repeated(among: self[keyPath: path].map(\.label))
    self[keyPath: path].append(further)
    return nil
  }
}

extension Exhibit {
  /// Whether more than a caption was found.
  fileprivate var hasObject: Bool { !grids.isEmpty || contents != nil }

  /// Whether this is a further part of another one: a later page, and a caption that says so or
  /// says the same.
  fileprivate func continues(_ other: Exhibit, text: (SourceSpan) -> String) -> Bool {
    let (own, first) = (text(caption).lowercased(), text(other.caption).lowercased())
    return page > other.page
      && (own.isEmpty || own == first || own.has("continued") || own.has("(cont"))
  }
}

extension ExhibitLabel {
  /// The name of a further exhibit with this number.
  fileprivate func repeated(among labels: [ExhibitLabel]) -> ExhibitLabel {
    var count = 2
    func label() -> ExhibitLabel { ExhibitLabel(kind: kind, number: "\(number)R\(count)") }
    while labels.contains(label()) { count += 1 }
    return label()
  }
}
