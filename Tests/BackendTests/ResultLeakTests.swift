import Backend
import IR
import TestSupport
import Testing

/// What counts as a value of a result table (`ARA342`).
struct ResultLeakTests {
  private func leaks(_ column: String, _ cells: [String]) throws -> [String] {
    let base = try ArtifactFolder.load(VerifyGolden.base)
    let edits = """
      @@ evidence/tables/table2_creases.md
      -| Edge | Distance (m) |
      -|------|--------------|
      -| pressed | 7.8 |
      -| soft | 6.1 |
      -| unfolded | 5.4 |
      +| \(column) | Distance (m) |
      +|------|--------------|
      +| \(cells[0]) | 7.8 |
      +| \(cells[1]) | 6.1 |
      +| | 5.4 |

      @@ logic/experiments.md
      -  2. Throw the gliders with the clip at the nose.
      +  2. Throw the gliders with the clip at the nose (Doe et al. 2018).
      """
    return Verifier().verify(try ArtifactEdits.apply(edits, to: base)).findings
      .filter { $0.code == "ARA342" }.map(\.message)
  }

  @Test func theYearsOfAColumnAreNone() throws {
    #expect(try leaks("Year", ["2018", "2019"]).isEmpty)
    #expect(try leaks("Throws", ["2018", "2019"]) == ["2018 is a value of a result table"])
  }

  @Test func theYearOfANamedWorkIsNone() throws {
    #expect(try leaks("Work", ["Doe et al. 2018", "(Roe and Poe 2018)"]).isEmpty)
    #expect(try leaks("Throws", ["1, 2018", "12"]) == ["2018 is a value of a result table"])
  }
}
