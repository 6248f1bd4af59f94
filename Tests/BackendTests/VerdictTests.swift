import Backend
import IR
import TestSupport
import Testing

struct VerdictTests {
  private func verdict(_ edits: String, _ profile: Profile = .superset, hurried: Bool = false)
    throws -> Verdict
  {
    let base = try ArtifactFolder.load(VerifyGolden.base)
    let verifier = Verifier(profile: profile, hurried: hurried)
    return verifier.verify(try ArtifactEdits.apply(edits, to: base))
  }

  @Test(arguments: [
    "@@ delete logic/claims.md\n@@ delete evidence/README.md",
    "@@ logic/claims.md\n-- **Proof**: [E02]\n+- **Proof**: [E54, E53]\n",
  ])
  func hasteChangesNothing(_ edits: String) throws {
    let (slow, fast) = (try verdict(edits), try verdict(edits, hurried: true))
    #expect(slow.findings.count > 1)
    #expect(fast.findings == slow.findings)
    #expect(fast.openIssues == slow.openIssues)
  }

  @Test func findingsAreOrderedByFileLineAndCode() throws {
    let found = try verdict(
      """
      @@ logic/claims.md
      -- **Proof**: [E02]
      +- **Proof**: [E54, E53]

      @@ delete logic/problem.md
      @@ delete data/dataset.md
      """
    ).findings
    let keys = found.map { finding in
      (
        finding.artifact?.file ?? "", finding.artifact?.line ?? 0, finding.code.name,
        finding.artifact?.column ?? 0
      )
    }
    #expect(keys.count > 5)
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func anIssueIsTheSameOnAnotherLine() throws {
    let there = "@@ logic/claims.md\n-- **Proof**: [E02]\n+- **Proof**: [E02, E53]\n"
    let below = "@@ logic/claims.md\n-# Claims\n+# Claims\n+\n+Moved.\n" + there
    let (first, second) = (try verdict(there), try verdict(below))
    #expect(first.findings.map(\.artifact) != second.findings.map(\.artifact))
    #expect(first.openIssues == second.openIssues)
    #expect(first.openIssues.map(\.code) == ["ARA401"])
    #expect(first.openIssues.map(\.key) == ["E53"])
  }

  @Test func twoFieldsOfOneBlockAreTwoIssues() throws {
    let found = try verdict(
      """
      @@ logic/solution/heuristics.md
       - **Sensitivity**: high
      -- **Bounds**: Not specified in paper

      @@ logic/solution/heuristics.md
      -- **Sensitivity**: high
      """)
    let issues = found.openIssues.filter { $0.code == "ARA344" }
    #expect(Set(issues.map(\.key)) == ["Bounds", "Sensitivity"])
  }

  @Test func warningsAreNoOpenIssues() throws {
    let found = try verdict("@@ logic/claims.md\n-- **Proof**: [E02]\n+- **Proof**: E02\n")
    #expect(found.passes)
    #expect(!found.passesStrictly)
    #expect(found.openIssues.isEmpty)
  }

  @Test func profilesSelectRows() throws {
    let edits = "@@ logic/claims.md\n-- **Dependencies**: C01\n+- **Dependencies**: C01, C09\n"
    #expect(try !verdict(edits).passes)
    #expect(try !verdict(edits, .august2026).passes)
    #expect(try !verdict(edits, .cli).passes)
    #expect(try verdict(edits, .april2026).passesStrictly)
  }

  @Test func theSameTreeGivesTheSameFindings() throws {
    let edits = "@@ delete logic/experiments.md\n@@ delete evidence/tables\n"
    #expect(try verdict(edits).findings == verdict(edits).findings)
  }
}
