package import IR

/// Finds the values that sentences give to parameters.
package struct ParameterFinder: Sendable {
  let view: PaperView

  package struct Finding: Sendable {
    package let row: ParameterName
    package let name: Grounded<String>
    package let value: Grounded<String>
  }

  /// Patterns, tried per row: the name and then its value (`a batch size of 256`), or the value
  /// and then the counted noun (`6 layers`).
  ///
  /// Counts of a sentence that reports a result are what came out: `after 1923 steps`.
  package func findings(in sentence: SourceSpan, reportsResult: Bool = false) -> [Finding] {
    let text = view.text(of: sentence)
    let lower = text.lowercase
    guard lower.utf8.count == text.utf8.count else { return [] }
    return ParameterTable.rows.compactMap { row in
      named(row, lower, text, sentence)
        ?? (reportsResult ? nil : counted(row, lower, text, sentence))
    }
  }

  private func named(_ row: ParameterName, _ lower: String, _ text: String, _ span: SourceSpan)
    -> Finding?
  {
    for spelling in row.spellings {
      guard let range = Lexicon.whole(spelling, in: lower),
        !isOthers(lower, before: range.lowerBound),
        let value = value(of: row, after: range.upperBound, text)
      else { continue }
      return Finding(row: row, name: part(range, text, span), value: part(value, text, span))
    }
    return nil
  }

  private func part(_ range: Range<Int>, _ text: String, _ span: SourceSpan) -> Grounded<String> {
    Grounded(String(decoding: Array(text.utf8)[range], as: UTF8.self), [span.narrowed(to: range)])
  }

  /// Whether the words before a name speak of a value that was not taken: `instead of the`.
  private func isOthers(_ lower: String, before start: Int) -> Bool {
    let before = String(decoding: lower.utf8.prefix(start).suffix(40), as: UTF8.self)
    let words = before.split(separator: " ").suffix(4)
    return words.contains { ["than", "instead", "rather"].contains($0) }
  }

  private static let links: Set<String> = [
    "of", "is", "was", "to", "at", "=", ":", "as", "set", "fixed", "are", "were", "equal", "≈", "∼",
    "a", "with", "the", "∈", "from", "in", "and", "value", "values", "rate", "parameter",
    "parameters", "probability", "initial", "initially", "initialized", "initialised",
  ]

  /// The value that follows a name within a few linking words.
  private func value(of row: ParameterName, after end: Int, _ text: String) -> Range<Int>? {
    let bytes = Array(text.utf8)
    var at = end
    for _ in 0..<7 {
      while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x28 || bytes[at] == 0x3A {
        at += 1
      }
      guard at < bytes.count else { return nil }
      var stop = at
      while stop < bytes.count, bytes[stop] != 0x20 { stop += 1 }
      let word = String(decoding: bytes[at..<stop], as: UTF8.self)
      if let length = valueLength(word, row.value) {
        return isCalculation(at + length, bytes) ? nil : at..<extended(at + length, bytes)
      }
      let isSymbol = followsEquals(stop, bytes)
      guard isSymbol || Self.links.contains(word.lowercase.trimmed(of: ",;()")) else {
        return nil
      }
      at = stop
    }
    return nil
  }

  /// Whether a number is the first of a formula: `1.0 − k`.
  private func isCalculation(_ end: Int, _ bytes: [UInt8]) -> Bool {
    let next = String(decoding: bytes[end...].prefix(5), as: UTF8.self)
    return [" − ", " - ", " + ", " * ", " / "].contains(where: next.hasPrefix)
  }

  /// Whether an equals sign comes next: the word is the parameter's symbol.
  private func followsEquals(_ at: Int, _ bytes: [UInt8]) -> Bool {
    at + 1 < bytes.count && bytes[at] == 0x20 && bytes[at + 1] == 0x3D
  }

  /// `d_model = 512`: symbols that no row names, with the numbers that they are set to.
  package func symbols(in sentence: SourceSpan) -> [Finding] {
    let text = view.text(of: sentence)
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    var found: [Finding] = []
    for index in words.indices where words[index] == "=" && index > 0 && index + 1 < words.count {
      let symbol = words[index - 1].trimmed(of: "(,;:")
      guard isSymbol(symbol), let length = valueLength(String(words[index + 1]), .number),
        let range = words[index - 1].find(symbol)
      else { continue }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let value = text.utf8.distance(from: text.startIndex, to: words[index + 1].startIndex)
      let bytes = Array(text.utf8)
      let row = ParameterName(
        name: symbol, spellings: [], group: group(of: symbol), value: .number, counted: [], code: []
      )
      found.append(
        Finding(
          row: row, name: part(start..<(start + symbol.utf8.count), text, sentence),
          value: part(value..<extended(value + length, bytes), text, sentence)))
    }
    return found
  }

  /// Letters with an index, or a name in code.
  private func isSymbol(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter, text.count <= 24, text.count >= 2 else {
      return false
    }
    return text.contains("_") && text.allSatisfy { $0.isAlphanumeric || $0 == "_" }
  }

  private func group(of symbol: String) -> String {
    let lower = symbol.lowercase
    return ["d_", "n_layer", "n_head", "h_", "dim"].contains { lower.hasPrefix($0) }
      ? "model" : "training"
  }

  /// UTF-8 length of the value at the start of a word; nil if there is none.
  private func valueLength(_ word: String, _ kind: ParameterName.Value) -> Int? {
    let core = word.trimmedTail(of: ".,;:)")
    switch kind {
    case .word:
      let names = [
        "adam", "adamw", "sgd", "rmsprop", "adagrad", "lamb", "lion", "cosine", "linear",
        "constant", "step", "nadam", "l-bfgs",
      ]
      return names.contains(core.lowercase) ? core.utf8.count : nil
    case .number:
      let bare = core.drop { "{[≈∼~".contains($0) }
      guard let first = bare.first, first.isASCIIDigit || (first == "." && bare.count > 1),
        Self.isNumber(bare)
      else { return nil }
      return core.utf8.count
    }
  }

  /// A number, a list of them, or a size such as `224×224`; not `2D` or `4-block`.
  private static func isNumber(_ text: Substring) -> Bool {
    if Magnitude.parse(String(text)) != nil { return true }
    let parts = text.split { ",×x/{}[]()".contains($0) }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        Magnitude.parse(String(part)) != nil
      }
  }

  /// Takes in a power of ten that follows, `3 × 10^{-4}`, or the end of a range, `1 to 5`.
  private func extended(_ end: Int, _ bytes: [UInt8]) -> Int {
    let tail = String(decoding: bytes[end...].prefix(24), as: UTF8.self)
    if tail.hasPrefix(" to ") {
      let last = tail.dropFirst(4).prefix { $0.isASCIIDigit || $0 == "." || $0 == "," }
        .trimmed(of: ".,")
      return last.isEmpty ? end : end + 4 + last.utf8.count
    }
    for lead in [" × 10^", " x 10^", " · 10^", "×10^", " ⋅ 10^"] where tail.hasPrefix(lead) {
      let rest = tail.dropFirst(lead.count)
      let power = rest.prefix { $0.isNumber || "{}-−–".contains($0) }
      return end + lead.utf8.count + String(power).utf8.count
    }
    return end
  }

  private func counted(_ row: ParameterName, _ lower: String, _ text: String, _ span: SourceSpan)
    -> Finding?
  {
    for noun in row.counted {
      guard let range = Lexicon.whole(noun, in: lower),
        let number = number(before: range.lowerBound, text)
      else { continue }
      return Finding(row: row, name: part(range, text, span), value: part(number, text, span))
    }
    return nil
  }

  /// The number in the two words before a noun.
  private func number(before start: Int, _ text: String) -> Range<Int>? {
    let bytes = Array(text.utf8)
    var end = start
    for _ in 0..<2 {
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      var first = end
      while first > 0, bytes[first - 1] != 0x20, bytes[first - 1] != 0x28 { first -= 1 }
      guard first < end else { return nil }
      let word = String(decoding: bytes[first..<end], as: UTF8.self)
      if word.first.map(\.isASCIIDigit) == true, !word.hasSuffix(","), !word.hasSuffix(".") {
        guard Self.isNumber(word[...]), !Self.isFraction(word) else { return nil }
        return (word.count == 3 ? thousands(before: first, bytes) : first)..<end
      }
      end = first
    }
    return nil
  }

  /// Nothing is counted in parts.
  private static func isFraction(_ word: String) -> Bool {
    word.has(".") && word.last != "k" && word.last != "M"
  }

  /// Where a number begins whose last three digits begin at `start`: `40, 000`.
  private func thousands(before start: Int, _ bytes: [UInt8]) -> Int {
    var end = start
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    if end > 0, bytes[end - 1] == 0x2C { end -= 1 }
    var first = end
    while first > 0, (0x30...0x39).contains(bytes[first - 1]) { first -= 1 }
    let isWord = first == 0 || bytes[first - 1] == 0x20 || bytes[first - 1] == 0x28
    return isWord && (1...3).contains(end - first) ? first : start
  }
}

extension String {
  fileprivate func trimmedTail(of characters: String) -> String {
    var view = self[...]
    while let last = view.last, characters.contains(last) { view.removeLast() }
    return String(view)
  }
}
