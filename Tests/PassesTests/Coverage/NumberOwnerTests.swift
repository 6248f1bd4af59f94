import Testing

@testable import Passes

/// What the numbers of a line of code are of.
@Suite struct NumberOwnerTests {
  @Test(arguments: [
    ("sgd = SGD(net, lr=0.1, momentum=0.9)", 0.1, "learn rat"),
    ("sgd = SGD(net, lr=0.1, momentum=0.9)", 0.9, "momentum"),
    ("\"scale\": 10,", 10, "scal"), ("total_loss = 1000 + 7 * size", 1000, "loss"),
    ("python sort.py --limit 50 --bins 8", 50, "limit"), ("python sort.py bins=8", 8, "bin"),
    ("if epoch % 50 == 3:", 50, "epoch"), ("if distance < 0.5:", 0.5, "distanc"),
    ("width = int(64)", 64, "hidden width"), ("tilts = [0.5, 0.7]", 0.7, "tilt"),
    ("parser.add_argument('--tilt', default=0.3)", 0.3, "tilt"),
    ("for epoch in range(12):", 12, "epoch"), ("def roll(x, tilt: float = 0.4):", 0.4, "tilt"),
    ("self.belt = Conveyor(128)", 128, "belt conveyor"),
  ])
  func aNumberIsOfItsName(_ line: String, _ number: Double, _ words: String) {
    let owners = CodeLine(line[...]).owners.owned.filter { $0.number == number }
    #expect(owners.map { $0.owner.sorted().joined(separator: " ") } == [words])
  }

  @Test func aNumberWithoutANameIsFree() {
    #expect(CodeLine("return 5"[...]).owners.free == [5])
    #expect(CodeLine("self.belt = Conveyor(128)"[...]).owners.owned.map(\.isPlace) == [true])
  }

  @Test func aLineGoesOnWithTheNameOfAnEarlierOne() {
    let line = CodeLine("default=0.3,"[...], under: ["tilt"])
    #expect(line.named == ["tilt"])
    #expect(line.owners.owned.map(\.owner) == [["tilt"]])
  }

  @Test(arguments: [
    ("steps = 20 * 500", [10_000.0]), ("size = 2 ** 9", [512]), ("size = 1 << 16", [65_536]),
    ("eps = 8 / 32", [0.25]), ("half = 2 * width", []), ("path = 'a/2024/01'", []),
    ("minutes = 2 * 60 * 60", [7200]),
  ])
  func productsAndPowersAreComputed(_ line: String, _ numbers: [Double]) {
    #expect(ComputedNumbers.all(in: line[...]).sorted() == numbers)
  }

  @Test func parametersAddressesAndDigestsAreNoValues() {
    #expect(CodeLine("epochs=$6"[...]).terms.numbers.isEmpty)
    #expect(CodeLine("get(\"https://host/1r6o0/4\", 3)"[...]).terms.numbers == [3])
    #expect(CodeLine("md5 = \"67b4f42ca05d46448c6bb8ecd2220f6d\""[...]).terms.numbers.isEmpty)
    #expect(CodeLine("modes = [0, 1, 2, 3, 4]"[...]).terms.numbers.isEmpty)
    #expect(CodeLine("modes = [0, 1, 2, 3, 4]"[...]).count == 5)
    #expect(CodeLine("hidden = [256] * 3"[...]).count == 3)
    #expect(CodeLine("hidden = (256, 256)"[...]).count == 2)
  }

  @Test func numbersInWordsAndSignsMeetThoseOfCode() {
    #expect(Terms("25 million steps").numbers == Terms("25_000_000").numbers)
    #expect(Terms("60%").pieces == [.number(60), .percent])
    #expect(Terms("60\\% of it").pieces.prefix(2) == [.number(60), .percent])
    #expect(Terms("count % 7").numbers == [7])
    #expect(Terms("$\\beta_\\text{max}$").words == Terms("beta_max").words)
    #expect(Terms("γ and ϵ").words == Terms("gamma and eps").words)
    #expect(Terms("warm-up, fine_tune").words == Terms("warmup, finetune").words)
  }

  @Test func namesHaveCapitals() {
    #expect(
      CapitalNames.words(in: "All sorters in Bernburg use CIFAR-10.") == ["bernburg", "cifar"])
    #expect(CapitalNames.words(in: "The MLP rolls. It stops.").isEmpty)
  }
}
