import Testing

@testable import Backend

struct UniversalScopeTests {
  @Test(arguments: [
    ("It helps on all damp datasets.", ["all damp datasets"]),
    ("It helps on all three tasks.", []),
    (
      "It is state-of-the-art across scales, regardless of size.",
      ["state-of-the-art across", "regardless of"]
    ),
  ])
  func phrases(_ statement: String, _ phrases: [String]) {
    let found: [String] = UniversalScope.phrases(in: statement[...]).map { String($0) }
    #expect(found == phrases)
  }
}
