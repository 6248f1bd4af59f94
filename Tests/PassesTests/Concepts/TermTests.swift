import IR
import Testing

@testable import Passes

struct CitationMarkTests {
  @Test(arguments: [
    ("The band [3, 4] is wide.", ["[3, 4]"]),
    ("The band (Bell et al., 2019) is wide.", ["(Bell et al., 2019)"]),
    ("The band (Bell, 2019; Tone, 2020b) is wide.", ["(Bell, 2019; Tone, 2020b)"]),
    ("The band (in our yard) is [a, b] wide.", []),
    ("The band (12345) is not closed [3, 4", []),
  ])
  func findsMarks(_ sentence: String, _ expected: [String]) {
    #expect(
      CitationMarks.ranges(in: sentence).map { String(sentence[...][utf8Range: $0]) } == expected)
  }
}

struct SpelledOutTermTests {
  @Test(arguments: [
    ("RTP (room tone padding) is wide.", ["RTP": "room tone padding"]),
    ("TaP (Tone and Padding) is wide.", ["TaP": "Tone and Padding"]),
    ("SHAL (SHort Added Lull) is wide.", ["SHAL": "SHort Added Lull"]),
    ("SOPA (SOund Of the Padded room, as heard) is wide.", [:]),
    ("The LAMP (which we lit) is wide.", [:]), ("We weigh (in calm air) at night.", [:]),
  ])
  func findsTheWordsForLetters(_ sentence: String, _ expected: [String: String]) {
    let found = AbbreviatedTerm.all(in: sentence).map { term in
      (term.short, String(sentence[...][utf8Range: term.term]))
    }
    #expect(Dictionary(found, uniquingKeysWith: { $1 }) == expected)
  }
}

struct RecurringTermTests {
  private func terms(_ sentences: [String]) -> [String] {
    let sentences = sentences.map(TermSentence.init)
    return RecurringTerms(index: TermIndex(sentences)).phrases(in: sentences)
      .map { $0.joined(separator: " ") }
  }

  private func fourTimes(_ sentence: String) -> [String] { Array(repeating: sentence, count: 4) }

  @Test(arguments: [
    ("It needs a dustbin class for this.", ["dustbin class"]),
    ("The larger marble is of wet glass.", ["wet glass"]),
    ("We sort marbles for it.", []),
    ("This is a language model of it.", []),
    ("It is the dustbin task of them.", []),
  ])
  func findsNounPhrases(_ sentence: String, _ expected: [String]) {
    #expect(terms(fourTimes(sentence)) == expected)
  }

  @Test(arguments: [
    ("trained model", true), ("rank-based method", true), ("light-tailed error", false),
    ("trained marble", false),
  ])
  func whatWasDoneToAnyModelIsNoTerm(_ phrase: String, _ expected: Bool) {
    #expect(TermWords.isParticiple(phrase.split(separator: " ").map(String.init)) == expected)
  }

  @Test func aPartOfALongerTermIsNone() {
    #expect(terms(fourTimes("It has a damp marble sorter in it.")) == ["damp marble sorter"])
  }

  @Test func aPhraseOfThreeUsesIsNone() {
    #expect(terms(Array(repeating: "It needs a dustbin class.", count: 3)).isEmpty)
  }
}

struct TermMentionTests {
  private func tells(_ text: String) -> Int? {
    let sentence = TermSentence(text)
    let index = TermIndex([sentence])
    return sentence.place(of: ["dry", "band"].map(index.key), in: sentence.words.map(index.key))
      .map { TermMention(sentence: sentence, term: $0).tells }
  }

  @Test func aDefinitionTellsMoreThanAMention() throws {
    let defined = try #require(tells("The dry band is an interval in which marbles are kept dry."))
    let used = try #require(tells("All of the marbles lie in the dry band of the yard at night."))
    let shown = try #require(tells("Figure 2 shows the marbles and the dry band of the yard."))
    #expect(defined > used)
    #expect(used > shown)
    #expect(tells("The dry (band) is wide in winter at night.") == nil)
  }

  @Test func aLetterBehindATermIsItsSymbol() throws {
    let sentence = TermSentence("We make the dry band ε wide.")
    let mention = TermMention(sentence: sentence, term: 3..<5)
    #expect(mention.symbol.map { String(sentence.text($0)) } == "ε")
    #expect(TermMention(sentence: sentence, term: 2..<4).symbol == nil)
  }
}

struct ConceptDefinitionTests {
  private func concepts(_ build: (inout StudyPaper) -> Void) async throws -> [Concept] {
    var study = StudyPaper()
    build(&study)
    return try await study.passed(through: "concepts").concepts.concepts
  }

