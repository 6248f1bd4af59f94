import FoundationEssentials
import IR
import Testing

@testable import Driver

struct DiagnosticRendererTests {
  private static let unread = Diagnostic(
    code: "F004", severity: .error, message: "is empty",
    input: InputPlace(file: "in/50%, new:1.pdf", line: 3, page: 4),
    notes: [Note(message: "fetch it again")])
  private static let finding = Diagnostic(
    code: "ARA405", severity: .warning, message: "C07 is defined nowhere",
    artifact: ArtifactPlace(file: "logic/claims.md", line: 7, column: 12), excerpt: "[C07]")
  private static let placeless = Diagnostic(
    code: "D201", severity: .note, message: "first line\nsecond line")

  private static let all = [unread, finding, placeless]

  private func render(_ format: DiagnosticFormat, colors: Bool = false) -> String {
    DiagnosticRenderer(format: format, colors: colors).render(Self.all)
  }

  @Test func textIsALineWithIndentedNotes() {
    #expect(
      DiagnosticRenderer(format: .text).render([Self.unread, Self.finding]) == """
        in/50%, new:1.pdf:p4:3: error: F004: is empty
            note: fetch it again
        logic/claims.md:7:12: warning: ARA405: C07 is defined nowhere

        """)
  }

  @Test(arguments: [DiagnosticFormat.text, .github])
  func whatAnInputSaysSteersNoTerminal(_ format: DiagnosticFormat) {
    let hostile = Diagnostic(
      code: "F001", severity: .error, message: "no \u{1B}[2J\nfake: error: F004: is empty",
      input: InputPlace(file: "a\n\u{9B}b"), notes: [Note(message: "\rnone")])
    let text = DiagnosticRenderer(format: format).render([hostile])
    let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.allSatisfy { $0 == "\n" })
    #expect(controls.count == (format == .text ? 2 : 1), "a line each of diagnostic and note")
    #expect(text.contains(#"\u{1B}[2J"#))
  }

  @Test func coloursStandAroundTheSeverityAlone() {
    let text = render(.text, colors: true)
    #expect(text.contains(": \u{1B}[1;31merror\u{1B}[0m: F004: is empty\n"))
    #expect(text.contains(": \u{1B}[1;33mwarning\u{1B}[0m: ARA405"))
    #expect(!render(.text).contains("\u{1B}"))
  }

  @Test func gitHubCommandsEscapeTheirProperties() {
    #expect(
      render(.github) == """
        ::error file=in/50%25%2C new%3A1.pdf,line=3,title=F004::is empty%0Afetch it again
        ::warning file=logic/claims.md,line=7,col=12,title=ARA405::C07 is defined nowhere
        ::notice title=D201::first line%0Asecond line

        """)
  }

  private struct Record: Decodable, Equatable {
    var code: String
    var severity: String
    var file: String? = nil
    var line: Int? = nil
    var column: Int? = nil
    var message: String
    var span: String? = nil
    var notes: [String] = []
  }

  @Test func jsonIsOneListOfRecords() throws {
    let records = try JSONDecoder().decode([Record].self, from: Data(render(.json).utf8))
    #expect(
      records == [
        Record(
          code: "F004", severity: "error", file: "in/50%, new:1.pdf", line: 3,
          message: "is empty", notes: ["fetch it again"]),
        Record(
          code: "ARA405", severity: "warning", file: "logic/claims.md", line: 7, column: 12,
          message: "C07 is defined nowhere", span: "[C07]"),
        Record(code: "D201", severity: "note", message: "first line\nsecond line"),
      ])
  }

  @Test func anEmptyReportIsADocumentToo() throws {
    let records = DiagnosticRenderer(format: .json).render([])
    #expect(try JSONDecoder().decode([Record].self, from: Data(records.utf8)).isEmpty)
    let log = DiagnosticRenderer(format: .sarif).render([])
    let runs = try JSONDecoder().decode(SarifLog.self, from: Data(log.utf8)).runs
    #expect(runs.map(\.results.count) == [0])
  }

  @Test(arguments: [DiagnosticFormat.text, .github])
  func anEmptyReportOfLinesIsEmpty(_ format: DiagnosticFormat) {
    #expect(DiagnosticRenderer(format: format).render([]).isEmpty)
  }

  @Test func sarifNamesRulesOnceAndPlacesAsReferences() throws {
    let twice = DiagnosticRenderer(format: .sarif).render(Self.all + [Self.finding])
    let log = try JSONDecoder().decode(SarifLog.self, from: Data(twice.utf8))
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect(run.tool.driver.name == "arac")
    #expect(run.tool.driver.rules.map(\.id) == ["ARA405", "D201", "F004"])
    #expect(run.tool.driver.rules.allSatisfy { !$0.help.text.isEmpty })
    #expect(run.results.map(\.level) == ["error", "warning", "note", "warning"])
    let places = run.results.map { $0.locations.first?.physicalLocation }
    #expect(
      places.map { $0?.artifactLocation.uri } == [
        "in/50%25%2C%20new%3A1.pdf", "logic/claims.md", nil, "logic/claims.md",
      ])
    #expect(places[1]?.region?.startColumn == 12)
  }

  @Test func sarifHasTheCuresThatReplaceText() throws {
    var curable = Self.finding
    let replacement = FixIt.Replacement(
      file: "logic/claims.md", start: FixIt.Position(7, 12), end: FixIt.Position(7, 15), text: "C01"
    )
    curable.fixIts = [
      FixIt("write C01", [.replace(replacement)]),
      FixIt("remove it", [.remove(path: "logic/claims.md")]),
    ]
    let text = DiagnosticRenderer(format: .sarif).render([curable, Self.unread])
    let results = try JSONDecoder().decode(SarifLog.self, from: Data(text.utf8)).runs[0].results
    #expect(results.compactMap { $0.fixes?.count } == [1])
    let fix = try #require(results.compactMap(\.fixes).first?.first)
    #expect(fix.description.text == "write C01")
    #expect(fix.artifactChanges.map(\.artifactLocation.uri) == ["logic/claims.md"])
    let change = try #require(fix.artifactChanges.first?.replacements.first)
    #expect(change.deletedRegion.startLine == 7)
    #expect(change.deletedRegion.startColumn == 12)
    #expect(change.deletedRegion.endLine == 7)
    #expect(change.deletedRegion.endColumn == 15)
    #expect(change.insertedContent.text == "C01")
  }

  @Test func artifactPlacesAreTakenFromWhereTheUserStands() {
    let located = Self.finding.located(below: "made/out.ara/")
    #expect(located.artifact?.file == "made/out.ara/logic/claims.md")
    #expect(located.artifact?.line == 7)
    #expect(Self.unread.located(below: "made") == Self.unread)
  }
}

