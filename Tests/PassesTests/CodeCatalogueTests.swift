import IR
import Passes
import Testing

struct CodeCatalogueTests {
  private func entry(_ path: String, in code: StudyCode) async throws -> CodeArtifact? {
    let study = StudyPaper()
    let document = try await study.passed(through: "code", from: code.document(of: study))
    return document.code.artifacts.first { $0.path.value == path }
  }

  @Test func aFileSaysWhatItIs() async throws {
    var code = StudyCode()
    code.file(
      "sort.sh", .source, "Shell", "#!/bin/sh\n", summary: "# Sorts the whole belt.\n# Twice.")
    let entry = try #require(try await entry("sort.sh", in: code))
    #expect(entry.contents.grounded?.value == "Sorts the whole belt. Twice")
    #expect(entry.nature == "source (Shell)")
    #expect(entry.run.grounded?.value == "`bash sort.sh`")
  }

  @Test func aFileWithoutWordsIsKnownByWhatItDefinesOrSets() async throws {
    var code = StudyCode()
    code.file("belt.py", .source, "Python", "def turn(): pass\n")
    code.symbol("belt.py", "turn", 1)
    code.symbol("belt.py", "_hidden", 2)
    code.file("belt.yaml", .configuration, "YAML", "speed: 3\n")
    code.setting("belt.yaml", 1, "speed", "3")
    #expect(try await entry("belt.py", in: code)?.contents.grounded?.value == "Defines `turn`")
    #expect(try await entry("belt.yaml", in: code)?.contents.grounded?.value == "Sets `speed`")
  }

  @Test func theDocumentedCommandComesBeforeTheBareOne() async throws {
    var code = StudyCode()
    let main = "if __name__ == \"__main__\":\n  sort()\n"
    code.file(
      "README.md", .documentation, "Markdown", "Run it:\n\n    $ python sort.py --speed 3\n")
    code.file("sort.py", .source, "Python", main)
    code.file("clean.py", .source, "Python", main)
    #expect(
      try await entry("sort.py", in: code)?.run.grounded?.value == "`python sort.py --speed 3`")
    #expect(try await entry("clean.py", in: code)?.run.grounded?.value == "`python clean.py`")
  }

  @Test func aCommandThatNamesAMachineIsNotRepeated() async throws {
    var code = StudyCode()
    code.file("README.md", .documentation, "Markdown", "python sort.py --out /scratch/belt\n")
    code.file("sort.py", .source, "Python", "sort()\n")
    #expect(try await entry("sort.py", in: code)?.run == .notSpecified)
  }

  @Test func whatServesTheHostingIsNoCode() async throws {
    var code = StudyCode()
    code.file(".github/workflows/ci.yml", .configuration, "YAML", "on: push\n")
    code.file("LICENSE", .license)
    #expect(try await entry(".github/workflows/ci.yml", in: code) == nil)
    #expect(try await entry("LICENSE", in: code) == nil)
  }
}
