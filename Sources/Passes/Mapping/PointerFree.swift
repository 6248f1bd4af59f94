internal import IR

/// Takes out of a sentence what only points elsewhere: `(see Table 3)`, `[9]`.
///
/// A statement is read without the paper; what it rests on stands beside it.
enum PointerFree {
  /// The sentence itself where nothing points.
  static func sentence(_ sentence: Grounded<String>) -> Grounded<String> {
    let text = text(sentence.value)
    return text == sentence.value
      ? sentence
      : Grounded(text, sentence.spans, .computed("sentence without its references"))
  }

  static func text(_ text: String) -> String {
    let bare = PlacePointers.taken(from: text)
    guard bare.has("(") || bare.has("[") else { return bare }
    return withoutBrackets(bare)
  }

  /// Without the labels of works in brackets, and with all that points elsewhere.
  static func withoutCitations(_ text: String) -> String {
    text.has("[") ? withoutBrackets(text, onlyCitations: true) : text
  }

  private static func withoutBrackets(_ text: String, onlyCitations: Bool = false) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(where: opens.contains) {
      let before = result + rest[..<open]
      guard let close = closing(rest, open) else { break }
      let inner = rest[rest.utf8.index(after: open)..<close]
      let behind = rest[rest.utf8.index(after: close)...]
      let isCited = rest.utf8[open] == UInt8(ascii: "[")
      let isPointer =
        isCited ? isCitation(inner, after: before) : !onlyCitations && points(inner)
      // `O(4)` and `f[3]` are no remarks.
      if isPointer, before.hasSuffix(" ") || before.isEmpty {
        result = before.trimmed(of: " ")
        if result.isEmpty { return text }
      } else {
        result = before + rest[open...close]
      }
      rest = behind
    }
    return result + rest
  }

  private static let opens: ASCIISet = "(["

  private static func closing(_ text: Substring, _ open: Substring.Index) -> Substring.Index? {
    let bytes = text.utf8[open...]
    let begins = bytes[open]
    let ends = begins == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var depth = 0
    for index in bytes.indices {
      if bytes[index] == begins { depth += 1 }
      if bytes[index] == ends {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// Labels in brackets, where the sentence does not go on with them: `as in [9]`.
  private static func isCitation(_ inner: Substring, after text: String) -> Bool {
    let last = text.split(separator: " ").last.map { $0.lowercased().trimmed(of: "(,") } ?? ""
    return !inner.isEmpty && inner.allSatisfy { $0.isNumber || ", –-;".contains($0) }
      && inner.contains(where: \.isNumber) && !governing.contains(last)
  }

  /// Whether nothing but places is named.
  private static func points(_ inner: Substring) -> Bool {
    let words = inner.parts(between: " ,;:()").map { $0.lowercase.trimmed(of: ".[]") }
    let isPlace = words.contains { places.contains($0) || $0.hasPrefix("§") }
    guard isPlace || words.first == "see" || words.first == "cf" else { return false }
    return words.allSatisfy { word in
      places.contains(word) || companions.contains(word) || word.hasPrefix("§")
        || word.first?.isNumber == true || word.count == 1
    }
  }

  private static let places: Set<String> = [
    "table", "tables", "tab", "figure", "figures", "fig", "figs", "section", "sections", "sec",
    "appendix", "appendices", "supplementary", "algorithm", "equation", "eq",
  ]

  private static let companions: Set<String> = [
    "see", "also", "cf", "e.g", "in", "and", "or", "the", "proof", "proofs", "details", "left",
    "right", "top", "bottom", "middle", "center", "row", "rows", "column", "columns", "panel",
    "panels", "vs", "shown", "material", "for", "of", "more", "to", "refer", "our", "example",
    "examples", "results", "full", "list", "discussion",
  ]

  private static let governing: Set<String> = [
    "in", "by", "of", "than", "with", "to", "from", "see", "on", "for", "and", "or", "as", "like",
    "via", "using", "following", "cf", "over", "both", "that", "the",
  ]
}
