internal import IR

/// The lines of a repository and the sentences of a paper, by what they say.
struct AnswerIndex {
  struct Unit {
    let span: SourceSpan
    /// The line of a file of the repository; nil for a sentence of the paper.
    var line: CodeReference? = nil
    /// Index in `Paper.sections`; nil for a line.
    var section: Int? = nil
    /// How much a match here counts: less in tests, in prose and in what is only printed.
    var weight = 1.0
  }

  private(set) var units: [Unit] = []
  private var numbers: [Double: [Int32]] = [:]
  private var names: [String: [Int32]] = [:]
  private var words: [String: [Int32]] = [:]
  private var wordsAround: [String: [Int32]] = [:]

  private static let lineLimit = 400
  private static let unitLimit = 400_000

  init(view: PaperView?, atoms: Atoms, repository: Repository?, sources: SourceMap) {
    if let view {
      let titles = view.paper.sections.map { Terms($0.title.value).words }
      for atom in atoms.atoms {
        append(
          Unit(span: atom.span, section: atom.section), Terms(view.text(of: atom.span)),
          around: titles.indices.contains(atom.section) ? titles[atom.section] : [])
      }
    }
    if let repository, let source = sources[repository.source] {
      addLines(of: repository, source)
    }
  }

  private mutating func append(_ unit: Unit, _ terms: Terms, around: Set<String>) {
    let number = Int32(clamping: units.count)
    units.append(unit)
    for value in terms.numbers { numbers[value, default: []].append(number) }
    for name in terms.names { names[name, default: []].append(number) }
    for word in terms.words { words[word, default: []].append(number) }
    for word in around where !terms.words.contains(word) {
      wordsAround[word, default: []].append(number)
    }
  }

  /// The units that hold a number, in their order; so with the others.
  func units(holding value: Double) -> [Int32] { numbers[value] ?? [] }
  func units(naming name: String) -> [Int32] { names[name] ?? [] }
  func units(saying word: String) -> [Int32] { words[word] ?? [] }
  /// Those that do not say it themselves: lines before and after, the definition, the path.
  func units(near word: String) -> [Int32] { wordsAround[word] ?? [] }

  /// How much it tells that so many units have something: the fewer, the more.
  func worth(ofHaving count: Int) -> Double {
    Self.logarithm(Double(units.count + 2) / Double(count + 1))
  }

  /// The binary logarithm, near enough to compare by.
  static func logarithm(_ value: Double) -> Double {
    guard value >= 1, value.isFinite else { return 0 }
    return Double(value.exponent) + (value.significand - 1)
  }

  // MARK: Lines

  private mutating func addLines(of repository: Repository, _ source: SourceText) {
    var names: [String: [(lines: ClosedRange<Int>, words: Set<String>)]] = [:]
    for symbol in repository.symbols {
      names[symbol.path, default: []].append((symbol.lines, Terms(symbol.name).words))
    }
    let text = Array(source.text.utf8)
    for file in repository.files {
      guard let span = file.text, Self.kinds.contains(file.kind), units.count < Self.unitLimit,
        Int(span.bytes.upperBound) <= text.count
      else { continue }
      addLines(of: file, span, text, names[file.path] ?? [])
    }
  }

  private static let kinds: Set<RepositoryFile.Kind> = [
    .source, .configuration, .documentation, .notebook,
  ]

  private mutating func addLines(
    of file: RepositoryFile, _ span: SourceSpan, _ text: [UInt8],
    _ symbols: [(lines: ClosedRange<Int>, words: Set<String>)]
  ) {
    let path = Terms(file.path).words
    let isTest = file.path.lowercased().split(separator: "/").contains { $0.hasPrefix("test") }
    var lines: [(unit: Unit, terms: Terms, around: Set<String>)] = []
    var number = 0
    var start = Int(span.bytes.lowerBound)
    while start < Int(span.bytes.upperBound) {
      let rest = text[start..<Int(span.bytes.upperBound)]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      number += 1
      let line = Self.bare(start..<end, text)
      start = end + 1
      guard (3...Self.lineLimit).contains(line.count) else { continue }
      let words = String(decoding: text[line], as: UTF8.self)
      var unit = Unit(
        span: SourceSpan(span.source, line),
        line: CodeReference(path: file.path, lines: number...number))
      if isTest || file.kind == .documentation || Self.saysLittle(words) { unit.weight = 0.5 }
      var around = path
      for symbol in symbols where symbol.lines.contains(number) {
        around.formUnion(symbol.words)
      }
      lines.append((unit, Terms(words), around))
    }
    for (index, line) in lines.enumerated() {
      var around = line.around
      for other in [index - 2, index - 1, index + 1] where lines.indices.contains(other) {
        around.formUnion(lines[other].terms.words)
      }
      append(line.unit, line.terms, around: around)
    }
  }

  private static func saysLittle(_ line: String) -> Bool {
    ["print", "import ", "from ", "assert ", "#", "//"].contains { line.hasPrefix($0) }
  }

  /// Without the white space at the ends.
  private static func bare(_ range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    var bare = range
    while let first = bare.first, text[first] <= 0x20 { bare = (first + 1)..<bare.upperBound }
    while let last = bare.last, text[last] <= 0x20 { bare = bare.lowerBound..<last }
    return bare
  }
}
