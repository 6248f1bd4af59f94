internal import IR

/// The constants and public names of a Python file.
struct PythonTerms: Sendable {
  /// Numbers outside strings and comments, with their lines.
  let constants: [(text: String, line: Int)]
  /// Functions and classes whose names do not begin with an underscore.
  let publicNames: [(name: String, line: Int)]

  init(_ text: TextFile) {
    var scanner = PythonScanner()
    var constants: [(text: String, line: Int)] = []
    var names: [(name: String, line: Int)] = []
    for (index, raw) in text.lines.enumerated() {
      let code = scanner.code(of: raw, line: index + 1)
      constants += Self.numbers(in: code).map { ($0, index + 1) }
      let words = code.split { !$0.isAlphanumeric && $0 != "_" }
      for (keyword, name) in zip(words, words.dropFirst())
      where (keyword == "def" || keyword == "class") && !name.hasPrefix("_") {
        names.append((String(name), index + 1))
      }
    }
    self.constants = constants
    publicNames = names
  }

  /// The lower-case words of `snake_case` and `CamelCase`, from three letters on.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in name {
      if character == "_" || character.isUppercase || character.isNumber {
        words.append(word)
        word = character == "_" || character.isNumber ? "" : character.lowercased()
      } else {
        word.append(character)
      }
    }
    return (words + [word]).filter { $0.count >= 3 }
  }

  private static func numbers(in code: String) -> [String] {
    var numbers: [String] = []
    var rest = code[...]
    var isInName = false
    while let first = rest.first {
      let startsNumber =
        first.isASCIIDigit || (first == "." && rest.dropFirst().first?.isASCIIDigit == true)
      guard startsNumber, !isInName else {
        isInName = first.isLetter || first == "_" || (isInName && first.isNumber)
        rest = rest.dropFirst()
        continue
      }
      var number = rest.prefix { $0.isASCIIDigit || $0 == "." || $0 == "_" }
      let behind = rest[number.endIndex...]
      if let mark = behind.first, mark == "e" || mark == "E" {
        let sign = behind.dropFirst().prefix { $0 == "-" || $0 == "+" }
        let digits = behind.dropFirst(1 + sign.count).prefix(while: \.isASCIIDigit)
        if !digits.isEmpty { number = rest[number.startIndex..<digits.endIndex] }
      }
      numbers.append(number.filter { $0 != "_" }.lowercased())
      rest = rest[number.endIndex...]
    }
    return numbers
  }
}
