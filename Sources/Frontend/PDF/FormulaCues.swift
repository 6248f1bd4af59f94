internal import IR

/// What tells lines of formulas from lines of text.
struct FormulaCues {
  let fonts: [Font]
  let column: ClosedRange<Double>
  let bodySize: Double

  /// Scripts, limits, signs: too little for a line of its own.
  func isLoose(_ line: TextLine) -> Bool {
    let glyphs = line.words.reduce(0) { $0 + $1.glyphs.count }
    guard glyphs <= 30 else { return false }
    if line.size < 0.86 * bodySize { return line.words.count <= 4 || mathGlyphs(line) * 2 > glyphs }
    return glyphs <= 3 && line.words.allSatisfy { $0.glyphs.allSatisfy(isMath) }
  }

  /// What is a part of a formula beside one: signs without words.
  func isPart(_ line: TextLine) -> Bool {
    let glyphs = line.words.reduce(0) { $0 + $1.glyphs.count }
    return ordinaryGlyphs(line) == 0 && mathGlyphs(line) * 4 >= glyphs
      && !isItem(line)
  }

  /// A display: set off from the left margin or numbered, and mostly no words.
  func isFormula(_ line: TextLine) -> Bool {
    let glyphs = line.words.reduce(0) { $0 + $1.glyphs.count }
    guard glyphs > 0, line.size < 1.25 * bodySize, line.size > 0.7 * bodySize else { return false }
    let offset = line.box.x0 - column.lowerBound
    if offset > 1.2 * line.size, isNumberedRelation(line) || isCall(line) { return true }
    let ordinary = ordinaryGlyphs(line)
    guard ordinary * 2 <= glyphs else { return false }
    let math = mathGlyphs(line)
    let isNumbered =
      EquationNumbers.isNumber(line.words.last?.text ?? "")
      && line.words.count > 1 && line.box.x1 > column.upperBound - 2 * line.size
    if isNumbered, math * 6 > glyphs || Self.hasRelation(line) { return ordinary * 3 <= glyphs }
    let isFull =
      offset < 2.5 * line.size && line.box.x1 > column.upperBound - 1.5 * line.size
    if isFull { return ordinary == 0 && math * 5 > glyphs * 2 && Self.hasRelation(line) }
    guard offset > 1.2 * line.size, !isItem(line) else { return false }
    if math * 10 >= glyphs * 3 { return ordinary * 3 <= glyphs }
    // Formulas that are set in the fonts of the text.
    let right = column.upperBound - line.box.x1
    return Self.hasRelation(line) && !isQuantity(line) && ordinary * 4 <= glyphs
      && offset > 2 * line.size && right > 2 * line.size
  }

  /// A relation with a number far off at the right margin: in text no space is as wide.
  private func isNumberedRelation(_ line: TextLine) -> Bool {
    guard let number = line.words.last, EquationNumbers.isNumber(number.text), !isItem(line),
      line.box.x1 > column.upperBound - 2 * line.size
    else { return false }
    let formula = line.words.dropLast()
    guard let end = formula.map(\.box.x1).max() else { return false }
    return number.box.x0 - end > 2 * line.size
      && formula.contains { $0.glyphs.contains { Self.relations.contains($0.scalar) } }
  }

  /// `mask = drop_edges(graph, rate)`, alone in the middle of a column: a name, and the function of
  /// something that it stands for.
  private func isCall(_ line: TextLine) -> Bool {
    let (left, right) = (line.box.x0 - column.lowerBound, column.upperBound - line.box.x1)
    guard abs(left - right) < line.size, left > 2 * line.size,
      let sign = line.words.firstIndex(where: { $0.text == "=" }), (1...3).contains(sign),
      sign + 1 < line.words.count
    else { return false }
    let function = line.words[sign + 1].text
    let end = line.words[line.words.count - 1].text.trimmed(of: ".,;")
    return function.first?.isLetter == true && function.contains("(") && end.hasSuffix(")")
  }

