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
  let steps: [Step]

  package init(
    _ pattern: String, _ role: Atom.Role, weight: Int, matches: String, ignores: String
  ) {
    self.pattern = pattern
    self.role = role
    self.weight = weight
    self.matches = matches
    self.ignores = ignores
    steps = pattern.parts(between: " ").map(Step.init)
  }

  /// Whether the row matches a sentence; a table asks for many rows at once.
  package func matches(_ words: CueWords) -> Bool { !CueTable([self]).matches(in: words).isEmpty }

  enum Step: Hashable, Sendable {
    case start, gap, number
    case words([String])
    case prefixes([String])

    init(_ text: Substring) {
      switch text {
      case "^": self = .start
      case "...": self = .gap
      case "#": self = .number
      default:
        let options = text.parts(between: "|").map(String.init)
        if text.utf8.contains(UInt8(ascii: "*")) {
          self = .prefixes(options)
        } else {
          self = .words(options)
        }
      }
    }
  }

  static let longestGap = 4
}

/// Rows of cues, compiled so that a sentence is looked at once for all of them.
///
/// Each option of a pattern is an identifier; a word of a sentence is the identifiers that accept
/// it, and a row is tried only where its first step does.
package struct CueTable: Sendable {
  package let rows: [Cue]
  private let compiled: [Compiled]
  private let rowsByFirst: [Int: [Int]]
  private let exact: [String: Int]
  /// The lengths that exact options have, a bit each, by their first byte: most words of a sentence
  /// are none and need not be looked up.
  private let lengths: [UInt64]
  /// Prefixes by their first byte.
  private let prefixes: [[(text: [UInt8], id: Int)]]

  private struct Compiled: Sendable {
    let steps: [CompiledStep]
    let isAnchored: Bool
  }

  private enum CompiledStep: Sendable {
    case gap
    case accepts(Set<Int>)
  }

  /// Accepts words that begin with a digit.
  private static let number = 0

  package init(_ rows: [Cue]) {
    var options: [String: Int] = [:]
    func id(_ option: String) -> Int {
      if let known = options[option] { return known }
      options[option] = options.count + 1
      return options.count
    }
    self.rows = rows
    compiled = rows.map { row in
      Compiled(
        steps: row.steps.filter { $0 != .start }.map { step in
          switch step {
          case .start, .gap: .gap
          case .number: .accepts([Self.number])
          case .words(let words), .prefixes(let words): .accepts(Set(words.map(id)))
          }
        }, isAnchored: row.steps.first == .start)
    }
    var rowsByFirst: [Int: [Int]] = [:]
    for (index, row) in compiled.enumerated() {
      guard case .accepts(let ids) = row.steps.first else { continue }
      for id in ids { rowsByFirst[id, default: []].append(index) }
    }
    self.rowsByFirst = rowsByFirst
    var exact: [String: Int] = [:]
    var lengths = [UInt64](repeating: 0, count: 256)
    var prefixes = [[(text: [UInt8], id: Int)]](repeating: [], count: 256)
    for (option, id) in options {
      guard let first = option.utf8.first else { continue }
      if option.utf8.last == UInt8(ascii: "*") {
        prefixes[Int(first)].append((Array(option.utf8.dropLast()), id))
      } else {
        exact[option] = id
        lengths[Int(first)] |= Self.lengthBit(option.utf8.count)
      }
    }
    self.exact = exact
    self.lengths = lengths
    self.prefixes = prefixes
  }

  private static func lengthBit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

  /// Indexes of the rows that match, ascending.
  package func matches(in sentence: CueWords) -> [Int] {
    Set(occurrences(in: sentence, all: false).map(\.row)).sorted()
  }

  /// Where rows match, by the words that they take; a row may match at several places.
  package func occurrences(in sentence: CueWords) -> [(row: Int, words: Range<Int>)] {
    occurrences(in: sentence, all: true)
  }

  private func occurrences(
    in sentence: CueWords, all: Bool
  ) -> [(row: Int, words: Range<Int>)] {
    let words = sentence.map(identifiers)
    var matched: Set<Int> = []
    var found: [(row: Int, words: Range<Int>)] = []
    for (at, ids) in words.enumerated() {
      for id in ids {
        for row in rowsByFirst[id] ?? [] where all || !matched.contains(row) {
          let cue = compiled[row]
          guard !cue.isAnchored || at == 0,
            let end = match(cue.steps.dropFirst(), words[(at + 1)...])
          else { continue }
          matched.insert(row)
          found.append((row, at..<end))
        }
      }
    }
    return found
  }

  /// What a sentence does: the weights of its matching rows added per role, heaviest first.
  package func roles(of sentence: CueWords) -> [Atom.ScoredRole] {
    var weights: [Atom.Role: Int] = [:]
    for index in matches(in: sentence) {
      weights[rows[index].role, default: 0] += rows[index].weight
    }
    return weights.map { Atom.ScoredRole(role: $0.key, weight: $0.value) }
      .filter { $0.weight > 0 }
      .sorted { ($1.weight, $0.role.rawValue) < ($0.weight, $1.role.rawValue) }
  }

  private func identifiers(of word: UnsafeBufferPointer<UInt8>) -> [Int] {
    var ids: [Int] = []
    guard let first = word.first else { return ids }
    if first.isASCIIDigit { ids.append(Self.number) }
    if lengths[Int(first)] & Self.lengthBit(word.count) != 0,
      let id = exact[String(decoding: word, as: UTF8.self)]
    {
      ids.append(id)
    }
    for prefix in prefixes[Int(first)] where word.starts(with: prefix.text) {
      ids.append(prefix.id)
    }
    return ids
  }

  /// The end of the words that the steps take, the fewest that a gap allows.
  private func match(_ steps: ArraySlice<CompiledStep>, _ words: ArraySlice<[Int]>) -> Int? {
    guard let step = steps.first else { return words.startIndex }
    let rest = steps.dropFirst()
    switch step {
    case .gap:
      for skipped in 0...min(Cue.longestGap, words.count) {
        if let end = match(rest, words.dropFirst(skipped)) { return end }
      }
      return nil
    case .accepts(let ids):
      guard let word = words.first, word.contains(where: ids.contains) else { return nil }
      return match(rest, words.dropFirst())
    }
  }
}
