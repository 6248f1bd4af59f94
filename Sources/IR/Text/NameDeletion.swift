/// What is left of a statement without the words of the paper's title and the names that the artifact
/// gives to things: a conclusion that lives on names is of no use to who does not know them
/// (`spec/level1-checks.md`, ARA320).
package struct NameDeletion: Sendable {
  /// Content words that a statement has to keep.
  package static let least = 8

  private let titleWords: Set<Substring>
  private var phrases = PhraseTrie()

  // Bounds on hostile names and statements; a statement so long passes anyway.
  private static let longestName = 20
  private static let longestStatement = 500

  /// - Parameter names: They go as whole phrases, the words of the title one by one.
  package init(title: String, names: some Sequence<String>) {
    titleWords = Set(Words.all(title))
    for name in Set(names.map { Words.all($0) }) where (1...Self.longestName).contains(name.count) {
      phrases.insert(name)
    }
  }

  package func livesOnNames(_ statement: some StringProtocol) -> Bool {
    contentLeft(in: statement) < Self.least
  }

  /// The number of content words that are no names.
  package func contentLeft(in statement: some StringProtocol) -> Int {
    let words = Words.all(statement).prefix(Self.longestStatement)
    var left = 0
    var named = 0
    for index in words.indices {
      named = max(named - 1, phrases.longestMatch(in: words[index...]))
      if named == 0, !titleWords.contains(words[index]), Words.isContent(words[index]) { left += 1 }
    }
    return left
  }
}
