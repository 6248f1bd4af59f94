internal import IR

/// A term with the letters that stand for it: `room tone padding (RTP)`, `RTP (room tone padding)`.
struct AbbreviatedTerm: Sendable {
  let short: String
  /// UTF-8 ranges in the sentence.
  let term: Range<Int>
  let notation: Range<Int>

  /// In the order of a sentence.
  static func all(in sentence: String) -> [AbbreviatedTerm] {
    guard sentence.has("(") else { return [] }
    var all: [AbbreviatedTerm] = []
    var index = sentence.startIndex
    while let open = sentence.utf8[index...].firstIndex(of: UInt8(ascii: "(")),
      let close = sentence.utf8[open...].firstIndex(of: UInt8(ascii: ")"))
    {
      index = sentence.index(after: open)
      let short = sentence[index..<close]
      if let found = spelledOut(short, before: open, in: sentence) {
        all.append(found)
        continue
      }
      guard (2...8).contains(short.count), short.contains(where: \.isUppercase),
        short.allSatisfy({ $0.isLetter || $0 == "-" })
      else { continue }
      let singular = short.last == "s" ? short.dropLast() : short
      guard !leadsOn(sentence, behind: close),
        let range = expansion(of: String(singular), before: open, in: sentence)
      else { continue }
      let start = sentence.utf8.distance(from: sentence.startIndex, to: index)
      let end = start + short.utf8.count
      let words = sentence.utf8.distance(from: sentence.startIndex, to: range.lowerBound)
      all.append(
        AbbreviatedTerm(
          short: String(singular), term: words..<Self.end(of: sentence, range, end),
          notation: start..<end))
    }
    return all
  }

  /// Whether a clause behind the brackets says what the term is: `room tone (RT) [3], which fills …`.
  func isExplained(in sentence: TermSentence) -> Bool {
    let start = max(term.upperBound, notation.upperBound)
    let rest = sentence.row(in: start..<sentence.text.utf8.count)
    guard let first = rest.first, rest.count > Self.shortestClause else { return false }
    let gap = sentence.text(start..<sentence.ranges[first].lowerBound)
    let isClause = gap.hasSuffix(", ") || gap == ") "
    let next = sentence.words[first + 1]
    switch sentence.words[first] {
    case "which": return isClause && !Self.passing.contains(next)
    case "is", "measures", "refers", "denotes": return gap == ") " && TermForms.kinds.contains(next)
    case "a", "an": return gap.hasSuffix(", ")
    default: return false
    }
  }

  private static let shortestClause = 4
  /// What a clause says in passing: `which was`, `which we`.
  private static let passing: Set<String> = [
    "we", "was", "were", "has", "have", "had", "can", "may", "will", "is", "are", "in", "i",
  ]

  private static let longestShort = 12

  /// Letters before a bracket that holds the words for them.
  private static func spelledOut(
    _ words: Substring, before open: String.Index, in sentence: String
  ) -> AbbreviatedTerm? {
    let before = sentence[..<open]
    guard before.last == " ", words.contains(" "),
      words.allSatisfy({ $0.isLetter || " -–".contains($0) })
    else { return nil }
    let rest = before.dropLast().reversed().prefix { $0.isLetter || $0 == "-" }
    let name = before.dropLast().suffix(rest.count)
    let short = name.last == "s" ? name.dropLast() : name
    guard (2...longestShort).contains(short.count), short.count(where: \.isUppercase) > 1,
      spells(short.filter(\.isLetter).lowercased(), words)
    else { return nil }
    func offset(_ index: String.Index) -> Int {
      sentence.utf8.distance(from: sentence.startIndex, to: index)
    }
    return AbbreviatedTerm(
      short: String(short), term: offset(words.startIndex)..<offset(words.endIndex),
      notation: offset(short.startIndex)..<offset(short.endIndex))
  }

  /// Whether the first letters of words, or else their capitals, are these: `SHapley Additive
  /// exPlanations`.
  private static func spells(_ letters: String, _ words: Substring) -> Bool {
    let parts = words.split { " -–".contains($0) }
    guard parts.count <= letters.count + 2 else { return false }
    if words.filter(\.isUppercase).lowercased() == letters { return true }
    var rest = Substring(letters)
    for part in parts where part.first?.lowercased() == rest.first.map(String.init) {
      rest = rest.dropFirst()
    }
    return rest.isEmpty
  }

  private static let holders: Set<String> = [
    "dataset", "datasets", "data", "corpus", "benchmark", "benchmarks", "portion", "suite",
    "challenge", "competition", "task", "tasks", "test", "license", "project", "conference",
  ]

  /// Whether the letters are the name of a data set or the like: `Wall Street Journal (WSJ) corpus`.
  private static func leadsOn(_ sentence: String, behind close: String.Index) -> Bool {
    let rest = sentence[close...].dropFirst()
    guard rest.first == " " else { return false }
    return holders.contains(rest.dropFirst().prefix { $0.isLetter }.lowercased())
  }

  /// Of a name that leans on the word behind its letters, the end of that word:
  /// `Kullback-Leibler (KL) divergence`.
  private static func end(of sentence: String, _ name: Range<String.Index>, _ notation: Int) -> Int
  {
    let end = sentence.utf8.distance(from: sentence.startIndex, to: name.upperBound)
    guard sentence[name].contains("-"), !sentence[name].contains(" ") else { return end }
    let rest = Array(sentence.utf8.dropFirst(notation + 1))
    guard rest.first == UInt8(ascii: " ") else { return end }
    let word = rest.dropFirst().prefix { Unicode.Scalar($0).isLetter }
    let isTerm = TermWords.isTermWord(String(decoding: word, as: UTF8.self))
    return word.count > 3 && isTerm ? notation + 2 + word.count : end
  }

  /// Of `negative` in `non-negative`, where the whole word begins.
  private static func wordStart(of index: String.Index, in sentence: String) -> String.Index {
    let before = sentence[..<index]
    guard before.last == "-", before.dropLast().last?.isLetter == true else { return index }
    return before.dropLast().lastIndex { !$0.isLetter && $0 != "-" }.map(sentence.index(after:))
      ?? sentence.startIndex
  }

  /// The words whose first letters spell the abbreviation.
  static func expansion(of short: String, before open: String.Index, in sentence: String) -> Range<
    String.Index
  >? {
    let letters = short.filter(\.isLetter).lowercased()
    let words = sentence[..<open].split { $0 == " " || $0 == "-" || $0 == "–" }
    guard words.count >= letters.count, letters.count >= 2 else { return nil }
    for length in letters.count...(letters.count + 2) where length <= words.count {
      let tail = words.suffix(length)
      guard let first = tail.first, let last = tail.last, last.endIndex <= open,
        first.first?.lowercased() == letters.first.map(String.init),
        !tail.contains(where: { $0.hasSuffix(",") || $0.hasSuffix(".") || $0.hasPrefix("(") })
      else { continue }
      var rest = Substring(letters)
      for word in tail where word.lowercased().first == rest.first { rest = rest.dropFirst() }
      if rest.isEmpty { return wordStart(of: first.startIndex, in: sentence)..<last.endIndex }
    }
    return nil
  }
}
