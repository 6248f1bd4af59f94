import IR
import Passes
import Testing

struct CollectiveRulesTests {
  private func artifact(
    _ name: String, domain: String? = "cs.XX", keywords: [String] = [], title: String? = nil,
    heuristics: [String] = [], settings: [(String, String)] = []
  ) -> LibraryArtifact {
    LibraryArtifact(
      name: name, title: title ?? "On \(name)", domain: domain, keywords: keywords,
      heuristics: heuristics,
      settings: settings.map { LibrarySetting(name: $0.0, value: $0.1) })
  }

  /// What is inferred for a work of the domain `cs.XX` with these heuristics and parameters.
  private func candidates(
    _ artifacts: [LibraryArtifact], keywords: [String] = [], heuristics: [String] = [],
    parameters: [String] = []
  ) async throws -> [Candidate] {
    var document = Document(
      sources: SourceMap(), inputs: Inputs(library: Library(artifacts: artifacts)))
    document.manifest = Manifest(
      title: .stated(Grounded("A Study", [])), domain: .stated(Grounded("cs.XX", [])),
      keywords: keywords.map { Grounded($0, []) })
    document.heuristics.heuristics = heuristics.enumerated().map { index, title in
      Heuristic(id: EntityID(index + 1), title: Grounded(title, []), rationale: Grounded("", []))
    }
    document.parameters.parameters = parameters.map {
      Parameter(group: .training, name: Grounded($0, []), value: Grounded("1", []))
    }
    let rules = CollectiveRules()
    return try await rules.run(
      rules.input(from: document), addressing: [], in: PassContext()
    ).value.candidates
  }

  @Test func whatSeveralArtifactsSetIsACandidate() async throws {
    let found = try await candidates([
      artifact("a", settings: [("Weight decay", "0.01"), ("Momentum", "0.9")]),
      artifact("b", settings: [("weight-decay", "0.1"), ("Weight decay", "0.2")]),
      artifact("c", settings: [("Label smoothing", "0.1")]),
    ])
    #expect(found.map(\.name) == ["Weight decay"])
    #expect(found.map(\.kind) == [.setting])
    #expect(
      found.first?.occurrences == [
        Candidate.Occurrence(artifact: "a", text: "0.01"),
        Candidate.Occurrence(artifact: "b", text: "0.1"),
      ])
  }

  @Test func whatTheWorkHasIsNone() async throws {
    let shared = ["Warm up the learning rate linearly before decay"]
    let artifacts = ["a", "b", "c"].map {
      artifact($0, heuristics: shared, settings: [("Weight decay (base model)", "0.1")])
    }
    let all = try await candidates(artifacts)
    #expect(all.map(\.kind) == [.heuristic, .setting])
    let rest = try await candidates(
      artifacts, heuristics: ["We warm up the learning rate linearly"],
      parameters: ["weight decay"])
    #expect(rest == [])
  }

  @Test func titlesInMuchTheSameWordsAreOne() async throws {
    let found = try await candidates([
      artifact("a", heuristics: ["Clip the gradient norm before each update"]),
      artifact("b", heuristics: ["The gradient norm is clipped; clip it before each update"]),
      artifact("c", heuristics: ["Freeze the encoder during finetuning", "Clip"]),
    ])
    #expect(found.map(\.name) == ["Clip the gradient norm before each update"])
    #expect(found.first?.occurrences.map(\.artifact) == ["a", "b"])
  }

  @Test func otherDomainsAndTheWorkItselfDoNotCount() async throws {
    let settings = [("Weight decay", "0.1")]
    let found = try await candidates(
      [
        artifact("a", settings: settings),
        artifact("b", domain: "q-bio", settings: settings),
        artifact("a-again", title: "On a", settings: settings),
        artifact("c", title: "a study", settings: settings),
        artifact("d", domain: nil, keywords: ["Gates", "folds", "paper"], settings: settings),
        artifact("e", domain: nil, keywords: ["gates"], settings: settings),
      ], keywords: ["gates", "Folds"])
    #expect(found.first?.occurrences.map(\.artifact) == ["a", "d"])
  }

  @Test func ofManyArtifactsTwoAreChance() async throws {
    let many = (0..<40).map { artifact("n\($0)") }
    let two = ["a", "b"].map { artifact($0, settings: [("Momentum", "0.9")]) }
    #expect(try await candidates(two + many) == [])
    #expect(try await candidates(two).count == 1)
  }

  @Test func thereAreNoneWithoutALibrary() async throws {
    let rules = CollectiveRules()
    let document = Document(sources: SourceMap(), inputs: Inputs())
    let result = try await rules.run(
      rules.input(from: document), addressing: [], in: PassContext())
    #expect(result.value == Candidates())
  }
}
