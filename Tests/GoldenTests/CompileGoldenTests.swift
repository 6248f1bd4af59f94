import Backend
import Foundation
import Testing

struct CompileGoldenTests {
  @Test(arguments: CompileGolden.all)
  func compilesToTheRecordedArtifact(_ golden: CompileGolden) throws {
    let compiled = try WorkFolder(golden).compile(golden)
    let differences = compiled.differences(from: try CompiledCase(recorded: golden))
    guard !differences.isEmpty else { return }
    if CompileGolden.isUpdating { try compiled.record(in: golden) }
    let words = golden.isRecorded ? differences.joined(separator: "\n") : "nothing is recorded"
    Issue.record("\(CompileGolden.isUpdating ? "rewrote " : "")\(golden.name)\n\(words)")
  }

  @Test(arguments: CompileGolden.all)
  func givesTheSameBytesInAnotherFolder(_ golden: CompileGolden) throws {
    let first = try WorkFolder(golden, depth: 1).compile(golden)
    let second = try WorkFolder(golden, depth: 3).compile(golden)
    #expect(!first.artifact.filePaths.isEmpty)
    #expect(second.differences(from: first) == [])
  }

  @Test(arguments: CompileGolden.all)
  func givesTheSameBytesFromItsIR(_ golden: CompileGolden) throws {
    let work = try WorkFolder(golden)
    let first = try work.compile(golden, ["--emit-ir", "first.json", "--verify-each"])
    let second = try work.compile(golden, fromIR: "first.json", to: "second.ara")
    #expect(!first.artifact.filePaths.isEmpty)
    #expect(second.artifact.differences(from: first.artifact) == [])
    let unsound = first.records["diagnostics.txt"]?.contains(": D401: ")
    #expect(unsound == false, "a pass left the document unsound")
  }

  /// Codes of minimum counts, with the words that `## Known gaps` has for them.
  private static let counts = [
    "ARA102": "code files", "ARA107": "code files", "ARA301": "claims", "ARA329": "concepts",
    "ARA333": "experiments", "ARA343": "heuristics",
    "ARA347": "related works", "ARA513": "tree nodes", "ARA514": "dead ends", "ARA515": "decisions",
  ]

  /// Clean as a superset; as the older schemas have it, but for minimum counts that are admitted.
  @Test(arguments: CompileGolden.all)
  func passesLevel1(_ golden: CompileGolden) throws {
    let work = try WorkFolder(golden)
    let compiled = try work.compile(golden)
    let whole = try AracRun(["verify", "out.ara", "--profile", "superset"], in: work.path)
    #expect(whole.status == 0, "\(whole.errors)")
    let manifest = String(decoding: compiled.artifact["PAPER.md"] ?? [], as: UTF8.self)
    let gaps = manifest.components(separatedBy: "## Known gaps").dropFirst().joined()
    for profile in ["april2026", "august2026"] {
      let run = try AracRun(["verify", "out.ara", "--profile", profile], in: work.path)
      let errors = run.errors.split(separator: "\n").filter { $0.contains(": error: ") }
      for error in errors {
        let isAdmitted = Self.counts.contains { code, words in
          error.contains(": \(code): ") && gaps.contains("\n- \(words): ")
        }
        #expect(isAdmitted, "\(error)")
      }
      #expect(run.status == (errors.isEmpty ? 0 : 1))
    }
  }

  @Test func holdsNothingElse() throws {
    let known: Set<String> = ["input", "basis", "options", "replies", "expected"]
    for golden in CompileGolden.all {
      let files = try FileManager.default.contentsOfDirectory(atPath: golden.folder)
      #expect(Set(files).isSubset(of: known.union(CompileGolden.records)), "\(golden.name)")
      #expect(!golden.words.isEmpty, "\(golden.name) has no options")
    }
    #expect(CompileGolden.all.count >= 5)
  }
}
