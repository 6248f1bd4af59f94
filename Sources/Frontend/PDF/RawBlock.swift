internal import IR

/// Lines that belong together, before their text has a place in the paper.
struct RawBlock {
  var kind: Block.Kind
  var lines: [FlowLine]
  var label: String?
  /// The index of the heading that begins its section; nil in the front matter.
  var heading: Int?
  /// Of a paragraph that goes on behind a display.
  var continues: Bool?

  /// Where a display stands.
  var area: PageArea? {
    guard kind == .equation, let page = lines.first?.page else { return nil }
    let boxes = lines.compactMap { $0.display == nil ? $0.line.box : $0.display?.box }
    return boxes.first.map { PageArea(page: page, box: boxes.reduce($0) { $0.union($1) }.rounded) }
  }
}
