/// A requirement in two parts: under what circumstances, and what is asked for under them.
///
/// “Code has been implemented such that when training an agent, the batch size is 512” asks for a
/// batch size; that agents are trained it shares with its neighbours.
struct Clauses {
  let circumstances: String
  let demand: String

  private static let openers: Set<String> = [
    "when", "in", "for", "to", "during", "after", "if", "while", "given", "with", "on", "at",
  ]
  /// How far into a sentence “such that” may end what all of them begin with, in words.
  private static let preambleLimit = 16
  /// A demand has at least so many words.
  private static let demandLimit = 3

  init(_ requirement: String) {
    let words = requirement.split(separator: " ")
    var start = Self.preamble(words)
    var circumstances: [Substring] = []
    for _ in 0..<2 {
      guard let end = Self.clause(words[start...]), words.count - end >= Self.demandLimit else {
        break
      }
      circumstances += words[start..<end]
      start = end
    }
    self.circumstances = circumstances.joined(separator: " ")
    demand = words[start...].joined(separator: " ")
  }

  /// The first word past “… such that”.
  private static func preamble(_ words: [Substring]) -> Int {
    for index in words.indices.dropFirst().prefix(preambleLimit) {
      let word = words[index].lowercased()
      guard word.hasPrefix("that") || word == "than" else { continue }
      if ["such", "so"].contains(words[index - 1].lowercased()), index + 1 < words.count {
        return index + 1
      }
    }
    return 0
  }

  /// The end of a clause that tells circumstances, past its comma; nil if the text begins with none.
  private static func clause(_ words: ArraySlice<Substring>) -> Int? {
    var words = words
    if words.first == "," { words = words.dropFirst() }
    guard let first = words.first, openers.contains(first.lowercased()) else { return nil }
    var depth = 0
    for index in words.indices {
      for character in words[index].utf8 {
        if character == UInt8(ascii: "(") { depth += 1 }
        if character == UInt8(ascii: ")") { depth -= 1 }
      }
      if depth <= 0, words[index].hasSuffix(",") { return index + 1 }
    }
    return nil
  }
}