  @Test func aDisplayCompletesASentence() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block("The dry band is defined as")
      $0.block("b = M / 2 (1)", .equation)
      $0.block("where M is the mass of all. The dry band is wide. A dry band helps.")
    }
    #expect(
      concepts.map(\.definition.value) == [
        "The dry band is defined as b = M / 2 (1) where M is the mass of all."
      ])
  }

  @Test func aConceptHasTheConditionsThatItsSentencesState() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block("The dry band is defined as an interval. A marble of the yard can be sorted by it.")
      $0.block("The dry band holds for flat pans. A dry band helps.")
    }
    #expect(
      concepts.map(\.boundary.grounded?.value) == ["The dry band holds for flat pans."])
  }

  @Test func aNameGoesWithTheSentenceThatItNames() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block("Marbles near the edge are kept. We call this the dry band. A dry band helps.")
    }
    #expect(
      concepts.map(\.definition.value) == [
        "Marbles near the edge are kept. We call this the dry band."
      ])
  }

  @Test func italicsIntroduceATerm() async throws {
    func study(_ isSet: Bool) async throws -> [String] {
      try await concepts {
        $0.section("Method", "2")
        let span = $0.block("Marbles that touch are sorted by dry stacking in the yard.")
        $0.block("Much of it is dry stacking.")
        if isSet { $0.emphasise("dry stacking", in: span) }
      }.map(\.term.value)
    }
    #expect(try await study(true) == ["dry stacking"])
    #expect(try await study(false) == [])
  }

  /// A sentence that only has the term is no definition of it.
  @Test func tellsWhatATermIsFromWhereItIsUsed() async throws {
    func place(_ sentence: String) async throws -> String? {
      try await concepts {
        $0.section("Sorting with a Dustbin Class", "1")
        $0.section("Method", "2")
        $0.block("Few marbles go to the dustbin class here. We count the dustbin class too.")
        $0.block(sentence)
        $0.block("No marble leaves the dustbin class.")
      }.first.map { $0.usedIn?.value ?? "defined" }
    }
    #expect(try await place("All the marbles roll to the dustbin class at night.") == "§2")
    #expect(
      try await place("The dustbin class (white) is a box that nobody wants.") == "defined")
  }

  @Test(arguments: [
    ("The dustbin class technique works with a broom.", true),
    ("The dustbin class is computed from the marbles.", true),
    ("The dustbin class is computed twice in each run.", false),
  ])
  func whatAThingDoesOrIsMadeFromTellsWhatItIs(_ sentence: String, _ explains: Bool) throws {
    let sentence = TermSentence(sentence)
    #expect(TermMention(sentence: sentence, term: 1..<3).explains == explains)
  }

  /// A clause may pick out some of the things, or say how they fare.
  @Test(arguments: [
    ("A dustbin class that takes the rest is near.", true),
    ("We try dustbin class boxes that take the rest.", false),
    ("The dustbin class, which is a box, is near.", true),
    ("The dustbin class, which is slow, is near.", false),
  ])
  func whatPicksOutOrFaresDefinesNothing(_ sentence: String, _ defines: Bool) throws {
    let sentence = TermSentence(sentence)
    let start = try #require(sentence.words.firstIndex(of: "dustbin"))
    let end = sentence.words[start + 2] == "boxes" ? start + 3 : start + 2
    #expect(TermMention(sentence: sentence, term: start..<end).defines == defines)
  }

  /// Its full name does not say what a term is.
  @Test func aFullNameIsNoDefinition() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block("Costs fall for all yards with room tone padding (RTP) and brooms.")
      $0.block("We run RTP twice. We run RTP at night. All yards run RTP.")
    }
    #expect(concepts.map { $0.usedIn?.value } == ["§2"])
  }

  /// A head with a short name in brackets names what its paragraph tells of.
  @Test(arguments: [("Hard damp sorting (M1).", true), ("Hard damp sorting.", false)])
  func aHeadWithALabelIsATerm(_ head: String, _ isTerm: Bool) async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block("\(head) Take the marbles one by one from the edge of the pan.", lead: head)
    }
    #expect(concepts.map(\.term.value) == (isTerm ? ["Hard damp sorting"] : []))
  }

  /// `2) Drying span: …` among the items of a list, wherever it stands.
  @Test func aNumberedItemDefinesItsHead() async throws {
    let concepts = try await concepts {
      $0.section("Experiments", "3")
      $0.block("1) Drying Span: The time in which the marbles of a pan are dry.", .listItem)
      $0.block("The drying span of all pans is the same.")
    }
    #expect(concepts.map { $0.usedIn == nil } == [true])
  }

  /// A clause behind an abbreviation tells what it is, however often the paper uses the letters.
  @Test(arguments: [
    ("We use room tone padding (RTP) [3], which fills all gaps of a clip.", true),
    ("We use room tone padding (RTP) [3] in the gaps of a clip.", false),
    ("We use room tone padding (RTP), which was found to be of no use.", false),
  ])
  func aClauseBehindAnAbbreviationDefinesIt(_ sentence: String, _ isTold: Bool) throws {
    let found = try #require(AbbreviatedTerm.all(in: sentence).first)
    #expect(found.isExplained(in: TermSentence(sentence)) == isTold)
  }

  @Test func aPhraseThatRecursIsDefinedByTheSentenceThatTellsMost() async throws {
    let concepts = try await concepts {
      $0.section("Sorting with a Dustbin Class", "1")
      $0.section("Method", "2")
      $0.block("Few marbles go to the dustbin class here. We count the dustbin class too.")
      $0.block("All marbles that nobody wants belong to one dustbin class that is never sorted.")
      $0.block("No marble leaves the dustbin class.")
    }
    #expect(concepts.map(\.term.value) == ["dustbin class"])
    #expect(concepts.first?.definition.value.hasPrefix("All marbles that nobody wants") == true)
  }
}

struct SymbolledTermTests {
  private func hits(_ uses: Int) -> [String] {
    let sentences = Array(
      repeating: TermSentence("We make the dry band ε wide and keep a marble here."), count: uses)
    return SymbolledTerm.hits(in: sentences, TermIndex(sentences)).map { at, hit in
      let notation = hit.notation.map { String(sentences[at].text($0)) } ?? "—"
      return "\(at) \(sentences[at].text(sentences[at].bytes(hit.term))) \(notation)"
    }
  }

  @Test func aTermThatStandsBeforeALetterHasASymbol() {
    #expect(hits(3) == ["0 dry band ε"])
    #expect(hits(2) == [])
  }
}
