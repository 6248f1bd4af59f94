import Backend
import FoundationEssentials
import IR
import TestSupport
import Testing

/// A folder of `golden/verify`: edits of the base artifact and what the verifier then finds.
///
/// `edits` has the form of `ArtifactEdits`; `profile` and `document` name what is not the default;
/// `expected` holds the findings that the base does not have.
struct VerifyGolden: CustomTestStringConvertible, Sendable {
  static let root = PackageFolder.root + "/golden/verify"
  static let base = root + "/base"
  static let isUpdating = ProcessInfo.processInfo.environment["ARAC_UPDATE_GOLDEN"] == "1"

  private struct Setting: Hashable {
    let profile: Profile
    let document: String
  }

  /// What the verifier finds in the base artifact itself.
  private static let baseFindings: [Setting: [String]] = {
    guard let tree = try? ArtifactFolder.load(base) else { return [:] }
    var findings: [Setting: [String]] = [:]
    for profile in Profile.allCases {
      for document in ["", "study", "prose"] {
        let verdict = Verifier(profile: profile).verify(
          tree, against: StudyDocument.named(document))
        let setting = Setting(profile: profile, document: document)
        findings[setting] = verdict.findings.map(\.rendered)
      }
    }
    return findings
  }()

  static let all: [VerifyGolden] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.filter { $0 != "base" }.sorted().map { VerifyGolden(name: $0) }
  }()

  let name: String

  var testDescription: String { name }
  var folder: String { Self.root + "/" + name }
  var code: DiagnosticCode { DiagnosticCode(String(name.prefix { $0 != "-" })) }

  func text(_ file: String) -> String? {
    try? String(contentsOf: URL(filePath: folder + "/" + file), encoding: .utf8)
  }

  private func word(_ file: String) -> String? {
    text(file)?.split(whereSeparator: \.isWhitespace).first.map(String.init)
  }

  func profile() throws -> Profile {
    guard let word = word("profile") else { return .superset }
    return try #require(Profile(rawValue: word), "unknown profile \(word)")
  }

  func document() throws -> Document? {
    guard let word = word("document") else { return nil }
    guard let document = StudyDocument.named(word) else {
      throw ArtifactEdits.Failure(description: "unknown document \(word)")
    }
    return document
  }

  /// What the edits bring about, one finding per line.
  func findings() throws -> [String] {
    let base = try ArtifactFolder.load(Self.base)
    let edits = try #require(text("edits"), "no edits")
    let edited = try ArtifactEdits.apply(edits, to: base)
    let profile = try profile()
    let verdict = Verifier(profile: profile).verify(edited, against: try document())
    let setting = Setting(profile: profile, document: word("document") ?? "")
    var known = try #require(Self.baseFindings[setting])
    return verdict.findings.map(\.rendered).filter { line in
      guard let place = known.firstIndex(of: line) else { return true }
      known.remove(at: place)
      return false
    }
  }
}

extension Diagnostic {
  /// `file:line:column: severity: CODE: message [subject]`
  var rendered: String {
    let place = [
      artifact?.file, artifact?.line.map(String.init), artifact?.column.map(String.init),
    ]
    .compactMap(\.self).joined(separator: ":")
    let subject = subject.map { " [\($0)]" } ?? ""
    return "\(place): \(severity): \(code): \(message)\(subject)"
  }
}

struct VerifyGoldenTests {
  @Test(arguments: VerifyGolden.all)
  func findsWhatIsRecorded(_ golden: VerifyGolden) throws {
    let found = try golden.findings()
    let text = found.map { $0 + "\n" }.joined()
    let expected = golden.text("expected")
    if VerifyGolden.isUpdating, text != expected {
      try text.write(
        to: URL(filePath: golden.folder + "/expected"), atomically: true, encoding: .utf8)
      Issue.record("rewrote \(golden.name)/expected")
      return
    }
    let recorded = try #require(expected, "no expected findings").split(separator: "\n")
    for change in found.difference(from: recorded.map(String.init)) {
      switch change {
      case .insert(_, let line, _): Issue.record("not recorded: \(line)")
      case .remove(_, let line, _): Issue.record("not found: \(line)")
      }
    }
    #expect(found.contains { $0.contains(": \(golden.code): ") }, "\(golden.code) is not found")
  }

  @Test func holdsNothingElse() throws {
    let known: Set<String> = ["edits", "profile", "document", "expected"]
    for golden in VerifyGolden.all {
      let files = try FileManager.default.contentsOfDirectory(atPath: golden.folder)
      #expect(Set(files).isSubset(of: known), "\(golden.name) holds \(files)")
      #expect(Verifier.explanations.contains { $0.code == golden.code }, "\(golden.name)")
    }
    #expect(VerifyGolden.all.count > 100)
  }

  @Test func everyCodeHasAGolden() {
    let codes = Set(VerifyGolden.all.map(\.code))
    for explanation in Verifier.explanations where explanation.code != "ARA700" {
      #expect(codes.contains(explanation.code), "\(explanation.code) has no golden")
    }
  }

  @Test(arguments: Profile.allCases, [nil, "study"])
  func theBaseIsClean(_ profile: Profile, _ document: String?) throws {
    let base = try ArtifactFolder.load(VerifyGolden.base)
    let verdict = Verifier(profile: profile).verify(
      base, against: document.flatMap(StudyDocument.named))
    #expect(verdict.findings.filter { $0.severity > .note }.map(\.rendered) == [])
    let notes = verdict.findings.map(\.code)
    #expect(Set(notes).isSubset(of: ["ARA700", "ARA810"]))
    #expect(verdict.openIssues.isEmpty)
  }
}
