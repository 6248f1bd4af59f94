import Testing

struct DifferenceTests {
  private func words(_ old: String?, _ new: String?) -> String? {
    Difference.words("a.md", old: old.map { Array($0.utf8) }, new: new.map { Array($0.utf8) })
  }

  @Test func saysNothingOfEqualFiles() {
    #expect(words("one\n", "one\n") == nil)
    #expect(words(nil, nil) == nil)
  }

  @Test func namesFilesThatOneSideLacks() {
    #expect(words(nil, "") == "a.md: is not recorded")
    #expect(words("", nil) == "a.md: is recorded, but was not written")
  }

  @Test func showsTheFirstLinesThatDiffer() {
    let difference = words("1\n2\n3\n4\n5\n6\n", "1\n2\n3\nfour\n5\n6\n")
    #expect(difference == "a.md: differs from line 4\n    2\n    3\n  - 4\n  + four\n    5\n    6")
  }

  @Test func cutsLongDifferences() throws {
    let difference = try #require(words("", (1...40).map { "\($0)\n" }.joined()))
    #expect(difference.split(separator: "\n").count < 18)
    #expect(difference.hasSuffix("  + … 28 more\n    "))
  }

  @Test func comparesBytesThatAreNoText() {
    #expect(
      Difference.words("a.png", old: [0xFF, 1, 2], new: [0xFF, 1, 3, 4])
        == "a.png: 3 bytes recorded, 4 written; the first that differs is 2")
  }
}
