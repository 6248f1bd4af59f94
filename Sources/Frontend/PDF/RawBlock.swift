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
    guard kind == .equation, let first = lines.first else { return nil }
    let box = lines.reduce(first.line.box) { $0.union($1.display?.box ?? $1.line.box) }
    return PageArea(page: first.page, box: box.rounded)
  }
}
