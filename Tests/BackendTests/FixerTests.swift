import FoundationEssentials
import IR
import TestSupport
import Testing

@testable import Backend

struct FixerTests {
  private static func verify(_ tree: ArtifactTree) -> Verdict { Verifier().verify(tree) }

  private static func edited(_ golden: VerifyGolden) throws -> ArtifactTree {
    let base = try ArtifactFolder.load(VerifyGolden.base)
    return try ArtifactEdits.apply(try #require(golden.text("edits")), to: base)
  }

  /// Codes of which some finding can be fixed; `docs/verify.md` lists the same.
  static let fixable: Set<DiagnosticCode> = [
    "ARA109", "ARA110", "ARA113", "ARA114", "ARA123", "ARA204", "ARA206", "ARA207", "ARA213",
    "ARA214", "ARA215", "ARA217", "ARA302", "ARA307", "ARA308", "ARA310", "ARA312", "ARA313",
    "ARA315", "ARA316", "ARA317", "ARA318", "ARA327", "ARA331", "ARA332", "ARA334", "ARA337",
    "ARA338", "ARA340", "ARA344", "ARA345", "ARA348", "ARA349", "ARA351", "ARA352", "ARA353",
    "ARA355", "ARA404", "ARA406", "ARA407", "ARA408", "ARA412", "ARA416", "ARA504", "ARA517",
    "ARA518", "ARA521", "ARA522", "ARA526", "ARA527", "ARA530", "ARA533", "ARA536",
    "ARA603", "ARA607", "ARA615", "ARA707", "ARA803", "ARA807",
  ]

  /// Every artifact with a fault: what is fixed is gone, nothing comes, and a second run finds
  /// nothing more to do.
  @Test(arguments: VerifyGolden.all)
  func curesWithoutHarm(_ golden: VerifyGolden) throws {
    let verifier = Verifier(profile: try golden.profile())
    let fixer = Fixer { verifier.verify($0) }
    let tree = try Self.edited(golden)
    let before = verifier.verify(tree)
    let outcome = fixer.fix(tree)
    #expect(outcome.fixed.isEmpty == (outcome.tree == tree))
    #expect(outcome.verdict.tally == verifier.verify(outcome.tree).tally)
    for (issue, count) in outcome.verdict.tally {
      #expect(count <= before.tally[issue, default: 0], "\(issue) is new")
    }
    #expect(Set(outcome.fixed.map(\.code)).isSubset(of: Self.fixable))
    let again = fixer.fix(outcome.tree)
    #expect(again.fixed.isEmpty)
    #expect(again.tree == outcome.tree)
  }

  @Test func fixesWhatTheManualLists() throws {
    var fixed: Set<DiagnosticCode> = []
    for golden in VerifyGolden.all {
      let verifier = Verifier(profile: try golden.profile())
      let outcome = Fixer { verifier.verify($0) }.fix(try Self.edited(golden))
      fixed.formUnion(outcome.fixed.map(\.code))
    }
    #expect(fixed.sorted() == Self.fixable.sorted())
    let manual = try String(
      contentsOf: URL(filePath: PackageFolder.root + "/docs/verify.md"), encoding: .utf8)
    let rows: [Substring] = manual.split(separator: "\n").filter { $0.hasPrefix("| `ARA") }
    let words: [Substring] = rows.flatMap { row in row.split { !$0.isLetter && !$0.isNumber } }
    let listed: [Substring] = words.filter { $0.hasPrefix("ARA") && $0.count == 6 }
    #expect(Set(listed.map { DiagnosticCode(String($0)) }) == Self.fixable)
  }

  @Test func changesNothingElse() throws {
    var tree = try ArtifactFolder.load(VerifyGolden.base)
    let path = "logic/claims.md"
    let text = String(decoding: try #require(tree[path]), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("- **Tags**") })
    tree[path] = Array(text.replacing("\(line)\n", with: "", maxReplacements: 1).utf8)
    tree["notes/unknown.bin"] = [0xFF, 0x00, 0x0D]
    let outcome = Fixer(verifying: Self.verify).fix(tree)
    #expect(outcome.fixed.map(\.code) == ["ARA313"])
    for other in tree.filePaths where other != path { #expect(outcome.tree[other] == tree[other]) }
    let fixed = String(decoding: try #require(outcome.tree[path]), as: UTF8.self)
    #expect(
      fixed.replacing("- **Tags**:\n", with: "")
        == text.replacing("\(line)\n", with: "", maxReplacements: 1))
  }

  /// A claim that loses its number's only source would gain a finding: the fix is not kept.
  @Test func keepsNoFixThatBringsAFinding() throws {
    var tree = try ArtifactFolder.load(VerifyGolden.base)
    tree["evidence/tables/spare.md"] = Array("# Spare\n- **Source**: Table 9\n".utf8)
    let before = Self.verify(tree)
    #expect(before.findings.contains { $0.code == "ARA603" && !$0.fixIts.isEmpty })
    let outcome = Fixer(verifying: Self.verify).fix(tree)
    #expect(!outcome.fixed.contains { $0.code == "ARA603" })
  }

  @Test func theSourceMapFollows() throws {
    var tree = try MappedArtifact.make(sections: 1)
    let before = Self.verify(tree)
    #expect(!before.findings.contains { $0.code == "ARA729" })
    let path = "logic/claims.md"
    let text = String(decoding: try #require(tree[path]), as: UTF8.self)
    // The lines behind it stay where the map has them.
    tree[path] = Array(
      text.replacing("- **Status**: supported", with: "- **Status:** supported").utf8)
    tree["PAPER.md"] = Array(
      String(decoding: try #require(tree["PAPER.md"]), as: UTF8.self)
        .replacing("\ndomain:", with: "\nrealm:").utf8)
    let outcome = Fixer(verifying: Self.verify).fix(tree)
    #expect(Set(outcome.fixed.map(\.code)) == ["ARA206", "ARA316"])
    #expect(!outcome.verdict.findings.contains { $0.code == "ARA729" })
    #expect(outcome.tree["evidence/source_map.json"] != tree["evidence/source_map.json"])
  }

  @Test func aTreeOfManyFaultsIsNoTrouble() throws {
    var tree = try ArtifactFolder.load(VerifyGolden.base)
    let claims = (1...400).map { "## C\($0) — x\n- **Statement:** y\n* **Status**: Supported!\n" }
    tree["logic/claims.md"] = Array(("# Claims\n\n" + claims.joined()).utf8)
    let outcome = Fixer(verifying: Self.verify).fix(tree)
    #expect(outcome.fixed.count > 1000)
    #expect(!outcome.verdict.findings.contains { $0.code == "ARA302" })
  }
}

struct EditedTextTests {
  private func edit(_ text: String, _ edits: (Int, Int, Int, Int, String)...) -> String? {
    guard var edited = EditedText(Array(text.utf8)) else { return nil }
    let replacements = edits.map {
      FixIt.Replacement(
        file: "f", start: FixIt.Position($0.0, $0.1), end: FixIt.Position($0.2, $0.3), text: $0.4)
    }
    return edited.add(replacements) ? String(decoding: edited.result, as: UTF8.self) : nil
  }

  @Test func keepsLineEndsAndMarks() {
    #expect(
      edit("\u{FEFF}äb\r\ncd\r\n", (1, 2, 1, 3, "x"), (2, 9, 2, 9, "!")) == "\u{FEFF}äx\r\ncd!\r\n")
  }

  @Test func appendsBehindALineThatDoesNotEnd() {
    #expect(edit("a", (2, 1, 2, 1, "b\n")) == "a\nb\n")
    #expect(edit("a\n", (2, 1, 2, 1, "b\n")) == "a\nb\n")
    #expect(edit("a\n", (9, 1, 9, 1, "b\n")) == "a\nb\n")
  }

  @Test func takesOutLines() {
    #expect(edit("a\nb\nc\n", (2, 1, 3, 1, "")) == "a\nc\n")
    #expect(edit("a\nb", (2, 1, 3, 1, "")) == "a\n")
  }

  @Test func insertsInOrder() {
    #expect(edit("a\n", (1, 1, 1, 1, "x"), (1, 1, 1, 1, "y")) == "xya\n")
  }

  @Test func refusesWhatOverlaps() {
    #expect(edit("abc\n", (1, 1, 1, 3, "x"), (1, 2, 1, 4, "y")) == nil)
    #expect(EditedText([0x61, 0xFF]) == nil)
  }

  @Test func normalises() {
    let bytes = Array("\u{FEFF}a \t\r\n\r\n\tb".utf8)
    #expect(NormalText.of(bytes, isCode: false) == Array("a\n\n\tb\n".utf8))
    #expect(NormalText.of(bytes, isCode: true) == Array("a \t\n\n\tb\n".utf8))
    #expect(NormalText.of([], isCode: false) == [])
    #expect(NormalText.of(Array("a\n".utf8), isCode: false) == Array("a\n".utf8))
  }
}
