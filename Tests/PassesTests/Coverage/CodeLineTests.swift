import Testing

@testable import Passes

/// What single lines and sentences say, before they are held against one another.
@Suite struct CodeLineTests {
  @Test(arguments: [
    ("batch_size: int = 128", "batch siz"), ("lr = 1e-4", "learn rat"),
    ("'hidden_dims': (512, 512)", "dimension hidden"), ("export SEED=3", "seed"),
    ("parser.add_argument('--num-layers', type=int, default=4)", "layer"),
    ("flags.DEFINE_float('tau', 0.1, 'How soft.')", "tau"), ("if lr == 3:", ""),
    ("return lr", ""), ("def run(lr=3):", ""), ("train(lr=3)", ""),
  ])
  func namesThatGetAValue(_ line: String, _ words: String) {
    #expect(CodeLine(line[...]).named.sorted().joined(separator: " ") == words)
  }

  @Test func positionsAndRemarksAreNoValues() {
    let line = CodeLine("speed = states[:, 15:17] * 0.5  # was 0.7"[...])
    #expect(line.terms.numbers == [0.5])
    #expect(line.remark.numbers == [0.7])
  }

  @Test(arguments: [
    ("speed = (5 * push + 1) / 6", [1.0]), ("half = width / 2", []), ("area = r**2 + 3", [3]),
    ("x = np.clip(x, -1, 1)", [-1, 1]), ("y = sum(x, axis=-1) - 0.5 * x", [0.5]),
    ("steps = 20 * 500", [20, 500]), ("rate = 5e-4 * lr", [5e-4]), ("low = −5.0", [-5]),
    ("the 6th of 7", [7]), ("(5 *", [5]), ("* 5", [5]), ("/", []),
  ])
  func factorsAndAxesAreNoValues(_ line: String, _ numbers: [Double]) {
    #expect(CodeLine(line[...]).terms.numbers.sorted() == numbers)
  }

  @Test func whatIsComparedOrReturnedHasAName() {
    #expect(CodeLine("near = (distance < 2)"[...]).named.isSuperset(of: Terms("distance").words))
    #expect(CodeLine("if a < b:"[...]).named.isEmpty)
    #expect(CodeLine("return -1 + near"[...]).returns)
    #expect(CodeLine("def __init__(self, lr=3):"[...]).terms.words == Terms("self lr").words)
  }

  @Test func listsAreCounted() {
    #expect(CodeLine("seeds=(123 234 345)"[...]).count == 3)
    #expect(CodeLine("tasks = [\"a\", \"b\", \"c\", \"d\"],"[...]).count == 4)
    #expect(CodeLine("x = f(1, 2, 3)"[...]).count == nil)
    #expect(CodeLine("pair = (1, 2)"[...]).count == nil)
  }

  @Test func whatIsOnlyToldIsProse() {
    #expect(CodeLine("print(lr)"[...]).isProse)
    #expect(CodeLine("# lr = 3"[...]).isProse)
    #expect(!CodeLine("lr = 3  # low"[...]).isProse)
    #expect(CodeLine(#"name = f"run_{seed}""#[...]).isProse)
    #expect(CodeLine(#"in millimetres.")"#[...]).isProse)
    #expect(!CodeLine(#"name = "run""#[...]).isProse)
  }

  @Test func circumstancesComeBeforeWhatIsAsked() {
    let clauses = Clauses(
      "Code has been implemented such that when training a sorter, the rate can be set to 3")
    #expect(clauses.circumstances == "when training a sorter,")
    #expect(clauses.demand == "the rate can be set to 3")
    #expect(Clauses("In the red sorter, it is fast.").demand == "it is fast.")
    #expect(Clauses("The rate, in all runs, is 3.").circumstances.isEmpty)
    #expect(Clauses("").demand.isEmpty)
    #expect(Clauses("When, so that").demand == "When, so that")
  }

  @Test func formulasAreNoValues() {
    #expect(
      Terms(#"$2.5 \cdot 10^{-4}$ and $10^3$"#, omittingLabels: true).numbers == [2.5e-4, 1e3])
    #expect(Terms(#"$\frac{2}{3} \sum_i 7$ of 5"#, omittingLabels: true).numbers == [5])
    #expect(Terms("a lone $ sign and 4", omittingLabels: true).numbers == [4])
    #expect(Terms(#"$\cdot 10^$ $\times$"#, omittingLabels: true).numbers.count <= 1)
  }

  @Test func formsOfAWordMeet() {
    #expect(Terms("clipped").words == Terms("clip").words)
    #expect(Terms("passed").words == Terms("passing").words)
    #expect(Terms("q_lr").words.contains("q"))
  }
}
