import IR
import TestSupport
import Testing

@testable import Backend

/// The verifier reports what the frontend masks (`RepoSecretTests`), and nothing else.
struct CredentialTests {
  private func findings(_ text: String) -> [Int?] {
    var tree = ArtifactTree()
    tree["src/notes.md"] = Array(text.utf8)
    var lines: [Int?] = []
    CredentialCheck().run(on: Artifact(tree)) { lines.append($0.place.line) }
    return lines
  }

  @Test func reportsEveryLineWithACredential() {
    let text = CredentialSamples.secret.map { $0.line + "\n" }.joined()
    #expect(findings(text) == Array(1...CredentialSamples.secret.count))
  }

  @Test func reportsNothingElse() {
    #expect(findings(CredentialSamples.harmless.map { $0 + "\n" }.joined()) == [])
  }
}
