package import IR

/// Titles: a sentence without its full stop, or its opening words.
package enum Title {
  /// In characters. Most sentences are shorter, and a whole one says what it is about best.
  package static let limit = 120
  /// What stands for the words that a title leaves out.
  package static let cut = " …"

  /// The first sentence of a text, cut at a word, with a mark where it is cut; nil for an empty text.
  package static func make(of text: Grounded<String>, limit: Int = limit) -> Grounded<String>? {
    let sentences = SentenceSplitter.ranges(in: text.value)
    guard let first = sentences.first else { return nil }
    let sentence = String(decoding: Array(text.value.utf8)[first], as: UTF8.self)
    if sentence.count > limit, let main = MainClause.start(in: sentence) {
      let clause = String(sentence[main...])
      let opening = marked(Wording.opening(clause, limit: limit).text, of: clause)
      if opening.utf8.count >= leastMainClause {
        return Grounded(opening.capitalisedFirst, text.spans, .computed("main clause"))
      }
    }
    let opening = Wording.opening(sentence, limit: limit)
    guard !opening.text.isEmpty else { return nil }
    let title = marked(opening.text, of: sentence)
    guard title == opening.text else {
      return Grounded(title, text.spans, .computed("opening words"))
    }
    if text.derivation == nil, text.spans.count == 1, sentence.hasPrefix(opening.text) {
      let start = first.lowerBound
      return Grounded(opening.text, [text.spans[0].narrowed(to: start..<(start + opening.bytes))])
    }
    return Grounded(opening.text, text.spans, text.derivation)
  }

  /// The opening of a sentence, with the mark if words of the sentence follow it.
  private static func marked(_ opening: String, of sentence: String) -> String {
    let whole = Wording.opening(sentence, limit: .max).text
    return opening.utf8.count < whole.utf8.count ? opening + cut : opening
  }

  /// A shorter end of a sentence names nothing.
  private static let leastMainClause = 24
}

/// The clause that a sentence is about, where another one leads to it.
///
/// `While most tools keep graphs, none of them …` is cut to its lead when it is cut for a title, and
/// the lead alone says nothing. A lead that tells when something holds stays: `If it rains, …`.
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
    "while", "although", "though", "whereas", "despite", "since", "as", "because", "unlike",
    "compared", "regarding", "based", "to", "due", "owing", "motivated", "inspired",
  ]
  private static let subjects: Set<String> = [
    "we", "our", "the", "this", "these", "those", "it", "its", "they", "their", "there", "a", "an",
    "i", "no", "none", "each", "all", "both", "most", "some", "such",
  ]
}

extension String {
  /// With a capital, but for names such as `kNN` and signs such as `α`.
  fileprivate var capitalisedFirst: String {
    guard let first, first.isASCII, !prefix(while: { $0 != " " }).contains(where: \.isUppercase)
    else { return self }
    return first.uppercased() + dropFirst()
  }
}
