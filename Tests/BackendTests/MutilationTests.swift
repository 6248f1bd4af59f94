import Backend
import IR
import TestSupport
import Testing

/// Verifies damaged copies of the base artifact, always the same ones.
struct MutilationTests {
  /// A linear congruential generator: the damage must not depend on the run.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(sides, 1)
    }
  }

  private static let snippets = [
    "\n", "|", "`", "[", "](", "## ", "- **", "**:", "«", "»", "←", ": ", "---\n", "\t", "\\", "\"",
    "C99", "N04:", "999999999999999999999", "≈", "\u{0}", "\u{FEFF}", "{", "]", "- id: ", "(E01",
  ]

  /// Cuts, doubles or litters a stretch of one file.
  private func damage(_ tree: ArtifactTree, with dice: inout Dice) -> ArtifactTree {
    var tree = tree
    let paths = tree.filePaths
    let path = paths[dice.roll(paths.count)]
    guard var bytes = tree[path], !bytes.isEmpty else { return tree }
    let start = dice.roll(bytes.count)
    let end = min(bytes.count, start + 1 + dice.roll(40))
    switch dice.roll(3) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
    default:
      let snippet = Self.snippets[dice.roll(Self.snippets.count)]
      bytes.replaceSubrange(start..<end, with: Array(snippet.utf8))
    }
    tree[path] = bytes
    return tree
  }

  @Test(arguments: 1...8)
  func survivesDamage(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    let base = try ArtifactFolder.load(VerifyGolden.base)
    let document = StudyDocument.named("study")
    for _ in 0..<10 {
      var tree = base
      for _ in 0..<(1 + dice.roll(12)) { tree = damage(tree, with: &dice) }
      let verdict = Verifier().verify(tree, against: document)
      for finding in verdict.findings {
        let place = try #require(finding.artifact)
        guard let line = place.line, let bytes = tree[place.file] else { continue }
        let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
        #expect((1...lines).contains(line), "\(finding.rendered)")
      }
    }
  }
}
