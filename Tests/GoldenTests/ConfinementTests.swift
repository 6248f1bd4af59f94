import Foundation
import Testing

/// What a worker must still be able to do under its limits.
struct ConfinementTests {
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "no Python"))
  func aWorkerStartsPython() throws {
    let golden = CompileGolden(name: "paper-with-repository")
    let compiled = try WorkFolder(golden).compile(golden)
    let diagnostics = try #require(compiled.records["diagnostics.txt"])
    #expect(!diagnostics.contains(": F219: "), "\(diagnostics)")
  }
}
