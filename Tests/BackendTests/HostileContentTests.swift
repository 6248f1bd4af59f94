import Backend
import IR
import TestSupport
import Testing

/// Content that is made to crash, stall or mislead a reader. Each case would take minutes, or
/// overflow the stack, if one step were quadratic or recursive.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct HostileContentTests {
  static let base: ArtifactTree? = try? ArtifactFolder.load(VerifyGolden.base)

  /// The base with one file replaced.
  private func findings(_ path: String, _ content: String, hurried: Bool = false) throws
    -> [Diagnostic]
  {
    var tree = try #require(Self.base)
    tree[path] = Array(content.utf8)
    return Verifier(hurried: hurried).verify(tree).findings
  }

  /// Patterns on which careless scanners go back and forth.
  static let patterns = [
    "[", "](", "`", "``` `", "$", "«", "\"", "{", "**", "|", "C01 ", "1 ", "1.", "a ", "- ", "(",
    "←", "[](", "all ", "\\", "table 1 ", "€",
  ]

  @Test(arguments: patterns)
  func readsLongFieldsInLinearTime(_ pattern: String) throws {
    let value = String(repeating: pattern, count: 12_000 / pattern.utf8.count)
    let found = try findings(
      "logic/claims.md",
      """
      # Claims

      ## C01: \(value)
      - **Statement**: \(value)
      - **Conditions**: \(value)
      - **Sources**:
        - \(value)
        - `1` ← `\(value)` «\(value)» [result]
      - **Status**: \(value)
      - **Falsification criteria**: \(value)
      - **Proof**: [\(value)]
      - **Evidence basis**: \(value)
      \(value)
      | \(value) |
      |---|
      | \(value) |

      """)
    #expect(found.contains { $0.code == "ARA315" })
    #expect(found.allSatisfy { ($0.excerpt ?? "").unicodeScalars.count <= 200 })
    #expect(found.allSatisfy { $0.message.unicodeScalars.count < 500 })
  }

  @Test(arguments: [false, true]) func countsWhatItDoesNotList(hurried: Bool) throws {
    let lines = String(repeating: "- see /home/somebody/notes.txt\n", count: 5_000)
    let found = try findings("data/dataset.md", "# Dataset\n" + lines, hurried: hurried)
      .filter { $0.code == "ARA122" }
    #expect(found.count == 1000)
    #expect(found.last?.notes.map(\.message) == ["4000 more like this"])
  }

  @Test func hidesNoErrorBehindWarnings() throws {
    let words = (1...1100).map { $0 < 1100 ? "untested" : "proved" }
    let claims = words.enumerated().map { "## C\($0 + 1): x\n- **Status**: \($1)\n" }
    var tree = try #require(Self.base)
    tree["logic/claims.md"] = Array(("# Claims\n\n" + claims.joined()).utf8)
    let verdict = Verifier().verify(tree)
    let found = verdict.findings.filter { $0.code == "ARA315" }
    #expect(found.count { $0.severity == .warning } == 1000)
    #expect(found.count { $0.severity == .error } == 1)
    #expect(verdict.openIssues.contains { $0.code == "ARA315" && $0.subject == EntityRef("C1100") })
  }

  @Test func everyErrorIsAnOpenIssue() throws {
    let claims = (1...1100).map { "## C\($0): x\n- **Status**: proved\n" }
    var tree = try #require(Self.base)
    tree["logic/claims.md"] = Array(("# Claims\n\n" + claims.joined()).utf8)
    let verdict = Verifier().verify(tree)
    #expect(verdict.findings.count { $0.code == "ARA315" } == 1000)
    #expect(verdict.openIssues.count { $0.code == "ARA315" } == 1100)
  }

  @Test func survivesManyLines() throws {
    let lines = String(repeating: "| a | 1.25 |\n", count: 10_000)
    let table = "# Table 1: x\n- **Source**: Table 1\n\n| A | B |\n|---|---|\n" + lines
    let found = try findings("evidence/tables/table1_clip_places.md", table)
    #expect(found.contains { $0.code == "ARA615" })
  }

  @Test func survivesManyBlocks() throws {
    let blocks = (1...2000).map { number in
      "## C\(number): x\n- **Proof**: [E\(number)]\n- **Dependencies**: C\(number + 1)\n"
    }
    let found = try findings("logic/claims.md", "# Claims\n\n" + blocks.joined())
    #expect(found.contains { $0.code == "ARA305" })
  }

  @Test func listsTheFirstOfManyInOneLine() throws {
    let ids = (100...5_099).map { "O\($0)" }.joined(separator: ", ")
    let tree = "tree:\n  - id: N01\n    type: question\n    evidence: [\(ids)]\n"
    let cited = try findings("trace/exploration_tree.yaml", tree).filter { $0.code == "ARA420" }
    #expect(cited.count == 1000)
    #expect(cited.prefix(2).map(\.artifact?.column) == [16, 22])
    #expect(cited.last?.notes.map(\.message) == ["4000 more like this"])
    let numbers = (10_000..<15_000).map { "\($0).5" }.joined(separator: " ")
    let claims = try findings(
      "logic/claims.md",
      "# Claims\n\n## C01: x\n- **Sources**: []\n- **Evidence basis**: \(numbers)\n"
    ).filter { $0.code == "ARA703" }
    #expect(claims.prefix(2).map(\.artifact?.column) == [23, 31])
    #expect(claims.last?.notes.map(\.message) == ["4000 more like this"])
  }

  @Test func findsTheDeadEndAmongManyThatBeginAlike() throws {
    let ends = (1...500).map {
      "  - {id: N\($0), type: dead_end, title: \"Shared words, tail\($0)\"}\n"
    }
    var tree = try #require(Self.base)
    tree["trace/exploration_tree.yaml"] = Array(("tree:\n" + ends.joined()).utf8)
    let claims = "# Claims\n\n## C01: x\n- **Statement**: Use shared words tail321 wherever.\n"
    tree["logic/claims.md"] = Array((claims + "- **Status**: supported\n").utf8)
    let found = Verifier().verify(tree).findings.filter { $0.code == "ARA430" }
    #expect(found.map(\.message) == ["C01 adopts the dead end N321"])
  }

  @Test func takesOutTheLongestName() throws {
    var tree = try #require(Self.base)
    let names = ["Solar", "Solar kettle", "Solar kettle lid", "Solar lamp"]
    tree["logic/concepts.md"] = Array(
      names.map { "## \($0)\n- **Definition**: x\n\n" }.joined().utf8)
    func leans(_ statement: String) -> Bool {
      tree["logic/claims.md"] = Array("## C01: x\n- **Statement**: \(statement)\n".utf8)
      return Verifier().verify(tree).findings.contains { $0.code == "ARA320" }
    }
    let rest = "boils water before seven other pots begin warming their first cold"
    #expect(!leans("Some solar kettle lid \(rest) litre."))
    #expect(leans("Solar kettle lids solar kettle lid solar lamp boils cold water before others."))
  }

  @Test func refusesWhatIsNestedTooDeeply() throws {
    let depth = 10_000
    let tree =
      "tree: " + String(repeating: "[{id: N01, children: ", count: depth) + "[]"
      + String(repeating: "}]", count: depth) + "\n"
    let found = try findings("trace/exploration_tree.yaml", tree)
      .filter { $0.artifact?.file == "trace/exploration_tree.yaml" }
    #expect(found.map(\.code) == ["ARA501"])
  }

  @Test func readsDeepTrees() throws {
    let depth = 600
    let tree =
      "tree: " + String(repeating: "[{id: N01, children: ", count: depth) + "[]"
      + String(repeating: "}]", count: depth) + "\n"
    let codes = try findings("trace/exploration_tree.yaml", tree).map(\.code)
    #expect(codes.contains("ARA540"))
    #expect(!codes.contains("ARA501"))
  }

  @Test func readsLargeTrees() throws {
    let nodes = (1...100_000).map { number in
      "  - {id: N\(number), type: question, title: x, description: x, support_level: inferred}\n"
    }
    let found = try findings("trace/exploration_tree.yaml", "tree:\n" + nodes.joined())
    #expect(!found.contains { $0.code == "ARA501" })
  }

  @Test func expandsNoAlias() throws {
    let bomb = (0..<30).map { level in
      level == 0 ? "a0: &a0 [x]" : "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]"
    }
    let found = try findings("trace/exploration_tree.yaml", bomb.joined(separator: "\n") + "\n")
    #expect(found.contains { $0.code == "ARA501" && $0.artifact?.line == 1 })
  }

  @Test func readsDeepJSONWithoutRecursion() throws {
    let nested = String(repeating: "[", count: 500_000)
    let found = try findings("evidence/source_map.json", "{\"version\": 1, \"x\": " + nested)
    #expect(found.contains { $0.code == "ARA729" && $0.message.contains("no JSON") })
  }

  @Test(arguments: [
    "", "\n", "{", "[1,2]", "{\"version\": \"1\"}", "\u{0}", "{\"a\": \"\\ud800\"}",
    "{\"version\": 1, \"x\": \"\\", "{\"version\": 1, \"x", "{\"version\": 1, \"x\": \"\\u12",
    "{\"version\": 1, \"entries\": [{\"entity\": \"\\",
  ])
  func reportsBrokenSourceMaps(_ content: String) throws {
    let found = try findings("evidence/source_map.json", content)
    #expect(found.contains { $0.code == "ARA729" })
  }

  @Test(arguments: [
    "", "\n", "---", "---\n", "---\n---\n", "---\n- a\n---\n", "\u{FEFF}---\nx: [\n",
  ])
  func reportsBrokenManifests(_ content: String) throws {
    let found = try findings("PAPER.md", content)
    #expect(found.contains { $0.artifact?.file == "PAPER.md" && $0.severity == .error })
  }

  @Test func survivesNumbersAtTheEdgeOfAWord() throws {
    let most = Int.max
    let claims = try findings(
      "logic/claims.md",
      """
      ## C\(most): a
      ## C\(most): b
      ## C\(most)0: c
      - **Sources**:
        - `1` ← `logic/claims.md:\(most)` «1» [result]
        - `1` ← `logic/claims.md:1-\(most)` «1» [result]

      """)
    #expect(claims.contains { $0.code == "ARA304" })
    #expect(claims.contains { $0.code == "ARA706" })
    let map = try findings(
      "evidence/source_map.json",
      """
      {"version": 1, "sources": [], "entries": [
      {"file": "PAPER.md", "line": \(Int.min), "column": \(Int.min), "value": "x"},
      {"file": "PAPER.md", "line": 1, "column": \(Int.min), "value": "x"},
      {"file": "PAPER.md", "line": 1, "column": \(most), "value": "x"}
      ]}
      """)
    #expect(map.count { $0.message.hasPrefix("'x' does not stand") } == 3)
  }

  @Test func readsNoEntryThatIsNoFile() throws {
    var tree = try #require(Self.base)
    tree[entry: "logic/claims.md"] = .unreadable(reason: "larger than 64 MiB")
    tree[entry: "logic/concepts.md"] = .symlink(target: "concepts.md")
    tree[entry: "data/dataset.md"] = .unreadable(reason: "permission denied")
    let findings = Verifier().verify(tree).findings
    let found = findings.map { "\($0.code) \($0.artifact?.file ?? "")" }
    #expect(
      findings.contains {
        $0.message == "the file logic/claims.md cannot be read: larger than 64 MiB"
      })
    // It is there: what links to it is not wrong.
    #expect(
      !findings.contains {
        ["ARA112", "ARA213"].contains($0.code) && $0.message.contains("claims.md")
      })
    #expect(found.contains("ARA103 logic/claims.md"))
    #expect(found.contains("ARA103 logic/concepts.md"))
    #expect(found.contains("ARA109 data/dataset.md"))
  }

  @Test func anEmptyTreeHasFindings() {
    let verdict = Verifier().verify(ArtifactTree())
    #expect(!verdict.passes)
    #expect(verdict.openIssues.contains { $0.code == "ARA103" && $0.file == "PAPER.md" })
  }
}
