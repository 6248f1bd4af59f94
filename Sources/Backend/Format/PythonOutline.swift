internal import IR

/// What the checks need of a Python file: functions, imports, whether it can be one at all.
struct PythonOutline: Sendable {
  struct Function: Sendable {
    let name: String
    let line: Int
    let docstring: String?
    /// Whether the body only raises `NotImplementedError`.
    let isStub: Bool
  }

  struct Import: Sendable {
    let module: String
    let line: Int
  }

  let functions: [Function]
  let imports: [Import]
  /// The first line at which brackets or quotes do not pair up.
  let brokenLine: Int?

  init(_ text: TextFile) {
    let lines = PythonLines(text)
    functions = lines.functionLines.map { lines.function(at: $0) }
    imports = lines.imports
    brokenLine = lines.brokenLine
  }
}

/// The lines of a Python file with strings and comments told from code.
private struct PythonLines {
  private struct Line {
    /// As it stands in the file.
    let raw: Substring
    /// Without comments and the contents of strings.
    let code: String
    /// Whether it begins inside a string of several lines.
    let beginsInString: Bool
    /// Open brackets at its end.
    let depth: Int

    var indent: Int { raw.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count }
    var trimmed: Substring { raw.trimmingBlanks() }
  }

  /// In lines; it bounds the search behind an open bracket.
  private static let longestSignature = 200

  private let lines: [Line]
  let brokenLine: Int?

  init(_ text: TextFile) {
    var scanner = PythonScanner()
    var lines: [Line] = []
    for raw in text.lines {
      let beginsInString = scanner.isInString
      let code = scanner.code(of: raw, line: lines.count + 1)
      lines.append(
        Line(raw: raw, code: code, beginsInString: beginsInString, depth: scanner.depth))
    }
    self.lines = lines
    brokenLine =
      scanner.brokenLine ?? (scanner.isInString || scanner.depth != 0 ? max(lines.count, 1) : nil)
  }

  /// Indices of the lines on which a function begins.
  var functionLines: [Int] {
    lines.indices.filter { index in
      let code = lines[index].code.trimmingBlanks()
      return !lines[index].beginsInString
        && (code.hasPrefix("def ") || code.hasPrefix("async def "))
    }
  }

  var imports: [PythonOutline.Import] {
    lines.indices.flatMap { index -> [PythonOutline.Import] in
      let words = lines[index].code.split { " ,\t".contains($0) }
      guard !lines[index].beginsInString, let first = words.first, words.count > 1 else {
        return []
      }
      if first == "from" { return [.init(module: String(words[1]), line: index + 1)] }
      guard first == "import" else { return [] }
      let renamed = Set(words.indices.filter { words[$0] == "as" }.flatMap { [$0, $0 + 1] })
      return words.indices.dropFirst().filter { !renamed.contains($0) }.map {
        .init(module: String(words[$0]), line: index + 1)
      }
    }
  }

  func function(at index: Int) -> PythonOutline.Function {
    let head = lines[index].code.trimmingBlanks()
    let name = head.dropFirst(head.hasPrefix("async") ? 10 : 4).prefix {
      $0.isAlphanumeric || $0 == "_"
    }
    let limit = min(lines.count, index + Self.longestSignature)
    let body = (index..<limit).first { lines[$0].depth <= 0 } ?? limit
    var statements = self.body(from: body + 1, deeperThan: lines[index].indent)
    let docstring = takeDocstring(&statements)
    let isStub =
      statements.first.map { lines[$0].trimmed.hasPrefix(Self.stub) }
      ?? (body < lines.count && endsInStub(lines[body].code[...]))
    return PythonOutline.Function(
      name: String(name), line: index + 1, docstring: docstring, isStub: isStub)
  }

  private static let stub = "raise NotImplementedError"

  /// Whether a stub follows the colon of a signature on its line.
  private func endsInStub(_ code: Substring) -> Bool {
    guard let start = code.offset(of: Self.stub, from: 0) else { return false }
    return code[utf8Range: 0..<start].trimmingBlanks().hasSuffix(":")
  }

  /// The first lines of a body that are not blank: enough for a docstring and a statement.
  private func body(from start: Int, deeperThan indent: Int) -> [Int] {
    var result: [Int] = []
    var index = start
    while index < lines.count, result.count < 200 {
      let line = lines[index]
      if !line.trimmed.isEmpty || line.beginsInString {
        if !line.beginsInString, line.indent <= indent { break }
        if line.beginsInString || !line.code.trimmingBlanks().isEmpty { result.append(index) }
      }
      index += 1
    }
    return result
  }

  private func takeDocstring(_ statements: inout [Int]) -> String? {
    guard let first = statements.first else { return nil }
    let opening = lines[first].trimmed.drop { "rRuUbB".contains($0) }
    guard opening.hasPrefix("\"") || opening.hasPrefix("'") else { return nil }
    let rest = statements.dropFirst().prefix { lines[$0].beginsInString }
    statements.removeFirst(1 + rest.count)
    return ([first] + rest).map { String(lines[$0].raw) }.joined(separator: "\n")
  }
}
