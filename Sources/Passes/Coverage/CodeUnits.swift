internal import IR

/// The lines of a repository as units of an index.
struct CodeUnits {
  private let repository: Repository
  private let source: SourceText
  private let symbols: [String: [CodeSymbol]]
  private let demonstrations: Demonstrations

  private static let lineLimit = 400
  private static let kinds: Set<RepositoryFile.Kind> = [
    .source, .configuration, .documentation, .notebook,
  ]
  private static let pictures = ["plot", "figure", "visual"]
  private static let docstrings = ["\"\"\"", "'''"]

  init(_ repository: Repository, _ source: SourceText) {
    self.repository = repository
    self.source = source
    demonstrations = Demonstrations(repository, source)
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
    /// In bytes of white space.
    let indent: Int
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
      let left = start
      start = end + 1
      while let first = bare.first, first <= 0x20 { bare.removeFirst() }
      while let last = bare.last, last <= 0x20 { bare.removeLast() }
      guard (3...Self.lineLimit).contains(bare.count) else { continue }
      let indent = bare.startIndex - left
      let said = Self.withoutIntent(String(decoding: bare, as: UTF8.self))
      if said.isEmpty { continue }
      lines.append(
        Line(
          number: number,
          span: SourceSpan(span.source, bare.startIndex..<(bare.startIndex + said.utf8.count)),
          text: said, indent: indent))
    }
    return lines
  }

  /// A line without the remark that something is still to be done: it says nothing of what is, and
  /// would stand in the artifact as a placeholder. Empty for a line that says nothing else.
  private static func withoutIntent(_ line: String) -> String {
    func isIntent(_ text: some StringProtocol) -> Bool {
      (text.has("TODO") || text.has("TBD"))
        && text.split { !$0.isLetter && !$0.isNumber }.contains { $0 == "TODO" || $0 == "TBD" }
    }
    guard isIntent(line) else { return line }
    let code = CodeLine.withoutRemark(line[...])
    guard !isIntent(code) else { return "" }
    let end = code.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { String(code[...$0]) } ?? ""
  }

  private func add(_ file: RepositoryFile, _ lines: [Line], to index: inout AnswerIndex) {
    let isProse = file.kind == .documentation
    let weight = weight(of: file)
    let path = Terms(file.path).words
    let symbols = symbols[file.path] ?? []
    var scopes: [[Int]: Int32] = [:]
    var opened: [[Int]: Int32] = [:]
    var blocks = CodeBlocks()
    var isDocstring = false
    let first = index.units.count
    let number = index.addFile()
    let plain = lines.map { ($0.text, $0.indent) }
    let rows = isProse ? nil : RowCounts(plain)
    let demonstration = demonstrations.lines(of: file, plain)
    var hosts: [Int: Int32] = [:]
    for (position, line) in lines.enumerated() where !demonstration.contains(position) {
      if !isProse { blocks.enter(indent: line.indent) }
      let code = CodeLine(line.text[...], under: blocks.named)
      let around = symbols.indices.filter {
        symbols[$0].lines.contains(line.number) && symbols[$0].lines.lowerBound < line.number
      }
      if scopes[around] == nil {
        let words = around.reduce(path) { $0.union(Terms(symbols[$1].name).words) }
        scopes[around] = index.scope(of: words)
      }
      let block = blocks.path
      if !block.isEmpty, opened[block] == nil { opened[block] = index.scope(of: blocks.words) }
      let host = around.last { symbols[$0].kind == .type }
      if let host, hosts[host] == nil {
        hosts[host] = index.scope(of: Terms(symbols[host].name).words)
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
      unit.block = opened[block] ?? 0
      unit.host = host.flatMap { hosts[$0] } ?? 0
      unit.weight = isTold && !isProse ? 0.5 * weight : weight
      unit.named = index.numbers(of: isProse ? [] : code.named)
      if let symbol = symbols.first(where: { $0.lines.lowerBound == line.number }), !isTold {
        unit.kind = .definition
        let name = symbol.name.suffix(while: { $0 != "." })
        unit.named = index.numbers(of: name.hasPrefix("__") ? [] : Terms(name).words)
      }
      if !isTold {
        unit.owned = code.owners.owned.compactMap { owned in
          guard !code.owners.free.contains(owned.number) else { return nil }
          return (owned.number, index.numbers(of: owned.owner), owned.isPlace)
        }
        unit.numbers = Array(code.computed)
      }
      if let count = code.count ?? rows?.counts[position] {
        unit.count = Double(count)
        unit.isCounted =
          !unit.numbers.contains(Double(count)) && !terms.numbers.contains(Double(count))
        unit.numbers.append(Double(count))
        if let name = rows?.names[position] {
          unit.isRun = true
          unit.named = index.numbers(of: code.named.union(Terms(name).words))
        }
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
      guard !isProse, !isTold else { continue }
      let begins = symbols.contains { $0.lines.lowerBound == line.number }
      blocks.leave(line.text, code, indent: line.indent, begins: begins)
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
