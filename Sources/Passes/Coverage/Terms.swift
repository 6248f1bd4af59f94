internal import IR

/// What a text is searched by: its words as stems, its numbers by their values, and the names in
/// it, such as `push-v2`.
struct Terms {
  enum Piece: Equatable {
    case word(String)
    case number(Double)
    /// The number before it is so many of a hundred.
    case percent
    /// A mark of punctuation, or words that say nothing: what stands on its two sides does not
    /// belong together.
    case pause
    /// The end of a bracket.
    case close
  }

  /// In the order of the text.
  private(set) var pieces: [Piece] = []
  private(set) var words: Set<String> = []
  var numbers: Set<Double> {
    Set(pieces.compactMap { if case .number(let value) = $0 { value } else { nil } })
  }
  private(set) var names: Set<String> = []

  /// `omittingLabels` leaves out the numbers of tables, sections and equations that are referred
  /// to, and formulas.
  init(_ text: some StringProtocol, omittingLabels: Bool = false) {
    let written = GreekLetters.spelled(Array(text.utf8))
    let bytes = omittingLabels ? MathMarkup.values(in: written) : written
    var isLabelled = false
    for token in Self.tokens(bytes) {
      guard let first = token.first, first != UInt8(ascii: ")") else {
        pieces.append(token.isEmpty ? .pause : .close)
        continue
      }
      if Self.isNumber(token) {
        if !isLabelled { read(number: token) }
      } else if let scale = Self.scales[token], case .number(let value)? = pieces.last {
        pieces[pieces.count - 1] = .number(value * scale)
      } else if Self.percents.contains(token) {
        if case .number? = pieces.last { pieces.append(.percent) }
      } else {
        read(word: token)
      }
      isLabelled = omittingLabels && (isLabelled && token.count <= 2 || Self.labels.contains(token))
    }
  }

  /// Words that make a number so much larger.
  private static let scales: [[UInt8]: Double] = [
    Array("thousand".utf8): 1e3, Array("million".utf8): 1e6, Array("billion".utf8): 1e9,
  ]
  private static let percents: Set<[UInt8]> = [Array("%".utf8), Array("percent".utf8)]

  private static let labels: Set<[UInt8]> = Set(
    [
      "section", "sections", "appendix", "table", "tables", "figure", "figures", "fig", "equation",
      "equations", "eq", "algorithm", "chapter", "footnote", "addendum",
    ].map { Array($0.utf8) })

  // MARK: Tokens

