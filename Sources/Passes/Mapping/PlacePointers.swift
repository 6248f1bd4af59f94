internal import IR

/// Words outside of brackets that only say where something stands: `, as shown in Section 6`, `the band
/// described in Section 4.3`.
enum PlacePointers {
  static func taken(from text: String) -> String {
    guard places.contains(where: text.has) || text.has("Eq") else { return text }
    var words = text.parts(between: " ")
    var at = 1
    while at + 2 < words.count {
      if let range = pointer(at: at, in: words) ?? equation(at: at, in: words) {
        let mark = words[range.upperBound - 1].last.flatMap { ".;:,".contains($0) ? $0 : nil }
        let isBetweenCommas = mark == "," && words[at - 1].hasSuffix(",")
        words.removeSubrange(range)
        if let mark {
          let bare = words[at - 1].trimmed(of: ",")
          words[at - 1] = Substring(isBetweenCommas ? String(bare) : bare + String(mark))
        }
      } else {
        at += 1
      }
    }
    return words.joined(separator: " ")
  }

  private static let places = [
    "Section", "Sec.", "Table", "Tab.", "Figure", "Fig.", "Appendix", "§",
  ]

  /// The words of a pointer that begins at `index`. What is the verb of its clause points at nothing
  /// besides: `The scales are described in Section 4.`
  private static func pointer(at index: Int, in words: [Substring]) -> Range<Int>? {
    let isComparison = words[index] == "as"
    let participle = isComparison ? index + 1 : index
    guard participle + 2 < words.count, participles.contains(words[participle].lowercase),
      prepositions.contains(words[participle + 1]),
      isComparison ? words[index - 1] != "same" : !isVerb(index, words)
    else { return nil }
    var end = participle + 2
    if ["the", "our"].contains(words[end]) { end += 1 }
    guard end < words.count else { return nil }
    if words[end].hasPrefix("§") {
      end += 1
    } else {
      guard end + 1 < words.count, names.contains(words[end].lowercase.trimmed(of: ".")),
        isLabel(words[end + 1])
      else { return nil }
      end += 2
    }
    while end + 1 < words.count, ["and", "&"].contains(words[end]), isLabel(words[end + 1]) {
      end += 2
    }
    return index..<end
  }

  /// `in Eq. (8)` behind a noun: `the smoothing in Eq. (8) helps`.
  private static func equation(at index: Int, in words: [Substring]) -> Range<Int>? {
    guard words[index] == "in", equations.contains(words[index + 1].lowercase.trimmed(of: ".")),
      isLabel(words[index + 2]), words[index - 1].last?.isLetter == true,
      !participles.contains(words[index - 1].lowercase), !isVerb(index, words)
    else { return nil }
    return index..<(index + 3)
  }

  private static let equations: Set<String> = ["eq", "eqs", "equation", "equations"]

  private static func isVerb(_ index: Int, _ words: [Substring]) -> Bool {
    words[index - 1].lowercase == "as"
      || words[max(0, index - 2)..<index].contains {
        ClauseWords.auxiliaries.contains($0.lowercase)
      }
  }

  private static func isLabel(_ word: Substring) -> Bool {
    let label = word.trimmed(of: ".,;:()")
    return !label.isEmpty && label.utf8.count < 8
      && (label.contains(where: \.isNumber) || label.allSatisfy { "ABCDEFGHIVX-.".contains($0) })
  }

  private static let prepositions: Set<Substring> = ["in", "on", "by", "from"]
  private static let names: Set<String> = [
    "section", "sec", "table", "tab", "figure", "fig", "appendix", "sections", "tables", "figures",
    "figs",
  ]
  private static let participles: Set<String> = [
    "shown", "described", "illustrated", "depicted", "presented", "discussed", "reported",
    "detailed", "introduced", "explained", "given", "seen", "mentioned", "demonstrated", "listed",
    "summarized", "summarised", "outlined", "defined", "displayed", "visualized", "visualised",
    "evidenced", "proposed",
  ]
}
