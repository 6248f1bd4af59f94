internal import IR

/// Which value of a sentence belongs to which name, or to which scope, where `respectively` says so:
/// `the batch size and learning rate are 32 and 0.1, respectively`.
struct SettingDistribution {
  /// By the first word of a value. A value that the word governs and that has none has no name.
  private(set) var names: [Int: SettingSentence.Name] = [:]
  private(set) var scopes: [Int: Range<Int>] = [:]
  private var governed: Set<Int> = []

  func governs(_ value: SettingValue) -> Bool { governed.contains(value.words.lowerBound) }

  init(_ sentence: SettingSentence) {
    let words = sentence.words
    for end in words.words.indices where words[end].lower == "respectively" {
      // Of `a = 1 and b = 2, respectively` each has its own.
      guard let run = sentence.run(before: end), let last = run.last,
        !run.contains(where: { words.lower($0.words.lowerBound - 1) == "=" })
      else { continue }
      let behind = last.words.upperBound..<end
      if let opener = behind.first(where: { Self.openers.contains(words[$0].lower) }) {
        let parts = sentence.coordinated((opener + 1)..<end)
        // The name stands before the first value and is told as usual.
        for (value, part) in zip(run, parts) where parts.count == run.count {
          scopes[value.words.lowerBound] = part
        }
        if parts.count == run.count { continue }
      }
      governed.formUnion(run.map(\.words.lowerBound))
      let found = sentence.names(before: run[0], run.count)
      for (value, name) in zip(run, found) where name.row.accepts(value) {
        names[value.words.lowerBound] = name
      }
    }
  }

  private static let openers: WordSet = ["for", "on", "in"]
}

extension SettingSentence {
  private static let joints: WordSet = ["and", "or", "from", "to", "in", "over"]
  private static let behindLast = 12
  private static let betweenValues = 3

  /// The values that are told one after the other before a word, at least two.
  fileprivate func run(before end: Int) -> [SettingValue]? {
    let start = (max(0, end - Self.behindLast)..<end).last {
      words[$0].after.contains(where: { ".;".contains($0) })
    }
    let before = values.filter { $0.words.upperBound <= end }
    guard var first = before.last, first.words.lowerBound > start ?? -1,
      end - first.words.upperBound < Self.behindLast
    else { return nil }
    var run = [first]
    for value in before.dropLast().reversed() {
      let between = value.words.upperBound..<first.words.lowerBound
      let isJoined =
        between.contains { Self.joints.contains(words[$0].lower) }
        || words[value.words.upperBound - 1].after.contains(",")
      guard between.count <= Self.betweenValues, isJoined else { break }
      run.insert(value, at: 0)
      first = value
    }
    return run.count > 1 ? run : nil
  }

  /// The parts of words that commas and `and` separate.
  fileprivate func coordinated(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range {
      let isJoint = words[index].lower == "and" || words[index].lower == "or"
      let ends = words[index].after.contains(",") || index + 1 == range.upperBound
      if isJoint || ends {
        let end = isJoint ? index : index + 1
        if start < end { parts.append(start..<end) }
        start = index + 1
      }
    }
    return parts
  }

  /// The names that stand one after the other before a value, if they are as many as asked for.
  fileprivate func names(before value: SettingValue, _ count: Int) -> [Name] {
    var at = value.words.lowerBound - 1
    while at >= 0, named(endingAt: at) == nil, isLink(at, to: value) { at -= 1 }
    var found: [Name] = []
    while at >= 0, let name = named(endingAt: at) {
      found.insert(name, at: 0)
      at = (name.qualifier?.lowerBound ?? name.words.lowerBound) - 1
      at = min(at, name.words.lowerBound - 1)
      let isNext = at >= 0 && (words[at].lower == "and" || words[at].after.contains(","))
      guard found.count < count else { return isNext ? [] : found }
      while at >= 0, ["and", "the", "a"].contains(words[at].lower) { at -= 1 }
    }
    return []
  }
}
