import Backend
import Driver
import FoundationEssentials
import IR
import TestSupport
import Testing

struct ArtifactLibraryTests {
  private static let paper = """
    ---
    title: "On Folds"
    authors: ["A. Example"]
    year: 2031
    domain: "cs.XX"
    keywords: ["folds", "gates"]
    ---

    # On Folds
    """
  private static let heuristics = """
    # Heuristics

    ## H01: Press the fold twice before the flight
    - **Rationale**: It holds.

    ## H02: Borrowed from somewhere else entirely
    - **Rationale**: It holds.
    - **Provenance**: collective_inference

    ## H03: The token is ghp_aB3dE6gH9jK2mN5pQ8sT1vW4
    - **Rationale**: It holds.
    """
  private static let training = """
    # Training configuration

    ## Weight decay
    - **Value**: 0.01

    ## Seed
    - **Value**: Not specified in paper

    ## Cache
    - **Value**: /home/anna/cache
    """

  private func write(_ files: [String: String], in folder: TestFolder) throws {
    for (path, text) in files { try folder.write(text, to: path) }
  }

  @Test func readsWhatMayBeBorrowed() throws {
    let folder = try TestFolder()
    try write(
      [
        "b/PAPER.md": Self.paper, "b/logic/solution/heuristics.md": Self.heuristics,
        "b/src/configs/training.md": Self.training, "a/PAPER.md": Self.paper,
        "notes.txt": "no artifact", "empty/README.md": "no artifact",
      ], in: folder)
    let library = try #require(ArtifactLibrary.read(folder.path))
    #expect(library.artifacts.map(\.name) == ["a", "b"])
    let artifact = library.artifacts[1]
    #expect(artifact.title == "On Folds")
    #expect(artifact.domain == "cs.XX")
    #expect(artifact.keywords == ["folds", "gates"])
    #expect(artifact.heuristics == ["Press the fold twice before the flight"])
    #expect(artifact.settings == [LibrarySetting(name: "Weight decay", value: "0.01")])
  }

  @Test func hostileArtifactsArePassedOver() throws {
    let folder = try TestFolder()
    let long = String(repeating: "fold ", count: 1000)
    try write(
      [
        "alias/PAPER.md": "---\na: &x [1]\nb: [*x, *x]\ntitle: \"T\"\n---\n",
        "control/PAPER.md": "---\ntitle: \"a\\u001Bb\"\n---\n",
        "long/PAPER.md": "---\ntitle: \"\(long)\"\n---\n",
        "many/PAPER.md": Self.paper,
        "many/logic/solution/heuristics.md": (1...5000).map {
          "## H\($0): Press the fold number \($0)\n- **Rationale**: x\n"
        }.joined(),
        "outside.md": Self.heuristics,
        "link/PAPER.md": Self.paper, "link/logic/readme.md": "x",
      ], in: folder)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/link/logic/solution", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link/logic/solution/heuristics.md",
      withDestinationPath: "../../../outside.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/linked", withDestinationPath: "many")
    let library = try #require(ArtifactLibrary.read(folder.path))
    #expect(library.artifacts.map(\.name) == ["link", "many"])
    #expect(library.artifacts[0].heuristics == [])
    #expect(library.artifacts[1].heuristics.count == 40)
  }

  @Test func noDirectoryIsNoLibrary() {
    #expect(ArtifactLibrary.read("/nowhere/at/all") == nil)
  }
}
