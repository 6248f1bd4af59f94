internal import IR

/// A sentence as the evidence of a claim quotes it: without the labels of what it cites, the marks of
/// its footnotes and the counting of its parts, whose numbers measure nothing.
enum QuotedSentence {
  static func without(labelsOf sentence: Grounded<String>) -> Grounded<String> {
    let bare = withoutEnumerators(PointerFree.withoutCitations(sentence.value))
    let text = withoutFootnotes(bare)
    return text == sentence.value || !Wording.isFieldSafe(text)
      || !keepsPlaces(of: text, in: sentence.value)
      ? sentence
      : Grounded(text, sentence.spans, derivation)
  }

  /// Whether no label that went has the digits of a number that stays: which one of them the number is
  /// would be guessed.
  private static func keepsPlaces(of text: String, in sentence: String) -> Bool {
    let before = NumberToken.scanWithNames(sentence).map(\.text)
    let after = NumberToken.scanWithNames(text).map(\.text)
    return after.allSatisfy { number in
      before.count { $0 == number } == after.count { $0 == number }
    }
  }

  /// The sentence as its paper has it.
  static func source(of quoted: Grounded<String>, _ view: PaperView) -> Grounded<String> {
    guard quoted.derivation == derivation, quoted.spans.count == 1 else { return quoted }
    return view.grounded(quoted.spans[0])
  }

  private static let derivation = Derivation.computed("sentence without labels of citations")

  /// `(1) marbles roll; (2) belts stop` counts what it says.
  private static func withoutEnumerators(_ text: String) -> String {
    guard text.has("(1)") || text.has("(2)") else { return text }
    let words = text.parts(between: " ")
    return words.indices.filter { at in
      at + 1 == words.count || !isEnumerator(words[at])
        || at > 0 && !leads(words[at - 1])
    }.map { String(words[$0]) }.joined(separator: " ")
  }

  private static func isEnumerator(_ word: Substring) -> Bool {
    let inner = word.dropFirst().dropLast()
    return word.hasPrefix("(") && word.hasSuffix(")") && inner.utf8.count == 1
      && inner.allSatisfy(\.isASCIIDigit)
  }

  /// Whether a word stands before the next part of a list; `Eq.` stands before a name.
  private static func leads(_ word: Substring) -> Bool {
    word.last.map { ":;,".contains($0) } ?? false || ["and", "or"].contains(word)
  }

  /// `accuracy^4 falls`: a raised number behind a word is no power of it.
  private static func withoutFootnotes(_ text: String) -> String {
    guard text.has("^") else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { part -> String in
      guard let mark = part.firstIndex(of: "^") else { return String(part) }
      let word = part[..<mark]
      let digits = part[mark...].dropFirst().prefix(while: \.isASCIIDigit)
      let rest = part[mark...].dropFirst(digits.count + 1)
      guard (1...2).contains(digits.count), word.count >= leastLetters,
        word.allSatisfy({ $0.isLetter || ".,;".contains($0) }),
        word.dropFirst().allSatisfy({ !$0.isUppercase }),
        rest.allSatisfy({ ".,;:".contains($0) })
      else { return String(part) }
      return String(word) + rest
    }.joined(separator: " ")
  }

  private static let leastLetters = 4
}
