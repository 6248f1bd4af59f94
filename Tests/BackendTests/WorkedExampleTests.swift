import Backend
import FoundationEssentials
import IR
import TestSupport
import Testing

/// The complete artifact that the format document prints in its section 13.
@Suite(.enabled(if: PackageFolder.specification != nil, "the format document is not at hand"))
struct WorkedExampleTests {
  @Test(arguments: Profile.allCases)
  func isClean(_ profile: Profile) throws {
    let tree = try Self.artifact()
    #expect(tree.filePaths.count > 30)
    let verdict = Verifier(profile: profile).verify(tree)
    for finding in verdict.findings where finding.severity != .note {
      Issue.record("\(finding)")
    }
    #expect(verdict.passesStrictly)
  }

  /// The printed files, with a picture for each `Screenshot`.
  private static func artifact() throws -> ArtifactTree {
    let folder = try #require(PackageFolder.specification)
    let text = try String(contentsOf: URL(filePath: folder + "/ara-format.md"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("## 13. Worked example") })
    var tree = ArtifactTree()
    var (path, fence): (String?, Substring?) = (nil, nil)
    var content: [Substring] = []
    for line in lines[start...] {
      if let open = fence {
        if line == open {
          if let path { tree[path] = Array((content.joined(separator: "\n") + "\n").utf8) }
          (path, fence, content) = (nil, nil, [])
        } else {
          content.append(line)
        }
      } else if line.hasPrefix("### `") {
        path = String(line.dropFirst(5).dropLast())
      } else if path != nil, line.hasPrefix("```") {
        fence = line.prefix { $0 == "`" }
      }
    }
    for path in tree.filePaths
    where path.hasPrefix("evidence/tables/") || path.hasPrefix("evidence/figures/") {
      tree[String(path.dropLast(3)) + ".png"] = BlankPicture.png(width: 64, height: 40)
    }
    return tree
  }
}
