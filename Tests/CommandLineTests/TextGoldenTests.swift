import FoundationEssentials
import TestSupport
import Testing

/// The text of the papers of the goldens, to the letter (`golden/text`).
struct TextGoldenTests {
  private static let papers = [
    "paper-only/input/doorbell.pdf", "two-column/input/sourdough.pdf",
    "paper-with-repository/input/puddles.pdf",
  ]

  @Test(arguments: papers)
  func theTextIsAsRecorded(_ paper: String) async throws {
    let bench = try Bench()
    let input = "\(PackageFolder.root)/golden/compile/\(paper)"
    let run = try await bench.arac("text", input)
    #expect(run.status == 0, "\(run.errors)")
    let name = paper.split(separator: "/").last.map { $0.dropLast(4) } ?? ""
    let path = "\(PackageFolder.root)/golden/text/\(name).md"
    let recorded = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    guard recorded != run.output else { return }
    if ProcessInfo.processInfo.environment["ARAC_UPDATE_GOLDEN"] == "1" {
      try Data(run.output.utf8).write(to: URL(filePath: path))
      Issue.record("rewrote golden/text/\(name).md: read the difference, then run again")
      return
    }
    let known = recorded.split(separator: "\n").map(String.init)
    for change in run.output.split(separator: "\n").map(String.init).difference(from: known) {
      Issue.record("\(change)")
    }
    Issue.record("golden/text/\(name).md is stale")
  }
}
