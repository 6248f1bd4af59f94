internal import IR

/// The raised marks of a title page, which point from names to affiliations and notes.
enum NameMarks {
  /// What stands behind one mark; the text before the first mark has none.
  struct Entry {
    let mark: String?
    let text: String
  }

  private static let symbols: Set<Character> = [
    "∗", "*", "†", "‡", "§", "¶", "♢", "♠", "♡", "♣", "⋆", "♯",
  ]

  /// `∗` and `*` are one.
  private static func normal(_ symbol: Character) -> String { symbol == "*" ? "∗" : String(symbol) }

  /// Whether a line holds a mark alone.
  static func isMark(_ text: String) -> Bool {
    let core = text.filter { !"^{} ".contains($0) }
    return !core.isEmpty && core.count < 3
      && core.allSatisfy { $0.isNumber || symbols.contains($0) }
  }

  /// The marks behind a name: `1`, `2`, `∗` of `Mara Pebble^{1,2∗}`.
  static func marks(behind name: String, in line: String) -> [String] {
    guard let found = line.find(name) else { return [] }
    var rest = line[found.upperBound...]
    var marks: [String] = []
    while let first = rest.first {
      if first == "^" {
        let (inner, after) = raised(rest)
        marks += split(inner)
        rest = after
      } else if symbols.contains(first) {
        marks.append(normal(first))
        rest = rest.dropFirst()
      } else if first == ",", rest.dropFirst().first == "^" {
        rest = rest.dropFirst()
      } else if first == " ", rest.dropFirst().first == "^" {
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return marks
  }

  /// The inner text of `^{1,2}` or `^1` at the start of a text, and what follows.
  private static func raised(_ text: Substring) -> (Substring, Substring) {
    let rest = text.dropFirst()
    guard rest.first == "{" else {
      let digits = rest.prefix(while: \.isASCIIDigit)
      let end = digits.isEmpty ? rest.prefix(1).endIndex : digits.endIndex
      return (rest[..<end], rest[end...])
    }
    let close = rest.firstIndex(of: "}") ?? rest.endIndex
    return (rest[..<close].dropFirst(), rest[close...].dropFirst())
  }

  /// `1,2∗` as `1`, `2`, `∗`; `12` is one number, but where no comma says so `∗12` may be two.
  private static func split(_ text: Substring) -> [String] {
    var marks: [String] = []
    var number = ""
    func flush() {
      if !number.isEmpty { marks.append(number) }
      number = ""
    }
    for character in text {
      if character.isASCIIDigit || character.isLetter {
        number.append(character)
      } else {
        flush()
        if symbols.contains(character) { marks.append(normal(character)) }
      }
    }
    flush()
    return marks
  }

  /// The parts of a line by their marks: `^1Institute of Stones ^2Pebble College`.
  static func entries(in text: String, leading: String?) -> [Entry] {
    var entries: [Entry] = []
    var marks: [String] = leading.map { split($0[...].drop { "^{".contains($0) }) } ?? []
    var current = ""
    var rest = text[...]
    func flush() {
      let value = current.trimmed(of: " ,;.")
      current = ""
      guard !value.isEmpty else { return }
      entries +=
        marks.isEmpty ? [Entry(mark: nil, text: value)] : marks.map { Entry(mark: $0, text: value) }
      marks = []
    }
    while let first = rest.first {
      let isSymbol = symbols.contains(first) && (current.isEmpty || current.hasSuffix(" "))
      if first == "^" {
        let (inner, after) = raised(rest)
        let found = split(inner)
        flush()
        marks += found
        rest = after
      } else if isSymbol {
        flush()
        marks.append(normal(first))
        rest = rest.dropFirst()
      } else {
        current.append(first)
        rest = rest.dropFirst()
      }
    }
    flush()
    return entries
  }

  /// Whether a mark's text says what authors did rather than where they are.
  static func isNote(_ text: String) -> Bool {
    let key = text.lowercase
    return [
      "equal", "contribut", "advis", "correspond", "work done", "work performed", "author",
      "intern", "project lead", "under review", "double-blind", "under double", "senior",
      "listing order", "while at", "affiliated",
    ].contains { key.has($0) } && !key.has("internation") && !key.hasPrefix("all authors")
  }
}

/// The addresses in a text: `mara@stones.org`, `{mara, otto}@stones.org`.
struct MailList {
  struct Address {
    let text: String
    /// Whether the text has it in one piece.
    let isPrinted: Bool
  }

  private(set) var addresses: [Address] = []

  init(_ text: String) {
    var rest = text[...]
    while let at = rest.firstIndex(of: "@") {
      let domain = rest[rest.index(after: at)...].drop { $0 == " " }
        .prefix { $0.isAlphanumeric || ".-".contains($0) }
      let end = domain.endIndex
      let host = String(domain).trimmed(of: ".")
      let head = rest[..<at]
      if head.last == "}", let open = head.lastIndex(where: { $0 == "{" }) {
        let inner = head[head.index(after: open)...].dropLast()
        for name in inner.split(whereSeparator: { ",;| ".contains($0) }) {
          addresses.append(Address(text: "\(name)@\(host)", isPrinted: false))
        }
      } else {
        let name = head.reversed().prefix { $0.isAlphanumeric || "._-+".contains($0) }.reversed()
        if !name.isEmpty, host.has(".") {
          addresses.append(Address(text: String(name) + "@" + host, isPrinted: true))
        }
      }
      rest = rest[end...]
    }
  }

  /// The only author whose name an address has: the surname, or most of a first name.
  static func owner(of address: String, among names: [String]) -> Int? {
    let local = address.prefix { $0 != "@" }.lowercase.filter(\.isLetter)
    let scores = names.map { name in
      let words = name.split(separator: " ").map { $0.lowercase.filter(\.isLetter) }
      return words.map { word -> Int in
        if word.count > 2, local.has(word) { return word.count + 3 }
        if let first = words.first, word == words.last, word.count > 1, local.hasSuffix(word),
          first.hasPrefix(local.dropLast(word.count))
        {
          return word.count + 3
        }
        let shared = zip(word, local).prefix { $0 == $1 }.count
        return shared > 3 ? shared : 0
      }.max() ?? 0
    }
    guard let best = scores.max(), best > 3, scores.count(where: { $0 == best }) == 1 else {
      return nil
    }
    return scores.firstIndex(of: best)
  }
}
