internal import IR

/// The sentences of what an agent wrote, code left out.
enum Sentences {
  /// Each on one line, in order.
  static func split(_ text: some StringProtocol) -> [String] {
    var sentences: [String] = []
    var isCode = false
    for line in Lines(text) {
      if line.utf8.drop(while: { $0 == UInt8(ascii: " ") }).starts(with: "```".utf8) {
        isCode.toggle()
      } else if !isCode {
        sentences += sentencesOfLine(QuotedText.oneLine(line))
      }
    }
    return sentences.filter { !$0.isEmpty }
  }

  private static func sentencesOfLine(_ line: String) -> [String] {
    let bytes = line.utf8
    var sentences: [String] = []
    var start = bytes.startIndex
    var at = start
    while at < bytes.endIndex {
      let next = bytes.index(after: at)
      let isEnd = next == bytes.endIndex || bytes[next] == UInt8(ascii: " ")
      if isEnd, isStop(bytes[at]), !isAbbreviation(line[start..<at]) {
        sentences.append(String(line[start..<next]))
        start = next < bytes.endIndex ? bytes.index(after: next) : next
        at = start
      } else {
        at = next
      }
    }
    if start < bytes.endIndex { sentences.append(String(line[start...])) }
    return sentences
  }

  private static func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "vs", "approx", "cf", "resp", "no", "fig", "eq",
  ]

  /// Whether the words before a full stop end in a short form, or are the number of a list.
  private static func isAbbreviation(_ words: Substring) -> Bool {
    let tail = words.utf8.suffix(while: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "(") })
    if tail.count == words.utf8.count, tail.allSatisfy({ $0.isASCIIDigit }) {
      return true
    }
    return tail.count <= 6 && abbreviations.contains(Substring(tail).lowercased())
  }
}

extension BidirectionalCollection {
  /// The longest run of elements at the end that all meet `predicate`.
  fileprivate func suffix(while predicate: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, predicate(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
