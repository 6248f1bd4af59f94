internal import IR

/// Where tables and figures belong: LaTeX lets them float to where there is room.
struct FloatPlaces {
  let paper: Paper
  /// The page of each block.
  let pages: [Int]

  struct Place {
    /// Of the block before which the exhibit stands.
    let index: Int
    /// The section around that place.
    let section: Int
    /// The section that the exhibit belongs to.
    let home: Int
  }

  /// Before the first block that begins on a later page; what floated into the references stands
  /// before them.
  func place(of exhibit: Exhibit) -> Place {
    var index = pages.firstIndex { $0 > exhibit.page } ?? pages.count
    while index > 0, isBibliography(paper.blocks[index - 1].section) { index -= 1 }
    let section = index > 0 ? paper.blocks[index - 1].section : 0
    // In the body it may land sections after the text that it belongs to.
    let named = paper.sections[section].isAppendix ? nil : sectionNaming(exhibit.label)
    return Place(index: index, section: section, home: named ?? section)
  }

  private func isBibliography(_ section: Int) -> Bool {
    HeadingWords.isBibliography(paper.sections[section].title.value)
  }

  /// The section whose prose names a table or figure first.
  private func sectionNaming(_ label: ExhibitLabel) -> Int? {
    let spans = paper.crossReferences.filter { $0.target == .exhibit(label) }.map(\.span)
    guard !spans.isEmpty else { return nil }
    return paper.blocks.first { block in
      (block.kind == .paragraph || block.kind == .listItem) && block.section > 0
        && spans.contains(where: block.span.contains)
    }?.section
  }
}

extension SourceTextBuilder {
  /// The page on which a span begins; 0 if no region holds it.
  func page(of span: SourceSpan) -> Int {
    let index = regions.partitioningIndex { $0.bytes.upperBound > span.bytes.lowerBound }
    guard index < regions.count, case .page(let page, _) = regions[index].place else { return 0 }
    return page
  }
}

extension Paper {
  /// Puts a block where each table and figure is anchored in the flow; `pages` are those of the
  /// blocks.
  mutating func anchorExhibits(pages: [Int]) {
    let places = FloatPlaces(paper: self, pages: pages)
    var insertions: [(at: Int, block: Block)] = []
    for path in [\Paper.tables, \Paper.figures] {
      for index in self[keyPath: path].indices {
        let exhibit = self[keyPath: path][index]
        let place = places.place(of: exhibit)
        self[keyPath: path][index].section = place.home
        let block = Block(
          kind: .exhibit, span: exhibit.caption, section: place.section,
          label: exhibit.label.description)
        insertions.append((place.index, block))
      }
    }
    for insertion in insertions.sorted(by: { ($0.at, $0.block.span) > ($1.at, $1.block.span) }) {
      blocks.insert(insertion.block, at: insertion.at)
    }
  }
}
