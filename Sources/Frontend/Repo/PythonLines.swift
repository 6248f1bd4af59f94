/// The statements of a Python module as the tokenizer sees them: over brackets, strings and
/// backslashes, with their indentation and with whether their names say something of settings.
struct PythonLines {
  struct Line {
    enum Head { case decorator, function, clause, match, importing, other }

    /// From the first byte to the last that is no comment.
    var bytes: Range<Int>
    var indent: Int
    var head: Head = .other
    /// Whether it begins with a string, as documentation does.
    var isText = false
    var saysSomething = false
    /// Whether it is the head or the decorator of a function that makes a configuration.
    var isOfConfiguration = false
    /// Of the head of a function.
    var brackets = Brackets()
  }

  /// Where the parameters of a function stand, and where its head ends.
  struct Brackets {
    fileprivate(set) var opening: Int?
    fileprivate(set) var closing: Int?
    fileprivate(set) var colon: Int?

    fileprivate mutating func meet(_ byte: UInt8, at place: Int) {
      switch byte {
      case UInt8(ascii: ":"): if closing != nil, colon == nil { colon = place }
      case UInt8(ascii: ")"): if opening != nil, closing == nil { closing = place }
      case UInt8(ascii: "("): if opening == nil { opening = place }
      // Parameters of types come first, and they are left as they are.
      case UInt8(ascii: "["): if opening == nil { opening = .max }
      default: break
      }
    }
  }

  private(set) var lines: [Line] = []
  /// Whether functions may be made commands by their names alone.
  private(set) var exposesFunctions = false
  /// Lines that are comments, with their line feeds.
  private(set) var comments: [Range<Int>] = []
  private let source: [UInt8]
  private var at = 0
  private let isWord = wordBytes
  private var isBehindDef = false

  init(_ source: [UInt8]) { self.source = source }

