internal import IR

/// Finds terms that sentences define by their form: a recurring phrase that is the subject of
/// `is`, `refers to` and the like, or a phrase that the paper puts in quotation marks.
package struct TermFinder: Sendable {
  /// The words of all sentences in lower case, a space on both sides of each: `" a b \n c "`.
  private let words: [UInt8]

  private static let longest = 4

  package init(sentences: [String]) {
    var bytes: [UInt8] = [0x20]
    for sentence in sentences {
      for word in CueWords(sentence).words {
        bytes.append(contentsOf: word.utf8)
        bytes.append(0x20)
      }
      bytes += [0x0A, 0x20]
    }
    words = bytes
  }

  /// How often the words follow one another in a sentence.
  private func uses(of phrase: [String]) -> Int {
    let sought = Array(" \(phrase.joined(separator: " ")) ".utf8)
    return words.withUnsafeBufferPointer { text in
      sought.withUnsafeBufferPointer { sought in
        var count = 0
        var start = 0
        while let place = text.firstOffset(of: sought, from: start) {
          count += 1
          start = place + 1
        }
        return count
      }
    }
  }

  /// UTF-8 range of the term that a sentence defines, with how often the paper uses it.
  package func term(in sentence: String) -> (range: Range<Int>, uses: Int)? {
    quoted(in: sentence) ?? subject(of: sentence)
  }

  private static let verbs = [
    " is a ", " is an ", " is the ", " are the ", " is defined ", " refers to ", " refer to ",
    " denotes ", " measures ", " describes ",
    " occurs when ", " means ", " consists of ", " is when ", " is where ", " are a ",
    ", which is ", ", i.e., ", ", defined as ",
  ]

  /// In bytes: how long the subject of a definition may be.
  private static let reach = 70

  /// The phrase before the verb, if the paper uses it often.
  private func subject(of sentence: String) -> (range: Range<Int>, uses: Int)? {
    let opening = String(decoding: sentence.utf8.prefix(Self.reach + 20), as: UTF8.self)
    let found = Self.verbs.compactMap { opening.utf8Range(of: $0)?.lowerBound }.min()
    guard let verb = found, verb > 2, verb < Self.reach else { return nil }
    let bytes = Array(sentence.utf8)[..<verb]
    let clause =
      bytes.lastIndex { $0 == 0x2C || $0 == 0x3B || $0 == 0x3A || $0 == 0x28 }.map { $0 + 1 } ?? 0
    return recurring(String(decoding: bytes[clause...], as: UTF8.self), at: clause, atLeast: 4)
  }

  /// `“soft targets”`: a term in the making, if it comes again.
  private func quoted(in sentence: String) -> (range: Range<Int>, uses: Int)? {
    for (open, close) in [("“", "”"), ("‘", "’")] {
      guard let start = sentence.utf8Range(of: open),
        let end = sentence.utf8Range(of: close, from: start.upperBound)
      else { continue }
      let phrase = String(
        decoding: Array(sentence.utf8)[start.upperBound..<end.lowerBound], as: UTF8.self)
      guard phrase.split(separator: " ").count <= Self.longest, phrase.count > 3,
        !phrase.hasSuffix(",")
      else { continue }
      return recurring(phrase, at: start.upperBound, atLeast: 3)
    }
    return nil
  }

  /// The phrase without its article, if it is no closed word and recurs.
  private func recurring(_ phrase: String, at offset: Int, atLeast wanted: Int) -> (
    range: Range<Int>, uses: Int
  )? {
    var view = phrase[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    for article in ["The ", "the ", "A ", "a ", "An ", "an ", "Our ", "our ", "Thus, ", "Here, "]
    where view.hasPrefix(article) {
      view = view.dropFirst(article.count)
    }
    let words = CueWords(String(view)).words
    guard let first = words.first, words.count <= Self.longest, !Self.isClosed(first),
      !words.contains(where: Self.isClosed),
      NumberToken.scan(String(view)).isEmpty,
      view.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" || $0 == "’" || $0 == "'" })
    else { return nil }
    let uses = uses(of: words)
    guard uses >= wanted else { return nil }
    let start = offset + phrase.utf8.distance(from: phrase.startIndex, to: view.startIndex)
    return (start..<(start + view.utf8.count), uses)
  }

  private static func isClosed(_ word: String) -> Bool { closed.contains(word) || word.count < 2 }

  private static let closed: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "it", "they", "we", "our", "their", "its",
    "there", "here", "which", "what", "who",
    "and", "or", "but", "if", "when", "while", "as", "so", "because", "since", "than", "then",
    "for", "with", "of", "in", "on", "at", "by",
    "to", "from", "into", "all", "each", "one", "another", "other", "some", "such", "first",
    "second", "third", "result", "results", "table",
    "figure", "section", "paper", "work", "method", "approach", "model", "models", "data", "idea",
    "goal", "problem", "reason", "key", "main",
    "following", "also", "not", "only", "however", "example", "case", "number", "set", "value",
    "values", "difference", "key", "aim", "step",
    "is", "are", "was", "were", "be", "have", "has", "can", "may", "will", "more", "most", "both",
    "ours", "us", "authors", "experiments",
  ]
}
