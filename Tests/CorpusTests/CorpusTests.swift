import Backend
import IR
import TestSupport
import Testing

/// What has to hold of every paper of the shared corpus, compiled alone.
@Suite(.enabled(if: PackageFolder.corpus != nil, "the corpus is not beside the package"))
struct CorpusTests {
  @Test func thereAreEnoughPapers() {
    #expect(CorpusPaper.all.count >= 10)
  }

  // MARK: Compilation

  @Test(arguments: CorpusPaper.all)
  func compiles(_ paper: CorpusPaper) async throws {
    let compiled = try await paper.compiled()
    #expect(compiled.run.status == 0, "\(compiled.run.errors)")
    #expect(compiled.artifact.filePaths.count >= 20)
  }

  @Test(arguments: CorpusPaper.all)
  func givesTheSameBytesElsewhere(_ paper: CorpusPaper) async throws {
    let compiled = try await paper.compiled()
    #expect(differences(compiled.again, compiled.artifact) == [])
    #expect(compiled.irAgain == compiled.ir)
  }

  @Test(arguments: CorpusPaper.all)
  func givesTheSameArtifactFromItsIR(_ paper: CorpusPaper) async throws {
    let compiled = try await paper.compiled()
    #expect(differences(compiled.fromIR, compiled.artifact) == [])
  }

  private func differences(_ a: ArtifactTree, _ b: ArtifactTree) -> [String] {
    Set(a.paths + b.paths).filter { a[entry: $0] != b[entry: $0] }.sorted()
  }

  // MARK: IR

  @Test(arguments: CorpusPaper.all)
  func survivesTheRoundTrip(_ paper: CorpusPaper) async throws {
    let bytes = try await paper.compiled().ir
    let document = try DocumentText.decode(bytes)
    let encoded = try DocumentText.encode(document)
    #expect(encoded == bytes)
    #expect(try DocumentText.decode(encoded) == document)
    #expect(DocumentVerifier.problems(in: document) == [])
    #expect(document.inputs.paper?.blocks.isEmpty == false)
  }

  // MARK: Level 1

  private func verdict(_ paper: CorpusPaper, _ profile: Profile) async throws -> Verdict {
    let compiled = try await paper.compiled()
    let document = try DocumentText.decode(compiled.ir)
    return Verifier(profile: profile).verify(compiled.artifact, against: document)
  }

  @Test(arguments: CorpusPaper.all, [Profile.superset, .august2026])
  func hasNoError(_ paper: CorpusPaper, _ profile: Profile) async throws {
    let findings = try await verdict(paper, profile).findings
    #expect(findings.filter { $0.severity == .error }.map(\.line) == [])
    #expect(findings.filter { $0.code == "ARA729" }.map(\.line) == [], "numbers without a source")
  }

  @Test(arguments: CorpusPaper.all)
  func fallsShortInAprilOnlyWhereItSaysSo(_ paper: CorpusPaper) async throws {
    let gaps = KnownGaps(try await paper.compiled().artifact)
    let errors = try await verdict(paper, .april2026).findings.filter { $0.severity == .error }
    #expect(errors.filter { !gaps.admit($0.code) }.map(\.line) == [])
  }

  // MARK: Files

  @Test(arguments: CorpusPaper.all)
  func linksLeadSomewhere(_ paper: CorpusPaper) async throws {
    let artifact = try await paper.compiled().artifact
    let links = RelativeLink.all(in: artifact)
    #expect(!links.isEmpty)
    #expect(links.filter { !$0.resolves(in: artifact) }.map(\.description) == [])
  }

  @Test(arguments: CorpusPaper.all)
  func picturesOpen(_ paper: CorpusPaper) async throws {
    let compiled = try await paper.compiled()
    let pictures = compiled.artifact.filePaths.filter { $0.hasSuffix(".png") }
    let unreadable = pictures.filter { !PNG.opens(compiled.artifact[$0] ?? []) }
    #expect(unreadable == [])
    let document = try DocumentText.decode(compiled.ir)
    let exhibits = (document.inputs.paper?.tables ?? []) + (document.inputs.paper?.figures ?? [])
    #expect(pictures.count >= exhibits.count, "\(pictures.count) of \(exhibits.count)")
  }
}

extension Diagnostic {
  fileprivate var line: String {
    "\(artifact?.file ?? "-"):\(artifact?.line ?? 0): \(code): \(message)"
  }
}
