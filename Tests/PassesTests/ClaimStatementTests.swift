import IR
import Testing

@testable import Passes

struct ClaimStatementTests {
  private func grounded(_ text: String, at start: Int = 0) -> Grounded<String> {
    Grounded(text, [SourceSpan(SourceID("paper"), start..<(start + text.utf8.count))])
  }

  @Test(arguments: [
    (
      "In summary, our results in Table 2 show that careful sorters of damp marbles make fewer errors.",
      "Careful sorters of damp marbles make fewer errors."
    ),
    (
      "We show later that careful sorters of damp marbles make fewer errors.",
      "Careful sorters of damp marbles make fewer errors."
    ),
    (
      "Both Figure 3 and Figure 4 show that careful sorters of damp marbles make fewer errors.",
      "Careful sorters of damp marbles make fewer errors."
    ),
    (
      "Table 1 shows that, indeed, careful sorters of damp marbles make fewer errors.",
      "Careful sorters of damp marbles make fewer errors."
    ),
    (
      "When marbles are damp we find that careful sorters make fewer errors than hasty sorters.",
      "When marbles are damp we find that careful sorters make fewer errors than hasty sorters."
    ),
    (
      "Our experiments on glass, steel and clay demonstrate that careful sorters of damp marbles make fewer errors.",
      "Careful sorters of damp marbles make fewer errors."
    ),
    (
      "One of our main claims about marbles is that careful sorters of damp marbles make fewer errors.",
      "Careful sorters of damp marbles make fewer errors."
    ),
    (
      "The central finding is that careful sorters of damp marbles make fewer errors.",
      "Careful sorters of damp marbles make fewer errors."
    ),
    (
      "As expected, careful sorters of damp marbles make fewer errors.",
      "Careful sorters of damp marbles make fewer errors."
    ),
    (
      "In this section we show that careful sorters of damp marbles make fewer errors.",
      "Careful sorters of damp marbles make fewer errors."
    ),
    (
      "As can be seen in Section V-A, careful sorters of damp marbles make fewer errors.",
      "Careful sorters of damp marbles make fewer errors."
    ),
    (
      "As Table 2 shows, careful sorters of damp marbles make fewer errors, and we find that hasty sorters do not.",
      "Careful sorters of damp marbles make fewer errors, and we find that hasty sorters do not."
    ),
    ("We show that noise matters.", "We show that noise matters."),
    (
      "We noticed that the careful sorters described in Section 4.3 make fewer errors, as shown in Fig. 2.",
      "The careful sorters make fewer errors."
    ),
    (
      "Careful sorters, as seen in Table 2, make fewer errors than hasty sorters of damp marbles.",
      "Careful sorters make fewer errors than hasty sorters of damp marbles."
    ),
    (
      "Both careful sorters and hasty sorters make fewer errors on damp marbles.",
      "Both careful sorters and hasty sorters make fewer errors on damp marbles."
    ),
  ])
  func leavesOutWhatOnlyReports(_ text: String, _ expected: String) {
    #expect(ClaimStatement(grounded(text))?.text.value == expected)
  }

  @Test func saysHowItCameAbout() {
    let text = "We find that careful sorters of damp marbles make fewer errors than hasty sorters."
    let claim = ClaimStatement(grounded(text))
    #expect(claim?.text.derivation == .computed("sentence without the words that report it"))
    #expect(claim?.isHedged == false)
  }

  @Test func remembersThatItWasAGuess() {
    let text = "These results suggest that careful sorters of damp marbles make fewer errors."
    #expect(ClaimStatement(grounded(text))?.isHedged == true)
  }

  @Test(arguments: [
    "Similar to the first sorter, it weighs every damp marble of the set twice.",
    "They weigh every damp marble of the set twice and make fewer errors.",
    "This is a rule of careful sorters that weigh every damp marble twice.",
  ])
  func saysNothingWithoutItsSubject(_ text: String) {
    #expect(ClaimStatement(grounded(text))?.text == nil)
  }