  /// A relation without any word, of some length: all of it may be fractions.
  func isBare(_ line: TextLine, fractions: Int) -> Bool {
    // Most of its characters may be small: those of fractions within the text.
    var size = 0.0
    for word in line.words {
      for glyph in word.glyphs where Self.relations.contains(glyph.scalar) {
        size = max(size, fonts[glyph.font].size)
      }
    }
    guard size > 0.86 * bodySize, size < 1.25 * bodySize else { return false }
    let glyphs = line.words.reduce(0) { $0 + $1.glyphs.count }
    let isLong = glyphs >= 8 && mathGlyphs(line) * 5 > glyphs * 2
    return (isLong || fractions > 1) && ordinaryGlyphs(line) == 0 && !isItem(line)
  }

  /// The number of a formula that fills its line, on a line of its own.
  func isNumber(_ line: TextLine) -> Bool {
    line.words.count == 1 && EquationNumbers.isNumber(line.text)
      && line.box.x1 > column.upperBound - 2 * line.size
  }

  /// Whether at most half of a line are words.
  func hasFewWords(_ line: TextLine) -> Bool {
    mathGlyphs(line) > 1
      && ordinaryGlyphs(line) * 2 <= line.words.reduce(0) { $0 + $1.glyphs.count }
  }

  /// Whether a line breaks off behind a relation.
  func endsOpen(_ line: TextLine) -> Bool {
    line.words.last?.glyphs.last.map { Self.relations.contains($0.scalar) } ?? false
  }

  /// `∼10 min.`: the sign of a rough number relates nothing.
  private func isQuantity(_ line: TextLine) -> Bool {
    let glyphs = line.words.prefix(2).flatMap(\.glyphs)
    guard glyphs.count > 1 else { return false }
    return "∼≈".unicodeScalars.contains(glyphs[0].scalar) && glyphs[1].scalar.isASCIIDigit
  }

  /// Whether a line begins an item of a list. A raised `(1)` is an index.
  private func isItem(_ line: TextLine) -> Bool {
    guard ListMarker(line.text) != nil, let first = line.words.first?.glyphs.first else {
      return false
    }
    return fonts[first.font].size >= 0.86 * line.size
  }

  /// Whether a line says that one thing is, is less than or is one of another.
  static func hasRelation(_ line: TextLine) -> Bool {
    line.words.contains { $0.glyphs.contains { relations.contains($0.scalar) } }
  }

  /// Whether a line goes on with a formula above it: it begins with a relation.
  func goesOnFormula(_ line: TextLine) -> Bool {
    guard let first = line.words.first?.glyphs.first, Self.relations.contains(first.scalar) else {
      return false
    }
    return mathGlyphs(line) > 1
  }

  /// Whether a line beside a formula is one too: set off from both margins, with a relation.
  func isSetOff(_ line: TextLine) -> Bool {
    let glyphs = line.words.reduce(0) { $0 + $1.glyphs.count }
    return line.box.x0 - column.lowerBound > 2 * line.size
      && column.upperBound - line.box.x1 > 2 * line.size && Self.hasRelation(line)
      && mathGlyphs(line) * 6 > glyphs && ordinaryGlyphs(line) * 2 <= glyphs
      && ListMarker(line.text) == nil
  }

  /// The sign that ends a proof stands behind a display or on a line of its own below.
  static func endsProof(_ word: Word) -> Bool {
    word.glyphs.count == 1 && word.glyphs.allSatisfy { "□■▢◻◼∎".unicodeScalars.contains($0.scalar) }
  }

  private static let relations: ScalarSet = "=<>≤≥⩽⩾≈≡∼≃≅∝∈→←⇒⇔↦≜≺≻⊂⊆≪≫≠"
  private static let signs: ScalarSet = "+<=>|~"

  private func isMath(_ glyph: Glyph) -> Bool {
    fonts[glyph.font].style.isMath
      || (glyph.scalar.isASCII
        ? Self.signs.contains(glyph.scalar)
        : glyph.scalar.properties.generalCategory == .mathSymbol)
  }

  private func mathGlyphs(_ line: TextLine) -> Int {
    line.words.reduce(0) { $0 + $1.glyphs.count(where: isMath) }
  }

  /// Characters of words as sentences have them.
  private func ordinaryGlyphs(_ line: TextLine) -> Int {
    line.words.reduce(0) { $0 + (isOrdinary($1) ? $1.glyphs.count : 0) }
  }

