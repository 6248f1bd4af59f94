internal import IR

/// The definitions of a source file, found line by line with the words of its language.
///
/// A definition ends where the indentation returns to its own. This is an outline for readers; the
/// parser of Python knows better where there is one.
struct CodeOutline {
  private let file: KeptFile
  private let row: OutlineRow
  private var symbols: [CodeSymbol] = []
  /// Types that the current line lies in, outermost first.
  private var enclosing: [(name: String, lastRow: Int)] = []

  static func symbols(of file: KeptFile) -> [CodeSymbol] {
    guard let row = file.language.flatMap({ OutlineRow.byLanguage[$0] }) else { return [] }
    var outline = CodeOutline(file: file, row: row)
    for index in file.lineStarts.indices where outline.symbols.count < mostSymbols {
      outline.read(index)
    }
    return outline.symbols
  }

  private static let mostSymbols = 5_000

  /// The bytes that a definition begins with; nil where it may begin with any.
  private let firstBytes: [Bool]?

  private init(file: KeptFile, row: OutlineRow) {
    self.file = file
    self.row = row
    firstBytes = row.hasBareFunctions || row.hasAssignedFunctions ? nil : row.firstBytes
  }

  private mutating func read(_ index: Int) {
    let line = file.row(index).trimmed(in: file.bytes)
    guard (3...400).contains(line.count),
      firstBytes?[Int(file.bytes[line.lowerBound])] ?? true
    else { return }
    let text = file.text(line)
    guard !row.comments.contains(where: { text.hasPrefix($0) }),
      let definition = definition(in: text, row: index)
    else { return }
    enclosing.removeAll { $0.lastRow < index }
    let isNested = !enclosing.isEmpty
    let name = ((enclosing.last.map { [$0.name] } ?? []) + [definition.name]).joined(separator: ".")
    let last = lastRow(from: index)
    let span = file.row(index).lowerBound..<file.row(last).upperBound
    var symbol = CodeSymbol(
      path: file.path, name: name,
      kind: definition.isType ? .type : isNested ? .method : .function,
      signature: Self.signature(text), lines: file.lines(span))
    symbol.span = file.span(span)
    symbol.doc = comment(above: index).map(file.span)
    symbols.append(symbol)
    if definition.isType { enclosing.append((name, last)) }
  }

  private struct Definition {
    let name: String
    let isType: Bool
  }

  private func definition(in text: String, row index: Int) -> Definition? {
    var words = text.split(maxSplits: 8) { $0 == " " || $0 == "\t" }
    while let word = words.first, row.modifiers.contains(String(word)) { words.removeFirst() }
    guard let first = words.first else { return nil }
    let isType = row.types.contains(String(first))
    if isType || row.functions.contains(String(first)) {
      return Self.name(after: words.dropFirst()).map { Definition(name: $0, isType: isType) }
    }
    if row.hasAssignedFunctions, let name = assignedFunction(text) {
      return Definition(name: name, isType: false)
    }
    guard row.hasBareFunctions, !text.hasSuffix(";"), !text.hasPrefix("#"), opensBody(index)
    else { return nil }
    return bareFunction(text).map { Definition(name: $0, isType: false) }
  }

  /// The name that follows a defining word; in Go, after the receiver in parentheses.
  private static func name(after words: ArraySlice<Substring>) -> String? {
    var text = words.joined(separator: " ")[...]
    if text.hasPrefix("("), let close = text.firstIndex(of: ")") {
      text = text[text.index(after: close)...].drop { $0 == " " }
    }
    var name = text.prefix(while: isNamePart)
    while name.last == ":" { name.removeLast() }
    let isDeclared = name.first.map { !$0.isNumber } ?? false
    return isDeclared ? String(name) : nil
  }

  private static func isNamePart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "$"
      || character == "." || character == ":"
  }

  /// `name <- function(`, `const name = (x) =>`, `name = async function`.
  private func assignedFunction(_ text: String) -> String? {
    guard let sign = text.find("<- ") ?? text.find("= ") else { return nil }
    let value = text[sign.upperBound...].drop { $0 == " " }
    let isFunction =
      value.hasPrefix("function") || value.hasPrefix("async function")
      || (value.hasPrefix("(") || value.hasPrefix("async (")) && value.contains("=>")
    let words = text[..<sign.lowerBound].split(separator: " ")
    guard isFunction, words.allSatisfy({ $0.allSatisfy(Self.isNamePart) }) else { return nil }
    return words.last.map(String.init)
  }

  /// `static float dot(const float *a` and `cleanup()`: the name before the first parenthesis.
  private func bareFunction(_ text: String) -> String? {
    guard let open = text.firstIndex(of: "("), !text[..<open].contains("=") else { return nil }
    let words = text[..<open].split { !(Self.isNamePart($0) || $0 == "~") }
    let isControl = words.contains { OutlineRow.control.contains($0) }
    guard let name = words.last, !isControl, text[..<open].hasSuffix(name),
      name.first.map({ !$0.isNumber }) ?? false
    else { return nil }
    return String(name)
  }

  /// Whether a brace opens on this line or one of the next, before a statement ends.
  private func opensBody(_ index: Int) -> Bool {
    for next in index..<min(index + 6, file.lineStarts.count) {
      let signs = file.bytes[file.row(next)].first { "{;".utf8.contains($0) }
      if let signs { return signs == UInt8(ascii: "{") }
    }
    return false
  }

  private func lastRow(from index: Int) -> Int {
    let own = indentation(index)
    var last = index
    for next in (index + 1)..<max(min(index + Self.longestBody, file.lineStarts.count), index + 1) {
      let line = file.row(next).trimmed(in: file.bytes)
      guard let first = line.first.map({ file.bytes[$0] }) else { continue }
      if indentation(next) > own || "{)#".utf8.contains(first) {
        last = next
        continue
      }
      let closes = first == UInt8(ascii: "}") || file.bytes[line].starts(with: "end".utf8)
      return closes ? next : last
    }
    return last
  }

  private static let longestBody = 2_000

  private func indentation(_ index: Int) -> Int {
    let line = file.row(index)
    return line.trimmed(in: file.bytes).lowerBound - line.lowerBound
  }

  /// The comment lines directly above a definition.
  private func comment(above index: Int) -> Range<Int>? {
    var first = index
    while first > 0 {
      let text = file.text(file.row(first - 1).trimmed(in: file.bytes))
      guard row.comments.contains(where: { text.hasPrefix($0) }), !text.hasPrefix("#!") else {
        break
      }
      first -= 1
    }
    guard first < index else { return nil }
    return (file.row(first).lowerBound..<file.row(index - 1).upperBound).trimmed(in: file.bytes)
  }

  private static func signature(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, "{:= ".contains(last) { text.removeLast() }
    return String(text)
  }
}
