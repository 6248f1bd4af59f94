internal import IR

/// A sentence that says of two things which is the better one, or which has more of a measure:
/// `The careful sorter has a lower error than the quick one on glass.`
///
/// Sentences that hedge, deny, set conditions or speak of many things at once are none: nothing is
/// said where a table could not decide.
struct ComparisonSentence {
  enum Relation: Equatable {
    /// By a measure whose direction its name tells.
    case better, worse
    /// Of a measure that the sentence names.
    case more, less
    /// By a time or a rate.
    case faster, slower
  }

  let relation: Relation
  let first: ComparisonWords
  let second: ComparisonWords
  /// What measures, as far as it stands beside the relation.
  let measure: ComparisonWords
  /// What else the clause says, and what leads to it: `On glass, …`.
  let rest: ComparisonWords
  /// Whether it is said of every case: one that is otherwise contradicts it.
  let isUniversal: Bool

  /// Nil where the sentence compares nothing, or not plainly.
  init?(_ sentence: String) {
    let clauses = ComparisonClauses(sentence)
    guard !clauses.hedge, let hit = clauses.hit else { return nil }
    let others = clauses.besides(hit)
    guard !clauses.isConditional(others), !clauses.isManifold(hit) else { return nil }
    relation = hit.relation
    first = ComparisonWords(clauses.text(hit.first))
    second = ComparisonWords(clauses.text(hit.second))
    measure = ComparisonWords(clauses.text(hit.measure))
    rest = ComparisonWords(others.joined(separator: " "))
    isUniversal = clauses.isUniversal(hit)
  }
}

/// The words of a sentence, taken apart into the sides of a comparison and what is around them.
struct ComparisonClauses {
  typealias Relation = ComparisonSentence.Relation
  typealias Vocabulary = ComparisonVocabulary

  struct Hit {
    let relation: Relation
    let first: Range<Int>
    let second: Range<Int>
    let measure: Range<Int>
  }

  private struct Word {
    let text: Substring
    /// In lower case, without marks.
    let lower: String
    /// Whether a clause ends behind it, or a bracket begins before it.
    let isLast: Bool
    let isFirst: Bool
  }

  private let words: [Word]

  init(_ sentence: String) {
    words = sentence.parts(between: " ").map { part in
      let isDash = part == "–" || part == "—"
      return Word(
        text: part, lower: part.trimmed(of: ".,;:()“”\"").lowercased(),
        isLast: isDash || part.unicodeScalars.last.map(Self.closings.contains) ?? false,
        isFirst: part.unicodeScalars.first.map(Self.openings.contains) ?? false)
    }
  }

  func text(_ range: Range<Int>) -> String {
    words[range].map { String($0.text) }.joined(separator: " ")
  }

  private static let openings: ScalarSet = "(“\""
  private static let closings: ScalarSet = ",;:.)"

  var hedge: Bool { words.contains { Vocabulary.hedges.contains($0.lower) } }

  /// The first comparison of the sentence.
  var hit: Hit? { words.indices.lazy.compactMap { hit(at: $0) }.first }

  private func lower(_ index: Int) -> String {
    words.indices.contains(index) ? words[index].lower : ""
  }

  // MARK: Relations

  private func hit(at index: Int) -> Hit? {
    let word = words[index].lower
    if Vocabulary.verbs.contains(word) || word == "underperforms" || word == "underperform" {
      let relation: Relation = word.hasPrefix("under") ? .worse : .better
      let second = compared(from: index + 1) ?? object(from: index + 1)
      return made(relation, index, index..<index, second)
    }
    if word.hasPrefix("improve"), ["over", "upon"].contains(lower(index + 1)) {
      return made(.better, index, index..<index, object(from: index + 2))
    }
    if let relation = Vocabulary.changes[word] { return change(relation, at: index) }
    guard let relation = degree(at: index) else { return nil }
    let start = index + (Vocabulary.qualities.contains(lower(index + 1)) ? 2 : 1)
    guard let end = end(ofMeasureFrom: start) else { return nil }
    if words[end].lower == "than" {
      return made(relation, index, start..<end, object(from: end + 1))
    }
    return compared(from: end).flatMap { made(relation, index, start..<end, $0) }
  }

  private func made(
    _ relation: Relation, _ start: Int, _ measure: Range<Int>, _ second: Range<Int>?
  )
    -> Hit?
  {
    guard let second, let first = subject(before: start) else { return nil }
    return Hit(relation: relation, first: first, second: second, measure: measure)
  }

  /// `more accurate`: the second word tells.
  private func degree(at index: Int) -> Relation? {
    let word = words[index].lower
    if Vocabulary.qualities.contains(lower(index + 1)) {
      return word == "more" ? .better : word == "less" ? .worse : nil
    }
    return Vocabulary.degrees[word]
  }

  private static let reach = 6

