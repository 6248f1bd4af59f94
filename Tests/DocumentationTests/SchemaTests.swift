import Backend
import Driver
import FoundationEssentials
import IR
import TestSupport
import Testing
import YAML

/// The schemas of `docs/schema`, against what `arac` writes.
struct SchemaTests {
  private static func schema(_ name: String) throws -> JSONSchema {
    let path = "\(PackageFolder.root)/docs/schema/\(name).schema.json"
    return JSONSchema(try JSONValue(Array(Data(contentsOf: URL(filePath: path)))))
  }

  /// Recorded artifacts of whole compilations.
  static let artifacts: [String] = {
    let root = PackageFolder.root + "/golden/compile"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.map { "\(root)/\($0)/expected" }
      .filter { FileManager.default.fileExists(atPath: $0 + "/PAPER.md") }.sorted()
      + [PackageFolder.root + "/golden/verify/base"]
  }()

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  @Test func someArtifactsAreRecorded() { #expect(Self.artifacts.count > 4) }

  @Test(arguments: artifacts)
  func theTreeAgrees(_ artifact: String) throws {
    let node = try YAMLNode.parse(try bytes(artifact + "/trace/exploration_tree.yaml"))
    #expect(try Self.schema("exploration_tree").breaches(of: JSONValue(node)) == [])
  }

  @Test(arguments: artifacts)
  func theFrontmatterAgrees(_ artifact: String) throws {
    let text = String(decoding: try bytes(artifact + "/PAPER.md"), as: UTF8.self)
    let fenced = text.split(separator: "---\n", omittingEmptySubsequences: true)
    let node = try YAMLNode.parse(Array(try #require(fenced.first).utf8))
    #expect(try Self.schema("frontmatter").breaches(of: JSONValue(node)) == [])
  }

  @Test(arguments: artifacts)
  func theSourceMapAgrees(_ artifact: String) throws {
    let path = artifact + "/evidence/source_map.json"
    guard FileManager.default.fileExists(atPath: path) else { return }
    let breaches = try Self.schema("source_map").breaches(of: try JSONValue(try bytes(path)))
    #expect(breaches.prefix(5) == [])
  }

  @Test func findingsAgree() throws {
    var tree = try ArtifactFolder.load(PackageFolder.root + "/golden/verify/base")
    tree["logic/problem.md"] = Array("# Problem\r\n".utf8)
    tree["logic/.DS_Store"] = [0]
    tree["logic/claims.md"] = Array("## C01 — \u{1B}x\n- **Statement:** `a`\n".utf8)
    var findings = Verifier().verify(tree).findings.map { $0.located(below: "a.ara") }
    findings.append(
      Diagnostic(
        code: "D302", severity: .error, message: "cannot be written",
        notes: [Note(message: "a note")]))
    #expect(Set(findings.flatMap(\.fixIts).flatMap(\.edits).map(\.kind)).count == 3)
    let text = DiagnosticRenderer(format: .json).render(findings)
    let value = try JSONValue(Array(text.utf8))
    #expect(value.items.count == findings.count)
    #expect(try Self.schema("finding").breaches(of: value) == [])
  }

  /// A schema that agrees with everything says nothing.
  @Test(arguments: [
    ("exploration_tree", #"{"tree": []}"#),
    ("exploration_tree", #"{"tree": [{"id": "N1", "type": "question"}]}"#),
    (
      "exploration_tree",
      #"""
      {"tree": [{"id": "N01", "type": "dead_end", "title": "x", "support_level": "explicit",
        "hypothesis": "x", "failure_mode": "x", "lesson": "x", "children": []}]}
      """#
    ),
    ("frontmatter", #"{"title": "x", "authors": "A. Example"}"#),
    ("source_map", #"{"version": 2, "sources": [], "entries": []}"#),
    (
      "source_map",
      #"""
      {"version": 1, "sources": [], "entries": [{"file": "a", "line": 1, "column": 1,
        "entity": null, "field": null, "value": "1", "origin": "extracted",
        "spans": [{"source": "paper", "quote": "1"}]}]}
      """#
    ),
    ("finding", #"[{"code": "ARA1", "severity": "error"}]"#),
  ])
  func refusesWhatIsWrong(_ name: String, _ text: String) throws {
    let breaches = try Self.schema(name).breaches(of: JSONValue(Array(text.utf8)))
    #expect(!breaches.isEmpty)
    #expect(!breaches.contains { $0.contains("unknown keyword") })
  }
}

extension FixIt.Edit {
  fileprivate var kind: Int {
    switch self {
    case .replace: 0
    case .normalise: 1
    case .remove: 2
    }
  }
}

extension JSONValue {
  /// A YAML document as readers of the core schema take it.
  fileprivate init(_ node: YAMLNode) {
    switch node.content {
    case .mapping(let entries):
      self = .object(
        Dictionary(uniqueKeysWithValues: entries.map { ($0.key, JSONValue($0.value)) }))
    case .sequence(let items): self = .array(items.map { JSONValue($0) })
    case .alias: self = .null
    case .scalar(let text, let isPlain):
      if isPlain, let number = Double(text) {
        self = .number(number)
      } else if isPlain, ["true", "false"].contains(text) {
        self = .bool(text == "true")
      } else if isPlain, ["", "~", "null"].contains(text) {
        self = .null
      } else {
        self = .string(text)
      }
    }
  }
}
