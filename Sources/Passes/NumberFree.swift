package import IR

/// Takes the numbers out of a sentence, so that what is left is the reusable conclusion.
///
/// A number goes with the words that only introduce it (`by over`, `from … to …`) and with its
/// unit; a parenthesis that holds one goes as a whole. A sentence that does not survive this as a
/// sentence is no statement.
package enum NumberFree {
  /// The sentence itself if it has no number; nil if too little is left.
  package static func statement(_ sentence: Grounded<String>) -> Grounded<String>? {
    guard !NumberToken.scan(sentence.value).isEmpty else { return sentence }
    var text = withoutParentheses(sentence.value)
    text = withoutNumbers(text)
    text = tidied(text)
    guard NumberToken.scan(text).isEmpty, Wording.content(text).count >= 6,
      text.count * 10 >= sentence.value.count * 5, text.first?.isLowercase == false
    else { return nil }
    return Grounded(text, sentence.spans, .computed("sentence without its numbers"))
  }

  /// Drops parentheses that hold a number.
  static func withoutParentheses(_ text: String) -> String {
    var result = ""
    var open: String.Index?
    var depth = 0
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "(" {
        if depth == 0 { open = index }
        depth += 1
      }
      if depth == 0 { result.append(text[index]) }
      if text[index] == ")", depth > 0 {
        depth -= 1
        if depth == 0, let start = open {
          let inner = String(text[start...index])
          if NumberToken.scan(inner).isEmpty { result += inner }
        }
      }
      index = text.index(after: index)
    }
    if depth > 0, let start = open { result += text[start...] }
    return result
  }

  private static let introducers: Set<String> = [
    "by", "over", "about", "around", "approximately", "roughly", "nearly", "almost", "only", "just",
    "up", "to", "from", "of", "at", "than", "least", "most", "another", "additional", "with", "an",
    "a", "some", "and", "between", "≈", "∼", "~",
  ]

  private static let units: Set<String> = [
    "%", "percent", "percentage", "point", "points", "times", "×", "x", "fold", "ms", "seconds",
    "minutes",
    "hours", "days", "gb", "mb", "pp", "absolute", "relative",
  ]

  private static func withoutNumbers(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    while let index = words.firstIndex(where: { !NumberToken.scan($0).isEmpty }) {
      var first = index
      var last = index
      var drops: [String] = []
      while first > 0, introducers.contains(words[first - 1].lowercased()), index - first < 3 {
        first -= 1
        drops.append(words[first].lowercased())
      }
      while last + 1 < words.count, isUnit(words[last + 1]), !endsClause(words[last]) { last += 1 }
      if drops.contains("by"), last + 1 < words.count, last == index, !endsClause(words[last]),
        !introducers.contains(words[last + 1].lowercased())
      {
        last += 1
      }
      let tail = words[last].last.map { ".,;:".contains($0) ? String($0) : "" } ?? ""
      words.removeSubrange(first...last)
      if !tail.isEmpty, first > 0, first <= words.count { words[first - 1] += tail }
    }
    return words.joined(separator: " ")
  }

  private static func isUnit(_ word: String) -> Bool {
    units.contains(word.lowercased().trimmed(of: ".,;:"))
  }

  private static func endsClause(_ word: String) -> Bool {
    word.last.map { ".,;:".contains($0) } ?? false
  }

  private static func tidied(_ text: String) -> String {
    var result = text
    for (from, to) in [
      (" ,", ","), (" .", "."), (",.", "."), (",,", ","), (" ;", ";"), ("( ", "("), ("()", ""),
      ("..", "."),
    ] {
      result = result.replacing(from, with: to)
    }
    while result.has("  ") { result = result.swapping("  ", for: " ") }
    return result.trimmed(of: " ,;:")
  }
}
