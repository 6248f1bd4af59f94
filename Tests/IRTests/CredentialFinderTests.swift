import IR
import TestSupport
import Testing

struct CredentialFinderTests {
  @Test(arguments: CredentialSamples.secret)
  func finds(_ line: String, _ credential: String) throws {
    let found = try #require(CredentialFinder.first(in: line))
    let part = String(decoding: Array(line.utf8)[found.range], as: UTF8.self)
    #expect(part.contains(credential), "\(part)")
    #expect(CredentialFinder.occurs(in: "x\n" + line + "\nx"))
  }

  @Test(arguments: CredentialSamples.harmless)
  func leaves(_ line: String) { #expect(!CredentialFinder.occurs(in: line)) }

  @Test func findsAllInOrder() {
    var text = "password='by-night' ghp_a1a1a1a1a1a1a1a1a1a1\nsecret = 'marbles9' # api_key = 'x'"
    let found = text.withUTF8 { CredentialFinder.all(in: $0) }
    #expect(found.map(\.kind) == [.password, .accessToken, .password])
    #expect(found.map(\.range.count) == [8, 24, 8])
  }

  /// A key ends with its last line; one without an end takes the rest.
  @Test func keysGoToTheirLastLine() {
    var text = "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nb"
    #expect(text.withUTF8 { CredentialFinder.all(in: $0).map(\.range) } == [2..<68])
    var open = "-----BEGIN PRIVATE KEY-----\nMIIE"
    #expect(open.withUTF8 { CredentialFinder.all(in: $0).map(\.range) } == [0..<32])
  }

  @Test func brokenTextIsNoTrap() {
    for text in [
      "password=", "password =", "password:", "=", ":", "-", "_", "password = \"", "password = b",
      "password: str =", "password: str = '", "-----BEGIN ", "A", "AKIA", "sk-", "secret=\\",
    ] {
      #expect(!CredentialFinder.occurs(in: text))
    }
  }
}