  @Test(arguments: [
    "The careful sorter weighs damp marbles twice.",
    "We present the careful sorter, which weighs damp marbles twice.",
  ])
  func bringsTheSentenceThatHoldsItsSubject(_ subject: String) {
    let before = grounded(subject)
    let text = grounded("It makes fewer errors than every hasty sorter of damp marbles.", at: 80)
    #expect(ClaimStatement(text)?.text == nil)
    let claim = ClaimStatement(text, after: before)
    #expect(claim?.text.value == before.value + " " + text.value)
    #expect(claim?.text.spans == before.spans + text.spans)
  }
}

struct NoClaimTests {
  @Test(arguments: [
    "In Fig. 4, we plot the error of all careful sorters on damp marbles.",
    "Table 2 summarizes the results of all sorters.",
    "Figure 3 shows the correlation between weight reduction and colour improvement.",
    "Consider another sorter that weighs damp marbles once.",
    "Figure 1 shows bars that stand for all careful sorters on damp marbles.",
    "Table 4 reports errors of Belt, next to those of two sorters that weigh damp marbles twice.",
    "In Figure 4 the weight of damp marbles is shown.",
    "More pictures of the damp marbles can be found in the supplementary file.",
    "We show the weight, the colour, the age and the names of all damp marbles in Figure 3.",
  ])
  func pointsOrSupposes(_ text: String) {
    #expect(NoClaim.holds(of: Sentence(text), citing: false))
  }

  @Test(arguments: [
    "In Table 2, careful sorters outperform hasty sorters on damp marbles.",
    "Table 2 shows that careful sorters make fewer errors.",
    "Figure 3 shows two bars, indicating that wind matters to sorters that weigh marbles.",
    "Careful sorters of damp marbles make fewer errors.",
  ])
  func saysSomething(_ text: String) { #expect(!NoClaim.holds(of: Sentence(text), citing: false)) }

  @Test(arguments: [
    "In our experiments, we specify the largest number of rolls in two ways.",
    "We achieve this by weighing each marble a second time.",
    "For example, one might hypothesize that damp marbles are heavier.",
    "Exploring whether a second scale helps the careful sorter.",
    "We show some examples of the marbles in the second box.",
    "The bottom panel shows the weight of the marbles as a function of time.",
    "Table 5 and Figure 11 show the ranks of all sorters (none of which is new).",
    "Each curve shows the mean of three nights.",
  ])
  func onlyTells(_ text: String) { #expect(NoClaim.onlyTells(text)) }

  @Test(arguments: [
    "We use a second scale, which reduces the error of careful sorters.",
    "We train careful sorters and achieve the best results on damp marbles.",
    "We hypothesize that damp marbles are heavier.",
    "We show that some examples are sorted by nobody.",
  ])
  func alsoClaims(_ text: String) { #expect(!NoClaim.onlyTells(text)) }

  @Test(arguments: [
    ("We introduce MarbleNet, a careful sorter of damp marbles.", true),
    ("This paper presents a new corpus of marbles for careful sorters.", true),
    ("We introduce MarbleNet, which outperforms hasty sorters of marbles.", false),
    ("We propose the first careful sorter of damp marbles.", false),
    ("We present a corpus of 4,000 damp marbles.", false),
    ("We propose that careful sorters wait.", false),
  ])
  func whatIsOnlyPresentedIsNoClaim(_ text: String, _ expected: Bool) {
    #expect(OwnActs.onlyProposes(text) == expected)
  }

  @Test(arguments: [
    ("We show how the careful sorter weighs damp marbles.", true),
    ("We demonstrate the effectiveness of the careful sorter on damp marbles.", true),
    ("We show how the careful sorter outperforms hasty sorters.", false),
    ("We show the careful sorter to be faster.", false),
  ])
  func whatIsSaidToBeShownIsNotSaid(_ text: String, _ expected: Bool) {
    #expect(OwnActs.onlyTell(CueWords(text), ClauseWords(text), true) == expected)
  }

  @Test func knowsWhatOthersFound() {
    let text = "Pretend and others have shown that careful sorters make fewer errors [1]."
    #expect(NoClaim.holds(of: Sentence(text), citing: true))
    #expect(!NoClaim.holds(of: Sentence("We go further: " + text), citing: true))
  }
}
