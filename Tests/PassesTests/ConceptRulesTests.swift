import IR
import Testing

@testable import Passes

struct AbbreviationTests {
  private func expansion(_ sentence: String) throws -> String? {
    let open = try #require(sentence.firstIndex(of: "("))
    let close = try #require(sentence.firstIndex(of: ")"))
    let short = String(sentence[sentence.index(after: open)..<close])
    return AbbreviatedTerm.expansion(of: short, before: open, in: sentence)
      .map { String(sentence[$0]) }
  }

  @Test(arguments: [
    ("We use stochastic gradient descent (SGD) here.", "stochastic gradient descent"),
    ("The signal-to-noise ratio (SNR) of a clip", "signal-to-noise ratio"),
    ("Use the area under the curve (AUC) here.", "area under the curve"),
    ("A Vision Transformer (ViT) model", nil),
    ("the lagged ridge regression (LRR), which", "lagged ridge regression"),
    ("Long Short-Term Memory (LSTM) cells", "Long Short-Term Memory"),
    ("Results, new and old, here (RNO) end", nil),
    ("Nothing fits (XYZ) here", nil),
    ("It (IT) stands", nil),
  ])
  func findsTheWordsOfAnAbbreviation(_ sentence: String, _ words: String?) throws {
    #expect(try expansion(sentence) == words)
  }
}

struct AbbreviatedTermTests {
  private func found(_ sentence: String) -> [String] {
    AbbreviatedTerm.all(in: sentence).map { term in
      "\(sentence[...][utf8Range: term.term]): \(sentence[...][utf8Range: term.notation])"
    }
  }

  @Test(arguments: [
    ("The non-damp marble model (NMM) rolls.", ["non-damp marble model: NMM"]),
    ("We use room tone (RT) and bell tone (BT).", ["room tone: RT", "bell tone: BT"]),
    ("Recurrent room models (RRMs) are slow.", ["Recurrent room models: RRMs"]),
    ("The Kullback-Leibler (KL) divergence is small.", ["Kullback-Leibler (KL) divergence: KL"]),
    ("It reads the Bell Street Journal (BSJ) corpus.", []),
    ("Nothing (here) is short.", []),
  ])
  func findsNamesWithTheirLetters(_ sentence: String, _ terms: [String]) {
    #expect(found(sentence) == terms)
  }
}

struct ProperTermTests {
  @Test(arguments: [
    ("The GetBell method replies at once.", "GetBell"), ("BELL-1 is slow.", "BELL-1"),
    ("Bells are slow.", nil), ("RQ1 asks for bells.", nil),
  ])
  func findsTheNameThatASentenceSpeaksOf(_ text: String, _ name: String?) {
    let sentence = TermSentence(text)
    let hit = ProperTerm.subject(of: sentence, TermIndex([sentence, sentence]))
    #expect(hit.map { String(sentence.text(sentence.bytes($0.term))) } == name)
  }
}

struct TermFormTests {
  /// What a sentence defines where the paper uses some phrases often.
  private func terms(_ text: String, isItem: Bool = false, isTelling: Bool = false) -> [String] {
    let sentence = TermSentence(text)
    let phrases = [
      "room tone", "the window", "Occam’s razor", "uncertainty band", "head size", "careful sorter",
      "the Bell", "damp marbles", "the rate",
    ]
    let uses = phrases.flatMap { Array(repeating: TermSentence("Here is \($0)."), count: 5) }
    let index = TermIndex(uses + [sentence])
    let quoted = [QuotedTerm.hit(in: sentence, index, isTelling: isTelling)].compactMap(\.self)
    let forms = TermForms(index: index, isTelling: isTelling)
    return (forms.hits(in: sentence, entries: isItem ? 2 : nil) + quoted).map { hit in
      let notation = hit.notation.map { " \(sentence.text($0))" } ?? ""
      return "\(sentence.text(sentence.bytes(hit.term))) \(hit.strength.rawValue)" + notation
    }
  }

  /// In a sentence whose words let one expect a definition.
  @Test(arguments: [
    ("The damping rate (or hush, for short) shows the share of noise.", ["damping rate 2"]),
    ("The tone of a room is defined as its noise.", ["tone 3"]),
    ("Damp echo collapses every tone.", ["Damp echo 2"]),
    ("We found an “island of calm” behind the bell.", ["island of calm 2"]),
    ("The value for the mark ‘Weight’ of a bell is its pull.", ["Weight 2"]),
  ])
  func findsRareTermsWhereWordsTellOfThem(_ sentence: String, _ found: [String]) {
    #expect(terms(sentence, isTelling: true) == found)
    #expect(terms(sentence).isEmpty)
  }

  @Test func aQuotedWordIsAMannerOfSpeaking() {
    #expect(terms("Nobody knows how to “solve” the bell at night.", isTelling: true).isEmpty)
  }

