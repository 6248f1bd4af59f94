import IR
import Testing

@testable import Passes

struct RelatedWorkTests {
  private func works(_ build: (inout StudyPaper) -> Void) async throws -> RelatedWorks {
    var study = StudyPaper()
    build(&study)
    study.section("References")
    for name in ["Sieve", "Scale", "Pan", "Belt"] {
      study.reference(name, "2020", "On the \(name)")
    }
    return try await study.passed(through: "relatedWorks").relatedWorks
  }

  /// `Scale imports` for each block.
  private func roles(_ works: RelatedWorks) -> [String] {
    works.works.map { "\($0.title.value.prefix { $0 != "," }) \($0.role.rawValue)" }
  }

  @Test(arguments: [
    ("We weigh every marble with the scale of [2].", "Scale imports"),
    ("The marbles were washed as in [2].", "Scale imports"),
    ("We extend the rule of [2] to wet marbles.", "Scale extends"),
    ("Our belt is faster than the older belt [2].", "Scale baseline"),
    ("Unlike the rule of [2], nothing waits here.", "Scale bounds"),
    ("Contrary to the claim of [2], noise helps.", "Scale refutes"),
  ])
  func typesAWorkByWhatTheSentenceSays(_ sentence: String, _ role: String) async throws {
    let works = try await works {
      $0.section("Method", "2")
      $0.block(sentence)
    }
    #expect(roles(works) == [role])
    #expect(works.works.first?.whatChanged.grounded?.value == sentence)
    #expect(works.additional.count == 3)
  }

  /// Each work of a sentence has the role of its own clause.
  @Test func readsTheClauseThatCites() async throws {
    let works = try await works {
      $0.section("Method", "2")
      $0.block("Unlike the sieve of [1], which waits, the marbles roll; we use the pan of [3].")
    }
    #expect(roles(works) == ["Sieve bounds", "Pan imports"])
  }

  /// Where the words say nothing, a method takes over what it cites and related work sets it off.
  @Test func typesByThePlaceWhereTheWordsAreSilent() async throws {
    let works = try await works {
      $0.section("Related Work", "2")
      $0.block("A sieve sorts by size [1].")
      $0.section("Method", "3")
      $0.block("A pan [3] holds the marbles.")
    }
    #expect(roles(works) == ["Sieve bounds", "Pan imports"])
  }

  /// Being named once beside another is no relation.
  @Test func leavesWorksNamedOnceTogetherBrief() async throws {
    let works = try await works {
      $0.section("Related Work", "2")
      $0.block("Marbles have been sorted by size [1], [2].")
      $0.block("A belt moves them [4].")
    }
    #expect(roles(works) == ["Belt bounds"])
  }

  /// A list of works says nothing of any of them.
  @Test func leavesWorksOfAListBrief() async throws {
    let works = try await works {
      $0.section("Introduction", "1")
      $0.block("Marbles have been sorted for ages [1], [2], [3].")
      $0.block("A belt moves them [4].")
    }
    #expect(roles(works) == ["Belt bounds"])
    #expect(works.additional.count == 3)
  }

  @Test func aRowOfATableIsCompared() async throws {
    let works = try await works {
      $0.section("Results", "4")
      $0.block("We sort with the sieve of [1].")
      $0.table(
        "1", "The error of all sorters.",
        [["Sorter", "Error"], ["Sieve [1]", "3.0"], ["Ours", "2.0"]])
    }
    #expect(roles(works) == ["Sieve baseline"])
    #expect(works.works.first?.whatChanged.grounded?.value == "We sort with the sieve of [1].")
  }

  /// What the text never cites is told by the caption.
  @Test func aCaptionTellsOfAWorkThatOnlyTheTableCites() async throws {
    let works = try await works {
      $0.section("Results", "4")
      $0.table(
        "1", "The error of all sorters.",
        [["Sorter", "Error"], ["Sieve [1]", "3.0"], ["Ours", "2.0"]])
    }
    #expect(roles(works) == ["Sieve baseline"])
    #expect(works.works.first?.whatChanged.grounded?.value == "The error of all sorters.")
  }

  @Test(arguments: [
    ("We weigh them with the dry scale [2].", "dry scale"),
    ("We sort by Lemma 2 of [2].", "Lemma 2"),
    ("We use the round pan described in [2].", "round pan"),
    ("We use a balance (BAL [2]) here.", "BAL"),
    ("We follow [2] and wash twice.", nil),
    ("We use what waits, as [2] did.", nil),
  ])
  func adoptsWhatTheCitationNames(_ sentence: String, _ element: String?) async throws {
    let works = try await works {
      $0.section("Method", "3")
      $0.block(sentence)
    }
    #expect(works.works.first?.adopted.grounded?.value == element)
  }

  @Test func aReasonSaysWhy() async throws {
    let works = try await works {
      $0.section("Method", "3")
      $0.block("We weigh every marble with the scale of [2].")
      $0.block("The scale [2] has two arms.")
      $0.block("We chose the scale [2] because it is fast.")
    }
    #expect(works.works.first?.why.grounded?.value == "We chose the scale [2] because it is fast.")
  }
}
