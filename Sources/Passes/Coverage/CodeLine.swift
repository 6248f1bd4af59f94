/// What a line of a file says, read without the grammar of its language.
struct CodeLine {
  /// Of the code without the comment at its end and without the digits of subscripts, which are
  /// positions and no values.
  let terms: Terms
  /// Of the comment at the end.
  let remark: Terms
  /// The words of the name that the line gives a value; empty where it gives none.
  let named: Set<String>
  /// How many entries the list has that the name is given.
  let count: Int?
  /// Whether the line only tells, prints or checks something.
  let isProse: Bool

  private static let telling = [
    "print", "import ", "from ", "assert", "raise ", "echo ", "logger", "logging", "#", "//", "*",
    "/*", "\"\"\"", "'''", "usage:",
  ]
  private static let statements: Set<String> = [
    "def", "class", "if", "for", "while", "elif", "else", "try", "with", "return", "lambda", "case",
    "func", "fn", "async", "except",
  ]
  private static let modifiers: Set<String> = [
    "export", "let", "const", "var", "local", "declare", "static", "final",
  ]
  /// What the names of calls hold that declare an argument of a program.
  private static let declarations = ["define_", "argument", "option", "flag"]

  init(_ line: Substring) {
    let code = Self.withoutRemark(line)
    let name = Self.assigned(code) ?? Self.declared(code)
    terms = Terms(Self.withoutPositions(code))
    remark = Terms(line[code.endIndex...])
    named = name.map { Terms($0.name).words } ?? []
    count = name.flatMap { Self.count($0.value) }
    isProse = Self.telling.contains { line.hasPrefix($0) }
  }

  private static func withoutRemark(_ line: Substring) -> Substring {
    var previous: Character = "#"
    for index in line.indices {
      if line[index] == "#", previous == " " { return line[..<index] }
      previous = line[index]
    }
    return line
  }

  private static func withoutPositions(_ code: Substring) -> String {
    var result: [UInt8] = []
    var depth = 0
    for byte in code.utf8 {
      switch byte {
      case UInt8(ascii: "["):
        let isSubscript = result.last.map { isNamed($0) || "])".utf8.contains($0) } ?? false
        if depth > 0 || isSubscript { depth += 1 }
      case UInt8(ascii: "]"): depth = max(0, depth - 1)
      default: break
      }
      result.append(depth > 0 && (0x30...0x39).contains(byte) ? UInt8(ascii: " ") : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  // MARK: Names

  private typealias Assignment = (name: Substring, value: Substring)

  /// `lr = 1e-4`, `lr: float = 1e-4`, `"lr": 1e-4`, `export LR=1e-4`.
  private static func assigned(_ code: Substring) -> Assignment? {
    var rest = code
    var name = word(&rest)
    while modifiers.contains(String(name)) {
      rest = rest.drop { $0 == " " }
      name = word(&rest)
    }
    guard !name.isEmpty, !statements.contains(String(name)) else { return nil }
    if rest.first == "[", let close = rest.firstIndex(of: "]") {
      rest = rest[rest.index(after: close)...]
    }
    rest = rest.drop { $0 == "\"" || $0 == "'" || $0 == " " }
    if rest.first == ":" {
      let value = rest.dropFirst()
      if let sign = value.firstIndex(of: "="), !value[..<sign].contains("(") {
        rest = value[sign...]
      } else {
        let bare = value.drop { $0 == " " }
        return bare.isEmpty ? nil : (name, bare)
      }
    }
    guard rest.first == "=", rest.dropFirst().first != "=" else { return nil }
    let value = rest.dropFirst().drop { $0 == " " }
    return value.isEmpty ? nil : (name, value)
  }

  private static func word(_ rest: inout Substring) -> Substring {
    let bare = rest.drop { $0 == "\"" || $0 == "'" }
    let name = bare.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    guard name.first.map({ $0.isLetter || $0 == "_" }) ?? false else { return name.prefix(0) }
    rest = bare[name.endIndex...]
    return name
  }

  /// `add_argument("--lr", …)`, `DEFINE_float('lr', …)`.
  private static func declared(_ code: Substring) -> Assignment? {
    guard let open = code.firstIndex(of: "(") else { return nil }
    let call = code[..<open].lowercased()
    guard declarations.contains(where: { call.contains($0) }) else { return nil }
    var rest = code[code.index(after: open)...]
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    rest = rest.dropFirst().drop { $0 == "-" }
    let name = rest.prefix { $0 != quote }
    guard !name.isEmpty, name.count < 60 else { return nil }
    return (name, rest[name.endIndex...].dropFirst())
  }

  /// The entries of a list that ends with the line, from three on.
  private static func count(_ value: Substring) -> Int? {
    guard let open = value.first, open == "[" || open == "(" else { return nil }
    var inner = value.dropFirst()
    while let last = inner.last, " ,;".contains(last) { inner.removeLast() }
    guard let close = inner.popLast(), close == "]" || close == ")" else { return nil }
    guard !inner.contains(where: { "[](){}".contains($0) }) else { return nil }
    let entries = inner.split { $0 == "," || $0 == " " }.count
    return entries >= 3 ? entries : nil
  }
}
