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
    steps = pattern.split(separator: " ").map(Step.init)
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
        let options = text.split(separator: "|").map(String.init)
        if options.contains(where: { $0.hasSuffix("*") }) {
          self = .prefixes(options)
        } else {
          self = .words(options)
        }
      }
    }
  }

  static let longestGap = 4
}

/// A sentence as cues see it: words in lower case, without punctuation.
package struct CueWords: Sendable {
  package private(set) var words: [String] = []

  package init(_ sentence: String) {
    let kept = Self.kept
    let bytes = Array(sentence.utf8)
    var word: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        if kept[Int(byte)] == 0 { end(&word) } else { word.append(kept[Int(byte)]) }
        at += 1
      } else {
        let next = min(at + (byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4), bytes.count)
        let character = String(decoding: bytes[at..<next], as: UTF8.self)
        if character == "’" {
          word.append(0x27)
        } else if character.unicodeScalars.first?.properties.isAlphabetic == true {
          word.append(contentsOf: character.lowercased().utf8)
        } else {
          end(&word)
        }
        at = next
      }
    }
    end(&word)
  }

  private mutating func end(_ word: inout [UInt8]) {
    guard !word.isEmpty else { return }
    while word.last == 0x2E { word.removeLast() }
    while let first = word.first, first == 0x2E || first == 0x2D { word.removeFirst() }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
  }
}

extension CueWords {
  /// What a word keeps of each ASCII character; 0 for what ends it.
  fileprivate static let kept: [UInt8] = (0..<128).map { (byte: UInt8) in
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x2D, 0x27, 0x25, 0x2E: byte
    case 0x41...0x5A: byte | 0x20
    default: 0
    }
  }
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
  /// Prefixes by their first byte.
  private let prefixes: [UInt8: [(text: String, id: Int)]]

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
    exact = options.filter { !$0.key.hasSuffix("*") }
    var prefixes: [UInt8: [(text: String, id: Int)]] = [:]
    for (option, id) in options where option.hasSuffix("*") {
      guard let first = option.utf8.first else { continue }
      prefixes[first, default: []].append((String(option.dropLast()), id))
    }
    self.prefixes = prefixes
  }

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
    let words = sentence.words.map(identifiers)
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

  private func identifiers(of word: String) -> [Int] {
    var ids: [Int] = []
    guard let first = word.utf8.first else { return ids }
    if first >= 0x30 && first <= 0x39 { ids.append(Self.number) }
    if let id = exact[word] { ids.append(id) }
    for prefix in prefixes[first] ?? [] where word.utf8.starts(with: prefix.text.utf8) {
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
