internal import IR

/// The lines of a repository as units of an index.
struct CodeUnits {
  private let repository: Repository
  private let source: SourceText
  private let symbols: [String: [CodeSymbol]]

  private static let lineLimit = 400
  private static let kinds: Set<RepositoryFile.Kind> = [
    .source, .configuration, .documentation, .notebook,
  ]
  private static let pictures = ["plot", "figure", "visual"]
  private static let docstrings = ["\"\"\"", "'''"]

  init(_ repository: Repository, _ source: SourceText) {
    self.repository = repository
    self.source = source
    var symbols: [String: [CodeSymbol]] = [:]
    for symbol in repository.symbols { symbols[symbol.path, default: []].append(symbol) }
    self.symbols = symbols
  }

  func add(to index: inout AnswerIndex) {
    let text = Array(source.text.utf8)
    for file in repository.files {
      guard let span = file.text, Self.kinds.contains(file.kind), !Self.isHidden(file.path),
        index.units.count < AnswerIndex.unitLimit, Int(span.bytes.upperBound) <= text.count
      else { continue }
      add(file, lines(of: span, text), to: &index)
    }
  }

  /// `.gitignore` and the like configure tools and no study.
  private static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private struct Line {
    let number: Int
    let span: SourceSpan
    let text: String
  }

  /// Those that say something, without the white space at their ends.
  private func lines(of span: SourceSpan, _ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var number = 0
    var start = Int(span.bytes.lowerBound)
    while start < Int(span.bytes.upperBound) {
      let rest = text[start..<Int(span.bytes.upperBound)]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      number += 1
      var bare = text[start..<end]
      start = end + 1
      while let first = bare.first, first <= 0x20 { bare.removeFirst() }
      while let last = bare.last, last <= 0x20 { bare.removeLast() }
      guard (3...Self.lineLimit).contains(bare.count) else { continue }
      lines.append(
        Line(
          number: number, span: SourceSpan(span.source, bare.indices),
          text: String(decoding: bare, as: UTF8.self)))
    }
    return lines
  }

  private func add(_ file: RepositoryFile, _ lines: [Line], to index: inout AnswerIndex) {
    let isProse = file.kind == .documentation
    let weight = weight(of: file)
    let path = Terms(file.path).words
    let symbols = symbols[file.path] ?? []
    var scopes: [[Int]: Int32] = [:]
    var isDocstring = false
    let first = index.units.count
    let number = index.addFile()
    for (position, line) in lines.enumerated() {
      let code = CodeLine(line.text[...])
      let around = symbols.indices.filter {
        symbols[$0].lines.contains(line.number) && symbols[$0].lines.lowerBound < line.number
      }
      if scopes[around] == nil {
        let words = around.reduce(path) { $0.union(Terms(symbols[$1].name).words) }
        scopes[around] = index.scope(of: words)
      }
      let isTold = isProse || code.isProse || isDocstring
      let terms = isProse ? Terms(line.text) : code.terms
      if file.language == "Python" || file.kind == .notebook {
        isDocstring = isDocstring != Self.turnsDocstring(line.text)
      }
      var unit = AnswerIndex.Unit(
        span: line.span, kind: isTold ? .prose : .statement,
        line: CodeReference(path: file.path, lines: line.number...line.number))
      unit.scope = scopes[around] ?? 0
      unit.weight = isTold && !isProse ? 0.5 * weight : weight
      unit.named = index.numbers(of: isProse ? [] : code.named)
      if let symbol = symbols.first(where: { $0.lines.lowerBound == line.number }), !isTold {
        unit.kind = .definition
        let name = symbol.name.suffix(while: { $0 != "." })
        unit.named = index.numbers(of: name.hasPrefix("__") ? [] : Terms(name).words)
      }
      if let count = code.count {
        unit.count = Double(count)
        unit.numbers = [Double(count)]
      }
      if code.returns, !isTold, let function = around.last {
        unit.kind = .result
        unit.named = index.numbers(
          of: Terms(symbols[function].name.suffix(while: { $0 != "." })).words)
      }
      unit.remarks = index.numbers(
        of: code.remark.words.union(remark(after: position, lines, code)))
      unit.file = number
      index.append(unit, terms)
    }
    for unit in first..<index.units.count {
      index.setSurroundings(
        of: unit, before: min(2, unit - first), after: unit + 1 < index.units.count ? 1 : 0)
    }
  }

  /// The docstring of a field, or the help text of an argument, in the line that follows.
  private func remark(after position: Int, _ lines: [Line], _ code: CodeLine) -> Set<String> {
    guard lines.indices.contains(position + 1), !code.named.isEmpty, !code.isProse,
      lines[position + 1].number == lines[position].number + 1
    else { return [] }
    let next = lines[position + 1].text
    let tells = next.hasPrefix("help=") || Self.docstrings.contains { next.hasPrefix($0) }
    return tells ? Terms(next).words : []
  }

  private func weight(of file: RepositoryFile) -> Double {
    let path = file.path.lowercased()
    let isTest = path.split(separator: "/").contains { $0.hasPrefix("test") }
    var weight = 1.0
    if file.kind == .documentation { weight = 0.4 }
    if file.kind == .notebook || Self.pictures.contains(where: { path.contains($0) }) {
      weight = 0.5
    }
    return isTest ? 0.5 * weight : weight
  }

  /// Whether a docstring begins or ends in a line, and does not do both.
  private static func turnsDocstring(_ line: String) -> Bool {
    var marks = 0
    var rest = line[...]
    while let first = rest.first {
      if docstrings.contains(where: { rest.hasPrefix($0) }) {
        marks += 1
        rest = rest.dropFirst(3)
      } else {
        rest = first == "\"" || first == "'" ? rest.dropFirst() : rest.drop { !"\"'".contains($0) }
      }
    }
    return marks % 2 == 1
  }
}

extension StringProtocol {
  fileprivate func suffix(while isPart: (Character) -> Bool) -> String {
    String(reversed().prefix(while: isPart).reversed())
  }
}
