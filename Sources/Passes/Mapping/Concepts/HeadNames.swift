internal import IR

/// Tells headings that name a part of the work, `Room Tone Padding`, from those that say what is done
/// under them, `Padding the rooms`, or what kind of section follows, `Problem statement`.
enum HeadNames {
  /// Whether some words of a heading are the name of what it heads: they stand alone but for a label,
  /// an article or a bracket, or before what they are for.
  static func isName(_ row: Range<Int>, of head: TermSentence, _ index: TermIndex) -> Bool {
    let words = head.words[row].map(Plurals.singular)
    guard begins(row, head), ends(row, head), let first = words.first, let last = words.last
    else { return false }
    if row.count == 1 { return isProper(head.text(head.bytes(row))) && !isInCapitals(head) }
    // Of the `Room Tone Metric` the paper speaks as the room tone.
    let isLonger = row.count > 2 && !TermWords.tells(last) && index.uses(of: words.dropLast()) > 2
    return !isLonger && !first.hasSuffix("ing") && !rubrics.contains(last)
      && TermWords.isSelfStanding(words) && !isInCapitals(head)
  }

  /// The words of a heading that has a short name in brackets at its end: `Damp + dry mode (M2).`
  static func labelled(_ head: TermSentence) -> Range<Int>? {
    let text = head.text.trimmed(of: " .:")
    guard text.hasSuffix(")"), let open = text.find(" (")?.lowerBound else { return nil }
    let label = text[open...].dropFirst(2).dropLast()
    let name = head.row(in: 0..<text[..<open].utf8.count)
    guard (2...longestLabel).contains(label.utf8.count), label.first?.isUppercase == true,
      label.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }),
      (2...TermIndex.longest).contains(name.count),
      name.allSatisfy({ head.isTermWord[$0] }), !isInCapitals(head),
      let last = name.last, !rubrics.contains(Plurals.singular(head.words[last]))
    else { return nil }
    return name
  }

  private static let longestLabel = 8

  /// The words of a heading that is a name from end to end.
  static func whole(_ head: TermSentence) -> Range<Int>? {
    let row = 0..<head.words.count
    let content = row.dropLast()
    guard row.count <= TermIndex.longest,
      content.allSatisfy({ head.isTermWord[$0] && head.isJoined(after: $0) }),
      !isInCapitals(head), !head.words.isEmpty
    else { return nil }
    return row.count > 1 || isProper(head.text(head.bytes(row))) ? row : nil
  }

  /// Whether a sentence speaks of what its heading names by the kind of thing that it is:
  /// `This category includes …`, `The purpose of this component is to …`, `The second mode, dry, is …`.
  static func tellsOfKind(_ sentence: TermSentence) -> Bool {
    let words = sentence.words
    guard words.count > 4 else { return false }
    if words[0] == "the", ordinals.contains(words[1]), kinds.contains(words[2]) { return true }
    return (0..<min(leadIn, words.count - 1)).contains {
      words[$0] == "this" && kinds.contains(words[$0 + 1])
    }
      && !words[..<leadIn].contains("we")
  }

  /// Words that may lead in `this component`, as `The purpose of`.
  private static let leadIn = 4

  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "sixth", "last", "final", "next",
  ]

  private static let kinds: Set<String> = [
    "category", "subcategory", "component", "module", "metric", "measure", "mode", "stage",
    "strategy", "class", "type", "variant", "criterion", "property", "dimension", "attack",
    "operator", "block", "layer", "term", "method", "technique", "baseline", "score", "setting",
    "scenario", "function", "parameter", "factor", "pattern", "rule", "theme", "operation",
    "indicator", "principle", "mechanism",
  ]

  /// `SE-FC-ResPRE`, `NodeFormer`: a capital inside.
  private static func isProper(_ word: Substring) -> Bool {
    word.dropFirst().contains(where: \.isUppercase) && word.contains(where: \.isLowercase)
  }

  /// Of words set in capitals nobody knows which are names.
  private static func isInCapitals(_ head: TermSentence) -> Bool {
    !head.text.contains(where: \.isLowercase)
  }

  /// `The Room Tone`, `Stage 2: Room Tone`.
  private static func begins(_ row: Range<Int>, _ head: TermSentence) -> Bool {
    guard row.lowerBound > 0 else { return true }
    let start = head.bytes(row).lowerBound
    return row.lowerBound == 1 && TermForms.articles.contains(head.words[0])
      || head.text(0..<start).hasSuffix(": ")
  }

  private static func ends(_ row: Range<Int>, _ head: TermSentence) -> Bool {
    guard row.upperBound < head.words.count else { return true }
    let rest = head.text(head.bytes(row).upperBound..<head.text.utf8.count)
    return rest.hasPrefix(" (") && !rest.dropLast(2).contains(")")
      || purposes.contains(head.words[row.upperBound])
  }

  private static let purposes: Set<String> = ["for", "at", "via", "with", "using"]

  /// What sections are called that hold no one thing.
  private static let rubrics: Set<String> = [
    "analysis", "overview", "statement", "setup", "set-up", "formulation", "description",
    "requirement", "objective", "workflow", "source", "step", "recommendation", "availability",
    "information", "consideration", "methodology", "principle", "detail", "consistency", "study",
    "preliminary", "background", "discussion", "sketch", "generation", "collection",
    "preparation", "selection", "creation", "extraction", "scoring",
  ]
}
