import IR
import Passes
import Testing

struct LearnedCueTests {
  /// What the sentences of a section lean to.
  private func odds(
    _ leaning: Atom.Leaning, of sentences: String..., in section: String = "Discussion"
  ) async throws -> [Int] {
    var study = StudyPaper()
    study.section(section)
    for sentence in sentences { study.block(sentence) }
    return try await study.passed(through: "atoms").atoms.atoms.map { $0.odds(of: leaning) }
  }

  @Test func aConcessionLeansToALimitMoreThanAPlainSentence() async throws {
    let odds = try await odds(
      .limitation, of: "However, our sorter was only evaluated on small marbles.",
      "The marbles are kept in a box.")
    #expect(odds[0] > odds[1])
  }

  @Test func theSectionCountsToo() async throws {
    let sentence = "The sorter needs a flat table."
    let filed = try await odds(.limitation, of: sentence, in: "Limitations")
    #expect(try await odds(.limitation, of: sentence, in: "Method")[0] < filed[0])
  }

  @Test func aSentenceWithoutOddsLeansToNothing() {
    let atom = Atom(span: SourceSpan(StudyPaper.source, 0..<4), section: 0, block: 0)
    #expect(Atom.Leaning.allCases.allSatisfy { atom.odds(of: $0) < -1000 })
  }

  @Test func featuresAreWordsPairsAndPlaces() async throws {
    var study = StudyPaper()
    study.section("Room tone", "2")
    study.block("Loud: We use 3.5 lamps [1].", .listItem, lead: "Loud:")
    let document = try await study.passed(through: "atoms")
    let sentence = try #require(AtomRules.features(of: document).first)
    let expected = """
      loud|^ loud|we|loud we|use|we use|#|use #|lamps|# lamps|#|lamps #|@length:0|@title room|@title tone|@lead loud|\
      @role:other|@kind:item|@first|@last|@cue:method:2
      """
    let names = sentence.features.map(\.name)
    #expect(names.joined(separator: "|") == expected)
    let keys = Set(sentence.features.map(\.key))
    #expect(keys.count == Set(names).count)
  }
}
