import Testing

@testable import Passes

struct OwnActTests {
  @Test(arguments: [
    "We conclude with a discussion of the errors that sorters make on damp marbles.",
    "To spare the pan, we achieve our readings with eight sorters of damp marbles.",
    "We validate the band on glass marbles, on clay marbles and on marbles of steel.",
    "This paper focuses on sorters of damp marbles and on what they cost in the yard.",
    "We demonstrate the superiority of the band by long runs on two kinds of marbles.",
    "First, we show the full error of all sorters on damp marbles in Table 8.",
    "Given the pace of new scales, it is straightforward to weigh damp marbles on more of them.",
  ])
  func claimsNothing(_ sentence: String) {
    #expect(NoClaim.isAll(of: Sentence(sentence), citing: false, mayPropose: false))
  }

  @Test(arguments: [
    "We conclude that the band helps careful sorters with damp marbles.",
    "To our knowledge, we achieve the lowest error on damp marbles.",
    "To spare the pan, we weigh once and find no drift on damp marbles.",
    "We verify that the band keeps the pan calm on damp marbles.",
    "This paper shows how much careful sorters gain on damp marbles.",
    "We believe that the drift of the pan is due to the wind in the yard.",
    "It should be noted that damp marbles drift more than dry ones.",
    "The first readings were high, which we substantially lowered and improved on damp marbles.",
    "We did not experience any drift of the pan with damp marbles in the yard.",
    "The band halved the drift of damp marbles, as shown in Table 2.",
    "We demonstrate that the band helps careful sorters with damp marbles.",
  ])
  func claimsSomething(_ sentence: String) {
    #expect(!NoClaim.isAll(of: Sentence(sentence), citing: false, mayPropose: false))
  }
}
