import IR
import Testing

@testable import Passes

struct ComparisonTests {
  /// The first side, the second one, and how they are compared.
  private func parts(_ sentence: String) -> String? {
    ComparisonSentence(sentence).map {
      let first = $0.first.telling.sorted().joined(separator: " ")
      let second = $0.second.telling.sorted().joined(separator: " ")
      return "\(first) | \($0.relation) | \(second)"
    }
  }

  @Test(arguments: [
    (
      "The careful sorter outperforms the quick sorter on glass.",
      "careful sorter | better | quick sorter"
    ),
    ("Careful has a lower error than Quick.", "careful | less | quick"),
    ("We see that Careful is slightly worse than Quick.", "careful | worse | quick"),
    ("Compared to Quick, Careful reduces the error by 2 points.", "careful | less | quick"),
    ("Careful reduces the error by 2 points compared to Quick.", "careful | less | quick"),
    ("Careful runs clearly faster than Quick.", "careful | faster | quick"),
    ("Careful is more accurate than Quick.", "careful | better | quick"),
    (
      "The 34-marble tray is better than the 18-marble tray.",
      "34 marble tray | better | 18 marble tray"
    ),
    ("Careful does not outperform Quick.", nil),
    ("Careful may have a lower error than Quick.", nil),
    ("It outperforms Quick.", nil),
    ("Careful outperforms all other sorters.", nil),
    ("Careful outperforms Quick when it rains.", nil),
    ("Careful outperforms expectations of most.", nil),
    ("Marbles are red.", nil),
  ])
  func findsTheSidesOfAComparison(_ sentence: String, _ expected: String?) {
    #expect(parts(sentence) == expected)
  }

  private static let rows = [
    ["Sorter", "Error on glass", "Error on clay", "Time (s)"],
    ["Quick", "9.7", "4.0", "10"],
    ["Careful", "3.1", "4.4", "30"],
    ["Careful twin", "3.0", "4.1 ± 0.9", "31"],
  ]

  private func paper(_ rows: [[String]]) throws -> PaperView {
    var study = StudyPaper()
    study.section("Results", "1")
    study.table("1", "Error of the sorters.", rows)
    return try #require(PaperView(study.document))
  }

  /// What the table says of a sentence: `+` or `-`, and the deciding cells.
  private func decision(_ sentence: String, _ rows: [[String]] = rows) throws -> String? {
    let view = try paper(rows)
    let comparison = try #require(ComparisonSentence(sentence))
    let decision = TableDecision(
      comparison, in: AddressedTable(view.paper.tables[0].grids[0], view),
      caption: "Error of the sorters.", own: OwnNames(view, Atoms()))
    return decision.map { decision in
      let pairs = decision.pairs.map {
        "\(view.text(of: $0.first.span)) \(view.text(of: $0.second.span))"
      }
      return (decision.isBorneOut ? "+ " : "- ") + pairs.joined(separator: ", ")
    }
  }

  @Test(arguments: [
    ("Careful outperforms Quick on glass.", "+ 3.1 9.7"),
    ("Quick outperforms Careful on glass.", "- 9.7 3.1"),
    ("Careful has a lower error on clay than Quick.", "- 4.4 4.0"),
    ("Careful is better than Quick on clay.", "- 4.4 4.0"),
    // Borne out on glass only.
    ("Careful outperforms Quick.", nil),
    ("Careful consistently outperforms Quick.", "- 4.4 4.0"),
    ("Quick is faster than Careful.", "+ 10 30"),
    // The spread is larger than the difference.
    ("Quick is better than Careful twin on clay.", nil),
    // Not in the table.
    ("Careful outperforms Slow on glass.", nil),
    ("Careful outperforms Quick on wood.", nil),
    ("Careful with gloves outperforms Quick on glass.", nil),
  ])
  func lookUpTheCellsThatDecide(_ sentence: String, _ expected: String?) throws {
    #expect(try decision(sentence) == expected)
  }

  @Test func decidesBetweenColumns() throws {
    let rows = [
      ["Marbles", "plain", "striped"], ["18 marbles", "27.9", "27.8"],
      ["34 marbles", "28.5", "25.0"],
    ]
    #expect(
      try decision("The 34-marble striped tray has a lower error than its plain counterpart.", rows)
        == nil)
    #expect(
      try decision("The 34 striped marbles have a lower error than the plain marbles.", rows)
        == "+ 25.0 28.5")
  }

  @Test func saysNothingOfRowsThatAreNamedAlike() throws {
    let rows = [["Sorter", "Error"], ["Quick", "9.7"], ["Quick", "2.0"], ["Careful", "3.1"]]
    #expect(try decision("Careful outperforms Quick.", rows) == nil)
  }

  @Test(arguments: [
    ("Careful works well in all rooms.", "3.1 4.4 30"),
    ("The careful twin gained most.", "3.0 4.1 ± 0.9 31"),
    ("Both Quick and Careful do well on glass.", "9.7 3.1"),
    // The time of a plain word is no column that it speaks of.
    ("Sorting takes time.", nil),
    ("Our sorter works well.", nil),
  ])
  func findsTheCellsThatASentenceSpeaksOf(_ sentence: String, _ expected: String?) throws {
    let view = try paper(Self.rows)
    let table = AddressedTable(view.paper.tables[0].grids[0], view)
    let cells = namedCells(by: sentence, table, view)
    #expect(cells?.entries.map { view.text(of: $0.span) }.joined(separator: " ") == expected)
  }

  private func namedCells(by sentence: String, _ table: AddressedTable, _ view: PaperView)
    -> NamedCells?
  {
    NamedCells(
      Set(ComparisonWords(sentence).all), hasNumbers: !NumberToken.scan(sentence).isEmpty,
      in: table,
      own: OwnNames(view, Atoms()))
  }

  @Test func takesTheAverageOfRowsWithTooManyCells() throws {
    let head = ["Sorter", "Glass", "Wood", "Clay", "Iron", "Salt", "Average"]
    let view = try paper([
      head, ["Quick", "9.1", "9.2", "9.3", "9.4", "9.5", "9.3"],
      ["Slow", "8.1", "8.2", "8.3", "8.4", "8.5", "8.3"],
      ["Sleepy", "7.1", "7.2", "7.3", "7.4", "7.5", "7.3"],
    ])
    let table = AddressedTable(view.paper.tables[0].grids[0], view)
    func cells(_ sentence: String) -> [String]? {
      namedCells(by: sentence, table, view)?.entries.map {
        view.text(of: $0.span)
      }
    }
    #expect(cells("Slow sorters beat quick ones on all marbles.") == ["9.3", "8.3"])
    // Its own numbers may be those of another table.
    #expect(cells("Slow sorters beat quick ones, rated 3.42 against 3.30.") == nil)
  }

  @Test func findsTheRowsOfThePapersOwnSystem() throws {
    let rows = [
      ["Sorter", "Wear"], ["Quick", "9.7"], ["Slow", "9.9"], ["Ours (deep)", "3.1"],
      ["Ours", "4.0"],
    ]
    let view = try paper(rows)
    let table = AddressedTable(view.paper.tables[0].grids[0], view)
    func cells(_ sentence: String) -> [String]? {
      namedCells(by: sentence, table, view)?.entries.map { view.text(of: $0.span) }
    }
    #expect(cells("Our deep sorter beats all others.") == ["3.1"])
    #expect(cells("Our sorter beats all others.") == ["3.1", "4.0"])
    #expect(cells("All others lose.") == nil)
  }
}
