import IR
import Passes
import Testing

struct ExhibitMentionsTests {
  private let mentions: ExhibitMentions

  init() {
    var study = StudyPaper()
    for number in ["1", "2", "3", "A.1"] { study.table(number, "Accuracy") }
    for number in ["1", "2", "3", "4", "5"] { study.figure(number, "Flow") }
    mentions = ExhibitMentions(study.facts)
  }

  @Test(arguments: [
    ("Table 2 shows it.", ["Table 2"]),
    ("As in table 1, it helps (Fig. 3).", ["Table 1", "Figure 3"]),
    ("Tables 1 and 3 agree.", ["Table 1", "Table 3"]),
    ("Tables 1, 2, and 3 agree.", ["Table 1", "Table 2", "Table 3"]),
    ("Figs. 2 & 4 differ.", ["Figure 2", "Figure 4"]),
    ("Figure 3a shows the left half.", ["Figure 3"]),
    ("Table A.1 lists them.", ["Table A.1"]),
    ("Table 2: it helps.", ["Table 2"]),
    ("Table 9 is missing.", []),
    ("The table stands. 2 of us sat.", []),
    ("Table 2 and we saw 3 cats.", ["Table 2"]),
    ("Table 2 again, then Table 2.", ["Table 2"]),
  ])
  func findsNames(_ sentence: String, _ labels: [String]) {
    #expect(mentions.labels(in: sentence).map(\.description) == labels)
  }

  @Test func fillsRanges() {
    let labels = mentions.labels(in: "Figures 2–4 show more.").map(\.description)
    #expect(labels == ["Figure 2", "Figure 3", "Figure 4"])
  }
}
