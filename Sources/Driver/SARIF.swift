internal import IR

/// The parts of SARIF 2.1.0 that findings need.
enum SARIF {
  struct Text: Encodable { let text: String }

  struct Rule: Encodable {
    let id: String
    let shortDescription: Text
    let help: Text
  }

  struct Component: Encodable {
    let name: String
    let version: String
    let rules: [Rule]
  }

  struct Tool: Encodable { let driver: Component }

  /// Columns from 1; the end column is behind the last character.
  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int?
    var endLine: Int? = nil
    var endColumn: Int? = nil
  }

  struct ArtifactLocation: Encodable, Equatable { let uri: String }

  struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Text

    init(_ replacement: FixIt.Replacement) {
      deletedRegion = Region(
        startLine: replacement.start.line, startColumn: replacement.start.column,
        endLine: replacement.end.line, endColumn: replacement.end.column)
      insertedContent = Text(text: replacement.text)
    }
  }

  struct ArtifactChange: Encodable {
    let artifactLocation: ArtifactLocation
    var replacements: [Replacement]
  }

  struct Fix: Encodable {
    let description: Text
    let artifactChanges: [ArtifactChange]
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region?
  }

  struct Location: Encodable { let physicalLocation: PhysicalLocation }

  struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Text
    let locations: [Location]
    let fixes: [Fix]?
  }

  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }

  struct Log: Encodable {
    let version = "2.1.0"
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case version
      case schema = "$schema"
      case runs
    }
  }
}