  @Test(arguments: [
    ("A window is defined as a stretch of samples.", ["window 3"]),
    ("It is a habit known as bell ringing.", ["bell ringing 3"]),
    ("The humming level h is a number of the hall.", ["humming level 2"]),
    ("In this paper, the uncertainty band refers to an interval.", ["uncertainty band 3"]),
    ("We call this the uncertainty band.", ["uncertainty band 3"]),
    ("We refer to this sound as room tone.", ["room tone 3"]),
    ("It is a rule, known as Occam’s razor, that helps.", ["Occam’s razor 3"]),
    ("We call the background of a bell its room tone.", ["room tone 3"]),
    ("We define the uncertainty band as an interval.", ["uncertainty band 3"]),
    ("Room tone is the sound of nobody.", ["Room tone 2"]),
    ("We halve the head size (the number of marbles in it).", ["head size 2"]),
    ("We draw the uncertainty band (inverse of the drift).", ["uncertainty band 2"]),
    ("We draw the uncertainty band (a wide one).", []),
    ("Room tone is the loudest sound.", []),
    ("Room tone is soft in halls.", ["Room tone 1"]),
    ("Room tone is soft in 12 halls.", []),
    ("The careful sorter takes one marble.", ["careful sorter 1"]),
    ("It needs room tone, which is the sound of nobody.", ["room tone 2"]),
    ("It needs room tone [8], which is the sound of nobody.", ["room tone 2"]),
    ("It adds noise where d_h is the head size of all.", ["head size 2 d_h"]),
    ("We introduce the careful sorter for these.", ["careful sorter 1"]),
    ("This paper presents Bell, a careful machine.", ["Bell 3"]),
    ("We keep “damp marbles” in the yard.", ["damp marbles 2"]),
    ("We sort them into “damp marbles”, “dry marbles”, and “wet marbles”.", []),
    ("The biases of it are “useful” here.", []),
    ("Nothing of this is said here.", []),
  ])
  func findsWhatASentenceDefines(_ sentence: String, _ expected: [String]) {
    #expect(terms(sentence) == expected)
  }

  @Test func anEntryOfAListDefinesItsHead() {
    #expect(terms("Room tone: the sound of nobody at all.", isItem: true) == ["Room tone 3"])
    #expect(terms("Room tone: 12 % less than before, too.", isItem: true) == [])
    #expect(terms("Room tone: the sound of nobody at all.") == [])
  }

  @Test func singularAndPluralAreOneTerm() {
    let index = TermIndex([
      TermSentence("The bodies of damp marbles."), TermSentence("A damp marble."),
    ])
    #expect(index.uses(of: ["damp", "marble"]) == 2)
    #expect(index.uses(of: ["damp", "marbles"]) == 2)
    #expect(index.uses(of: ["marble", "damp"]) == 0)
    #expect(Plurals.singular("bodies") == "body")
    #expect(Plurals.singular("bias") == "bias")
    #expect(Plurals.singular("radii") == "radius")
    #expect(Plurals.singular("matrices") == "matrix")
    #expect(Plurals.singular("hypotheses") == "hypothesis")
  }
}

struct ConceptRulesTests {
  private func concepts(_ build: (inout StudyPaper) -> Void) async throws -> [Concept] {
    var study = StudyPaper()
    build(&study)
    return try await study.passed(through: "concepts").concepts.concepts
  }

  @Test func givesTermNotationAndDefinition() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block("We use room tone padding (RTP) for short clips. RTP helps. RTP is loud.")
      $0.block("A window is defined as a stretch of samples that uses room tone padding.")
      $0.block("No window is empty.")
    }
    #expect(concepts.map(\.term.value) == ["room tone padding", "window"])
    #expect(concepts[0].notation.grounded?.value == "RTP")
    #expect(concepts[1].related == ["room tone padding"])
    #expect(concepts[1].definition.value.hasPrefix("A window is defined"))
  }

  @Test func explainsASectionByASentenceThatNamesIt() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.section("Drying Law", "2.1", level: 2)
      $0.block("A puddle shrinks on dry days. By the drying law this is taken from the depth.")
      $0.block("Without a drying law nothing dries.")
    }
    #expect(concepts.map(\.term.value) == ["drying law"])
    #expect(
      concepts.first?.definition.value == "By the drying law this is taken from the depth.")
  }

  @Test(arguments: [
    ("Wet Pan Law", ["wet pan law"]), ("The wet pan law", ["wet pan law"]),
    ("Stage 2: Wet pan law (M2)", ["wet pan law"]), ("Wet pan law at night", ["wet pan law"]),
    ("Drying puddles", []), ("Wet Pan Analysis", []), ("Dryer", []), ("WET PAN LAW", []),
  ])
  func aHeadOfTheMethodNamesAPart(_ head: String, _ terms: [String]) async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block("Much of the work rests on what the wet pan law says of puddles.")
      $0.section(head, "2.1", level: 2)
      $0.block("A puddle shrinks on dry days by what wind and sun take from its depth.")
    }
    #expect(concepts.map(\.term.value) == terms)
  }

  /// What no sentence speaks of is what was done under the heading.
  @Test func aHeadThatNoSentenceNamesIsNoTerm() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.section("Wet Pan Law", "2.1", level: 2)
      $0.block("A puddle shrinks on dry days by what wind and sun take from its depth.")
    }
    #expect(concepts.isEmpty)
  }

  @Test func aDefinitionMayHaveItsNameInBrackets() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block(
        "Definition 1 (Dry band). Given a pan, it is the stretch where nothing rolls.",
        label: "Definition 1")
    }
    #expect(concepts.map(\.term.value) == ["Dry band"])
    #expect(
      concepts.first?.definition.value == "Given a pan, it is the stretch where nothing rolls.")
  }

  @Test func aDefinitionGoesOnWithTheSentencesBehindIt() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block(
        "Room tone is the sound of nobody. It is soft at night. Halls have more room tone.")
    }
    #expect(
      concepts.map(\.definition.value) == [
        "Room tone is the sound of nobody. It is soft at night."
      ])
  }

  @Test func namesNothingTwiceAndNoVagueTerm() async throws {
    let concepts = try await concepts {
      $0.section("Method", "2")
      $0.block("The window is defined as a stretch. A window is defined as a stretch of samples.")
      $0.block("This is defined as a stretch. The method is defined as a stretch of 12 samples.")
      $0.section("Related Work", "3")
      $0.block("We are not the first who looked at the horizon, which is far [3].")
    }
    #expect(concepts.map(\.term.value) == ["window"])
  }
}
