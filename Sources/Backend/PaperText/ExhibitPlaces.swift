internal import IR

/// Tables and figures behind the paragraphs that name them first, as a LaTeX source has them; the
/// page has them where there was room.
struct ExhibitPlaces {
  /// Labels by the block whose text names them first.
  private(set) var named: [Int: [String]] = [:]
  private var moved: Set<String> = []

  /// A text this many pages away speaks of an exhibit that stands elsewhere on purpose.
  private static let reach = 2

  init(_ paper: Paper, _ sources: SourceMap) {
    let exhibits = paper.tables + paper.figures
    var pages: [String: Int] = [:]
    for exhibit in exhibits { pages[exhibit.label.description] = exhibit.page }
    let anchored = Set(paper.blocks.compactMap { $0.kind == .exhibit ? $0.label : nil })
    for (index, block) in paper.blocks.enumerated() {
      guard block.kind == .paragraph || block.kind == .listItem, block.section > 0,
        case .page(let page, let boxes) = sources.location(of: block.span), !boxes.isEmpty
      else { continue }
      for label in Self.labels(in: sources.text(of: block.span)) {
        guard let home = pages.removeValue(forKey: label), anchored.contains(label),
          abs(home - page) <= Self.reach
        else { continue }
        named[index, default: []].append(label)
        moved.insert(label)
      }
    }
  }

  /// Whether an exhibit is written behind a text rather than where it is anchored.
  func isMoved(_ label: String) -> Bool { moved.contains(label) }

  /// The labels that a text names, tables first: `Table 3`, `Figure A.2`.
  private static func labels(in text: String) -> [String] {
    var labels: [String] = []
    for (word, kind) in [("Table", "Table"), ("Tab.", "Table"), ("Fig", "Figure")] {
      var start = 0
      while let found = text.utf8Range(of: word, from: start) {
        start = found.upperBound
        let end = text.utf8.index(text.startIndex, offsetBy: start)
        let rest = text[end...].prefix(24)
        let number = rest.drop { "ures.".contains($0) }.drop { " \u{A0}".contains($0) }
          .prefix { $0.isAlphanumeric || $0 == "." }
        let name = number.hasSuffix(".") ? number.dropLast() : number
        if !name.isEmpty { labels.append("\(kind) \(name)") }
      }
    }
    return labels
  }
}
