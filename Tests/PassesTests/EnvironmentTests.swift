import IR
import Testing

@testable import Passes

struct EnvironmentTests {
  private func environment(_ paper: StudyPaper, _ code: StudyCode? = nil) async throws
    -> Environment
  {
    let document = code?.document(of: paper) ?? paper.document
    return try await StudyPaper().passed(through: "environment", from: document).environment
  }

  @Test func readsTheSoftwareThatTheProseNames() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "3")
    paper.block("We sort with numpy. All sorters are implemented in Python 3.10 using PyTorch 2.2.")
    let found = try await environment(paper)
    #expect(found.python.grounded?.value == "Python 3.10")
    #expect(
      found.framework.grounded?.value
        == "We sort with numpy. All sorters are implemented in Python 3.10 using PyTorch 2.2.")
  }

  @Test func readsWhatWasDoneWithoutSayingByWhom() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "3")
    paper.block(
      "We implement the belt in PyTorch. The marbles are generated using standard numpy code.")
    paper.block("We train the belt on one V100 GPU. The pans are trained for a day on two GPUs.")
    paper.block("A sorter of others was implemented in Theano [3]. We run with FP16 precision.")
    let found = try await environment(paper)
    #expect(
      found.framework.grounded?.value
        == "We implement the belt in PyTorch. The marbles are generated using standard numpy code."
        + " We run with FP16 precision.")
    #expect(
      found.hardware.grounded?.value
        == "We train the belt on one V100 GPU. The pans are trained for a day on two GPUs.")
  }

  @Test func aToolIsCalledByWhatItIs() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "3")
    paper.block(
      "We cut the rattle with the Pebble toolkit. We count marbles using YardHub’s REST API.")
    paper.block("The Shingle library is used for drawing. The Gravel simulator has a belt.")
    paper.block("We thank the Library of the yard. We praise a Pebble package.")
    #expect(
      try await environment(paper).framework.grounded?.value
        == "We cut the rattle with the Pebble toolkit. We count marbles using YardHub’s REST API."
        + " The Shingle library is used for drawing.")
  }

  @Test func aQueueIsNoFramework() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "3")
    paper.block("For sorting, we use up to 64 workers across several Slurm partitions.")
    #expect(try await environment(paper).framework.grounded == nil)
  }

  @Test func softwareThatIsOnlyNamedIsNoFramework() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "1")
    paper.block("Many thanks go to the PyTorch team.")
    #expect(try await environment(paper).framework.grounded == nil)
  }

  @Test func tellsMachinesApartAndLeavesLimitsOut() async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "3")
    paper.block("We train the belt on 8×A100-80GB GPUs. We train the pan on 8×A100-40GB GPUs.")
    paper.block("All other sorters run out of memory on an H100 GPU.")
    #expect(
      try await environment(paper).hardware.grounded?.value
        == "We train the belt on 8×A100-80GB GPUs. We train the pan on 8×A100-40GB GPUs.")
  }

  @Test(arguments: [
    (
      "The belt flips with the seed. We ran each sorter with three random seeds.",
      "We ran each sorter with three random seeds."
    ),
    (
      "We use a fixed random seed. Damp marbles differ by a great variance across seeds.",
      "We use a fixed random seed."
    ),
    ("There is a great variance across seeds, and the belt runs for 3 hours.", nil),
    ("A rival [3] runs by itself. The yard has two runs of rails.", nil),
    ("Participants sorted marbles in six blocks of 50 trials.", nil),
  ])
  func readsHowOftenItWasRun(_ text: String, _ seeds: String?) async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "3")
    paper.block(text)
    #expect(try await environment(paper).seeds.grounded?.value == seeds)
  }

  /// Sentences with the machine that they tell of.
  private static let machines: [(String, String?)] = [
    (
      "The large sorter of others was trained on 2240 A100 GPUs [3]. We train it on one V100 GPU.",
      "We train it on one V100 GPU."
    ),
    (
      "We train the large sorter on 8 A100 GPUs. It took a week. We train the small sorter on one "
        + "T4 GPU. We train the third sorter on 4 A100 GPUs. We use all of the GPUs.",
      "We train the large sorter on 8 A100 GPUs. We train the small sorter on one T4 GPU. "
        + "We train the third sorter on 4 A100 GPUs."
    ),
    ("Careful sorters on A100 GPUs outperform all of the hasty sorters by far.", nil),
    (
      "The smaller share of TPUs used in sorting is due to the size. All runs were made by hand. "
        + "All experiments were run using one TPU.", "All experiments were run using one TPU."
    ),
    ("A run would need 8 A100 GPUs in training.", nil),
    ("Each run was trained on a single A100 GPU.", "Each run was trained on a single A100 GPU."),
  ]

  @Test(arguments: machines)
  func theMachineIsTheAuthorsOwn(_ text: String, _ machine: String?) async throws {
    var paper = StudyPaper()
    paper.section("Experiments", "3")
    paper.block(text)
    #expect(try await environment(paper).hardware.grounded?.value == machine)
  }

  @Test func importsStandInForDeclarations() async throws {
    var code = StudyCode()
    code.file(
      "sort.py", .source, "Python",
      "import os, numpy as np\nimport torch.nn  # layers\nfrom belt import turn\nfrom .scale import weigh\n"
    )
    code.file(
      "belt.py", .source, "Python", "\"\"\"\nfrom here import nothing\n\"\"\"\nimport pandas\n")
    let found = try await environment(StudyPaper(), code)
    #expect(found.dependencies.map(\.value) == ["numpy", "pandas", "torch"])
    #expect(found.framework.grounded?.value == "torch")
  }

  @Test func placesOfImportsAreTheirNames() {
    let content = "x = 1\nimport alpha, beta\nfrom gamma.delta import epsilon\n"
    let bytes = Array(content.utf8)
    let found = PythonImports.imports(in: content)
    #expect(found.map(\.name) == ["alpha", "beta", "gamma"])
    for (name, range) in found {
      #expect(String(decoding: bytes[range], as: UTF8.self) == String(name))
    }
  }
}
