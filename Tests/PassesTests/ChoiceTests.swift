import IR
import Testing

@testable import Passes

/// Sentences that weigh one thing against another and choose nothing.
struct ChoiceTests {
  private func nodes(_ sentence: String) async throws -> [TraceNode] {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("It remains unclear how marbles roll.")
    study.section("Method", "2")
    study.block(sentence)
    return try await study.passed(through: "trace").trace.nodes
  }

  @Test(arguments: [
    "Our belt gives evidence of a kind that marbles need a lamp rather than a candle.",
    "Unlike the first sorter, we study whether a lamp helps the belt.",
    "In contrast to the narrow belt, our results hold for marbles of all sizes.",
    "Unlike the first sorter, our belt does not require a lamp.",
    "Our belt allowed us to see all marbles rather than assuming that they roll.",
    "We can see from this that the belt rolls, which is why the lamp leads to better order.",
    "Our main finding is that marbles roll to lamps rather than to candles.",
    "We view the belt as a lamp rather than as a candle.",
    "Unlike by day, there is a lamp that we light.",
    "Two reasons are those of lamps rather than of candles, and the belt uses both.",
    "As marbles roll to lamps rather than to candles, we find the marbles there.",
    "Can we sort with lamps instead of candles?",
  ])
  func whatIsHeldToBeSoIsNoDecision(_ sentence: String) async throws {
    let nodes = try await nodes(sentence)
    #expect(!nodes.contains { if case .decision = $0.kind { true } else { false } })
  }

  /// Nor do sentences on what a figure shows, and statements that a venue asks for.
  @Test(arguments: [
    ("Method", "Figure 1 illustrates how we use one lamp rather than two of them."),
    ("Ethics Statement", "We use one lamp rather than two of them."),
  ])
  func whatIsShownOrAskedForIsNoDecision(_ section: String, _ sentence: String) async throws {
    var study = StudyPaper()
    study.section("Introduction", "1")
    study.block("It remains unclear how marbles roll.")
    study.section(section, "2")
    study.block(sentence)
    let nodes = try await study.passed(through: "trace").trace.nodes
    #expect(!nodes.contains { if case .decision = $0.kind { true } else { false } })
  }

  @Test(arguments: [
    "The rate was chosen for its safety in the wind.",
    "For simplicity, we use one lamp.",
    "The yard is closed at night, and thus we do not include it.",
    "Marbles roll in the wind. Therefore, we add a box.",
    "The pan is kept closed. This greatly reduces the noise.",
    "A lamp is applied to the pan to stabilize all readings.",
    "Instead of a single pan, the belt uses two of them.",
    "Unlike the first sorter, our belt does not rely on lamps; instead, it uses the sun.",
    "Because any lamp led to unstable readings, we decided to stay with the sun.",
    "Since marbles roll in the wind, we use a box.",
    // Whatever the verb.
    "To keep the belt calm, we grease its wheels.",
    "We do not grease the belt, as it was slower in early tests.",
    "Readings are streamed to the yard to save candles.",
    "Marbles roll in the wind. To this end, we apply a lid.",
    "Following earlier work, we grease the wheels.",
    "All pans are filled with sand for simplicity.",
    "The lid keeps all marbles dry, which not only reduces the noise.",
    "The use of lamps was motivated by the dark.",
    "We weigh each marble twice (rather than once).",
    "Learning the order rather than the weight allows us to sort at night.",
  ])
  func aReasonTellsAChoice(_ sentences: String) async throws {
    let nodes = try await nodes(sentences)
    #expect(nodes.contains { if case .decision = $0.kind { true } else { false } })
  }

  @Test(arguments: [
    "The marble is selected for the next pan.",
    "The order is determined by the weight.",
    "Researchers often use lamps rather than the sun.",
    "Because the belt is used in yards, it is loud.",
    "We found that our sorter worked best.",
    "As we tried lamps and candles, we decided to split the pans.",
    "As a yardstick, we use the box.",
    "Next we say why we chose to use a box.",
    "To keep the belt calm, we note its speed.",
    "The wheels may be greased to save time.",
    "Following this, we light the lamp.",
    "To guess the mean, WE has the lowest error of all.",
    "If it is dark, we light a lamp to save time.",
  ])
  func whatIsSelectedByRuleIsNone(_ sentence: String) async throws {
    let nodes = try await nodes(sentence)
    #expect(!nodes.contains { if case .decision = $0.kind { true } else { false } })
  }

  /// A paper presents its work more than once, and says once what it did for it.
  @Test func whatIsPresentedAgainIsOneChoice() async throws {
    let nodes = try await nodes(
      """
      To sort marbles at night, we introduce BandClock for all of them. Yards have lamps. To save \
      candles in long winters, we introduce BandClock.
      """)
    #expect(nodes.count { if case .decision = $0.kind { true } else { false } } == 1)
  }

  @Test func whatIsDoneInsteadIsOne() async throws {
    let nodes = try await nodes("Unlike the first sorter, we use a lamp.")
    #expect(nodes.contains { if case .decision = $0.kind { true } else { false } })
  }
}