  private func isOrdinary(_ word: Word) -> Bool {
    guard word.glyphs.count >= 3 else { return false }
    var letters = 0
    for glyph in word.glyphs where glyph.scalar.isLetter {
      if fonts[glyph.font].style.isMath { return false }
      letters += 1
    }
    guard letters >= 3, letters * 4 >= word.glyphs.count * 3 else { return false }
    return letters > Self.longestName
      || !Self.names.contains(word.lowercaseCore)
  }

  private static let names: Set<String> = [
    "arg", "argmax", "argmin", "cos", "cov", "det", "diag", "dim", "div", "erf", "exp", "inf",
    "lim",
    "log", "max", "min", "mod", "prob", "sgn", "sign", "sin", "softmax", "std", "sup", "tan",
    "tanh",
    "var", "vec",
  ]

  private static let longestName = names.map(\.count).max() ?? 0
}

/// The numbers of formulas at the margins.
struct EquationNumbers {
  private var found: [(text: String, word: Word)] = []

  /// Takes the numbers out of the words of a display.
  init(words: inout [Word], column: ClosedRange<Double>, bodySize: Double) {
    let right = column.upperBound - 2.5 * bodySize
    let left = column.lowerBound + 2.5 * bodySize
    guard words.count > 1 else { return }
    var rest: [Word] = []
    for word in words {
      let isMargin = word.box.x1 > right || word.box.x1 < left
      if isMargin, Self.isNumber(word.text), Self.isAlone(word, in: words, bodySize) {
        found.append((String(word.text.dropFirst().dropLast()), word))
      } else {
        rest.append(word)
      }
    }
    if rest.isEmpty { found = [] } else { words = rest }
  }

  /// `(3)`, `(A.2)`, `(12b)`.
  static func isNumber(_ text: String) -> Bool {
    guard text.hasPrefix("("), text.hasSuffix(")"), text.utf8.count <= 9 else { return false }
    let inner = text.dropFirst().dropLast()
    return inner.contains(where: \.isASCIIDigit)
      && inner.allSatisfy { $0.isAlphanumeric || $0 == "." || $0 == "-" || $0 == "′" }
      && inner.filter(\.isLetter).count <= 2
  }

  private static func isAlone(_ word: Word, in words: [Word], _ size: Double) -> Bool {
    !words.contains { other in
      other.box != word.box && other.box.overlapsVertically(word.box, by: 0.3 * word.box.height)
        && other.box.x1 > word.box.x0 - 0.9 * size && other.box.x0 < word.box.x1 + 0.9 * size
    }
  }

  /// Gives the numbers to the rows of a display: to the row that each stands beside, or to the last
  /// where it stands between two. `drawn` is what else is seen of the display: each box belongs to
  /// the row that is nearest to it.
  func numbered(
    _ rows: [(text: String, base: Double, words: [Word])], drawn: [Box], fonts: [Font]
  ) -> [FormulaRows.Line] {
    var own: [[(text: String, word: Word)]] = Array(repeating: [], count: rows.count)
    for number in found {
      let nearest = rows.indices.min {
        abs(distance(number.word, rows[$0].base, fonts))
          < abs(distance(number.word, rows[$1].base, fonts))
      }
      guard let nearest else { continue }
      let isBeside =
        abs(distance(number.word, rows[nearest].base, fonts)) < 0.5 * number.word.box.height
      own[isBeside || found.count > 1 ? nearest : rows.count - 1].append(number)
    }
    var marks: [[Box]] = Array(repeating: [], count: rows.count)
    for box in drawn {
      let nearest = rows.indices.min { abs(rows[$0].base - box.y1) < abs(rows[$1].base - box.y1) }
      if let nearest { marks[nearest].append(box) }
    }
    var begins = true
    return rows.indices.map { index in
      let row = rows[index]
      let words = row.words + own[index].map(\.word)
      let text = row.text + own[index].map { " (\($0.text))" }.joined()
      let line = TextLine(words, fonts: fonts, text: text.normalised)
      defer { begins = !own[index].isEmpty }
      let seen = FormulaItem.box(of: words.filter { !FormulaCues.endsProof($0) }, fonts)
      let box = marks[index].reduce(seen) { $0?.union($1) }
      return (line, DisplayLine(label: own[index].first?.text, begins: begins, box: box))
    }
  }

  private func distance(_ word: Word, _ base: Double, _ fonts: [Font]) -> Double {
    guard let glyph = word.glyphs.first else { return .infinity }
    return glyph.base(fonts) - base
  }
}
