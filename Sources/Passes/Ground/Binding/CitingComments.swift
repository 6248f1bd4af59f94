internal import IR

/// Comments of code that name an equation or an algorithm of the paper: `# Eq. (3)`.
struct CitingComments {
  let view: PaperView
  let repository: Repository
  let text: SourceText

  private static let most = 40
  private static let longestLine = 300

  func bindings() -> [CodeBinding] {
    let resolver = CrossReferenceResolver(view.paper)
    let symbols = Dictionary(grouping: repository.symbols, by: \.path)
    var found: [CodeBinding] = []
    for file in repository.files where FileRelevance.isCode(file) && found.count < Self.most {
      guard let span = file.text else { continue }
      for mention in ObjectMention.find(in: text.text(of: span.bytes)) where found.count < Self.most
      {
        let place = span.narrowed(to: mention.bytes)
        guard let target = resolver.target(of: mention), let cited = cited(target),
          let symbol = Self.innermost(symbols[file.path] ?? [], around: place),
          isSaid(place, of: symbol, in: span)
        else { continue }
        let name = SymbolBinder.named(symbol, text)
        found.append(
          CodeBinding(
            subject: cited.subject, term: cited.term, place: cited.place,
            symbol: Grounded(name.value, [place] + name.spans),
            code: CodeReference(path: file.path, lines: symbol.lines), evidence: [.citation]))
      }
    }
    return found
  }

  /// Equations and algorithms; that a comment names a section or a table says less.
  private func cited(_ target: CrossReference.Target)
    -> (subject: CodeBinding.Subject, term: Grounded<String>, place: Grounded<String>)?
  {
    let label: String
    let kind: Block.Kind
    switch target {
    case .equation(let number): (label, kind) = (number, .equation)
    case .algorithm(let number): (label, kind) = (number, .algorithm)
    case .section, .exhibit: return nil
    }
    guard let block = view.paper.blocks.first(where: { $0.kind == kind && $0.label == label })
    else { return nil }
    let name = kind == .equation ? "Equation \(label)" : label
    return (
      kind == .equation ? .equation : .algorithm,
      Grounded(name, [block.span], .computed("label of the display")),
      view.label(ofSection: block.section)
    )
  }

  /// Whether a comment or the documentation says it, and of this paper: a line with a year, an
  /// address or `et al.` tells of another.
  private func isSaid(_ place: SourceSpan, of symbol: CodeSymbol, in file: SourceSpan) -> Bool {
    let content = Array(text.text(of: file.bytes).utf8)
    let at = Int(place.bytes.lowerBound - file.bytes.lowerBound)
    let start = (content[..<at].lastIndex(of: 0x0A) ?? -1) + 1
    let end = content[at...].firstIndex(of: 0x0A) ?? content.count
    guard end - start < Self.longestLine else { return false }
    let before = String(decoding: content[start..<at], as: UTF8.self)
    let line = String(decoding: content[start..<end], as: UTF8.self)
    let isComment = ["#", "//", "%", "--", "/*"].contains { before.has($0) }
    let hasYear = NumberToken.scan(line).contains { $0.text.count == 4 }
    return (isComment || symbol.doc?.contains(place) == true) && !hasYear
      && !["et al", "http", "arxiv", "arXiv", "["].contains { line.has($0) }
  }

  private static func innermost(_ symbols: [CodeSymbol], around place: SourceSpan) -> CodeSymbol? {
    symbols.filter { $0.kind != .constant && $0.span?.contains(place) == true }.min {
      ($0.lines.count, $0.name) < ($1.lines.count, $1.name)
    }
  }
}
