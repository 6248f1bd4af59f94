internal import IR

/// The inputs of an artifact, as checks ask for what stands where in them.
struct InputTexts: Sendable {
  let document: Document
  /// The whole text of the paper, in lower case; empty without one.
  let paperWords: String
  /// The texts of the inputs, in their order.
  let sources: [QuoteText]
  /// Nil in a compilation, where every input is the artifact's.
  private let declared: DeclaredInputs?
  private let paperQuotes: QuoteText
  private let pages: [Int: [PageRun]]

  /// A stretch of the paper's text that came from one page, with what follows: a quotation may
  /// run over to the next page.
  private struct PageRun: Sendable {
    let text: QuoteText
    /// A quotation of the page begins before this byte.
    let end: Int
  }

  /// In bytes: how far a quotation may run over.
  private static let overrun: UInt32 = 2000

  init(_ document: Document) { self.init(document, nil) }

  init(_ declared: DeclaredInputs) { self.init(declared.document, declared) }

  private init(_ document: Document, _ declared: DeclaredInputs?) {
    self.document = document
    self.declared = declared
    let paper = document.inputs.paper.flatMap { document.sources[$0.source] }
    paperWords = paper?.text.lowercase ?? ""
    sources = document.sources.sources.map { QuoteText($0.text) }
    let paperIndex = document.sources.sources.firstIndex { $0.id == paper?.id }
    paperQuotes = paperIndex.map { [sources] in sources[$0] } ?? QuoteText("")
    pages = paper.map(Self.runs) ?? [:]
  }

  private static func runs(of source: SourceText) -> [Int: [PageRun]] {
    var runs: [Int: [PageRun]] = [:]
    var open: (page: Int, bytes: Range<UInt32>)?
    func close() {
      guard let (page, bytes) = open else { return }
      let end = min(bytes.upperBound + overrun, UInt32(source.text.utf8.count))
      let run = PageRun(
        text: QuoteText(source.wholeCharacters(of: bytes.lowerBound..<end)),
        end: QuoteText(source.wholeCharacters(of: bytes)).count)
      runs[page, default: []].append(run)
    }
    for region in source.regions {
      guard case .page(let page, _) = region.place else { continue }
      if let last = open, last.page == page {
        open = (page, last.bytes.lowerBound..<max(last.bytes.upperBound, region.bytes.upperBound))
      } else {
        close()
        open = (page, region.bytes)
      }
    }
    close()
    return runs
  }

  /// Whether somebody named the inputs, rather than that they were just compiled.
  var areNamed: Bool { declared != nil }

  /// Whether nothing that the artifact was made from is absent.
  var areComplete: Bool { declared?.areComplete ?? true }

  /// Whether the artifact declares the source, and it is not at hand.
  func isAbsent(_ name: String) -> Bool { declared?.isAbsent(name) ?? false }

  /// Whether no input is what the artifact declares, in whatever version.
  func isMissing(_ name: String) -> Bool {
    declared?.missing.contains { $0.id == name } ?? false
  }

  /// The identifier of the input that an artifact calls by a name.
  func id(of name: String) -> SourceID { declared?.names[name] ?? SourceID(name) }

  /// The text of the input that an artifact calls by a name.
  func source(named name: String) -> (id: SourceID, text: QuoteText)? {
    let id = id(of: name)
    let index = document.sources.sources.firstIndex { $0.id == id }
    return index.map { (id, sources[$0]) }
  }

  var paper: Paper? { document.inputs.paper }
  var repository: Repository? { document.inputs.repository }
  var rubric: Rubric? { document.inputs.rubric }

  /// Whether the paper holds a quotation, wherever.
  func paperHolds(_ quote: some StringProtocol) -> Bool { paperQuotes.holds(QuoteText(quote)) }

  /// Whether a page holds a quotation.
  func page(_ page: Int, holds quote: some StringProtocol) -> Bool {
    let quote = QuoteText(quote)
    return (pages[page] ?? []).contains { $0.text.holds(quote, beforeByte: $0.end) }
  }

  /// The words of the first page, and of the second where an abstract may end.
  func firstPages(hold quote: some StringProtocol) -> Bool {
    page(1, holds: quote) || page(2, holds: quote)
  }

  /// A file of the repository: by its path, or by its path below the repository's own name.
  func repositoryFile(_ path: Substring) -> RepositoryFile? {
    guard let files = repository?.files else { return nil }
    func find(_ path: Substring) -> RepositoryFile? {
      let index = files.partitioningIndex { !$0.path.utf8.lexicographicallyPrecedes(path.utf8) }
      return index < files.count && files[index].path == path ? files[index] : nil
    }
    if let file = find(path) { return file }
    guard let slash = path.firstIndex(of: "/") else { return nil }
    return find(path[path.index(after: slash)...])
  }

  /// The lines of a file whose text is kept, at their places in the file: of a notebook those between
  /// its cells are empty.
  func lines(of file: RepositoryFile) -> [Substring]? {
    guard let span = file.text, let source = document.sources[span.source] else { return nil }
    var lines: [Substring] = []
    for region in source.regions(overlapping: span.bytes) {
      guard case .lines(_, let first) = region.place else { continue }
      let text = document.sources.text(of: SourceSpan(span.source, region.bytes))
      var piece = text.split(separator: "\n", omittingEmptySubsequences: false)
      if piece.last?.isEmpty == true { piece.removeLast() }
      lines += repeatElement("", count: max(0, first - 1 - lines.count))
      lines += piece.map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
    }
    return lines
  }
}

extension SourceText {
  /// The text of a range that may end inside a character.
  fileprivate func wholeCharacters(of bytes: Range<UInt32>) -> String {
    guard bytes.upperBound <= text.utf8.count else { return "" }
    let start = text.utf8.index(text.startIndex, offsetBy: Int(bytes.lowerBound))
    let end = text.utf8.index(start, offsetBy: bytes.count)
    return String(decoding: text.utf8[start..<end], as: UTF8.self)
  }
}
