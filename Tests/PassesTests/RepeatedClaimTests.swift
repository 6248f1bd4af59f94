import IR
import Testing

@testable import Passes

/// Claims that another claim says too, and clauses that report one.
struct RepeatedClaimTests {
  private func draft(_ text: String, at start: Int = 0) -> ClaimDraft {
    let span = SourceSpan(SourceID("paper"), start..<(start + text.utf8.count))
    let sentence = Grounded(text, [span])
    let candidate = ClaimCandidate(
      atom: Atom(span: span, section: 0, block: 0), sentence: sentence, score: 0,
      hasNumbers: false, topics: [])
    return ClaimDraft(statement: sentence, isHedged: false, basis: [candidate])
  }

  @Test func theLongerOfTwoRestsOnBoth() {
    let short = draft("Careful sorters outperform hasty sorters of damp marbles in the yard.")
    let long = draft(
      "Across all seasons, careful sorters outperform hasty sorters of damp marbles in the yard.",
      at: 200)
    let merged = RepeatedClaims.merged([short, long])
    #expect(merged.map(\.statement) == [long.statement])
    #expect(merged[0].basis.count == 2)
  }

  @Test func whatDeniesIsNoRepetition() {
    let drafts = [
      draft("Careful sorters outperform hasty sorters of damp marbles in the yard."),
      draft(
        "Careful sorters do not outperform hasty sorters of damp marbles in the yard.", at: 200),
    ]
    #expect(RepeatedClaims.merged(drafts).count == 2)
  }

  @Test(arguments: [
    "Table 2 lists the errors of all sorters, showing that averaging readings is safer than trusting the second reading alone.",
    "We evaluate all sorters in Table 2, which shows that averaging readings is safer than trusting the second reading alone.",
    "Appendix C has the curves of both belts, confirming that averaging readings is safer than trusting the second reading alone.",
  ])
  func reportsBehindAPointer(_ sentence: String) {
    #expect(
      ReportedClause.rest(of: sentence)
        == "Averaging readings is safer than trusting the second reading alone.")
  }

  @Test(arguments: [
    "Careful sorters outperform hasty ones, showing that averaging readings is safer than trusting the second reading alone.",
    "We analyze the cost of the belt, showing that it needs fewer readings than a scale.",
    "Averaging readings is safer than trusting the second reading alone.",
  ])
  func leavesWhatTellsSomethingBefore(_ sentence: String) {
    #expect(ReportedClause.rest(of: sentence) == nil)
  }

  @Test(arguments: [
    (
      "Let n be the number of marbles. Then every careful sorter misplaces fewer marbles.",
      "Every careful sorter misplaces fewer marbles."
    ),
    (
      "Suppose the pan is dry, then every careful sorter misplaces fewer marbles.",
      "Every careful sorter misplaces fewer marbles."
    ),
    (
      "Every careful sorter misplaces fewer marbles.",
      "Every careful sorter misplaces fewer marbles."
    ),
  ])
  func aTheoremIsCalledByWhatItProves(_ statement: String, _ conclusion: String) {
    #expect(TheoremClaims.conclusion(of: Grounded(statement, [])).value == conclusion)
  }

  @Test(arguments: [
    ("The pan swings [7], as others saw [3, 4].", "The pan swings, as others saw."),
    (
      "The sorter keeps a small error^4 in the yard.", "The sorter keeps a small error in the yard."
    ),
    ("The pan swings [7] for 7 days.", "The pan swings [7] for 7 days."),
    ("The cost is O(n^2) in the yard of [9].", "The cost is O(n^2) in the yard of [9]."),
    ("We find: (1) marbles roll, and (2) belts stop.", "We find: marbles roll, and belts stop."),
    ("By Eq. (1) and by f (2) it rolls.", "By Eq. (1) and by f (2) it rolls."),
  ])
  func quotesWithoutLabels(_ sentence: String, _ quoted: String) {
    #expect(QuotedSentence.without(labelsOf: Grounded(sentence, [])).value == quoted)
  }
}
