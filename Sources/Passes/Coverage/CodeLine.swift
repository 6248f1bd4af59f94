internal import IR

/// What a line of a file says, read without the grammar of its language.
struct CodeLine {
  /// Of the code without the comment at its end and without the digits of subscripts, which are
  /// positions and no values, and of the factors of names.
  let terms: Terms
  /// Of the comment at the end.
  let remark: Terms
  /// The words of the name that the line gives a value; empty where it gives none.
  let named: Set<String>
  /// What the numbers of the code are of.
  let owners: NumberOwners
  /// What its products and powers come to.
  let computed: Set<Double>
  /// How many entries the list has that the name is given.
  let count: Int?
  /// Whether the line only tells, prints or checks something, or puts a text together.
  let isProse: Bool
  /// Whether the line gives a function its value.
  let returns: Bool

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
  static let declarations = ["define_", "argument", "option", "flag"]

  /// `context` has the words of the name that the line goes on to give a value, where an earlier line
  /// has it.
  init(_ line: Substring, under context: Set<String> = []) {
    let remarked = Self.withoutRemark(line)
    // `def __init__(` has no name of its own.
    let code = remarked.hasPrefix("def __") ? remarked.drop { $0 != "(" } : remarked
    let plain = CodeMarks.withoutSeries(CodeMarks.withoutAddresses(code))[...]
    let own = Self.assigned(plain) ?? Self.declared(plain)
    let isBare = own.map { NumberOwners.bare.contains(String($0.name)) } ?? true
    let name = isBare && !context.isEmpty ? nil : own
    let words = name.map { Terms($0.name).words } ?? context
    terms = Terms(Self.withoutFactors(Self.withoutPositions(plain)))
    remark = Terms(line[code.endIndex...])
    named = words.union(Self.compared(plain))
    owners = NumberOwners(plain, named: words)
    computed = ComputedNumbers.all(in: plain)
    count = (Self.assigned(code) ?? own).flatMap { Self.count($0.value) }
    isProse =
      Self.telling.contains { line.hasPrefix($0) } || Self.fillsText(code) || Self.endsText(code)
    returns = line.hasPrefix("return ")
  }

  static func withoutRemark(_ line: Substring) -> Substring {
    var previous: Character = "#"
    for index in line.indices {
      if line[index] == "#", previous == " " { return line[..<index] }
      previous = line[index]
    }
    return line
  }

