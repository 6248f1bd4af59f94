package import IR

/// Rows of cues, compiled so that a sentence is looked at once for all of them.
///
/// A row is tried only where its first step accepts a word; most words begin none.
package struct CueTable: Sendable {
  package let rows: [Cue]
  private let compiled: [Compiled]
  private let options: CueOptions
  /// The rows whose first step has an option, by the option: those of option `n` stand in `openers`
  /// from `firstOpener[n]` up to `firstOpener[n + 1]`, ascending.
  private let firstOpener: [Int]
  private let openers: [Int]

  private struct Compiled: Sendable {
    var steps: [Step] = []
    var isAnchored = false
  }

  private enum Step: Sendable {
    case gap
    /// Any of these options.
    case accepts([Int])
  }

  package init(_ rows: [Cue]) {
    var options = CueOptions()
    self.rows = rows
    compiled = rows.map { Self.compiled($0.pattern, &options) }
    var openers: [(option: Int, row: Int)] = []
    for (row, cue) in compiled.enumerated() {
      guard case .accepts(let accepted) = cue.steps.first else { continue }
      // What an alternative repeats begins the row once.
      for (at, option) in accepted.enumerated() where !accepted[..<at].contains(option) {
        openers.append((option, row))
      }
    }
    var firstOpener = [Int](repeating: 0, count: options.count + 1)
    for opener in openers { firstOpener[opener.option + 1] += 1 }
    for option in 0..<options.count { firstOpener[option + 1] += firstOpener[option] }
    var next = firstOpener
    var sorted = [Int](repeating: 0, count: openers.count)
    for opener in openers {
      sorted[next[opener.option]] = opener.row
      next[opener.option] += 1
    }
    self.options = options
    self.firstOpener = firstOpener
    self.openers = sorted
  }

  private static func compiled(_ pattern: String, _ options: inout CueOptions) -> Compiled {
    var pattern = pattern
    return pattern.withUTF8 { bytes in
      var cue = Compiled()
      bytes.forEachPart(between: UInt8(ascii: " ")) { step in
        if step.elementsEqual("^".utf8) {
          cue.isAnchored = true
        } else if step.elementsEqual("...".utf8) {
          cue.steps.append(.gap)
        } else {
          var accepted: [Int] = []
          step.forEachPart(between: UInt8(ascii: "|")) { option in
            accepted.append(
              option.elementsEqual("#".utf8) ? CueOptions.number : options.add(option))
          }
          cue.steps.append(.accepts(accepted))
        }
      }
      return cue
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
      for at in words.indices {
        _ = options.contains(words[at]) { option in
          for row in openers[firstOpener[option]..<firstOpener[option + 1]] {
            guard all || !found.contains(where: { $0.row == row }) else { continue }
            let cue = compiled[row]
            if cue.isAnchored, at > 0 { continue }
            if let end = match(cue.steps, 1, words, at + 1) { found.append((row, at..<end)) }
          }
          return false
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

  /// The end of the words from `at` on that the steps from `step` on take, the fewest that a gap
  /// allows.
  private func match(_ steps: [Step], _ step: Int, _ words: CueWords.Words, _ at: Int) -> Int? {
    guard step < steps.count else { return at }
    switch steps[step] {
    case .gap:
      for skipped in 0...min(Cue.longestGap, words.count - at) {
        if let end = match(steps, step + 1, words, at + skipped) { return end }
      }
      return nil
    case .accepts(let accepted):
      guard at < words.count, options.contains(words[at], where: accepted.contains) else {
        return nil
      }
      return match(steps, step + 1, words, at + 1)
    }
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
