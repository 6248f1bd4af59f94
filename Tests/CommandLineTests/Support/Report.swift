import FoundationEssentials
import Testing

/// A report in one of the forms that machines read.
struct Report {
  struct Entry {
    let code: String
    let severity: String
    let file: String?
    let line: Int?
  }

  let entries: [Entry]

  var codes: [String] { entries.map(\.code) }
  var files: [String] { entries.compactMap(\.file) }

  init(_ text: String, _ format: String) throws {
    switch format {
    case "json": entries = try Self.json(text)
    case "sarif": entries = try Self.sarif(text)
    default: entries = try text.split(separator: "\n").map(Self.command)
    }
  }

  private struct Record: Decodable {
    let code: String
    let severity: String
    let message: String
    let file: String?
    let line: Int?
  }

  private static func json(_ text: String) throws -> [Entry] {
    try JSONDecoder().decode([Record].self, from: Data(text.utf8)).map {
      Entry(code: $0.code, severity: $0.severity, file: $0.file, line: $0.line)
    }
  }

  private struct Log: Decodable {
    struct Run: Decodable { let results: [Result] }
    struct Result: Decodable {
      let ruleId: String
      let level: String
      let locations: [Location]
    }
    struct Location: Decodable { let physicalLocation: Place }
    struct Place: Decodable {
      let artifactLocation: File
      let region: Region?
    }
    struct File: Decodable { let uri: String }
    struct Region: Decodable { let startLine: Int }
    let runs: [Run]
  }

  private static func sarif(_ text: String) throws -> [Entry] {
    let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    return log.runs.flatMap(\.results).map { result in
      let place = result.locations.first?.physicalLocation
      return Entry(
        code: result.ruleId, severity: result.level, file: place?.artifactLocation.uri,
        line: place?.region?.startLine)
    }
  }

  /// `::error file=a.md,line=3,title=ARA405::words`.
  private static func command(_ line: Substring) throws -> Entry {
    let parts = line.split(separator: "::", maxSplits: 2)
    try #require(line.hasPrefix("::") && parts.count == 2, "\(line)")
    let words = parts[0].split(separator: " ", maxSplits: 1)
    var properties: [Substring: Substring] = [:]
    for property in words.last?.split(separator: ",") ?? [] {
      let pair = property.split(separator: "=", maxSplits: 1)
      properties[pair[0]] = pair.last
    }
    return Entry(
      code: String(try #require(properties["title"])), severity: String(words[0]),
      file: properties["file"].map(String.init), line: properties["line"].flatMap { Int($0) })
  }
}
