/// The sentences of what an agent wrote, code left out.
enum Sentences {
  /// Each on one line, in order.
  static func split(_ text: String) -> [String] {
    var sentences: [String] = []
    var isCode = false
    for line in text.split(separator: "\n") {
      if line.drop(while: { $0 == " " }).hasPrefix("```") {
        isCode.toggle()
      } else if !isCode {
        sentences += sentencesOfLine(QuotedText.oneLine(line))
      }
    }
    return sentences.filter { !$0.isEmpty }
  }

  private static func sentencesOfLine(_ line: String) -> [String] {
    var sentences: [String] = []
    var start = line.startIndex
    var at = start
    while at < line.endIndex {
      let next = line.index(after: at)
      let isEnd = next == line.endIndex || line[next] == " "
      if isEnd, ".!?".contains(line[at]), !isAbbreviation(line[start..<at]) {
        sentences.append(String(line[start..<next]))
        start = next < line.endIndex ? line.index(after: next) : next
        at = start
      } else {
        at = next
      }
    }
    if start < line.endIndex { sentences.append(String(line[start...])) }
    return sentences
  }

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "vs", "approx", "cf", "resp", "no", "fig", "eq",
  ]

  /// Whether the words before a full stop end in a short form, or in the number of a list.
  private static func isAbbreviation(_ words: Substring) -> Bool {
    let last = words.split(separator: " ").last.map { $0.drop { $0 == "(" } } ?? ""
    if abbreviations.contains(last.lowercased()) { return true }
    return last.count == words.count && !last.isEmpty && last.allSatisfy(\.isNumber)
  }
}
