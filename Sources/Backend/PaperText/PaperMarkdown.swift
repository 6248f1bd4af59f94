package import IR

/// A paper as one Markdown text: what `arac text` prints.
///
/// The title is the heading of level 1, and a section of level n is one of level n + 1. Running
/// heads, page numbers and what else was set apart is no part of it.
package struct PaperMarkdown {
  private let paper: Paper
  private let sources: SourceMap
  private let assets: PaperAssets?
  private let notes: FootnoteMarks
  private let exhibits: [String: Exhibit]
  private let places: ExhibitPlaces
  private var parts: [String] = []
  /// The items of the list that is being written, and what they are.
  private var list = ListLines()
  private var listKind = IR.Block.Kind.listItem
  /// Labels of exhibits that were named and come next.
  private var waiting: [String] = []

  /// `assets` are the files that the text points at.
  package static func text(_ paper: Paper, _ sources: SourceMap, assets: PaperAssets? = nil)
    -> String
  {
    var markdown = PaperMarkdown(paper, sources, assets)
    markdown.write()
    return markdown.parts.joined(separator: "\n\n") + "\n"
  }

  private init(_ paper: Paper, _ sources: SourceMap, _ assets: PaperAssets?) {
    self.paper = paper
    self.sources = sources
    self.assets = assets
    notes = FootnoteMarks(paper, sources)
    places = ExhibitPlaces(paper, sources)
    exhibits = Dictionary(
      (paper.tables + paper.figures).map { ($0.label.description, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private mutating func write() {
    let front = FrontMatterText(paper, sources)
    parts += front.parts
    for index in paper.blocks.indices where !front.blocks.contains(index) {
      let block = paper.blocks[index]
      if !isItem(block) || block.kind != listKind { closeList() }
      if !goesOn(block) { writeWaiting() }
      if index == front.abstractStart { parts.append("## Abstract") }
      write(block, index)
      waiting += places.named[index] ?? []
    }
    closeList()
    writeWaiting()
  }

  // MARK: Blocks

  private mutating func write(_ block: IR.Block, _ index: Int) {
    switch block.kind {
    case .heading:
      let level = block.section == 0 ? 1 : paper.sections[block.section].level
      let marks = String(repeating: "#", count: max(2, min(6, level + 1)))
      parts.append("\(marks) \(notes.text(index, beginsLine: false))")
    case .exhibit:
      if let label = block.label, !places.isMoved(label) { write(exhibit: label) }
    case .equation:
      parts.append(MarkdownText.fenced(equation(block)))
    case .algorithm, .code:
      parts.append(MarkdownText.fenced(sources.text(of: block.span)))
    case .reference:
      listKind = .reference
      list.add(MarkdownText.line(sources.text(of: block.span)))
    case .listItem:
      listKind = .listItem
      list.add(sources.text(of: block.span), at: sources.location(of: block.span)) { skipped in
        notes.text(index, skipping: skipped)
      }
    case .footnote:
      parts.append(notes.definition(of: index) ?? "> " + notes.text(index))
    case .quote:
      parts.append("> " + notes.text(index))
    case .paragraph, .other:
      parts.append(notes.text(index))
    }
  }

  /// As printed; the number stands in another line of some displays.
  private func equation(_ block: IR.Block) -> String {
    let text = sources.text(of: block.span)
    guard let label = block.label, !text.has("(\(label))") else { return text }
    return "\(text)  (\(label))"
  }

  // MARK: Exhibits

  private mutating func write(exhibit label: String) {
    guard let exhibit = exhibits[label] else { return }
    parts += ExhibitMarkdown(exhibit, sources, assets).parts
  }

  private mutating func writeWaiting() {
    for label in waiting { write(exhibit: label) }
    waiting = []
  }

  /// Whether a block goes on with the sentence or the list before it.
  private func goesOn(_ block: IR.Block) -> Bool {
    switch block.kind {
    case .equation, .algorithm, .code, .listItem, .footnote: true
    case .paragraph, .quote, .other: sources.text(of: block.span).first?.isLowercase == true
    case .heading, .reference, .exhibit: false
    }
  }

  // MARK: Lists

  private func isItem(_ block: IR.Block) -> Bool {
    block.kind == .listItem || block.kind == .reference
  }

  private mutating func closeList() {
    guard !list.lines.isEmpty else { return }
    parts.append(list.lines.joined(separator: "\n"))
    list = ListLines()
  }
}
