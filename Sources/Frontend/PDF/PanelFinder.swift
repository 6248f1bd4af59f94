internal import IR

/// Finds the captions of a figure's panels among the lines inside it: `(a) By day.`, `(b) By night.`
struct PanelFinder {
  struct Found {
    let mark: String
    /// The first begins with the mark; the others stand below it.
    var lines: [TextLine]
  }

  let lines: [TextLine]

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

  /// In the order of their marks; none if there is no row of marks that begins with `a`.
  func find() -> [Found] {
    let marked = lines.compactMap { line in Self.mark(of: line).map { ($0, line) } }
    var found: [Found] = []
    for letter in Self.letters {
      let own = marked.filter { $0.0 == letter }
      guard own.count == 1, let line = own.first?.1 else { break }
      found.append(Found(mark: String(letter), lines: [line]))
    }
    let starts = found.map { $0.lines[0].box }
    guard found.count >= 2, !isList(starts) else { return [] }
    return found.map { panel in
      var panel = panel
      while let next = lines.first(where: { continues(panel.lines, with: $0, starts) }) {
        panel.lines.append(next)
      }
      return panel
    }
  }

  /// Whether one mark stands right below another: answers to choose from, steps.
  private func isList(_ starts: [Box]) -> Bool {
    zip(starts, starts.dropFirst()).contains { above, below in
      abs(above.x0 - below.x0) < 3 && below.y0 - above.y1 < above.height
    }
  }

  /// Whether a line stands right below others that it is set like, and below no neighbour of theirs.
  private func continues(_ panel: [TextLine], with line: TextLine, _ starts: [Box]) -> Bool {
    guard let first = panel.first, let last = panel.last else { return false }
    let gap = line.box.y0 - last.box.y1
    return gap > -0.5 * line.size && gap < 0.5 * line.size && line.box.midY > last.box.midY
      && abs(line.size - first.size) < 0.5
      && line.box.midX > first.box.x0 && line.box.midX < first.box.x1
      && !starts.contains(line.box)
  }

  /// The letter of `(a)` or `a)` with words behind it.
  private static func mark(of line: TextLine) -> Character? {
    guard line.words.count > 1, let word = line.words.first?.text else { return nil }
    let core = word.trimmed(of: ":.")
    guard core.count <= 3, core.hasSuffix(")"), let letter = core.dropLast().last,
      core.count == 2 || core.hasPrefix("("), letters.contains(letter)
    else { return nil }
    return letter
  }
}

extension PaperText {
  /// Appends the captions of the panels of a figure; each span begins behind its mark. Also where
  /// the lines stand that they take.
  mutating func appendPanels(of region: ExhibitRegion, on page: PageLayout)
    -> (panels: [Panel], lines: Set<Position>)
  {
    guard region.caption.label.kind == .figure else { return ([], []) }
    let found = PanelFinder(lines: region.lines).find()
    let panels = found.map { panel in
      let lines = panel.lines.map { line in
        FlowLine(
          page: page.number, side: .full, line: line, text: page.text(of: line), column: 0...1)
      }
      let whole = appendParagraph(lines)
      return Panel(mark: panel.mark, caption: span(whole, withoutWords: 1))
    }
    return (panels, Set(found.flatMap(\.lines).map { Position($0.box) }))
  }
}
