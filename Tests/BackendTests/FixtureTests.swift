import Backend
import FoundationEssentials
import IR
import TestSupport
import Testing

/// What a fixture of the corpus expects.
struct Fixture: Decodable {
  struct Expectation: Decodable {
    let code: String
    let severity: String
    let file: String
    let line: Int?
    let entity: String?
  }

  struct Outcome: Decodable, Equatable {
    let `default`: String
    let strict: String
  }

  let findings: [Expectation]
  let verdicts: [String: Outcome]
  let mustNotAppear: [String]?
  let longestSpan: Int?

  private enum CodingKeys: String, CodingKey {
    case findings, verdicts
    case mustNotAppear = "must_not_appear_in_output"
    case longestSpan = "longest_span"
  }

  static let folder = (PackageFolder.corpus ?? "") + "/artifacts"

  static func expected(_ name: String) throws -> Fixture {
    let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)/expected.json"))
    return try JSONDecoder().decode(Fixture.self, from: data)
  }

  /// The artifact with the symbolic links that `links.json` lists.
  static func artifact(_ name: String) throws -> ArtifactTree {
    var tree = try ArtifactFolder.load("\(folder)/\(name)/artifact")
    let links = URL(filePath: "\(folder)/\(name)/links.json")
    guard let data = try? Data(contentsOf: links) else { return tree }
    for (path, target) in try JSONDecoder().decode([String: String].self, from: data) {
      tree[entry: path] = .symlink(target: target)
    }
    return tree
  }

  /// One line per expected error and warning, sorted.
  var lines: [String] {
    findings.map {
      "\($0.file):\($0.line.map(String.init) ?? "-"): \($0.severity): \($0.code) "
        + "[\($0.entity ?? "-")]"
    }.sorted()
  }
}

extension Verdict {
  /// One line per error and warning, in the form of `Fixture.lines`.
  var lines: [String] {
    findings.filter { $0.severity != .note }.map { finding in
      "\(finding.artifact?.file ?? "-"):\(finding.artifact?.line.map(String.init) ?? "-"): "
        + "\(finding.severity): \(finding.code) [\(finding.subject?.id ?? "-")]"
    }.sorted()
  }
}

@Suite(.enabled(if: PackageFolder.corpus != nil, "the corpus is not beside the package"))
struct FixtureTests {
  static let names = [
    "clean-full", "minimal", "broken-fields", "broken-links", "dialect-old", "hostile",
  ]

  @Test(arguments: names)
  func findsExactlyWhatIsExpected(_ name: String) throws {
    let verdict = Verifier().verify(try Fixture.artifact(name))
    let expected = try Fixture.expected(name).lines
    let difference = verdict.lines.difference(from: expected)
    for change in difference {
      switch change {
      case .insert(_, let line, _): Issue.record("not expected: \(line)")
      case .remove(_, let line, _): Issue.record("missing: \(line)")
      }
    }
    #expect(difference.isEmpty)
  }

  @Test(arguments: names, Profile.allCases)
  func givesTheExpectedVerdict(_ name: String, _ profile: Profile) throws {
    let verdict = Verifier(profile: profile).verify(try Fixture.artifact(name))
    let outcome = Fixture.Outcome(
      default: verdict.passes ? "pass" : "fail", strict: verdict.passesStrictly ? "pass" : "fail")
    #expect(outcome == (try Fixture.expected(name).verdicts[profile.rawValue]))
  }

  @Test func showsNothingThatIsHostile() throws {
    let fixture = try Fixture.expected("hostile")
    let verdict = Verifier().verify(try Fixture.artifact("hostile"))
    let longest = try #require(fixture.longestSpan)
    for finding in verdict.findings {
      let output = "\(finding.message) \(finding.excerpt ?? "") \(finding.artifact?.file ?? "")"
      for word in try #require(fixture.mustNotAppear) { #expect(!output.contains(word)) }
      #expect(finding.excerpt?.unicodeScalars.count ?? 0 <= longest)
      #expect(finding.message.unicodeScalars.count < 400)
    }
  }
}