  /// Where `than` or `compared` stands behind a degree, if its clause does not end before.
  private func end(ofMeasureFrom start: Int) -> Int? {
    let end = (start..<max(start, min(start + Self.reach, words.count))).first {
      ["than", "compared", "relative", "and"].contains(words[$0].lower) || words[$0].isLast
    }
    guard let end, words[end].lower != "and", !words[end].isLast else { return nil }
    return end
  }

  /// `compared to the quick one`, `relative to the quick one`.
  private func compared(from index: Int) -> Range<Int>? {
    guard ["compared", "relative"].contains(lower(index)),
      ["to", "with"].contains(lower(index + 1))
    else { return nil }
    return object(from: index + 2)
  }

  /// `reduces the error by 2 compared to the quick one`; what it is compared with may lead.
  private func change(_ relation: Relation, at index: Int) -> Hit? {
    let start = ["the", "its", "a"].contains(lower(index + 1)) ? index + 2 : index + 1
    var end = start
    while end < words.count, end - start < Self.reach, !Vocabulary.measureEnds.contains(lower(end))
    {
      end += 1
      if words[end - 1].isLast { break }
    }
    guard end > start else { return nil }
    let later = (end..<min(words.count, end + 2 * Self.reach)).lazy.compactMap(compared).first
    let leads = (0..<min(3, index)).lazy.compactMap(compared).first
    return (later ?? leads).flatMap { made(relation, index, start..<end, $0) }
  }

  // MARK: Sides

  /// What stands before a relation in its clause, without the verb between.
  private func subject(before relation: Int) -> Range<Int>? {
    var end = relation
    while end > 0, isLinking(words[end - 1].lower), !words[end - 1].isLast { end -= 1 }
    var start = end
    while start > 0, !words[start - 1].isLast, !Vocabulary.openers.contains(words[start - 1].lower),
      start == end || !words[start].isFirst
    {
      start -= 1
    }
    guard start < end, end - start <= 12, !Vocabulary.pronouns.contains(words[start].lower) else {
      return nil
    }
    return start..<end
  }

  private func isLinking(_ word: String) -> Bool {
    Vocabulary.linking.contains(word) || word.hasSuffix("ly")
  }

  private func object(from start: Int) -> Range<Int>? {
    var end = start
    while end < words.count, end - start < 8, !Vocabulary.stops.contains(words[end].lower),
      end == start || !words[end].isFirst
    {
      end += 1
      if words[end - 1].isLast { break }
    }
    guard start < end, !Vocabulary.pronouns.contains(words[start].lower) else { return nil }
    return start..<end
  }

  // MARK: Around

  /// What the sentence says before and behind the parts of a comparison, up to its next clause.
  func besides(_ hit: Hit) -> [String] {
    var end = max(hit.second.upperBound, hit.measure.upperBound)
    if !words[end - 1].isLast || hit.second.upperBound < hit.measure.lowerBound {
      while end < words.count, !Vocabulary.openers.contains(words[end].lower) {
        end += 1
        if words[end - 1].isLast { break }
      }
    }
    let start = min(hit.first.lowerBound, hit.second.lowerBound)
    let lead = (lastBreak(before: start)..<start).filter {
      !Vocabulary.leads.contains(words[$0].lower) && !isPointer($0)
    }
    let rest = max(hit.first.upperBound, hit.measure.upperBound)
    let behind = (rest..<max(end, rest)).filter {
      !hit.second.contains($0) && !isRelation($0) && !isPointer($0)
    }
    return (lead + behind).map { String(words[$0].text) }
  }

  /// What stands before a dash or a semicolon leads to something else.
  private func lastBreak(before index: Int) -> Int {
    words[..<index].lastIndex { word in
      word.text == "–" || word.text == "—" || word.text.last.map { ";:.".contains($0) } ?? false
    }.map { $0 + 1 } ?? 0
  }

  private func isRelation(_ index: Int) -> Bool {
    ["than", "compared", "relative"].contains(words[index].lower)
      || Vocabulary.verbs.contains(words[index].lower) || isLinking(words[index].lower)
      || Vocabulary.degrees[words[index].lower] != nil
      || words[index].lower.hasPrefix("underperform")
      || words[index].lower.hasPrefix("improve")
  }

  /// `Table 2`, `(Table 2)`.
  private func isPointer(_ index: Int) -> Bool {
    let names: Set<String> = ["table", "tables", "figure", "fig", "section"]
    return names.contains(words[index].lower)
      || index > 0 && names.contains(words[index - 1].lower)
        && words[index].lower.contains(where: \.isNumber)
  }

  func isUniversal(_ hit: Hit) -> Bool {
    words[hit.first.upperBound...].contains { Vocabulary.universals.contains($0.lower) }
  }

  func isConditional(_ words: [String]) -> Bool {
    words.contains { Vocabulary.conditions.contains($0.trimmed(of: ".,;:()").lowercased()) }
  }

  func isManifold(_ hit: Hit) -> Bool {
    words[hit.second].contains { Vocabulary.manifold.contains($0.lower) }
  }
}
