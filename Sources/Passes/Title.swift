package import IR

/// Titles: the opening words of a sentence.
package enum Title {
  package static let limit = 90

  /// The first sentence of a text, cut at a word; nil for an empty text.
  package static func make(of text: Grounded<String>, limit: Int = limit) -> Grounded<String>? {
    let sentences = SentenceSplitter.ranges(in: text.value)
    guard let first = sentences.first else { return nil }
    let sentence = String(decoding: Array(text.value.utf8)[first], as: UTF8.self)
    if sentence.count > limit, let main = MainClause.start(in: sentence) {
      let opening = Wording.opening(String(sentence[main...]), limit: limit).text
      if opening.utf8.count >= leastMainClause {
        return Grounded(opening.capitalisedFirst, text.spans, .computed("main clause"))
      }
    }
    let opening = Wording.opening(sentence, limit: limit)
    guard !opening.text.isEmpty else { return nil }
    if text.derivation == nil, text.spans.count == 1, sentence.hasPrefix(opening.text) {
      let start = first.lowerBound
      return Grounded(opening.text, [text.spans[0].narrowed(to: start..<(start + opening.bytes))])
    }
    return Grounded(opening.text, text.spans, text.derivation)
  }

  /// A shorter end of a sentence names nothing.
  private static let leastMainClause = 24
}

/// The clause that a sentence is about, where another one leads to it.
///
/// `While most tools keep graphs, none of them …` is cut to its lead when it is cut for a title, and
/// the lead alone says nothing.
enum MainClause {
  /// Where the main clause begins; nil where the sentence begins with it, or where that is not safe to
  /// tell.
  static func start(in sentence: String) -> String.Index? {
    let words = sentence.parts(between: " ")
    guard let first = words.first else { return nil }
    let lead = first.lowercased()
    let isAdverb = adverbs.contains(lead)
    guard isAdverb || conjunctions.contains(lead) else { return nil }
    var depth = 0
    var index = sentence.startIndex
    while index < sentence.endIndex {
      switch sentence[index] {
      case "(", "[", "“": depth += 1
      case ")", "]", "”": depth -= 1
      case "," where depth == 0:
        let next = sentence[sentence.index(after: index)...].drop { $0 == " " }
        if isAdverb || begins(next) { return next.isEmpty ? nil : next.startIndex }
      default: break
      }
      index = sentence.index(after: index)
    }
    return nil
  }

  /// Whether words behind a comma begin a clause: a list goes on with anything else.
  private static func begins(_ words: Substring) -> Bool {
    let word = words.prefix { $0 != " " }
    return subjects.contains(word.lowercased())
  }

  private static let adverbs: Set<String> = [
    "however,", "moreover,", "furthermore,", "additionally,", "similarly,", "therefore,", "thus,",
    "hence,", "finally,", "specifically,", "notably,", "overall,", "consequently,",
    "interestingly,",
    "conversely,", "nevertheless,", "nonetheless,", "importantly,", "surprisingly,", "likewise,",
  ]
  private static let conjunctions: Set<String> = [
    "while", "although", "though", "whereas", "given", "despite", "before", "after", "upon", "when",
    "whenever", "if", "since", "as", "because", "once", "until", "unlike", "compared", "regarding",
    "considering", "based", "to", "due", "owing", "even", "by", "motivated", "inspired",
  ]
  private static let subjects: Set<String> = [
    "we", "our", "the", "this", "these", "those", "it", "its", "they", "their", "there", "a", "an",
    "i", "no", "none", "each", "all", "both", "most", "some", "such",
  ]
}

extension String {
  /// With a capital, but for names such as `kNN`.
  fileprivate var capitalisedFirst: String {
    guard let first, !prefix(while: { $0 != " " }).contains(where: \.isUppercase) else {
      return self
    }
    return first.uppercased() + dropFirst()
  }
}
