internal import IR

/// What a sentence reports behind the words that only say what was done or where it stands.
///
/// `Table 2 lists the errors of all sorters, showing that averaging is safer.` reports that averaging
/// is safer.
enum ReportedClause {
  /// Nil where no such clause follows, where what stands before it tells something too, or where the
  /// clause cannot be read alone.
  static func rest(of sentence: String) -> String? {
    let words = sentence.parts(between: " ")
    guard
      let that = words.indices.dropFirst(2).first(where: {
        words[$0] == "that" && reports(words[..<$0])
      })
    else { return nil }
    let lead = words[..<lastComma(in: words[..<that])]
    let rest = words[(that + 1)...].joined(separator: " ")
    guard onlyLeads(lead), let first = rest.first, first.isLetter,
      Wording.isSubstantial(rest, least: leastContent), !DanglingSubject.begins(rest),
      !DanglingSubject.pointsBack(rest)
    else { return nil }
    return first.isASCII ? first.uppercased() + rest.dropFirst() : rest
  }

  private static let leastContent = 5
  private static let longestLead = 30

  /// Whether words end with `, showing` or `, which shows`.
  private static func reports(_ words: ArraySlice<Substring>) -> Bool {
    guard let verb = words.last, let before = words.dropLast().last else { return false }
    if participles.contains(verb), before.hasSuffix(",") { return true }
    return before == "which" && ReportingFrame.isReporting(verb)
      && words.dropLast(2).last?.hasSuffix(",") == true
  }

  /// Behind the word that ends with the last comma.
  private static func lastComma(in words: ArraySlice<Substring>) -> Int {
    (words.lastIndex { $0.hasSuffix(",") } ?? words.startIndex) + 1
  }

  /// Whether words only name a table or tell an act.
  private static func onlyLeads(_ words: ArraySlice<Substring>) -> Bool {
    guard words.count < longestLead else { return false }
    let lead = CueWords(words.joined(separator: " "))
    guard NoClaim.findings.matches(in: lead).isEmpty, let first = lead.first else { return false }
    if places.contains(first) || !NoClaim.pointers.matches(in: lead).isEmpty { return true }
    return lead.words.prefix(subjectReach).contains("we") && lead.hold(acts)
  }

  private static let subjectReach = 6
  private static let places: Set<String> = [
    "table", "tables", "tab", "figure", "figures", "fig", "figs", "appendix", "section",
  ]
  private static let acts = [
    "analyze", "analyse", "conduct", "conducted", "perform", "performed", "evaluate", "evaluated",
    "compare", "compared", "provide", "present", "report", "carry", "run", "test", "tested",
  ]
  private static let participles: Set<Substring> = [
    "showing", "demonstrating", "confirming", "indicating", "revealing", "proving", "finding",
  ]
}
