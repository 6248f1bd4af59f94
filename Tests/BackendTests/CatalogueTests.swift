import Backend
import FoundationEssentials
import IR
import TestSupport
import Testing

/// A row of the catalogue of checks, as the specification prints it.
struct CatalogueRow: CustomTestStringConvertible, Sendable {
  let code: DiagnosticCode
  /// `E (G: N)`
  let severity: Substring
  /// `A G`
  let profiles: Substring
  let failureClass: Substring

  var testDescription: String { code.name }

  static let all: [CatalogueRow] = {
    guard let folder = PackageFolder.specification,
      let text = try? String(
        contentsOf: URL(filePath: folder + "/level1-checks.md"), encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").filter { $0.hasPrefix("| ARA") }.compactMap { line in
      let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
        .map { $0.hasSuffix(" ") ? $0.dropLast() : $0 }
      guard cells.count > 5, cells[0].count == 6 else { return nil }
      return CatalogueRow(
        code: DiagnosticCode(String(cells[0])), severity: cells[1], profiles: cells[2],
        failureClass: cells[3])
    }
  }()

  private static let letters: [Character: Severity] = ["E": .error, "W": .warning, "N": .note]

  /// The severity that the catalogue gives in a profile.
  func severity(in profile: Profile) -> Severity? {
    let usual = severity.first.flatMap { Self.letters[$0] }
    guard let tag = Self.tags[profile] else { return usual }
    let brackets = severity.drop { $0 != "(" }.split { "();".contains($0) }
    for part in brackets.map({ $0.drop { $0 == " " } }) where part.hasPrefix("\(tag): ") {
      let letter = part.dropFirst(3)
      // `A: alias accepted` is a case, not a severity.
      if letter == "–" || letter.count == 1 { return letter.first.flatMap { Self.letters[$0] } }
    }
    if tag == "A", profiles.contains("A prose") { return .warning }
    return profiles.split { " ()".contains($0) }.contains { $0 == tag } ? usual : nil
  }

  private static let tags: [Profile: String] = [.april2026: "A", .august2026: "G", .cli: "L"]
}

@Suite(.enabled(if: PackageFolder.specification != nil, "the catalogue is not at hand"))
struct CatalogueTests {
  /// What no check here can tell: a filter that the verifier does not know of, populations of
  /// percentages, units of quoted numbers.
  static let open: Set<DiagnosticCode> = ["ARA634", "ARA719", "ARA724"]

  @Test(arguments: CatalogueRow.all)
  func rowsHaveTheSeveritiesOfTheCatalogue(_ expected: CatalogueRow) throws {
    guard let row = Verifier.rows.first(where: { $0.code == expected.code }) else {
      #expect(Self.open.contains(expected.code))
      return
    }
    #expect(row.failureClass.rawValue == expected.failureClass)
    for profile in Profile.allCases {
      #expect(row.levels[profile] == expected.severity(in: profile), "\(profile)")
    }
  }

  @Test func noCodeIsOurOwnButTheNoteOnInputs() {
    let known = Set(CatalogueRow.all.map(\.code))
    #expect(known.count > 240)
    let others = Verifier.rows.map(\.code).filter { !known.contains($0) }
    #expect(others == ["ARA700"])
  }
}

struct ExplanationTests {
  @Test(arguments: Verifier.explanations)
  func saysWhatItMeans(_ explanation: Explanation) {
    for text in [explanation.summary, explanation.cause, explanation.cure, explanation.example] {
      #expect(!text.isEmpty && !text.contains("\n"))
    }
    #expect(explanation.cause.hasSuffix("."))
    #expect(explanation.cure.hasSuffix("."))
    #expect(explanation.summary.first?.isUppercase != true)
    #expect(!explanation.summary.hasSuffix("."))
  }

  @Test func areInOrderAndUnique() {
    let codes = Verifier.explanations.map(\.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
  }
}
