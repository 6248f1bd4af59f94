internal import IR

/// What is left of a statement without the words of the paper's title and the terms that it defines:
/// a conclusion that lives on names is of no use to who does not know them.
///
/// The same test that Level 1 makes of an artifact (`spec/level1-checks.md`, ARA320), but for the
/// names of components and experiments, which are made from claims and not the other way round.
struct NameDeletion {
  /// Content words that a statement has to keep.
  static let least = 8

  private let titleWords: Set<String>
  /// Terms by their first word, the longest first.
  private var terms: [String: [[String]]] = [:]

  init(title: String, terms names: [String]) {
    titleWords = Set(Self.words(of: title))
    for name in names {
      let words = Self.words(of: name)
      if let first = words.first { terms[first, default: []].append(words) }
    }
    for first in terms.keys { terms[first]?.sort { $1.count < $0.count } }
  }

  func livesOnNames(_ statement: String) -> Bool { contentLeft(in: statement) < Self.least }

  /// The number of content words that are no names.
  func contentLeft(in statement: String) -> Int {
    let words = Self.words(of: statement)
    var left = 0
    var named = 0
    for index in words.indices {
      named = max(named - 1, longestTerm(in: words[index...]))
      if named == 0, !titleWords.contains(words[index]), Self.isContent(words[index]) { left += 1 }
    }
    return left
  }

  private func longestTerm(in words: ArraySlice<String>) -> Int {
    guard let first = words.first else { return 0 }
    return terms[first]?.first { words.starts(with: $0) }?.count ?? 0
  }

  private static func isContent(_ word: String) -> Bool {
    word.count >= 4 && !FunctionWords.all.contains(word)
  }

  /// Runs of letters and digits, in lower case.
  private static func words(of text: String) -> [String] {
    text.lowercase.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
