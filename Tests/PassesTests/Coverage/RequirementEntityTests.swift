import IR
import Testing

@testable import Passes

/// Of what thing a number is: a requirement is answered by that of the thing that it names.
extension RequirementTests {
  @Test func aCounterNeedsNoNameOfItsOwn() async throws {
    let found = try await bind(
      ["In the Bernburg hall, rolls are limited to at most 2500 turns."],
      files: ["bernburg/hall.py": "def roll(self):\n    done = self.t >= 2500\n"])
    #expect(found[0].code == CodeReference(path: "bernburg/hall.py", lines: 2...2))
  }

  /// The script of the setup, and not that of another one whose name goes on.
  @Test func aSetupIsAnsweredInTheFileWithItsName() async throws {
    let found = try await bind(
      ["The Silver+Gold (5k) setup can be used."],
      files: [
        "silver_gold_glass_best.sh": "turn_swap_gold=5000\nturn_swap_glass=6500\n",
        "silver_gold.sh": "belts=3\nturn_swap=5000\n",
      ])
    #expect(found[0].code == CodeReference(path: "silver_gold.sh", lines: 2...2))
  }

  /// The same statement stands in the branch of each hall, with the number of that hall.
  @Test func theBranchOfTheNamedThingAnswersWhateverItsNumberIs() async throws {
    let script = """
      if width == 29:  # Bernburg
          near = (gaps < 0.65)
      elif width == 18:  # Dessau
          near = (gaps < 0.08)
      towns = ["bernburg", "dessau"]
      """
    let found = try await bind(
      [
        "The `bernburg-hall` is set up such that a marble is near at gaps below 0.65.",
        "The `dessau-hall` is set up such that a marble is near at gaps below 0.65.",
      ], besides: script)
    #expect(found.map { $0.code?.lines } == [2...2, 4...4])
  }

  @Test func theExampleAtTheEndOfALibraryAnswersNothing() async throws {
    let library =
      "def roll(x):\n    return x\n\nif __name__ == \"__main__\":\n    tumbler_width = 17\n"
    let requirement = "The tumbler maps marbles to a width of 17."
    let program = try await bind([requirement], files: ["tumbling.py": library])
    #expect(program[0].code == CodeReference(path: "tumbling.py", lines: 5...5))
    let found = try await bind(
      [requirement], files: ["tumbling.py": library, "use.py": "from tumbling import roll\n"])
    #expect(found[0].code == nil)
  }

  @Test func theBlockThatReadsArgumentsIsTheProgram() async throws {
    let program =
      "def roll(x):\n    return x\n\nif __name__ == \"__main__\":\n    args = parse()\n    tumbler_width = 17\n"
    let found = try await bind(
      ["The tumbler maps marbles to a width of 17."],
      files: ["tumbling.py": program, "use.py": "from tumbling import roll\n"])
    #expect(found[0].code == CodeReference(path: "tumbling.py", lines: 6...6))
  }

  /// The rows are called after the task, and not after what the requirement counts.
  @Test func rowsWithTheNameOfTheTaskAreCounted() async throws {
    let script = """
      checks = [
          (TumblerCheck, 'low', 0.1),
          (TumblerCheck, 'high', 0.2),
          (TumblerCheck, 'higher', 0.3),
          (TumblerCheck, 'highest', 0.7),
          (ColourCheck, 'red'),
      ]
      """
    let found = try await bind(
      ["The `marble-tumbler` task is judged on the 4 seeded slopes of the annex."],
      above: "The `marble-tumbler` task is set up", besides: script)
    #expect(found[0].code?.lines == 2...2)
  }

  @Test func aListCountsOnlyWhatItIsCalledAfter() async throws {
    let script = "parser.add_argument('--sorter',\n    choices=['a', 'b', 'c', 'd', 'e', 'f'])\n"
    let found = try await bind(["The gate has 6 levers."], besides: script)
    #expect(found[0].code == nil)
  }

  @Test func aKeyInQuotesMayHoldAnySign() {
    let line = CodeLine("\"HALL/Marbles-v5\": [0, 1, 2, 3, 4],"[...])
    #expect(line.named.isSuperset(of: ["hall", "marbl"]))
    #expect(line.count == 5)
  }

  /// Nothing calls the number so, but the type is the thing in question.
  @Test func theTypeThatIsNamedInFullAnswersWithItsNumbers() async throws {
    let script = """
      class RandomTumblerFunction:
          def __init__(self):
              self.first = draw(size=(self.count, 470))

      class Drawer:
          def __init__(self):
              self.tray = open(nprint=470)
      """
    let found = try await bind(
      ["When random tumbler functions are applied, they map to a hidden layer of 470."],
      besides: script, types: ["RandomTumblerFunction": 1...3, "Drawer": 5...7])
    #expect(found[0].code?.lines == 3...3)
  }

  @Test func aCommonNumberOfAnotherTypeIsNoAnswer() async throws {
    let script = """
      class MarbleSpeedRewardGlass:
          def reward(self, speed):
              return self.scale(speed)

      class Toy:
          def step(self):
              reward = 0
      \((1...30).map { "x\($0) = roll(0)" }.joined(separator: "\n"))
      """
    let requirement = "The `glass-speed` task gives a marble a reward of 0 at low speed."
    let found = try await bind(
      [requirement], besides: script, types: ["MarbleSpeedRewardGlass": 1...3, "Toy": 5...7])
    #expect(found[0].code?.lines != 7...7)
    let other = try await bind([requirement], besides: script, types: ["Toy": 5...7])
    #expect(other[0].code?.lines == 7...7)
  }

  @Test func aCountOfPartsIsNoArgumentOfACall() async throws {
    let script = "layer_wrap(Convolve(64, 64, 3, stride=1))\ngate = open(sieve)\n"
    let found = try await bind(["There are 3 layers in the gate of the sieve."], besides: script)
    #expect(found[0].code?.lines != 1...1)
  }

  /// What the number of an argument is of stands beside the number that is asked for.
  @Test func aWordElsewhereInTheRequirementIsNotWhatTheNumberIsOf() async throws {
    let found = try await bind(
      ["There is a 0.5, 0.5 chance of clear glass and of cloudy glass for each roller track."],
      besides: "self.p_track = 0.5\nself.p_glass = 0.5\n")
    #expect(found[0].code?.lines != 1...1)
  }

  @Test func anotherValueAnswersNoRequirementOfSeveralNumbers() async throws {
    let script = "gate_width = 8\nhalls = polish(glassworks, hand, counted)\n"
    let found = try await bind(
      [
        "The sorter takes 512 marbles from the halls of the glassworks, polished and counted by hand,"
          + " to a gate width of 6.", "The sorter has a gate width of 6.",
      ], besides: script)
    #expect(found.map { $0.code?.lines == 1...1 } == [false, true])
  }

  @Test func pluralsOfAllKindsAreOneWord() {
    #expect(Terms("trajectories").words == Terms("trajectory").words)
  }
}
