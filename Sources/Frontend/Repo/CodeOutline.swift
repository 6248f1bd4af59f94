internal import IR

/// The definitions of a source file, found line by line with the words of its language.
///
/// A definition ends where the indentation returns to its own. This is an outline for readers; the
/// parser of Python knows better where there is one.
struct CodeOutline {
  private let file: KeptFile
  private let row: OutlineRow
  private var symbols: [CodeSymbol] = []
  /// Types that the current line lies in, outermost first, with the indentation of their members.
  private var enclosing: [(name: String, lastRow: Int, members: Int?)] = []

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
  private let firstWords: Set<[UInt8]>

  /// Most lines begin with no word that may begin a definition: of those no text is made.
  private func mayDefine(_ line: Range<Int>) -> Bool {
    guard let firstBytes else { return true }
    guard firstBytes[Int(file.bytes[line.lowerBound])] else { return false }
    var end = line.lowerBound
    while end < line.upperBound, file.bytes[end] > 0x20, !"(<".utf8.contains(file.bytes[end]) {
      end += 1
    }
    return firstWords.contains(Array(file.bytes[line.lowerBound..<end]))
  }

  private init(file: KeptFile, row: OutlineRow) {
    self.file = file
    self.row = row
    firstWords = row.firstWords
    firstBytes = row.hasBareFunctions || row.hasAssignedFunctions ? nil : row.firstBytes
  }

  private mutating func read(_ index: Int) {
    let line = file.row(index).trimmed(in: file.bytes)
    guard (3...400).contains(line.count), mayDefine(line) else { return }
    let text = file.text(line)
    guard !row.comments.contains(where: { text.hasPrefix($0) }) else { return }
    enclosing.removeAll { $0.lastRow < index }
    if let extended = extendedType(text) {
      enclosing.append((extended, lastRow(from: index), nil))
      return
    }
    guard let definition = definition(in: text, row: index) else { return }
    let isNested = !enclosing.isEmpty
    let name = ((enclosing.last.map { [$0.name] } ?? []) + [definition.name]).joined(separator: ".")
    let last = lastRow(from: index)
    let span = file.row(index).lowerBound..<file.row(last).upperBound
    var symbol = CodeSymbol(
      path: file.path, name: name,
      kind: definition.isType ? .type : isNested || definition.isMember ? .method : .function,
      signature: Self.signature(text), lines: file.lines(span))
    symbol.span = file.span(span)
    symbol.doc = comment(above: index).map(file.span)
    symbols.append(symbol)
    if definition.isType { enclosing.append((name, last, memberIndentation(index, last))) }
  }

  private struct Definition {
    let name: String
    let isType: Bool
    /// Whether it names the type that it belongs to.
    var isMember = false
  }

  private func definition(in text: String, row index: Int) -> Definition? {
    if row.hasBareFunctions, text.hasPrefix("#") { return nil }
    var words = text.parts(between: " \t")[...]
    while let word = words.first, isModifier(word) { words.removeFirst() }
    guard let first = words.first else { return nil }
    let isType = row.types.contains(String(first))
    if isType || row.functions.contains(String(first)) {
      // `struct node *next;` declares no type, and the name of `enum class Kind` is no `class`.
      if isType, row.hasBareFunctions, !opensBody(index) { return nil }
      let rest = words.drop { row.types.contains(String($0)) || row.functions.contains(String($0)) }
      let name = Self.name(after: rest) ?? (isType ? aliasName(index) : nil)
      return name.map {
        Definition(name: $0, isType: isType, isMember: rest.first?.first == "(")
      }
    }
    if row.hasAssignedFunctions, let name = assignedFunction(text) {
      return Definition(name: name, isType: false)
    }
    if row.hasMethods { return method(text, index) }
    guard row.hasBareFunctions, !text.hasSuffix(";"), opensBody(index) else { return nil }
    return bareFunction(text).map { Definition(name: $0, isType: false) }
  }

  /// `pub`, and `pub(super)` and the `"C"` of `extern "C"` with it.
  private func isModifier(_ word: Substring) -> Bool {
    if row.modifiers.contains(String(word)) { return true }
    if word.hasPrefix("\"") { return true }
    guard word.hasSuffix(")"), let open = word.firstIndex(of: "(") else { return false }
    return row.modifiers.contains(String(word[..<open]))
  }

  /// The name behind the body of `typedef struct { … } name;`.
  private func aliasName(_ index: Int) -> String? {
    let last = file.text(file.row(lastRow(from: index)).trimmed(in: file.bytes))
    guard row.hasBareFunctions, last.hasPrefix("}") else { return nil }
    let name = last.dropFirst().drop { $0 == " " }.prefix(while: Self.isNamePart)
    return name.isEmpty ? nil : String(name)
  }