/// The parts of SARIF 2.1.0 that its readers rely on.
private struct SarifLog: Decodable {
  struct Text: Decodable { let text: String }
  struct Rule: Decodable {
    let id: String
    let help: Text
  }
  struct Component: Decodable {
    let name: String
    let rules: [Rule]
  }
  struct Tool: Decodable { let driver: Component }
  struct Region: Decodable {
    let startLine: Int
    let startColumn: Int?
    let endLine: Int?
    let endColumn: Int?
  }
  struct Replacement: Decodable {
    let deletedRegion: Region
    let insertedContent: Text
  }
  struct ArtifactChange: Decodable {
    let artifactLocation: ArtifactLocation
    let replacements: [Replacement]
  }
  struct Fix: Decodable {
    let description: Text
    let artifactChanges: [ArtifactChange]
  }
  struct ArtifactLocation: Decodable { let uri: String }
  struct PhysicalLocation: Decodable {
    let artifactLocation: ArtifactLocation
    let region: Region?
  }
  struct Location: Decodable { let physicalLocation: PhysicalLocation }
  struct Result: Decodable {
    let ruleId: String
    let level: String
    let message: Text
    let locations: [Location]
    let fixes: [Fix]?
  }
  struct Run: Decodable {
    let tool: Tool
    let results: [Result]
  }
  let version: String
  let runs: [Run]
}
