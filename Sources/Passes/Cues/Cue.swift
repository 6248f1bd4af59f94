package import IR

/// A phrase that tells what a sentence does.
///
/// A pattern is words in order. `a|b` matches either word, `out*` any word that begins so, `...`
/// up to four words, `^` the start of the sentence, `#` a number. A row carries a sentence that it
/// must match and one that it must not; a test runs them all.
package struct Cue: Sendable {
  package let pattern: String
  package let role: Atom.Role
  package let weight: Int
  package let matches: String
  package let ignores: String
  private let steps: [Step]

  package init(
    _ pattern: String, _ role: Atom.Role, weight: Int, matches: String, ignores: String
  ) {
    self.pattern = pattern
    self.role = role
    self.weight = weight
    self.matches = matches
    self.ignores = ignores
    steps = pattern.split(separator: " ").map(Step.init)
  }

  package func matches(_ words: CueWords) -> Bool {
    if steps.first == .start {
      return match(Array(steps.dropFirst())[...], words.words[...])
    }
    return words.words.indices.contains { match(steps[...], words.words[$0...]) }
  }

  private enum Step: Hashable, Sendable {
    case start, gap, number
    case words([String])
    case prefixes([String])

    init(_ text: Substring) {
      switch text {
      case "^": self = .start
      case "...": self = .gap
      case "#": self = .number
      default:
        let options = text.split(separator: "|").map(String.init)
        if options.contains(where: { $0.hasSuffix("*") }) {
          self = .prefixes(options)
        } else {
          self = .words(options)
        }
      }
    }

    func accepts(_ word: String) -> Bool {
      switch self {
      case .start, .gap: false
      case .number: word.first.map { $0.isASCIIDigit } ?? false
      case .words(let options): options.contains(word)
      case .prefixes(let options):
        options.contains { $0.hasSuffix("*") ? word.hasPrefix($0.dropLast()) : word == $0 }
      }
    }
  }

  private static let longestGap = 4

  private func match(_ steps: ArraySlice<Step>, _ words: ArraySlice<String>) -> Bool {
    guard let step = steps.first else { return true }
    let rest = steps.dropFirst()
    if step == .gap {
      return (0...Self.longestGap).contains { skipped in
        skipped <= words.count && match(rest, words.dropFirst(skipped))
      }
    }
    guard let word = words.first, step.accepts(word) else { return false }
    return match(rest, words.dropFirst())
  }
}

/// A sentence as cues see it: words in lower case, without punctuation.
package struct CueWords: Sendable {
  package let words: [String]

  package init(_ sentence: String) {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      while word.last == 0x2E { word.removeLast() }
      while let first = word.first, first == 0x2E || first == 0x2D { word.removeFirst() }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in sentence.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "'", "%", ".": word.append(UInt8(scalar.value))
      case "A"..."Z": word.append(UInt8(scalar.value) | 0x20)
      case "’": word.append(0x27)
      default:
        if !scalar.isASCII, scalar.properties.isAlphabetic {
          word += Array(String(scalar).lowercased().utf8)
        } else {
          end()
        }
      }
    }
    end()
    self.words = words
  }
}

/// Rows of cues with an index on their first words: a sentence meets only the rows that may match.
package struct CueTable: Sendable {
  package let rows: [Cue]
  private let byFirstWord: [String: [Int]]
  private let others: [Int]

  package init(_ rows: [Cue]) {
    self.rows = rows
    var byFirstWord: [String: [Int]] = [:]
    var others: [Int] = []
    for (index, row) in rows.enumerated() {
      if let words = row.firstWords {
        for word in words { byFirstWord[word, default: []].append(index) }
      } else {
        others.append(index)
      }
    }
    self.byFirstWord = byFirstWord
    self.others = others
  }

  /// What a sentence does: the weights of its matching rows added per role, heaviest first.
  package func roles(of sentence: CueWords) -> [Atom.ScoredRole] {
    var candidates = Set(others)
    for word in sentence.words { candidates.formUnion(byFirstWord[word] ?? []) }
    var weights: [Atom.Role: Int] = [:]
    for index in candidates.sorted() where rows[index].matches(sentence) {
      weights[rows[index].role, default: 0] += rows[index].weight
    }
    return weights.map { Atom.ScoredRole(role: $0.key, weight: $0.value) }
      .filter { $0.weight > 0 }
      .sorted { ($1.weight, $0.role.rawValue) < ($0.weight, $1.role.rawValue) }
  }
}

extension Cue {
  /// The words one of which begins every match; nil if a prefix, number or gap comes first.
  fileprivate var firstWords: [String]? {
    let first = steps.first == .start ? steps.dropFirst().first : steps.first
    if case .words(let words) = first { return words }
    return nil
  }
}
