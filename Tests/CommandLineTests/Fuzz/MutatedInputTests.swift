import FoundationEssentials
import TestSupport
import Testing

/// Inputs damaged at random, from seeds: whatever they say, a run ends with a status of its own.
struct MutatedInputTests {
  private static let seeds = 0..<8
  private static let changesPerSeed = 5

  @Test(arguments: seeds)
  func mutatedPDFs(_ seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let bench = try Bench()
    for change in 0..<Self.changesPerSeed {
      try bench.folder.write(Self.damaged(GliderPaper.bytes, &random), to: "paper.pdf")
      let run = try await bench.arac("paper.pdf", "-q", "-o", "out.ara", "--input-timeout", "60")
      try expectAnEnd(run, of: "paper.pdf", in: bench, "seed \(seed), change \(change)")
    }
  }

  private static func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let place = random.below(bytes.count)
    let end = min(bytes.count, place + random.below(2_000))
    switch random.below(5) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count))
    case 2: bytes.removeLast(bytes.count - place)
    default:
      for _ in 0..<(1 << random.below(9)) {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
    }
    return bytes
  }

  /// The IR of a compilation with an input of every kind.
  private static let document = Task {
    let bench = try Bench()
    try bench.folder.write(Samples.rubric, to: "points.json")
    try bench.folder.write(Samples.log, to: "night.jsonl")
    let (paper, code) = (try bench.paper(), try await bench.repository())
    let run = try await bench.compile(
      paper, code, "points.json", "night.jsonl", "--emit-ir", "all.json")
    try #require(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(JSONTree.self, from: Data(bench.folder.bytes(of: "all.json")))
  }

  @Test(arguments: seeds)
  func mutatedIRFiles(_ seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let bench = try Bench()
    for change in 0..<Self.changesPerSeed {
      var document = try await Self.document.value
      for _ in 0...random.below(3) { document.mutate(&random) }
      try bench.folder.write(Array(JSONEncoder().encode(document)), to: "all.json")
      let run = try await bench.arac("--from-ir", "all.json", "-q", "-o", "out.ara")
      try expectAnEnd(run, of: "all.json", in: bench, "seed \(seed), change \(change)")
    }
  }

  /// A log or a rubric is JSON that somebody else wrote.
  @Test(arguments: seeds)
  func mutatedRubricsAndLogs(_ seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let bench = try Bench()
    for (option, text) in [("--rubric", Samples.rubric), ("--log", Samples.log)] {
      for change in 0..<Self.changesPerSeed {
        var tree = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
        for _ in 0...random.below(3) { tree.mutate(&random) }
        try bench.folder.write(Array(JSONEncoder().encode(tree)) + [0x0A], to: "in.json")
        let run = try await bench.arac(option, "in.json", "-q", "-o", "out.ara")
        try expectAnEnd(run, of: "in.json", in: bench, "\(option), seed \(seed), change \(change)")
      }
    }
  }

  /// The run gave an artifact, or one error that names the input; nothing is left half done.
  private func expectAnEnd(
    _ run: BuiltTool.Run, of input: String, in bench: Bench, _ what: String
  ) throws {
    let status = try #require(run.status, "\(what): ended by signal \(run.signal ?? 0)")
    #expect([0, 1, 65].contains(status), "\(what): \(status), \(run.errors)")
    if status == 65 {
      #expect(run.errorLines.count == 1, "\(what): \(run.errors)")
      #expect(run.errorLines.first?.hasPrefix("\(input)") == true, "\(what): \(run.errors)")
    } else {
      #expect(bench.exists("out.ara/PAPER.md"), "\(what)")
    }
    #expect(try bench.leftovers == [])
  }
}
