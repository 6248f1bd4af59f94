import FoundationEssentials
import IR
import TestSupport
import Testing

/// `--emit-ir` and `--from-ir`: what is written is what is read.
@Suite struct DocumentTextTests {
  @Test func everyPropertyAndCaseReturns() throws {
    let document = EveryCase.document
    let bytes = try DocumentText.encode(document)
    let decoded = try DocumentText.decode(bytes)
    #expect(decoded == document)
    #expect(try DocumentText.encode(decoded) == bytes)
  }

  @Test func fixtureLeavesNothingOut() {
    let survey = ValueSurvey(of: EveryCase.document)
    #expect(survey.properties.count > 200)
    #expect(survey.propertiesWithoutValue == [])
  }

  @Test func fixtureShowsEveryCase() {
    let survey = ValueSurvey(of: EveryCase.document)
    for (type, count) in Self.caseCounts {
      #expect(survey.cases[type]?.count == count, "\(type): \(survey.cases[type] ?? [])")
    }
    #expect(Set(survey.cases.keys) == Set(Self.caseCounts.keys))
  }

  /// Cases of each enum of the IR that a document can hold. `CodeIndex.Mode` has one value in a
  /// document; `bothModesReturn` tries the other.
  private static let caseCounts: [String: Int] = [
    "InputKind": 4, "Place": 4, "Derivation": 3, "Stated": 3, "Block.Kind": 11, "ExhibitKind": 2,
    "Confidence": 3, "FigureContents": 5, "PlotKind": 6, "LeftOut.Reason": 8,
    "Citation.Basis": 3, "CrossReference.Target": 4, "PlotObstacle": 4, "PlotAxis.Scale": 3,
    "PlotSeries.Kind": 3, "PlotSeries.Variant": 3,
    "RepositoryFile.Kind": 12,
    "CodeSymbol.Kind": 4, "Setting.Origin": 6, "Provision.Kind": 4, "RunLog.Form": 7,
    "Attempt.Status": 3,
    "Attempt.Origin": 6, "FailureCause": FailureCause.allCases.count, "Scoring.Direction": 2,
    "Scoring.Mode": 3, "WithheldAttempt.Reason": 2, "Requirement.Gap": 2,
    "Atom.Role": Atom.Role.allCases.count, "RelatedWork.Role": 5,
    "Claim.Status": 3, "Provenance": 5, "Parameter.Group": 4, "Parameter.Standing": 4,
    "Discrepancy.Kind": 5, "Sensitivity": 3,
    "CodeIndex.Mode": 1, "CodeBinding.Subject": 4, "CodeBinding.Evidence": 4,
    "ExecutionModule.Grounding": 2, "TraceNode.Kind": 5, "SupportLevel": 2,
    "FigureType": 4, "FiledResults.Contents": 4,
    "KnownGap.Subject": KnownGap.Subject.allCases.count,
    "SetupMatrix.Demand.Piece": 2, "Candidate.Kind": 2,
    "Limitation.Kind": Limitation.Kind.allCases.count,
    "Links.Decision.Verdict": Links.Decision.Verdict.allCases.count,
  ]

  @Test(arguments: [CodeIndex.Mode.kernel, .repo])
  func bothModesReturn(_ mode: CodeIndex.Mode) throws {
    var document = EveryCase.document
    document.code.mode = mode
    #expect(try DocumentText.decode(DocumentText.encode(document)) == document)
  }

  @Test func emptyDocumentReturns() throws {
    let document = Document(sources: SourceMap(), inputs: Inputs())
    #expect(try DocumentText.decode(DocumentText.encode(document)) == document)
  }

  @Test(arguments: [
    ("", "not valid JSON"), ("[]", "found an array"), ("{}", "'arac' is missing"),
    ("{\"arac\": 1}", "'document' is missing"), ("{\"arac\": 1, \"document\": 3}", "at document"),
  ])
  func brokenFilesAreRefusedInPlainWords(_ text: String, words: String) {
    let error = #expect(throws: DocumentTextError.self) {
      try DocumentText.decode(Array(text.utf8))
    }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test func deepNestingIsRefused() {
    #expect(throws: DocumentTextError.self) {
      try DocumentText.decode([UInt8](repeating: UInt8(ascii: "["), count: 100_000))
    }
  }

  @Test func anotherVersionIsRefused() throws {
    let text = String(decoding: try DocumentText.encode(EveryCase.document), as: UTF8.self)
    let newer = text.replacing("\"arac\" : 1,", with: "\"arac\" : 2,")
    try #require(newer != text)
    let error = #expect(throws: DocumentTextError.self) {
      try DocumentText.decode(Array(newer.utf8))
    }
    #expect(error?.message == "written by another version of the IR (2)")
  }

  @Test(arguments: [
    ("\"C02\"", "\"E02\"", "'E02' is no identifier such as 'C01'"),
    ("\"paper:0-", "\"paper:9-8-", "is no span such as 'paper:120-180'"),
    ("\"hypothesis\"", "\"maybe\"", "maybe"),
  ])
  func wrongValuesAreRefused(_ value: String, _ wrong: String, _ words: String) throws {
    let text = String(decoding: try DocumentText.encode(EveryCase.document), as: UTF8.self)
    try #require(text.contains(value))
    let error = #expect(throws: DocumentTextError.self) {
      try DocumentText.decode(Array(text.replacing(value, with: wrong).utf8))
    }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }
}
