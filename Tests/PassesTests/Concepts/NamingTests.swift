import IR
import Testing

@testable import Passes

struct NamingTests {
  /// What a sentence names where the paper uses its words nowhere else.
  private func names(_ text: String) -> [String] {
    let sentence = TermSentence(text)
    let forms = TermForms(index: TermIndex([sentence]), isTelling: false)
    return sentence.words.indices.compactMap { at in
      forms.named(at, sentence.words[at], sentence).map {
        String(sentence.text(sentence.bytes($0.term)))
      }
    }
  }

  @Test(arguments: [
    ("It obeys a law known as the Bell equation.", ["Bell equation"]),
    ("We refer to a sorter of marbles with weights w as a damp sorter.", ["damp sorter"]),
    ("We refer to tools such as the damp broom.", []),
    ("The whole sorter, which we call damp stacking, is slow.", ["damp stacking"]),
    ("This leads to what we term damp stacking.", ["damp stacking"]),
    ("It is a slow fault we term damp stacking.", ["damp stacking"]),
    ("At night we term damp stacking a fault.", []),
    ("We call this target ToneNet stack, and it helps.", ["ToneNet stack"]),
    ("We call this hum the room tone.", ["room tone"]),
    ("We call this damp stacking.", ["damp stacking"]),
  ])
  func findsWhatASentenceNames(_ sentence: String, _ expected: [String]) {
    #expect(names(sentence) == expected)
  }

  @Test(arguments: [
    ("We define the best damp band b∗(t, a) as the widest one.", ["damp band"]),
    ("We define the damp band at time t as the widest one.", ["damp band"]),
    ("We define the damp band to be the widest one.", ["damp band"]),
    ("We can define the damp band (DB) problem as the widest one.", ["damp band"]),
    ("We define damp weights to sort the marbles.", []),
    ("We define damp weights that serve as a lock.", []),
  ])
  func whatIsDefinedHasItsMeaningBehindIt(_ sentence: String, _ expected: [String]) {
    #expect(names(sentence) == expected)
  }

  @Test(arguments: [
    ("It is the Bell equation of tones.", true), ("It is this equation of tones.", false),
    ("It is Bell Equation 3 of tones.", false),
  ])
  func aStatementBehindANameIsAPartOfIt(_ text: String, _ isPart: Bool) throws {
    let sentence = TermSentence(text)
    let at = try #require(sentence.words.firstIndex(of: "equation"))
    #expect(sentence.isTermWord[at] == isPart)
  }

  @Test(arguments: [
    ("The band b(t, a) is wide.", "is"), ("The band b_i of it.", "of"), ("The band is wide.", "is"),
    ("The band in-house is wide.", "in-house"), ("The band 𝒟 as a whole.", "as"),
  ])
  func symbolsBehindATermArePassedOver(_ text: String, _ next: String) {
    let sentence = TermSentence(text)
    #expect(sentence.words[sentence.pastSymbols(2)] == next)
  }
}

struct TermExplanationTests {
  private func explains(_ text: String, _ words: [String] = ["damp", "band"]) throws -> Bool {
    let sentence = TermSentence(text)
    let start = try #require(sentence.words.firstIndex(of: words[0]))
    return TermMention(sentence: sentence, term: start..<(start + words.count)).explains
  }

  @Test(arguments: [
    ("We define the damp band b(t) as the widest.", true),
    ("The damp band b_i is defined by its edges.", true),
    ("We keep a damp band, which maps each marble to a pan.", true),
    ("We keep a damp band, which improves the order.", false),
    ("A use of the damp band is a row of marbles.", false),
    ("We sort by the damp band, i.e. a row of marbles.", true),
    ("We sort by the damp band marbles, i.e. a row of them.", false),
  ])
  func findsWhatATermIsOrDoes(_ sentence: String, _ expected: Bool) throws {
    #expect(try explains(sentence) == expected)
  }

  @Test(arguments: [
    (["introduce", "bias"], false), (["marble", "require"], false), (["band", "slowly"], false),
    (["band", "family"], true), (["damp", "band"], true),
  ])
  func verbsAndAdverbsMakeNoTerm(_ words: [String], _ isTerm: Bool) {
    #expect(TermWords.isTerm(words[...]) == isTerm)
  }
}