  mutating func scan(with classes: inout PythonWordClasses) {
    while at < source.count {
      let start = at
      var indent = 0
      while at < source.count, source[at] == 0x20 || source[at] == 0x09 || source[at] == 0x0C {
        indent = source[at] == 0x09 ? (indent / 8 + 1) * 8 : indent + 1
        at += 1
      }
      guard at < source.count else { return }
      if source[at] == Self.lineFeed || source[at] == 0x0D {
        at += 1
      } else if source[at] == UInt8(ascii: "#") {
        skipComment()
        at = min(at + 1, source.count)
        comments.append(start..<at)
      } else {
        statement(indent, &classes)
      }
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")

  /// What a line that is one long text in three quotation marks says, but for its first and its last
  /// character.
  func innerText(of line: Line) -> Range<Int>? {
    let text = source[line.bytes]
    guard line.isText, text.count > 40, let quote = text.first, isQuote(quote),
      text.prefix(3).allSatisfy({ $0 == quote }), text.suffix(3).allSatisfy({ $0 == quote })
    else { return nil }
    let said = (text.startIndex + 3)..<(text.endIndex - 3)
    var quotes = 0
    for byte in source[said] {
      quotes = byte == quote ? quotes + 1 : 0
      if byte == UInt8(ascii: "\\") || quotes == 3 { return nil }
    }
    let words = said.trimmed(in: source)
    guard words.count > 32 else { return nil }
    var (start, end) = (words.lowerBound + 1, words.upperBound - 1)
    while start < end, source[start] & 0xC0 == 0x80 { start += 1 }
    while start < end, source[end] & 0xC0 == 0x80 { end -= 1 }
    return start < end ? start..<end : nil
  }

  private mutating func skipComment() {
    while at < source.count, source[at] != Self.lineFeed { at += 1 }
  }

  private mutating func statement(_ indent: Int, _ classes: inout PythonWordClasses) {
    var line = Line(bytes: at..<at, indent: indent)
    line.isText = isQuote(source[at])
    var (depth, end, before) = (0, at, UInt8(0))
    scan: while at < source.count {
      let byte = source[at]
      switch byte {
      case Self.lineFeed:
        at += 1
        if depth <= 0 { break scan }
        continue
      case 0x20, 0x09, 0x0D, 0x0C:
        at += 1
        continue
      case UInt8(ascii: "#"):
        skipComment()
        continue
      case UInt8(ascii: "\\"):
        at += 2
        continue
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 0, line.head == .function { line.brackets.meet(byte, at: at) }
        depth += 1
        at += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0, line.head == .function { line.brackets.meet(byte, at: at) }
        at += 1
      case UInt8(ascii: ":"):
        if depth == 0, line.head == .function { line.brackets.meet(byte, at: at) }
        at += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipString(isFormatted: false, &line, &classes)
      case let byte where isWord[Int(byte)]:
        word(before, &line, &classes)
      default:
        if at == line.bytes.lowerBound, byte == UInt8(ascii: "@") { line.head = .decorator }
        // Another statement follows.
        if byte == UInt8(ascii: ";"), line.head == .importing { line.saysSomething = true }
        at += 1
      }
      before = byte
      end = min(at, source.count)
    }
    line.bytes = line.bytes.lowerBound..<end
    lines.append(line)
  }

  private static let wordBytes: [Bool] = (0..<256).map { (byte: Int) -> Bool in
    if byte >= 0x80 || byte == 0x5F { return true }
    return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// A name, a number or the letters before a string.
  private mutating func word(
    _ before: UInt8, _ line: inout Line, _ classes: inout PythonWordClasses
  ) {
    let (word, hash) = nextWord()
    let isFirst = word.lowerBound == line.bytes.lowerBound
    if at < source.count, isQuote(source[at]), word.count <= 2 {
      if isFirst { line.isText = true }
      let isFormatted = source[word].contains { $0 | 0x20 == UInt8(ascii: "f") }
      return skipString(isFormatted: isFormatted, &line, &classes)
    }
    let isName = isBehindDef
    isBehindDef = line.head == .other && source[word].elementsEqual("def".utf8)
    if isFirst { line.head = Self.head(source[word]) }
    if isBehindDef { line.head = .function }
    if line.head == .importing {
      // What is imported sets nothing; that it is a test's is asked of the text.
      let isTested = ["pytest", "unittest"].contains { source[word].elementsEqual($0.utf8) }
      line.saysSomething = line.saysSomething || isTested
      return
    }
    let kinds = classes.kinds(of: source[word], hash: hash)
    guard !kinds.isEmpty else { return }
    if kinds.contains(.call), source[word].elementsEqual("Fire".utf8) { exposesFunctions = true }
    if kinds.contains(.configuration), isName || line.head == .decorator {
      line.isOfConfiguration = true
    }
    line.saysSomething =
      line.saysSomething || line.isOfConfiguration || saysSomething(kinds, before)
  }

  private mutating func nextWord() -> (range: Range<Int>, hash: UInt64) {
    let start = at
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while at < source.count, isWord[Int(source[at])] {
      hash = (hash ^ UInt64(source[at])) &* 0x100_0000_01B3
      at += 1
    }
    return (start..<at, hash)
  }

  private static func head(_ word: ArraySlice<UInt8>) -> Line.Head {
    switch word.first {
    case UInt8(ascii: "m"): word.elementsEqual("match".utf8) ? .match : .other
    case UInt8(ascii: "i"): word.elementsEqual("import".utf8) ? .importing : .other
    case UInt8(ascii: "e"), UInt8(ascii: "f"):
      if word.elementsEqual("from".utf8) {
        .importing
      } else {
        ["else", "elif", "except", "finally"].contains { word.elementsEqual($0.utf8) }
          ? .clause : .other
      }
    default: .other
    }
  }

  /// Whether a word of some kinds, behind which `at` stands, may set a value or read one.
  private func saysSomething(_ kinds: PythonWordClasses.Kinds, _ before: UInt8) -> Bool {
    if kinds.contains(.constant), before != UInt8(ascii: ".") { return true }
    var next = at
    while next < source.count, source[next] <= 0x20 || source[next] == UInt8(ascii: "\\") {
      next += 1
    }
    guard next < source.count else { return false }
    switch source[next] {
    case UInt8(ascii: "="):
      let isComparison = next + 1 < source.count && source[next + 1] == UInt8(ascii: "=")
      return !isComparison && !kinds.isDisjoint(with: [.configuration, .hyperparameter])
    case UInt8(ascii: "("): return kinds.contains(.call)
    case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: ":"):
      return kinds.contains(.configuration)
    default: return false
    }
  }

  /// A string; what stands in the braces of a formatted one is code.
  private mutating func skipString(
    isFormatted: Bool, _ line: inout Line, _ classes: inout PythonWordClasses
  ) {
    let quote = source[at]
    let isTriple = at + 2 < source.count && source[at + 1] == quote && source[at + 2] == quote
    at += isTriple ? 3 : 1
    var before = quote
    while at < source.count {
      let byte = source[at]
      if byte == UInt8(ascii: "\\") {
        at += 2
      } else if byte == quote {
        guard isTriple else {
          at += 1
          return
        }
        if at + 2 < source.count, source[at + 1] == quote, source[at + 2] == quote {
          at += 3
          return
        }
        at += 1
      } else if byte == Self.lineFeed, !isTriple {
        return
      } else if isFormatted, isWord[Int(byte)] {
        let (word, hash) = nextWord()
        let kinds = classes.kinds(of: source[word], hash: hash)
        line.saysSomething = line.saysSomething || saysSomething(kinds, before)
      } else {
        at += 1
      }
      before = byte
    }
  }
}
