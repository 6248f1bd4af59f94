import IR
import TestSupport
import Testing

@testable import Frontend

/// What the verifier reports (`CredentialTests`) is what the mask takes out, and nothing else.
struct RepoSecretTests {
  @Test(arguments: CredentialSamples.secret)
  func masks(_ line: String, _ credential: String) throws {
    let masked = try #require(SecretMask.masked("first\n" + line + "\nlast"))
    #expect(!masked.text.contains(credential))
    #expect(masked.row == 1)
    #expect(masked.text.utf8.count == line.utf8.count + 11)
    #expect(masked.text.hasPrefix("first\n"))
    #expect(!CredentialFinder.occurs(in: masked.text), "\(masked.text)")
  }

  @Test(arguments: CredentialSamples.harmless)
  func leaves(_ line: String) { #expect(SecretMask.masked(line) == nil) }

  /// A variable of a program is no credential: with asterisks in its place nothing would parse.
  @Test func programsStillParse() throws {
    let repository = try TestRepository()
    try repository.write(
      "a.py", "def open(password):\n    return Vault(password=password_of_vault1, lr=0.5)\n")
    let read = try repository.read()
    #expect(read.diagnostic("F220") == nil && read.diagnostic("F227") == nil)
    #expect(read.facts.symbols.map(\.name) == ["open"])
  }
}
