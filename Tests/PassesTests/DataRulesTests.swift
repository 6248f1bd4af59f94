import IR
import Testing

@testable import Passes

struct DataRulesTests {
  private func cards(_ write: (inout StudyPaper) -> Void) async throws -> DataCards {
    var paper = StudyPaper()
    write(&paper)
    return try await StudyPaper().passed(through: "data", from: paper.document).data
  }

  @Test func readsWhereTheDataComesFromAndHowMuchThereIs() async throws {
    let cards = try await cards {
      $0.section("Method", "2")
      $0.block("A sorter needs data that were collected by a patient worker.")
      $0.section("Datasets", "3")
      $0.block(
        "We use the Yard dataset of glass. The dataset consists of 2,400 images of marbles."
          + " Each image has a colour and a mass.")
    }
    let card = try #require(cards.dataset)
    #expect(card.provenance.grounded?.value == "We use the Yard dataset of glass.")
    #expect(card.source.map(\.value) == ["§3"])
    #expect(
      card.size.grounded?.value == "The dataset consists of 2,400 images of marbles.")
    #expect(card.variables.grounded?.value == "Each image has a colour and a mass.")
    #expect(card.licensing.grounded == nil)
  }

  @Test func whatIsEvaluatedOnIsData() async throws {
    let sentence =
      "We evaluate on Yard 2 Task 1, a sorting benchmark with 1800 images from 10 walls."
    let cards = try await cards {
      $0.section("Experiments", "3")
      $0.block(sentence)
    }
    #expect(cards.dataset?.provenance.grounded?.value == sentence)
    #expect(cards.dataset?.size.grounded?.value == sentence)
  }

  @Test func readsWhatWasDoneToTheData() async throws {
    let cards = try await cards {
      $0.section("Experiments", "3")
      $0.block(
        "Images with glare were discarded. All images are resized to one size."
          + " All images were labelled by two experts. We split the data into training and test sets."
      )
    }
    let card = try #require(cards.preprocessing)
    #expect(card.cleaning.grounded?.value == "Images with glare were discarded.")
    #expect(card.normalization.grounded?.value == "All images are resized to one size.")
    #expect(card.qualityControl.grounded?.value == "All images were labelled by two experts.")
    #expect(card.splits.grounded?.value == "We split the data into training and test sets.")
  }

  @Test func aSectionOnDataNeedNotSayTheWord() async throws {
    let cards = try await cards {
      $0.section("Data", "3")
      $0.block(
        "The yard set is a dataset of 2,400 minutes. Minutes with a frozen pan were excluded."
          + " The first ten days form the training set.")
    }
    #expect(
      cards.dataset?.provenance.grounded?.value == "The yard set is a dataset of 2,400 minutes.")
    #expect(
      cards.preprocessing?.cleaning.grounded?.value == "Minutes with a frozen pan were excluded.")
    #expect(
      cards.preprocessing?.splits.grounded?.value == "The first ten days form the training set.")
  }

  @Test(arguments: [
    "Each block of the sorter has batch normalization for its input values.",
    "Data of any kind are hard to sort.", "We do not use other data of the yard.",
    "The scores of all images are normalized.",
  ])
  func takesNoWordForAnAct(_ sentence: String) async throws {
    let cards = try await cards {
      $0.section("Experiments", "3")
      $0.block(sentence)
    }
    #expect(cards == DataCards())
  }

  @Test func theDataOfOthersIsNoneOfTheWork() async throws {
    let cards = try await cards {
      $0.section("Related work", "2")
      $0.block("The dataset was collected in a yard. It consists of 2,400 images.")
    }
    #expect(cards.dataset == nil)
  }

  @Test(arguments: [
    ("We divide the sample set of marbles into two disjoint subsets.", false),
    ("We use 200 marbles of the dataset for training.", false),
    ("We use 200 marbles of the dataset for training and 20 for testing.", true),
    ("The training set is split into ten folds of 20 marbles.", true),
  ])
  func aSplitHasTwoParts(_ sentence: String, _ tells: Bool) async throws {
    let cards = try await cards {
      $0.section("Datasets", "3")
      $0.block(sentence)
    }
    #expect(cards.preprocessing?.splits.grounded?.value == (tells ? sentence : nil))
  }
}
