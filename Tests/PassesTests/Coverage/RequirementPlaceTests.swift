import IR
import Testing

@testable import Passes

/// Which of several lines with the same number a requirement is answered by.
extension RequirementTests {
  @Test func aNumberOfAnotherNameIsNoAnswer() async throws {
    let script = "belt_epochs = 5\nT_lr = 1000\nadmission_size = 20\n"
    let found = try await bind(
      [
        "The 5 best marbles of the sorter are shown.", "The cost of 1000 marbles is told.",
        "A hall size of 20 can be set.",
      ], besides: script)
    #expect(found.map { $0.code?.path } == [nil, nil, nil])
  }

  @Test func anArgumentWithJustTheNameOutweighsALongerName() async throws {
    let script = "def fit(self, belts, drawer_count=8):\n  pass\ndrawer_count_kl = 8\n"
    let found = try await bind(["The drawer count is 8."], besides: script)
    #expect(found[0].code?.lines == 1...1)
  }

  @Test func aShareIsAFractionInCode() async throws {
    let found = try await bind(
      ["A polished share of 15% is held out."], besides: "polished_share = 0.15\nx = roll(y)\n")
    #expect(found[0].code?.lines == 1...1)
  }

  @Test func conditionsTellWhichValueIsMeant() async throws {
    let script = """
      if town == "bernburg":
          tilt_angle = 12
      elif town == "dessau":
          tilt_angle = 12
      """
    let found = try await bind(
      [
        "In the Bernburg hall, the tilt angle is set to 12.",
        "In the Dessau hall, the tilt angle is set to 12.",
      ], besides: script)
    #expect(found.map { $0.code?.lines } == [2...2, 4...4])
  }

  @Test func theRemarkBehindAConditionTellsWhereItsLinesBelong() async throws {
    let script = """
      if width == 18:  # Bernburg
          tilt_angle = 12
      elif width == 27:  # Dessau
          tilt_angle = 12
      towns = ["bernburg", "dessau"]
      """
    let found = try await bind(
      [
        "In the Bernburg hall, the tilt angle is set to 12.",
        "In the Dessau hall, the tilt angle is set to 12.",
      ], besides: script)
    #expect(found.map { $0.code?.lines } == [2...2, 4...4])
  }

  /// Four rows of one kind in a list are four of it, in the list of what is asked for.
  @Test func rowsOfOneKindAnswerHowManyThereAre() async throws {
    func list(_ town: String) -> String {
      """
      if town == "\(town)":
          checks = [
              (TumblerCheck, 'low', 0.1),
              (TumblerCheck, 'high', 0.2),
              (TumblerCheck, 'higher', 0.3),
              (TumblerCheck, 'highest', 0.7),
              (ColourCheck, 'red'),
          ]
      """
    }
    let found = try await bind(
      [
        "In the Bernburg hall, the sorter is judged by the 4 tumbler checks of the annex.",
        "In the Dessau hall, the sorter is judged by the 4 tumbler checks of the annex.",
      ], besides: [list("bernburg"), list("dessau")].joined(separator: "\n"))
    #expect(found.map { $0.code?.lines } == [3...3, 11...11])
  }

  @Test func aDeclarationOverSeveralLinesIsOne() async throws {
    let script = "parser.add_argument(\n    '--tumbler',\n    type=int,\n    default=17,\n)\n"
    let found = try await bind(["The tumbler is set to 17."], besides: script)
    #expect(found[0].code?.lines == 4...4)
  }

  @Test func whatIsSetForSomethingElseIsNoAnswerForTheUnknown() async throws {
    let found = try await bind(
      [
        "All sorters of Quedlinburg have a tumbler of 0.999.", "The sorters have a tumbler of 0.9.",
      ],
      besides: "tumbler = 1.5\nx = roll(y)\n")
    #expect(found[0].code == nil)
    #expect(found[1].code?.lines == 1...1)
  }

  @Test func whatIsStillToBeDoneIsNoAnswer() async throws {
    let found = try await bind(
      ["The tumbler is set to 17."], besides: "tumbler = 17  # TODO tune it\nx = roll(y)\n")
    #expect(found[0].keyDetail.grounded?.value == "tumbler = 17")
  }
}
