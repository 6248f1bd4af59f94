internal import IR

/// What the stages before found of one page's exhibits.
struct PageExhibits {
  let page: PageLayout
  let rules: PageRules
  let captions: [Caption]
  let regions: [ExhibitRegion]
  /// Of tables with their captions on this page: the parts on pages before and after.
  var before: [ExhibitLabel: [TablePart]] = [:]
  var after: [ExhibitLabel: [TablePart]] = [:]
  /// Lines of tables whose captions stand on other pages.
  var foreign: [TextLine] = []

  /// A table of this page with its parts on others, in order.
  func parts(with region: ExhibitRegion) -> [TablePart] {
    let label = region.caption.label
    return (before[label] ?? []) + [TablePart(page: page.number - 1, region: region)]
      + (after[label] ?? [])
  }
}

extension [PageExhibits] {
  /// Finds the parts of tables that stand on other pages than their captions, on none of which
  /// another exhibit takes them.
  mutating func findParts() {
    let tables = ContinuedTables(pages: map(\.page), rules: map(\.rules))
    for index in indices {
      for region in self[index].regions where region.caption.label.kind == .table {
        let parts = (
          tables.partsBefore(region, on: index), tables.partsAfter(region, on: index)
        )
        guard !parts.0.isEmpty || !parts.1.isEmpty, let own = columns(of: region, index) else {
          continue
        }
        let before = parts.0.filter { isFree($0) && columns(of: $0.region, $0.page) == own }
        let after = parts.1.filter { isFree($0) && columns(of: $0.region, $0.page) == own }
        for part in before + after { self[part.page].foreign += part.region.lines }
        if !before.isEmpty { self[index].before[region.caption.label] = before }
        if !after.isEmpty { self[index].after[region.caption.label] = after }
      }
    }
  }

  private func columns(of region: ExhibitRegion, _ page: Int) -> Int? {
    TableReader(region: region, rules: self[page].rules, fonts: self[page].page.fonts).read()?
      .rows.first?.count
  }

  private func isFree(_ part: TablePart) -> Bool {
    let page = self[part.page]
    return !page.regions.contains { $0.box.overlapsVertically(part.region.box, by: 1) }
      && !page.captions.contains { $0.box.overlapsVertically(part.region.box, by: 1) }
      && !page.foreign.contains { $0.box.overlapsVertically(part.region.box, by: 1) }
  }
}

extension Paper {
  /// Adds an exhibit; returns one whose caption has no place among them.
  ///
  /// A label that stands twice is the second part of a table broken over pages, a name at the start
  /// of a line that was taken for a caption, or the name of another exhibit: supplements begin to
  /// count anew. That one is filed as `1R2`, the second of the number 1.
  mutating func keep(_ exhibit: Exhibit, in text: PaperText) -> Exhibit? {
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
    if exhibit.continues(other, in: text), !exhibit.grids.isEmpty, !other.grids.isEmpty {
      self[keyPath: path][known].grids = Grid.joined(other.grids + exhibit.grids, in: text)
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
  fileprivate func continues(_ other: Exhibit, in text: PaperText) -> Bool {
    let own = text.content(of: caption).lowercased()
    let first = text.content(of: other.caption).lowercased()
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
