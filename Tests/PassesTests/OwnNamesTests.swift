import IR
import Testing

@testable import Passes

struct OwnNamesTests {
  @Test(arguments: [
    ("In this paper, we introduce WeighTwice, a sorter of damp marbles.", ["weightwice"]),
    ("We propose a new sorter, the Weigher, based on two scales.", ["weigher"]),
    ("We present Weigh Twice (WT), a sorter of damp marbles.", ["weigh", "twice"]),
    ("We propose to train Sorters on damp marbles.", []),
    ("Others sort damp marbles.", []),
  ])
  func findsWhatASentencePresents(_ sentence: String, _ names: [String]) {
    #expect(OwnNames.introduced(in: sentence) == names)
  }

  @Test(arguments: [
    ("Scales such as VGG-16 [41] and GoogLeNet [44] drift.", ["vgg", "googlenet"]),
    ("The Pebble scale (Quartz, 2019) and a bowl (of glass) drift.", []),
    (
      "Belts (15%) and Pans (2019) drift, as MoonClock (Quartz, 2019) does.", ["pans", "moonclock"]
    ),
  ])
  func findsWhoseNamesAreCited(_ sentence: String, _ names: [String]) {
    #expect(OwnNames.cited(in: sentence) == names)
  }

  @Test(arguments: [
    ("Calm Pan Weighing needs two scales.", true), ("CPW needs two scales.", true),
    ("Hasty Pan sorters need one scale.", false), ("A calm pan needs one scale.", false),
  ])
  func oneWordOfALongNameIsNoName(_ sentence: String, _ isNamed: Bool) async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block(
      "We propose Calm Pan Weighing (CPW). Weighing in a calm room on a pan takes a night.")
    let document = try await study.passed(through: "atoms")
    let view = try #require(PaperView(document))
    #expect(OwnNames(view, document.atoms).areNamed(in: sentence) == isNamed)
  }

  /// Whoever is cited is compared with; whoever is presented is not.
  @Test func baselinesAreTheSystemsOfOthers() async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("In this paper, we introduce WeighTwice, a careful sorter of damp marbles.")
    study.section("Experiments", "2")
    study.block("Table 1 shows that WeighTwice outperforms all hasty sorters on damp marbles.")
    study.table(
      "1", "Errors of all sorters.",
      [
        ["Sorter", "Error"], ["WeighTwice-L/2", "1.25"], ["Belt [3]", "2.25"], ["Bowl", "3.25"],
        ["ours (slow)", "1.15"],
      ])
    let found = try await study.passed(through: "experiments").experiments.experiments
    #expect(found.map { $0.baselines.map(\.value) } == [["Belt", "Bowl"]])
  }

  @Test func rowsThatAreNoSystemsAreNoBaselines() async throws {
    var study = StudyPaper()
    study.section("Experiments", "2")
    study.block("Table 1 shows that careful sorters outperform hasty sorters in all languages.")
    study.table("1", "Errors of all sorters.", [["", "Error"], ["en", "1.25"], ["de", "2.25"]])
    let found = try await study.passed(through: "experiments").experiments.experiments
    #expect(found.map { $0.baselines.map(\.value) } == [["hasty sorters"]])
  }
}
