import Backend
import IR
import TestSupport
import Testing

/// An artifact whose source map gives every number a place.
enum MappedArtifact {
  /// The base with `sections` more files of text, and a map of all numbers.
  static func make(sections: Int) throws -> ArtifactTree {
    var tree = try ArtifactFolder.load(VerifyGolden.base)
    var rows: [String] = []
    for section in 0..<sections {
      let path = "evidence/text/section\(section + 2)_more.md"
      rows.append("| [\(path.dropFirst(9))](\(path)) | More of the paper |\n")
      tree[path] = Array(text(of: section).utf8)
    }
    let marker = "\n### Rubric (`/rubric`)"
    let manifest = String(decoding: tree["PAPER.md"] ?? [], as: UTF8.self)
    let parts = manifest.split(separator: marker, omittingEmptySubsequences: false)
    tree["PAPER.md"] = Array(parts.joined(separator: rows.joined() + marker).utf8)
    tree["evidence/source_map.json"] = Array(map(of: tree).utf8)
    return tree
  }

  private static func text(of section: Int) -> String {
    let lines = (0..<40).map { line in
      "In \(section * 40 + line) of 777 throws – more or less – the glider went \(line).\(section) m "
        + "before it turned, and the clip stayed on for 3.25 s; nobody measured it again afterwards."
    }
    return "# More\n\n" + lines.joined(separator: "\n\n") + "\n"
  }

  /// Every number of every text, wherever it stands.
  private static func map(of tree: ArtifactTree) -> String {
    let files = tree.filePaths.filter { $0.hasSuffix(".md") || $0.hasSuffix(".yaml") }
    let entries = files.flatMap { path -> [String] in
      let lines = String(decoding: tree[path] ?? [], as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().flatMap { index, line in
        NumberToken.scan(String(line)).map { number in
          """
          {"file": "\(path)", "line": \(index + 1), "column": \(number.scalarOffset + 1), \
          "entity": null, "field": "text", "value": "\(number.text)", "origin": "extracted", \
          "spans": [{"source": "paper", "page": 1, "boxes": [[1.5, 2, 3, 4]], "quote": "x"}]}
          """
        }
      }
    }
    return """
      {"version": 1, "sources": [
      {"id": "paper", "kind": "pdf", "file": "clip-or-crease.pdf", "sha256": "00", "pages": 3}
      ], "entries": [
      \(entries.joined(separator: ",\n"))
      ]}

      """
  }
}

struct SourceMapTests {
  @Test func aCompleteMapGivesNoFinding() throws {
    let verdict = Verifier().verify(try MappedArtifact.make(sections: 2))
    #expect(verdict.findings.filter { $0.severity > .note }.map(\.rendered) == [])
  }

  @Test func anEntryThatPointsElsewhereLeavesItsNumberUncovered() throws {
    var tree = try MappedArtifact.make(sections: 1)
    let text = "In 40 throws the glider landed 5.5 m away.\n"
    let path = "evidence/text/section2_more.md"
    tree[path] = Array(("# More\n\n" + text).utf8)
    let codes = Verifier().verify(tree).findings.filter { $0.severity == .error }
    #expect(Set(codes.map(\.code)) == ["ARA729"])
    #expect(codes.contains { $0.artifact == ArtifactPlace(file: path, line: 3, column: 32) })
  }

  #if !DEBUG
    @Test func verifiesAnArtifactOfUsualSizeInTime() throws {
      let tree = try MappedArtifact.make(sections: 28)
      let size = try #require(tree["evidence/source_map.json"]).count
      #expect(size > 1_000_000 && tree.filePaths.count > 60)
      let clock = ContinuousClock()
      let fastest = (0..<5).map { _ in clock.measure { _ = Verifier().verify(tree) } }.min()
      let time = try #require(fastest)
      #expect(time < .milliseconds(50))
    }
  #endif
}
