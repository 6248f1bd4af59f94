import IR
import Testing

@testable import Passes

struct SetbackTests {
  private func weight(
    _ sentence: String, _ role: SectionRole = .experiments, cites: Bool = false
  ) -> Int? {
    Setback.weight(
      of: Sentence(sentence), in: Setback.Context(role: role, cites: cites, ownNames: ["bandclock"])
    )
  }

  @Test(arguments: [
    "The third variant performs worse on damp marbles.",
    "We also tried a wide band, which made no difference to the error.",
    "Removing the lamp hurts the accuracy.",
    "So we do not use the second lamp in the rest of this paper.",
    "We replaced the scale by a lamp and observe nearly identical results.",
    "Without a lamp the sorter has a higher error than with one.",
    "BandClock is slower than the scale on short rows.",
    "On short rows, we see less speedup.",
    "The deeper sorter has a higher error than the shallow one.",
    "The test with five pans failed to reach the error of two.",
    "A second lamp does not improve the accuracy.",
    "There is no lamp, because we found that it lowers the accuracy.",
    "In preliminary tests, a single lamp proved inadequate.",
    "Interestingly, increasing the wind led to slower sorting.",
    "Using a lamp alone yields limited improvements.",
    "The fixed lamp is 4.2 points below the full one.",
    "Adding a lamp increases the error to 4.5.",
    "Wide pans were found to have no effect on the error.",
    "We employed a lamp, but its results were not as good as those of the sun.",
    "The narrow pan has the worst accuracy.",
    "By day, sorting works better with a lamp than without one.",
    "The sorter reaches a higher accuracy than the variant of one pan.",
  ])
  func reportsASetback(_ sentence: String) { #expect(weight(sentence) != nil) }

  @Test(arguments: [
    "Removing the lamp does not hurt the accuracy.",
    "Waiting longer leads to a lower error.",
    "A second lamp might hurt the accuracy.",
    "The band prevents the accuracy from dropping.",
    "The sorter is robust to wind.",
    "Bold numbers denote scales that perform worse.",
    "Does the third sorter perform worse?",
    "This suggests that wind hurts the accuracy.",
    "Previous methods perform worse on damp marbles.",
    "By Lemma 2 the bound is worse than before.",
    "The third sorter performs well.",
    "The accuracy drops from 90% in calm air to 60% in wind.",
    "With a wider band it degrades gracefully.",
    "The scale does not provide a manual.",
    "BandClock sorts all marbles, while the baseline failed to separate them.",
    "We observe reductions of the KL divergence of up to 36.8%.",
    "Both runs are guaranteed to produce identical results.",
    "The band halves the traffic at the expense of a second reading.",
    "BandClock shows increased training time compared to the scale.",
    "Darker red means more marbles, while green represents underperformance.",
    "The main findings are that lamps are slow and that wind hurts the accuracy.",
    "The order of the marbles does not matter.",
    "With a lamp the readings are almost identical to the original.",
    "The lamp reduces the time while preserving accuracy.",
    "Using a lamp, the time decreases while accuracy holds.",
    "The lamp results in the largest gain, albeit with a slight delay.",
    "The errors of BandClock and of the scale are almost identical.",
    "The second pan shows minimal degradation of accuracy.",
    "With four bands the accuracy drops by only a tenth.",
  ])
  func reportsNone(_ sentence: String) { #expect(weight(sentence) == nil) }

  @Test func theWorkOfOthersCountsOnlyWhereTheAuthorsSpeakOfIt() {
    let sentence = "The variant of Pretend [3] performs worse on damp marbles."
    #expect(weight(sentence, cites: true) == nil)
    #expect(weight("In our study t" + sentence.dropFirst(), cites: true) != nil)
  }

  @Test func whatOthersDoBadlyIsNoSetback() {
    var context = Setback.Context(role: .experiments, cites: false, ownNames: ["bandclock"])
    context.citedNames = ["moonclock"]
    #expect(
      Setback.weight(of: Sentence("MoonClock-2 is slower than the scale."), in: context) == nil)
    #expect(Setback.weight(of: Sentence("BandClock is slower than MoonClock-2."), in: context) == 2)
  }

  /// A value or a table bears out that something went badly, and not that it gained nothing.
  @Test func whatWasMeasuredNeedsNoTrial() {
    func weight(_ sentence: String, _ role: SectionRole) -> Int? {
      var context = Setback.Context(role: role, cites: false, ownNames: ["bandclock"])
      context.citedNames = ["moonclock"]
      context.isMeasured = true
      return Setback.weight(of: Sentence(sentence), in: context)
    }
    #expect(weight("The second sorter plateaus at 12.5%.", .experiments) == 1)
    #expect(weight("After a day the accuracy drops to 12.5%.", .other) == 1)
    #expect(weight("MoonClock fails to sort 12.5% of the marbles.", .appendix) == nil)
    #expect(weight("The narrow pan performed poorly (12.5%).", .conclusion) == 2)
    #expect(weight("The order does not matter (12.5%).", .experiments) == nil)
    #expect(weight("MoonClock fails on 12.5% of what BandClock sorts.", .experiments) == nil)
    #expect(weight("The second sorter plateaus at 12.5%.", .introduction) == nil)
  }

  @Test func whatIsNoResultNeedsATrial() {
    #expect(weight("The scale underperforms.", .method) == nil)
    #expect(weight("The scale is not useful.", .method) == nil)
    #expect(weight("We found that the scale is not useful.", .method) == 2)
    #expect(weight("We found that the variant underperforms.", .method) == 2)
    #expect(weight("The scale underperforms.", .related) == nil)
  }

  @Test func whatACitedThingDoesBadlyIsNoSetback() {
    var context = Setback.Context(role: .experiments, cites: false, ownNames: ["bandclock"])
    context.citedNames = ["moonclock"]
    let text = "At night, the error of MoonClock was higher than that of the scale."
    #expect(Setback.weight(of: Sentence(text), in: context) == nil)
  }

  @Test(
    arguments: [
      ("The scale performs worse than BandClock.", nil),
      ("Both of the baselines perform far worse than our results.", nil),
      ("BandClock+L performs worse than BandClock.", 2),
      ("The third variant performs worse than BandClock.", 2),
    ] as [(String, Int?)])
  func whatTheOwnWorkBeatsIsItsSuccess(_ sentence: String, _ expected: Int?) {
    #expect(weight(sentence) == expected)
  }

  /// What only leans to a setback has to tell of an attempt of the authors.
  @Test(arguments: [
    ("Adding a lamp lost marbles.", true),
    ("The marbles lost their paint.", false),
    ("One way is to sort by hand, but we found that it lost marbles.", true),
    ("The baselines without a lamp lost marbles.", false),
    ("Another reason is that adding a lamp lost marbles.", false),
    ("We believe that adding a lamp lost marbles.", false),
  ])
  func whatLeansToASetbackIsAnAttempt(_ text: String, _ expected: Bool) {
    let context = Setback.Context(role: .experiments, cites: false, ownNames: ["bandclock"])
    let sentence = Sentence(text)
    #expect(
      Setback.isPlain(sentence, losing: DeadEndRules.lost(in: sentence), in: context) == expected)
  }