  /// Runs of letters, digits and the marks that names and numbers have inside, in lower case; a
  /// capital letter in a word stands behind a `_`. An empty one is a mark of punctuation.
  ///
  /// The exponent of what is no number says nothing: `x**2` holds no two.
  private static func tokens(_ bytes: [UInt8]) -> [[UInt8]] {
    var tokens: [[UInt8]] = []
    var token: [UInt8] = []
    var isExponent = false
    func end() {
      let bare = trimmed(token)
      if !bare.isEmpty {
        if !(isExponent && isNumber(bare)) { tokens.append(bare) }
        isExponent = false
      }
      if token.last == UInt8(ascii: ".") { tokens.append([]) }
      token.removeAll(keepingCapacity: true)
    }
    var isCommand = false
    for (at, byte) in bytes.enumerated() {
      // What stands behind a backslash is a command of LaTeX and no word.
      isCommand = byte == UInt8(ascii: "\\") || isCommand && byte.isASCIILetter
      if isCommand {
        end()
        continue
      }
      switch byte {
      case UInt8(ascii: "-") where at > 0 && ")]".utf8.contains(bytes[at - 1]): end()
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "^"):
        token.append(byte)
      case 0x41...0x5A:
        let wasLower = token.last.map { (0x61...0x7A).contains($0) } ?? false
        if wasLower, (0x61...0x7A).contains(bytes[at - 1]) { token.append(UInt8(ascii: "_")) }
        token.append(byte | 0x20)
      case UInt8(ascii: ",") where isThousands(bytes, at): break
      case UInt8(ascii: "*")
      where at > 0 && bytes[at - 1] == byte && token.last.map(\.isASCIIDigit) ?? false:
        token.append(UInt8(ascii: "^"))
      case UInt8(ascii: "*") where at + 1 < bytes.count && bytes[at + 1] == byte: break
      case UInt8(ascii: "*") where at > 0 && bytes[at - 1] == byte:
        end()
        isExponent = true
      case UInt8(ascii: "{") where token.last == UInt8(ascii: "^"): break
      // The three bytes of the minus of printed text.
      case 0xE2 where bytes[at...].starts(with: "−".utf8): token.append(UInt8(ascii: "-"))
      case 0x88 where bytes[..<at].last == 0xE2, 0x92 where bytes[..<at].last == 0x88: break
      case UInt8(ascii: ")"):
        end()
        tokens.append([byte])
      case UInt8(ascii: "%") where at > 0 && (bytes[at - 1].isASCIIDigit || bytes[at - 1] == 0x5C):
        end()
        tokens.append([byte])
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
        UInt8(ascii: "\""):
        end()
        tokens.append([])
      default: end()
      }
    }
    end()
    return tokens
  }

  /// Whether a token begins with a digit, or with a sign and a digit.
  private static func isNumber(_ token: [UInt8]) -> Bool {
    guard let first = token.first else { return false }
    return first.isASCIIDigit
      || first == UInt8(ascii: "-") && token.count > 1 && token[1].isASCIIDigit
  }

  /// Whether a comma stands between a digit and a group of three.
  private static func isThousands(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at > 0, bytes[at - 1].isASCIIDigit, at + 3 < bytes.count else { return false }
    return bytes[(at + 1)...(at + 3)].allSatisfy(\.isASCIIDigit)
      && !(at + 4 < bytes.count && bytes[at + 4].isASCIIDigit)
  }

  private static func trimmed(_ token: [UInt8]) -> [UInt8] {
    func isMark(_ byte: UInt8) -> Bool { "_-.^".utf8.contains(byte) }
    var bare = token[...]
    // The point of a fraction without a whole part stays: `.99`.
    while let first = bare.first, isMark(first),
      !(first == UInt8(ascii: ".") && bare.dropFirst().first.map(\.isASCIIDigit) ?? false)
    {
      bare.removeFirst()
    }
    while let last = bare.last, isMark(last) { bare.removeLast() }
    // One dash before a number is its sign; two are the mark of an option.
    let isSigned =
      token.first == UInt8(ascii: "-") && bare.startIndex == token.startIndex + 1
      && (bare.first.map { $0.isASCIIDigit || $0 == UInt8(ascii: ".") } ?? false)
    let sign: [UInt8] = isSigned ? [UInt8(ascii: "-")] : []
    return sign + (bare.first == UInt8(ascii: ".") ? [0x30] : []) + bare
  }

  // MARK: Numbers

  private mutating func read(number token: [UInt8]) {
    if let value = Self.value(of: token) {
      insert(value)
      return
    }
    // `6th` tells which, and not how many.
    if token.drop(while: \.isASCIIDigit).elementsEqual("th".utf8) { return }
    // `3-layer`, `210x160`, `2.0-beta`: the numbers and words that it is made of.
    for part in token.split(whereSeparator: { !$0.isASCIIDigit && $0 != UInt8(ascii: ".") }) {
      if let value = Double(String(decoding: part, as: UTF8.self)), value.isFinite { insert(value) }
    }
    for part in token.split(whereSeparator: { !(0x61...0x7A).contains($0) }) where part.count > 2 {
      insert(word: String(decoding: part, as: UTF8.self))
    }
  }

  private mutating func insert(_ value: Double) {
    pieces.append(.number(value))
  }

  /// `1e-5`, `1_000`, `10^6`, `11k`, `1m`, `0.5`.
  private static func value(of token: [UInt8]) -> Double? {
    let text = String(decoding: token.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    if let plain = Double(text) { return plain.isFinite ? plain : nil }
    let parts = text.split(separator: "^", maxSplits: 1)
    if parts.count == 2, let base = Double(parts[0]), let power = Int(parts[1]), abs(power) <= 30 {
      return (0..<abs(power)).reduce(1.0) { value, _ in power < 0 ? value / base : value * base }
    }
    let scale: Double? =
      switch text.last {
      case "k": 1e3
      case "m": 1e6
      case "b": 1e9
      default: nil
      }
    return scale.flatMap { scale in Double(text.dropLast()).map { $0 * scale } }
  }

  // MARK: Words

  private mutating func read(word token: [UInt8]) {
    let count = pieces.count
    let parts = token.split { !(0x61...0x7A).contains($0) }
    var at = 0
    while at < parts.count {
      var word = String(decoding: parts[at], as: UTF8.self)
      if at + 1 < parts.count, LooseBeginnings.words.contains(word) {
        word += String(decoding: parts[at + 1], as: UTF8.self)
        at += 1
      }
      insert(word: word)
      at += 1
    }
    let hasMark = token.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    if parts.count > 1, parts.contains(where: { $0.count == 1 }) {
      // `L-BFGS` is `lbfgs` in code.
      insert(word: String(decoding: Array(parts.joined()), as: UTF8.self))
      // Of `q_lr` the letter is what tells it from `policy_lr`.
      for part in parts where hasMark && part.count == 1 {
        append(String(decoding: part, as: UTF8.self))
      }
    }
    if pieces.count == count { pieces.append(.pause) }
    guard token.count > 3, hasMark else { return }
    names.insert(
      String(
        decoding: token.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self))
  }

  private mutating func insert(word: String) {
    for whole in Shorthand.words[word] ?? [word]
    where whole.utf8.count > 1 && !StopWords.contains(whole) {
      append(Self.stem(whole))
    }
  }

  private mutating func append(_ stem: String) {
    words.insert(stem)
    pieces.append(.word(stem))
  }

  /// Without the endings by which forms of a word differ.
  static func stem(_ word: String) -> String {
    guard word.utf8.count > 3 else { return word }
    var bare = word[...]
    // `trajectories` is the plural of `trajectory`.
    if bare.hasSuffix("ies"), bare.utf8.count > 4 { return bare.dropLast(3) + "y" }
    if bare.hasSuffix("s"), !bare.hasSuffix("ss") { bare = bare.dropLast() }
    for ending in ["ing", "ed"]
    where bare.hasSuffix(ending) && bare.utf8.count > ending.utf8.count + 2 {
      bare = bare.dropLast(ending.utf8.count)
      // `clipped` is a form of `clip`, `passed` one of `pass`.
      let ends = Array(bare.utf8.suffix(2))
      if bare.utf8.count > 3, ends[0] == ends[1], !"ls".utf8.contains(ends[1]) {
        bare = bare.dropLast()
      }
      break
    }
    if bare.hasSuffix("e"), bare.utf8.count > 3 { bare = bare.dropLast() }
    return String(bare)
  }
}
