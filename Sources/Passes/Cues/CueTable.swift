package import IR

/// Rows of cues, compiled so that a sentence is looked at once for all of them.
///
/// A row is tried only where its first step accepts a word; most words begin none.
package struct CueTable: Sendable {
  package let rows: [Cue]
  /// Of each row; arrays of its own would have to be kept and let go at each look.
  private let compiled: [Compiled]
  /// The steps of all rows, one behind the other.
  private let steps: [Step]
  /// The options of all steps, one behind the other.
  private let accepted: [Int]
  private let options: CueOptions
  private let filter: CueFilter
  /// The rows whose first step has an option, by the option: those of option `n` stand in `openers`
  /// from `firstOpener[n]` up to `firstOpener[n + 1]`, ascending.
  private let firstOpener: [Int]
  private let openers: [Int]

  private struct Compiled: Sendable {
    var steps: Range<Int>
    var isAnchored = false
  }

  private enum Step: Sendable {
    case gap
    /// Any of these of `accepted`.
    case accepts(Range<Int>)
  }

  package init(_ rows: [Cue]) {
    var compiler = Compiler()
    self.rows = rows
    let compiled = rows.map { compiler.compile($0.pattern) }
    let accepted = compiler.accepted
    var openers: [(option: Int, row: Int)] = []
    for (row, cue) in compiled.enumerated() {
      guard case .accepts(let range) = cue.steps.first.map({ compiler.steps[$0] }) else { continue }
      // What an alternative repeats begins the row once.
      for at in range where !accepted[range.lowerBound..<at].contains(accepted[at]) {
        openers.append((accepted[at], row))
      }
    }
    let count = compiler.options.count
    var firstOpener = [Int](repeating: 0, count: count + 1)
    for opener in openers { firstOpener[opener.option + 1] += 1 }
    for option in 0..<count { firstOpener[option + 1] += firstOpener[option] }
    var next = firstOpener
    var sorted = [Int](repeating: 0, count: openers.count)
    for opener in openers {
      sorted[next[opener.option]] = opener.row
      next[opener.option] += 1
    }
    self.compiled = compiled
    self.accepted = accepted
    self.firstOpener = firstOpener
    self.openers = sorted
    steps = compiler.steps
    options = compiler.options
    filter = compiler.options.filter(of: openers.lazy.map(\.option))
  }

  private struct Compiler {
    var options = CueOptions()
    var steps: [Step] = []
    var accepted: [Int] = []

    mutating func compile(_ pattern: String) -> Compiled {
      let first = steps.count
      var isAnchored = false
      var pattern = pattern
      pattern.withUTF8 { bytes in
        bytes.forEachPart(between: UInt8(ascii: " ")) { step in
          if step.elementsEqual("^".utf8) {
            isAnchored = true
          } else if step.elementsEqual("...".utf8) {
            steps.append(.gap)
          } else {
            let start = accepted.count
            step.forEachPart(between: UInt8(ascii: "|")) { option in
              accepted.append(
                option.elementsEqual("#".utf8) ? CueOptions.number : options.add(option))
            }
            steps.append(.accepts(start..<accepted.count))
          }
        }
      }
      return Compiled(steps: first..<steps.count, isAnchored: isAnchored)
    }
  }

  /// Indexes of the rows that match, ascending.
  package func matches(in sentence: CueWords) -> [Int] {
    occurrences(in: sentence, all: false).map(\.row).sorted()
  }

  /// Where rows match, by the words that they take; a row may match at several places.
  package func occurrences(in sentence: CueWords) -> [(row: Int, words: Range<Int>)] {
    occurrences(in: sentence, all: true)
  }

  private func occurrences(
    in sentence: CueWords, all: Bool
  ) -> [(row: Int, words: Range<Int>)] {
    var found: [(row: Int, words: Range<Int>)] = []
    sentence.withWords { words in
      words.forEach(passing: filter) { at in
        options.forEach(accepting: words[at]) { option in
          for opener in firstOpener[option]..<firstOpener[option + 1] {
            let row = openers[opener]
            guard all || !found.contains(where: { $0.row == row }) else { continue }
            let cue = compiled[row]
            if cue.isAnchored, at > 0 { continue }
            if let end = match(cue.steps.dropFirst(), words, at + 1) {
              found.append((row, at..<end))
            }
          }
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

  /// The end of the words from `at` on that some steps take, the fewest that a gap allows.
  private func match(_ steps: Range<Int>, _ words: CueWords.Words, _ at: Int) -> Int? {
    guard let step = steps.first else { return at }
    switch self.steps[step] {
    case .gap:
      let rest = steps.dropFirst()
      for place in at...min(at + Cue.longestGap, words.count)
      where rest.first.map({ takes($0, words, place) }) ?? true {
        if let end = match(rest, words, place) { return end }
      }
      return nil
    case .accepts:
      return takes(step, words, at) ? match(steps.dropFirst(), words, at + 1) : nil
    }
  }

  /// Whether a step may begin with the word at `at`.
  @inline(__always)
  private func takes(_ step: Int, _ words: CueWords.Words, _ at: Int) -> Bool {
    guard case .accepts(let range) = steps[step] else { return true }
    return at < words.count && range.contains { options.accepts(words[at], accepted[$0]) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The parts that are not empty, one after the other: an array of them would cost more than what
  /// is done with them.
  @inline(__always)
  fileprivate func forEachPart(between separator: UInt8, _ body: (Self) -> Void) {
    var start = 0
    while start < count {
      let end = self[start...].firstIndex(of: separator) ?? count
      if end > start { body(Self(rebasing: self[start..<end])) }
      start = end + 1
    }
  }
}
