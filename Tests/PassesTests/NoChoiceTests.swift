import IR
import Testing

@testable import Passes

struct NoChoiceTests {
  private func isNone(_ text: String, definition: Int16 = -90, cites: Bool = false) -> Bool {
    var odds = SIMD8<Int16>(repeating: -90)
    odds[Atom.Leaning.definition.rawValue] = definition
    let atom = Atom(
      span: SourceSpan(SourceID("paper"), 0..<UInt32(text.utf8.count)), section: 1, block: 1,
      citations: cites ? [1] : [], odds: odds)
    return NoChoice.holds(of: Sentence(text), atom, names: ["bandclock"])
  }

  @Test(arguments: [
    "For simplicity, we omit the subscript of the lamp.",
    "We look at the left pan alone for ease of exposition.",
    "We denote the lamp of the left pan by L.",
    "We can also view the lamp as a second pan.",
    "The most common approach to fast sorting is a lamp above the pan.",
    "In sorting, it is common to use a lamp.",
    "We hope that a third lamp makes the sorter faster.",
    "The goal of the game is to keep all marbles in the bowl.",
  ])
  func whatIsUsualWrittenOrHopedForIsNone(_ text: String) { #expect(isNone(text)) }

  @Test(arguments: [
    "We use a lamp above the pan, as it is common to do.",
    "We omit the lamp to save power.",
    "Following previous work, the marbles are washed first.",
    "The rationale of using a lamp is to see the marbles.",
    "The marbles are washed first to remove the dust.",
  ])
  func whatTheAuthorsDoIsOne(_ text: String) { #expect(!isNone(text)) }

  @Test func whatACitedWorkDidIsNone() {
    let text = "Pretend has shown that a lamp makes the sorter faster [1]."
    #expect(isNone(text, cites: true))
    #expect(!isNone("BandClock has been built as Pretend proposes [1].", cites: true))
  }

  @Test func whatIsDefinedIsNone() {
    let text = "The drift of a pan is the mean of its readings."
    #expect(isNone(text, definition: 0))
    #expect(!isNone(text))
    #expect(!isNone("We take the drift of a pan for its mean.", definition: 0))
  }
}
