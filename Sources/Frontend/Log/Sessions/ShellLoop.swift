/// A loop of the shell over words that are typed out: `for s in 0.1 0.2; do run --ls $s; done`.
///
/// Nothing is expanded: a loop over a pattern, a range or what a command prints is none. Neither is
/// one over seeds, whose passes try the same.
struct ShellLoop {
  let variable: String
  let values: [String]
  /// What is run in each pass, as typed.
  let body: String
  /// From `for` to the last value.
  let head: String

  private static let mostValues = 32
  private static let longest = 4000

  init?(_ command: String) {
    guard command.utf8.count <= Self.longest else { return nil }
    let line = QuotedText.oneLine(command.swappingLineBreaks)
    let words = line.split(separator: " ").map(String.init)
    guard words.count(where: { $0 == "do" }) == 1, !words.contains("while"),
      !words.contains("until"),
      let start = words.firstIndex(of: "for"), words.count(where: { $0 == "for" }) == 1,
      let opening = words.firstIndex(of: "do"), start + 3 < opening, words[start + 2] == "in",
      let end = words[opening...].firstIndex(where: { $0 == "done" || $0.hasPrefix("done;") })
    else { return nil }
    variable = words[start + 1]
    var listed = Array(words[(start + 3)..<opening])
    guard let last = listed.popLast() else { return nil }
    if last != ";" {
      guard last.hasSuffix(";") else { return nil }
      listed.append(String(last.dropLast()))
    }
    values = listed.map(Self.unquoted)
    var inner = words[(opening + 1)..<end].joined(separator: " ")
    while let last = inner.last, last == ";" || last == " " { inner.removeLast() }
    body = inner
    head = words[start..<opening].joined(separator: " ")
    guard (2...Self.mostValues).contains(values.count), values.allSatisfy(Self.isLiteral),
      Set(values).count == values.count, variable.allSatisfy({ $0.isASCII && $0.isLetter }),
      pieces.contains(.use), !isOverSeeds
    else { return nil }
  }

  /// A value with the words before it.
  func quote(of place: Int) -> Verdict.Quote {
    let opening = head.split(separator: " ").prefix(3 + place).joined(separator: " ")
    return Verdict.Quote(text: "\(opening) \(values[place])", value: values[place])
  }

  /// What the shell ran in the pass of a value.
  func command(of value: String) -> String {
    pieces.reduce(into: "") { command, piece in
      switch piece {
      case .text(let text): command += text
      case .use: command += value
      }
    }
  }

  private enum Piece: Equatable {
    case text(String)
    case use
  }

  /// The body, parted at the places where the variable stands.
  private var pieces: [Piece] {
    let parts = body.split(separator: "$", omittingEmptySubsequences: false)
    var pieces = [Piece.text(String(parts.first ?? ""))]
    for part in parts.dropFirst() {
      let isBraced = part.hasPrefix("{\(variable)}")
      let rest = part.dropFirst(isBraced ? variable.count + 2 : variable.count)
      let goesOn = rest.first.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
      if isBraced || (part.hasPrefix(variable) && !goesOn) {
        pieces += [.use, .text(String(rest))]
      } else {
        pieces.append(.text("$" + part))
      }
    }
    return pieces
  }

  /// Whether the variable is called a seed, or stands where one is set.
  private var isOverSeeds: Bool {
    let pieces = pieces
    return variable.lowercased().contains("seed")
      || pieces.indices.contains { place in
        guard pieces[place] == .use, case .text(let before) = pieces[place - 1] else {
          return false
        }
        return before.lowercased().split { " =\"'".contains($0) }.last?.contains("seed") ?? false
      }
  }

  private static func unquoted(_ word: String) -> String {
    guard let mark = word.first, mark == "\"" || mark == "'", word.count > 2, word.last == mark
    else {
      return word
    }
    return String(word.dropFirst().dropLast())
  }

  private static func isLiteral(_ word: String) -> Bool {
    !word.isEmpty
      && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-+/=:@%".contains($0)) }
  }
}

extension String {
  /// Line breaks of a loop as the signs that may stand in their place.
  fileprivate var swappingLineBreaks: String {
    split(whereSeparator: \.isNewline).reduce(into: "") { line, next in
      let isOpen =
        line.isEmpty || line.hasSuffix("do") || line.hasSuffix(";") || line.hasSuffix("\\")
      line += (isOpen ? " " : "; ") + next
    }
  }
}
