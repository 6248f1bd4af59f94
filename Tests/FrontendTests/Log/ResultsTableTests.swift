import IR
import Testing

@testable import Frontend

/// Tables of experiments that were kept, discarded or crashed.
@Suite struct ResultsTableTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func read(_ text: String) throws -> ReadLog {
    try ReadLog(path: scratch.write(text, to: "results.tsv"), name: "results.tsv")
  }

  private static let table = """
    commit\tval_loss\tmemory_gb\tstatus\tdescription
    a1b2c3d\t0.9979\t44.0\tkeep\tbaseline
    b2c3d4e\t0.9932\t44.2\tkeep\twider trays
    c3d4e5f\t1.0050\t44.0\tdiscard\tsort by colour
    d4e5f6a\t0.000000\t0.0\tcrash\tdouble trays (out of memory)

    """

  @Test func eachRowIsAnAttempt() throws {
    let found = try read(Self.table)
    let attempts = found.log.runs.flatMap(\.attempts)
    #expect(found.log.form == .results)
    #expect(attempts.map(\.score?.value) == ["0.9979", "0.9932", "1.0050", nil])
    #expect(attempts.map(\.isKept) == [true, true, false, false])
    #expect(attempts.map(\.status) == [.valid, .valid, .valid, .invalid])
    #expect(attempts.map { found.text($0.approach) }[2] == "sort by colour")
    #expect(attempts[3].cause == .outOfMemory)
    #expect(attempts[0].metrics.map(\.name) == ["val_loss"])
    #expect(attempts[2].approach.flatMap(found.place) == .lines(path: "results.tsv", firstLine: 4))
  }

  @Test func theTableIsRecognisedByItsHeader() throws {
    let path = try scratch.write(Self.table, to: "notes")
    #expect(try InputRecogniser.recognise(path: path, name: "notes") == .log)
    let other = try scratch.write("name\tage\nPetra\t7\n", to: "people.tsv")
    #expect(throws: FrontendError.self) {
      try InputRecogniser.recognise(path: other, name: "people.tsv")
    }
  }

  @Test func anOddRowCostsItself() throws {
    let found = try read("commit\tloss\tstatus\na\t1\tkeep\nb\t2\tmaybe\n\nc\n")
    #expect(found.log.runs[0].attempts.count == 1)
    #expect(
      found.input.diagnostics.map { "\($0.code) \($0.input?.line ?? 0)" } == ["F444 3", "F444 5"])
  }
}
