internal import IR

/// The words of a sentence's main clause, as far as commas tell it from those around it.
///
/// `In practice, since the pan swings, the third sorter (a child) should wait, which takes time.` has
/// the main clause `the third sorter should wait`.
struct ClauseWords {
  /// In lower case, without marks and without what stands in brackets.
  let words: [String]
  private let clauses: [[String]]

  /// The first words of all clauses.
  var openings: [String] { clauses.compactMap(\.first) }

  /// All clauses without what stands in brackets.
  var spoken: String { clauses.map { $0.joined(separator: " ") }.joined(separator: " ") }

  init(_ sentence: String) {
    let clauses = Self.clauses(of: sentence)
    self.clauses = clauses
    let main = clauses.indices.first { index in
      index == clauses.count - 1 || !Self.leadsOn(clauses[index])
    }
    words = main.map { clauses[$0] } ?? []
  }

  /// Whether a clause leads to the one it comes before, or only adds to the one before it.
  private static func leadsOn(_ clause: [String]) -> Bool {
    guard let first = clause.first else { return true }
    // `However,`, `In practice,`, `Error:`
    if clause.count <= longestLead, !clause.contains(where: auxiliaries.contains) { return true }
    return openers.contains(first) || relatives.contains(first)
      || (first.utf8.count > shortestGerund && first.hasSuffix("ing"))
  }

  private static let longestLead = 2
  private static let shortestGerund = 5

  private static func clauses(of sentence: String) -> [[String]] {
    var clauses: [[String]] = [[]]
    var depth = 0
    for part in sentence.parts(between: " ") {
      let opened = part.utf8.count { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
      let closed = part.utf8.count { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") }
      let isInside = depth > 0 || opened > 0 && (part.first == "(" || part.first == "[")
      depth = max(0, depth + opened - closed)
      let ends = endsClause(part)
      if isInside {
        if depth == 0, ends { clauses.append([]) }
        continue
      }
      if let word = plainWord(part) {
        clauses[clauses.count - 1].append(word)
      } else {
        for (index, piece) in pieces(of: part).enumerated() {
          if index > 0 { clauses.append([]) }
          let word = CueWords(String(piece)).words.joined(separator: " ")
          if !word.isEmpty { clauses[clauses.count - 1].append(word) }
        }
      }
      if ends { clauses.append([]) }
    }
    return clauses.filter { !$0.isEmpty }
  }

  /// What dashes part of it.
  private static func pieces(of part: Substring) -> [Substring] {
    part.has("—") ? part.split(separator: "—") : [part]
  }

  private static func endsClause(_ part: Substring) -> Bool {
    // Most parts end with a letter.
    guard let byte = part.utf8.last, !byte.isASCIILetter, let last = part.last else { return false }
    return ",;:—–".contains(last)
  }

  /// What cues see of letters, digits and hyphens with at most one mark behind them, as most parts are:
  /// these in lower case.
  private static func plainWord(_ part: Substring) -> String? {
    let bytes = part.utf8
    let letters = bytes.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    guard let first = letters.first, first != UInt8(ascii: "-") else { return nil }
    let isWhole = letters.endIndex == bytes.endIndex
    guard
      isWhole
        || ",;:.".utf8.contains(bytes[letters.endIndex])
          && bytes.index(after: letters.endIndex) == bytes.endIndex
    else { return nil }
    return String(part[..<letters.endIndex]).lowercase
  }

  /// The first word of the main clause that is one of these, with nothing before it that begins
  /// another clause: what stands behind `that` is said of something else.
  func firstIndex(of sought: Set<String>) -> Int? {
    words.firstIndex(where: sought.contains).flatMap { index in
      words[..<index].contains(where: Self.subordinators.contains) ? nil : index
    }
  }

  static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "can",
    "could", "may", "might", "must", "shall", "should", "will", "would", "cannot",
  ]

  /// What begins a clause or a phrase in front of the main clause.
  private static let openers: Set<String> = [
    "in", "on", "at", "for", "with", "without", "within", "from", "by", "to", "under", "over",
    "across", "among", "between", "beyond", "besides", "like", "unlike", "despite", "given", "due",
    "as", "if", "when", "whenever", "while", "whereas", "although", "though", "because", "since",
    "before", "after", "until", "unless", "once", "even", "based", "compared", "motivated",
    "inspired", "however", "therefore", "thus", "hence", "moreover", "furthermore",
  ]
  private static let relatives: Set<String> = [
    "which", "who", "whose", "where", "such", "including", "e.g", "i.e", "namely", "especially",
  ]
  private static let subordinators: Set<String> = [
    "that", "which", "who", "whose", "whom", "where", "whether", "how", "why", "what", "when", "if",
    "because", "since", "while", "although", "though", "whereas", "until", "unless", "so",
  ]
}
