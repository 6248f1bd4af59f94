internal import IR

/// Sets the formulas of a statement between dollar signs, where their numbers are no results, and
/// what is numbered (`Theorem 8`) as the name that it is.
struct FormulaMarks {
  private var words: [Substring]
  /// Of words, in order and apart.
  private var formulas: [Range<Int>] = []

  static func set(in text: String) -> String {
    var marks = FormulaMarks(words: text.split { $0 == " " || $0 == "\n" })
    for index in marks.words.indices where marks.hasNumber(index) {
      if index < marks.formulas.last?.upperBound ?? 0 { continue }
      marks.add(index)
    }
    return marks.text
  }

  private init(words: [Substring]) { self.words = words }

  private func hasNumber(_ index: Int) -> Bool {
    !words[index].has("`") && !NumberToken.scan(words[index]).isEmpty
  }

  /// The formula around a word: as far as its brackets and its relations reach.
  private mutating func add(_ index: Int) {
    let least = formulas.last?.upperBound ?? 0
    var formula = index..<(index + 1)
    while true {
      let open = Self.brackets(in: words[formula].joined())
      let (before, behind) = (formula.lowerBound - 1, formula.upperBound)
      if open.before > 0, before >= least, isPart(before) {
        formula = before..<behind
      } else if open.behind > 0, behind < words.count, isPart(behind) {
        formula = formula.lowerBound..<(behind + 1)
      } else if let start = operand(before: formula.lowerBound), start >= least {
        formula = start..<behind
      } else if let end = operand(behind: behind) {
        formula = formula.lowerBound..<end
      } else {
        break
      }
    }
    formulas.append(formula)
  }

  /// How many brackets were opened before a text, and how many it leaves open.
  private static func brackets(in text: String) -> (before: Int, behind: Int) {
    text.utf8.reduce(into: (before: 0, behind: 0)) { open, byte in
      if byte == UInt8(ascii: "(") {
        open.behind += 1
      } else if byte == UInt8(ascii: ")") {
        if open.behind > 0 { open.behind -= 1 } else { open.before += 1 }
      }
    }
  }

  private func isPart(_ place: Int) -> Bool {
    Self.relations.contains(words[place]) || isOperand(words[place])
  }

  /// Where what a relation before a place relates begins.
  private func operand(before place: Int) -> Int? {
    guard place > 1, Self.relations.contains(words[place - 1]), isOperand(words[place - 2]),
      words[place - 2].last.map({ !",;:".contains($0) }) == true
    else { return nil }
    return place - 2
  }

  private func operand(behind place: Int) -> Int? {
    guard place + 1 < words.count, Self.relations.contains(words[place]),
      isOperand(words[place + 1]), words[place - 1].last.map({ !",;:.".contains($0) }) == true
    else { return nil }
    return place + 2
  }

  private static let relations: Set<Substring> = [
    "=", "<", ">", "≤", "≥", "≪", "≫", "≈", "≠", "∈", "→", "+", "−", "-", "·", "×", "/", "∥",
  ]

  /// A letter, a number, or what no word of a language has in it.
  private func isOperand(_ word: Substring) -> Bool {
    let bare = word.trimmed(of: "().,;:")
    return bare.count < 2
      || bare.unicodeScalars.contains { !$0.isASCII || Self.signs.contains($0) }
  }

  private static let signs = Set("0123456789_^(){}|/".unicodeScalars)

  // MARK: Text

  private var text: String {
    var parts: [String] = []
    var at = 0
    for formula in formulas {
      parts += words[at..<formula.lowerBound].map(String.init)
      at = formula.upperBound
      let marked = marked(words[formula].joined(separator: " "))
      if let name = parts.last, formula.count == 1, Self.numbered.contains(name.trimmed(of: "(")) {
        parts[parts.count - 1] = Self.named(name, marked)
      } else {
        parts.append(marked)
      }
    }
    parts += words[at...].map(String.init)
    return parts.joined(separator: " ")
  }

  private static let numbered: Set<String> = [
    "Theorem", "Lemma", "Proposition", "Corollary", "Definition", "Assumption", "Algorithm",
    "Remark", "Claim", "Conjecture", "Problem", "Property", "Condition", "Appendix",
  ]

  private func marked(_ formula: String) -> String {
    // A bracket stays outside only if the other one does.
    let isBalanced = Self.brackets(in: formula) == (0, 0)
    let core = formula.trimmed(of: isBalanced ? ".,;:" : ".,;:()")
    guard let range = formula.find(core) else { return formula }
    return formula[..<range.lowerBound] + "$\(core)$" + formula[range.upperBound...]
  }

  /// `(Theorem` and `$8$)` as one name.
  private static func named(_ name: String, _ number: String) -> String {
    let bare = name.drop { $0 == "(" }
    let mark = number.replacing("$", with: "", maxReplacements: 1).replacing("$", with: "`")
    return name.prefix(name.count - bare.count) + "`\(bare) " + mark
  }
}
