import Testing

@testable import Passes

struct WordRarityTests {
  private static let sentences = [
    "Sorters weigh damp marbles", "Sorters weigh dry marbles", "Sorters weigh glass marbles",
    "Sorters lose all gloves",
  ].map(Wording.telling)

  @Test func rareWordsTellMore() {
    let rarity = WordRarity(among: Self.sentences)
    #expect(rarity.sum(["glove"]) > rarity.sum(["marble"]))
    #expect(rarity.sum(["damp"]) > rarity.sum(["sorter"]))
    // What no sentence holds tells as much as what one does.
    #expect(rarity.sum(["rain"]) == rarity.sum(["glove"]))
  }

  @Test func likenessIsOfWhatIsTold() {
    let rarity = WordRarity(among: Self.sentences)
    #expect(rarity.likeness(["glove", "sorter"], ["glove", "sorter"]) == 1)
    #expect(
      rarity.likeness(["glove"], ["glove", "sorter"])
        > rarity.likeness(["sorter"], ["glove", "sorter"]))
    #expect(rarity.share(of: ["glove"], in: ["glove", "sorter"]) == 1)
    #expect(rarity.likeness([], []) == 0)
  }

  @Test func namesWithDigitsTell() {
    #expect(
      Wording.telling("On CIFAR-10, the WMT tasks of 2014") == ["cifar-10", "wmt", "task", "the"])
  }
}
