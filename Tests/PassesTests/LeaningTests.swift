import IR
import Passes
import Testing

/// What sentences are taken for by the odds that they play a part, where no rule speaks.
struct LeaningTests {
  /// A paper whose sentences all have the same odds.
  private func document(
    _ sections: [(title: String, text: String)], odds: [Atom.Leaning: Int16]
  ) async throws -> Document {
    var study = StudyPaper()
    study.section("Introduction", "1")
    for section in sections {
      study.section(section.title)
      study.block(section.text)
    }
    return try await study.leaning(odds, through: "solution")
  }

  private func limitations(
    _ text: String, in section: String = "Results", odds: [Atom.Leaning: Int16]
  ) async throws -> [Limitation] {
    try await document([(section, text)], odds: odds).solution.limitations
  }

  private static let plain = "Our marbles swing without a pan."

  @Test func aSentenceOfTheOwnWorkThatLeansToALimitIsOneToldInPassing() async throws {
    let found = try await limitations(Self.plain, odds: [.limitation: 0])
    #expect(found.map(\.statement.value) == [Self.plain])
    #expect(found.map(\.kind) == [.passing])
    #expect(try await limitations(Self.plain, odds: [.limitation: -30]).isEmpty)
  }

  @Test func amongLimitsLessIsEnoughAndItIsStated() async throws {
    let text = "The marbles swing and fall, but slowly."
    let odds: [Atom.Leaning: Int16] = [.limitation: -12]
    #expect(try await limitations(text, odds: odds).isEmpty)
    #expect(
      try await limitations(text, in: "Limitations", odds: odds).map(\.kind) == [.stated])
  }

  @Test func whatWentWrongWithTheOwnWorkIsALimit() async throws {
    let odds: [Atom.Leaning: Int16] = [.limitation: -20, .setback: 0]
    #expect(try await limitations(Self.plain, odds: odds).count == 1)
    #expect(
      try await limitations("Marbles swing without a pan.", odds: odds).isEmpty)
  }

  @Test func withoutARestraintNothingIsALimit() async throws {
    #expect(try await limitations("Our marbles swing in a pan.", odds: [.limitation: 40]).isEmpty)
  }

  private func assumptions(_ text: String, odds: [Atom.Leaning: Int16]) async throws -> [String] {
    try await document([("Method", text)], odds: odds).problem.assumptions.map(\.statement.value)
  }

  @Test func aHintMakesAnAssumptionOfWhatLeansToOne() async throws {
    let text = "A light marble should roll as far as a heavy one."
    #expect(try await assumptions(text, odds: [.assumption: -24]) == [text])
    #expect(try await assumptions(text, odds: [.assumption: -40]) == [])
    #expect(
      try await assumptions("A light marble rolls as far as a heavy one.", odds: [.assumption: -24])
        == [])
  }

  @Test func whatIsLikelierAnotherPartIsNoAssumption() async throws {
    let text = "A light marble should roll as far as a heavy one."
    for other in [Atom.Leaning.limitation, .finding, .definition] {
      #expect(try await assumptions(text, odds: [.assumption: -24, other: 8]) == [])
    }
  }

  @Test func amongLimitsAFactIsEnoughThatLeansToALimit() async throws {
    let text = "All marbles come from the yard."
    #expect(
      try await limitations(text, in: "Limitations", odds: [.limitation: -12]).map(\.kind)
        == [.stated])
    #expect(try await limitations(text, in: "Limitations", odds: [.limitation: -16]).isEmpty)
  }

  @Test func atItsEndAPaperSpeaksOfItsOwnWork() async throws {
    let text = "Marbles of steel swing without a pan."
    let odds: [Atom.Leaning: Int16] = [.limitation: -4]
    #expect(try await limitations(text, odds: odds).isEmpty)
    #expect(try await limitations(text, in: "Conclusion", odds: odds).count == 1)
    let finding = odds.merging([.finding: 8]) { $1 }
    #expect(try await limitations(text, in: "Conclusion", odds: finding).isEmpty)
  }

  @Test func whatIsSurelyALimitNeedNotSoundLikeOne() async throws {
    let text = "We have shown that it is dry, but a flat pan would do without our lamp."
    #expect(try await limitations(text, odds: [.limitation: 16]).count == 1)
    #expect(try await limitations(text, odds: [.limitation: 8]).isEmpty)
  }

  @Test func whatIsSurelyAnAssumptionNeedNotSoundLikeOne() async throws {
    let text = "There is no wind and we assume that pans are flat."
    #expect(try await assumptions(text, odds: [.assumption: 44]) == [text])
    #expect(try await assumptions(text, odds: [.assumption: 20]) == [])
  }

  @Test func anOpinionIsNoAssumption() async throws {
    let text = "We believe that light marbles roll as heavy ones."
    #expect(try await assumptions(text, odds: [.assumption: 0]) == [])
  }

  @Test func whatIsAChoiceOrALimitIsNoAssumption() async throws {
    let choice = "We weigh the marbles of a pan by the hour."
    #expect(try await assumptions(choice, odds: [.assumption: 0]) == [choice])
    #expect(try await assumptions(choice, odds: [.assumption: 0, .decision: 8]) == [])
    let limit = "The pan should be flat, which we do not take into account."
    #expect(try await assumptions(limit, odds: [.assumption: 0]) == [])
  }
}