  @Test func amongAblationsEachLossIsASetback() {
    var context = Setback.Context(role: .experiments, cites: false, ownNames: [])
    let text = "The lamp helps by day, but degrades performance at night."
    #expect(Setback.weight(of: Sentence(text), in: context) == nil)
    context.isAmongAblations = { true }
    #expect(Setback.weight(of: Sentence(text), in: context) == 1)
    let price = "The second lamp needs longer training time."
    #expect(Setback.weight(of: Sentence(price), in: context) == nil)
    context.isSummary = true
    #expect(Setback.weight(of: Sentence(text), in: context) == nil)
  }

  @Test(arguments: [
    (
      "The lamp is faster by day and slower than the sun at night.",
      "slower than the sun at night."
    ),
    ("We see less speedup at night—but the lamp still helps.", "We see less speedup at night"),
    ("The lamp is red and slower than it.", "The lamp is red and slower than it."),
    ("The lamp is red.", "The lamp is red."),
  ])
  func aTitleLeavesOutWhatWentWell(_ text: String, _ expected: String) {
    #expect(Setback.telling(in: text) == expected)
  }

  @Test func thePriceOfTheOwnWorkIsNoSetback() {
    let text = "We tried a lamp, and our sorter comes at the cost of time."
    #expect(weight(text) == nil)
    #expect(weight("We tried a lamp, and it comes at the cost of time.") == 1)
  }

  @Test func theClauseThatTellsTheSetbackIsFound() {
    let text = "The lamp helps, while the fan hurts the accuracy."
    let clause = Setback.contrasted(in: text).map { text.utf8.count - $0.lowerBound }
    #expect(clause == "the fan hurts the accuracy.".utf8.count)
    #expect(Setback.contrasted(in: "The fan hurts the accuracy, while the lamp helps.") == nil)
    #expect(Setback.contrasted(in: "The lamp helps.") == nil)
  }

  @Test(arguments: [
    ("Sorting works better with a lamp than without any lamp at night.", "without any lamp"),
    ("The sorter beats it by more than ten marbles in a row.", nil),
  ])
  func whatIsBeatenWasTried(_ sentence: String, _ loser: String?) {
    #expect(TriedVariant.find(in: grounded(sentence))?.value == loser)
  }

  private func grounded(_ text: String) -> Grounded<String> {
    Grounded(text, [SourceSpan(SourceID("paper"), 0..<text.utf8.count)])
  }

  @Test(arguments: [
    ("Accuracy falls, suggesting that the lamp is of use.", "suggesting that the lamp is of use"),
    ("Accuracy falls (as seen, showing that it is of use).", nil), ("Accuracy falls.", nil),
  ])
  func drawsALesson(_ sentence: String, _ expected: String?) {
    #expect(Lesson.drawn(in: grounded(sentence))?.value == expected)
  }

  @Test(arguments: [
    (
      "Even though we could have weighed twice, we opted for one reading.",
      "Even though we could have weighed twice"
    ),
    (
      "One way is to use a lamp, but we wait for the sun instead.",
      "One way is to use a lamp"
    ),
    ("We considered a lamp, but it rained.", nil), ("We use a lamp, but only at night.", nil),
  ])
  func namesWhatWasConsidered(_ sentence: String, _ expected: String?) {
    #expect(Rejection.considered(in: grounded(sentence))?.value == expected)
  }

  @Test(arguments: [
    ("Top-1 error", MeasureDirection.less), ("Validation accuracy (%)", .more), ("Top-1", .more),
    ("Error rate", .less), ("Success rate", .more), ("Hits@10", .more), ("EER", .less),
    ("FID ↓", .less), ("Score ↑", .more), ("Val Loss", .less), ("Epochs to 95% accuracy", .less),
  ])
  func knowsMeasures(_ name: String, _ direction: MeasureDirection) {
    #expect(MeasureDirection(of: name) == direction)
  }

  @Test(arguments: ["Train Time", "Layers", "Epochs", "Time", "h", ""])
  func doesNotGuessMeasures(_ name: String) { #expect(MeasureDirection(of: name) == nil) }
}