  /// What a block adds to without defining it: `impl<T> Step for Learner<T> {`.
  private func extendedType(_ text: String) -> String? {
    guard let word = row.extensions.first(where: { text.hasPrefix($0) }) else { return nil }
    var rest = text.dropFirst(word.count)
    guard let next = rest.first, next == " " || next == "<" else { return nil }
    if next == "<" {
      var depth = 0
      let end = rest.firstIndex { sign in
        depth += sign == "<" ? 1 : sign == ">" ? -1 : 0
        return depth == 0
      }
      rest = end.map { rest[rest.index(after: $0)...] } ?? ""
    }
    if let mark = rest.find(" for ") { rest = rest[mark.upperBound...] }
    let name = rest.drop { $0 == " " || $0 == "&" }.prefix(while: Self.isNamePart)
    return name.isEmpty ? nil : String(name)
  }

  /// `async run(x): Promise<void> {` where the members of a class stand.
  private func method(_ text: String, _ index: Int) -> Definition? {
    guard let members = enclosing.last?.members, members == indentation(index),
      text.hasSuffix("{") || text.hasSuffix("(") || text.hasSuffix("}"),
      let name = bareFunction(Self.withoutTypeParameters(text))
    else { return nil }
    return Definition(name: name, isType: false)
  }

  private static func withoutTypeParameters(_ text: String) -> String {
    guard let open = text.firstIndex(of: "("), let less = text[..<open].firstIndex(of: "<") else {
      return text
    }
    return String(text[..<less] + text[open...])
  }

  private func memberIndentation(_ index: Int, _ last: Int) -> Int? {
    guard row.hasMethods, index < last else { return nil }
    let first = ((index + 1)...last).first { !file.row($0).trimmed(in: file.bytes).isEmpty }
    return first.map(indentation)
  }

  /// The name that follows a defining word; in Go, with that of the receiver, which stands in
  /// parentheses before it.
  private static func name(after words: ArraySlice<Substring>) -> String? {
    // No name has a space, and joining a long line costs more than to find out.
    guard var text = words.first else { return nil }
    if text.hasPrefix("(") { text = words.joined(separator: " ")[...] }
    var receiver: Substring?
    if text.hasPrefix("("), let close = text.firstIndex(of: ")") {
      let type = text[..<close].prefix { $0 != "[" }
      receiver = type.split { !isNamePart($0) }.last
      text = text[text.index(after: close)...].drop { $0 == " " }
    }
    var name = plainName(text) ?? text.prefix(while: isNamePart)
    while name.utf8.last == UInt8(ascii: ":") { name.removeLast() }
    let isDeclared = name.first.map { !$0.isNumber } ?? false
    return isDeclared ? ([receiver, name].compactMap { $0 }).joined(separator: ".") : nil
  }

  /// The name that a text begins with, where that is of ASCII and so is what follows: to find the
  /// characters of others costs more.
  private static func plainName(_ text: Substring) -> Substring? {
    let bytes = text.utf8
    let end = bytes.firstIndex { !isNameByte[Int($0)] } ?? bytes.endIndex
    guard end == bytes.endIndex || bytes[end] < 0x80 else { return nil }
    return text[..<end]
  }

  private static let isNameByte: [Bool] = (0..<256).map { (byte: Int) -> Bool in
    (0x30...0x3A).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
      || byte == 0x24 || byte == 0x2E
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
      || value.drop(while: Self.isNamePart).hasPrefix(" => ")
    let words = text[..<sign.lowerBound].split(separator: " ")
    guard isFunction, words.allSatisfy({ $0.allSatisfy(Self.isNamePart) }) else { return nil }
    return words.last.map(String.init)
  }

  /// `static float dot(const float *a` and `cleanup()`: the name before the first parenthesis.
  private func bareFunction(_ text: String) -> String? {
    guard let open = text.firstIndex(of: "(") else { return nil }
    if let mark = text[..<open].find("operator") { return String(text[mark.lowerBound..<open]) }
    guard !text[..<open].contains("=") else { return nil }
    let words = text[..<open].split { !(Self.isNamePart($0) || $0 == "~") }
    let isControl =
      words.first.map(OutlineRow.statements.contains) ?? false
      || words.last.map(OutlineRow.control.contains) ?? false
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
      // What stands further left closes what the definition lies in.
      return closes && indentation(next) == own ? next : last
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
