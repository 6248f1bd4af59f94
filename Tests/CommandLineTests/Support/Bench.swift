import Backend
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A folder of its own in which `arac` is run.
struct Bench {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  func arac(_ arguments: String...) async throws -> BuiltTool.Run {
    try await BuiltTool.run(arguments, in: folder)
  }

  /// Compiles inputs of this folder to `out.ara`, without the pictures that take most of the time.
  func compile(_ arguments: String...) async throws -> BuiltTool.Run {
    try await BuiltTool.run(arguments + ["-o", "out.ara", "--no-screenshots"], in: folder)
  }

  /// The name of a sound paper in this folder.
  func paper(_ name: String = "paper.pdf") throws -> String {
    try folder.write(GliderPaper.bytes, to: name)
    return name
  }

  /// The name of a small repository in this folder, with one commit.
  func repository(_ name: String = "code") async throws -> String {
    try folder.write(Self.script, to: "\(name)/throw.py")
    try folder.write("# Gliders\n\nThrows gliders from a balcony.\n", to: "\(name)/README.md")
    try await git("init", "-q", "-b", "main", name)
    try await commit(in: name)
    return name
  }

  func commit(in repository: String) async throws {
    try await git("-C", repository, "add", "-A")
    try await git("-C", repository, "commit", "-q", "-m", "Throw the gliders")
  }

  /// Runs git with the user's configuration out of the way and the clock standing still.
  func git(_ arguments: String...) async throws {
    let run = try await BuiltTool.run(
      program: "git", ["-c", "protocol.file.allow=always"] + arguments, in: folder,
      environment: Self.gitEnvironment)
    try #require(run.status == 0, "git \(arguments.joined(separator: " ")): \(run.errors)")
  }

  private static let gitEnvironment = [
    "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Petra Fold", "GIT_AUTHOR_EMAIL": "petra@example.org",
    "GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_NAME": "Petra Fold",
    "GIT_COMMITTER_EMAIL": "petra@example.org", "GIT_COMMITTER_DATE": "1700000000 +0000",
  ]

  private static let script = """
    import argparse

    parser = argparse.ArgumentParser()
    parser.add_argument("--launch-angle", type=float, default=12.0, help="angle in degrees")


    def throw(angle):
        return 9.4 * angle / 12.0


    if __name__ == "__main__":
        print(throw(parser.parse_args().launch_angle))

    """

  // MARK: What a run leaves

  /// The artifact at a place of this folder.
  func artifact(_ name: String = "out.ara") throws -> ArtifactTree {
    try ArtifactFolder.load(folder.path(name))
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path(name)) }

  /// Names in this folder that no user put there: staging places of unfinished writes.
  var leftovers: [String] {
    get throws { try folder.names().filter { $0.contains(".arac-") } }
  }
}

extension GliderPaper {
  static let bytes = pdf().bytes()
}