  /// Whether a line holds a text with places for values: `f"run_{seed}"`.
  private static func fillsText(_ code: Substring) -> Bool {
    ["f\"", "f'"].contains { mark in
      code.utf8Range(of: mark).map { start in
        let isWord = code.utf8.prefix(start.lowerBound).last.map(isNamed) ?? false
        return !isWord && code.utf8.dropFirst(start.upperBound).contains(UInt8(ascii: "{"))
      } ?? false
    }
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
      result.append(depth > 0 && byte.isASCIIDigit ? UInt8(ascii: " ") : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a line goes on with a text that an earlier one opened: `in millimetres.")`
  private static func endsText(_ code: Substring) -> Bool {
    let quote = UInt8(ascii: "\"")
    let marks = code.utf8.count { $0 == quote }
    let bare = code.utf8.reversed().drop { "),".utf8.contains($0) }
    return marks % 2 == 1 && bare.first == quote && code.utf8.first != quote
  }

  /// The text without whole numbers by which something with a name is multiplied or divided, as in
  /// `5 * speed / 6`, and without the axes of arrays.
  private static func withoutFactors(_ code: String) -> String {
    var text = Array(code.utf8)
    var at = 0
    while at < text.count {
      guard text[at].isASCIIDigit, at == 0 || !isNamed(text[at - 1]),
        at == 0 || text[at - 1] != UInt8(ascii: "."), !isPower(text[..<at])
      else {
        at += 1
        continue
      }
      let rest = text[at...]
      let end = rest.firstIndex { !$0.isASCIIDigit } ?? text.count
      let isWhole = end == text.count || !isNamed(text[end]) && text[end] != UInt8(ascii: ".")
      if isWhole, multiplies(text[end...]) || divides(text[..<at]) || isAxis(text[..<at]) {
        for digit in at..<end { text[digit] = UInt8(ascii: " ") }
      }
      at = end
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether `5e-` stands before: what follows is the power of ten of a number.
  private static func isPower(_ before: ArraySlice<UInt8>) -> Bool {
    guard before.last == UInt8(ascii: "-"), before.dropLast().last == UInt8(ascii: "e") else {
      return false
    }
    return before.dropLast(2).last.map { $0.isASCIIDigit } ?? false
  }

  /// Whether `* name` follows.
  private static func multiplies(_ rest: ArraySlice<UInt8>) -> Bool {
    let bare = rest.drop { $0 == UInt8(ascii: " ") }
    guard bare.first == UInt8(ascii: "*") else { return false }
    let other = bare.dropFirst().drop { $0 == UInt8(ascii: " ") }.first ?? 0
    return other == UInt8(ascii: "(") || isNamed(other) && !other.isASCIIDigit
  }

  /// Whether `name *` or `name /` stands before.
  private static func divides(_ before: ArraySlice<UInt8>) -> Bool {
    func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      var text = text
      while text.last == UInt8(ascii: " ") { text.removeLast() }
      return text
    }
    let bare = trimmed(before)
    guard let sign = bare.last, sign == UInt8(ascii: "*") || sign == UInt8(ascii: "/") else {
      return false
    }
    let other = trimmed(bare.dropLast()).last ?? 0
    return other == UInt8(ascii: ")") || isNamed(other) && !other.isASCIIDigit
  }

  /// Whether `axis=` or `dim=-` stands before: the axis of an array.
  private static func isAxis(_ before: ArraySlice<UInt8>) -> Bool {
    ["axis=", "axis=-", "dim=-"].contains { sign in
      before.suffix(sign.utf8.count).elementsEqual(sign.utf8)
        && !(before.dropLast(sign.utf8.count).last.map(isNamed) ?? false)
    }
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte.isASCIIDigit || byte.isASCIILetter
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

  /// The words of what is held against a number: `distance < 2`.
  private static func compared(_ code: Substring) -> Set<String> {
    var words: Set<String> = []
    for sign in [" < ", " > ", " <= ", " >= "] {
      guard let found = code.utf8Range(of: sign) else { continue }
      let after = code.utf8.dropFirst(found.upperBound).first ?? 0
      guard after.isASCIIDigit else { continue }
      let name = code.utf8.prefix(found.lowerBound).reversed().prefix { isNamed($0) || $0 == 0x2E }
      words.formUnion(Terms(String(decoding: name.reversed(), as: UTF8.self)).words)
    }
    return words
  }

  private static func word(_ rest: inout Substring) -> Substring {
    let bare = rest.drop { $0 == "\"" || $0 == "'" }
    // A key in quotes may hold any sign: `"ant/walk": [1, 2]`.
    if bare.startIndex != rest.startIndex, let end = bare.firstIndex(of: rest[rest.startIndex]),
      bare[end...].dropFirst().first == ":", bare.first?.isLetter ?? false
    {
      defer { rest = bare[end...] }
      return bare[..<end]
    }
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

  /// The entries of a list that ends with the line, from three on, or two that are the same; of
  /// `[256] * 3` as many as it is repeated.
  private static func count(_ value: Substring) -> Int? {
    guard let open = value.first, open == "[" || open == "(" else { return nil }
    var inner = value.dropFirst()
    while let last = inner.last, " ,;".contains(last) { inner.removeLast() }
    if let sign = inner.lastIndex(of: "*"),
      let times = Int(inner[inner.index(after: sign)...].drop { $0 == " " })
    {
      let list = inner[..<sign].reversed().drop { $0 == " " }
      let isOne = list.first == "]" && !inner[..<sign].contains { ",[(".contains($0) }
      return isOne && times > 1 ? times : nil
    }
    guard let close = inner.popLast(), close == "]" || close == ")" else { return nil }
    guard !inner.contains(where: { "[](){}".contains($0) }) else { return nil }
    let entries = inner.split { $0 == "," || $0 == " " }
    if entries.count == 2 { return entries[0] == entries[1] ? 2 : nil }
    return entries.count >= 3 ? entries.count : nil
  }
}
