internal import IR

/// Approaches of one task that differ in one number only.
struct Sweep {
  /// Why one of them is the one that was chosen.
  enum Reason: String {
    case score = "The best score"
    case kept = "The only one that was kept"
  }

  /// In the order of the log; at least three.
  let groups: [ApproachGroup]
  /// The number that differs, as each approach prints it.
  let values: [String]
  let best: ApproachGroup
  let reason: Reason

  enum Item {
    case approach(ApproachGroup)
    case sweep(Sweep)
  }

  private static let least = 3

  /// The groups with those that make up a sweep put together where the first of them stands. Where
  /// nothing tells which value was best, they stay apart.
  static func gathered(_ groups: [ApproachGroup], _ sources: SourceMap) -> [Item] {
    var places: [Pattern: [Int]] = [:]
    for (place, group) in groups.enumerated() {
      for pattern in Pattern.all(of: group, sources) { places[pattern, default: []].append(place) }
    }
    var items = groups.map { Item.approach($0) as Item? }
    for place in groups.indices {
      for pattern in Pattern.all(of: groups[place], sources) {
        let members = (places[pattern] ?? []).filter { items[$0] != nil }
        guard members.first == place,
          let sweep = Sweep(members.map { groups[$0] }, pattern, sources)
        else { continue }
        for member in members { items[member] = nil }
        items[place] = .sweep(sweep)
        break
      }
    }
    return items.compactMap(\.self)
  }

  private init?(_ groups: [ApproachGroup], _ pattern: Pattern, _ sources: SourceMap) {
    let values = groups.compactMap { pattern.value(of: $0, sources) }
    guard Set(values).count >= Self.least, values.count == groups.count else { return nil }
    let kept = groups.filter { $0.members.contains { $0.attempt.isKept == true } }
    let scored = groups.filter { $0.bestScore != nil }
    if kept.count == 1 {
      (best, reason) = (kept[0], .kept)
    } else if scored.count > 1, let direction = groups[0].first.run.scoring?.direction,
      let first = scored.min(by: { $0.isBetter(than: $1, direction) })
    {
      (best, reason) = (first, .score)
    } else {
      return nil
    }
    self.groups = groups
    self.values = values
  }
}

/// The words of an approach without one of its numbers.
private struct Pattern: Hashable {
  let words: [String]
  /// Which word is the number.
  let place: Int

  private static let longest = 40

  static func all(of group: ApproachGroup, _ sources: SourceMap) -> [Pattern] {
    let words = Self.words(of: group, sources)
    guard (2...longest).contains(words.count) else { return [] }
    return words.indices.filter { isNumber(words[$0]) }.map { place in
      var rest = words
      rest[place] = ""
      return Pattern(words: rest, place: place)
    }
  }

  func value(of group: ApproachGroup, _ sources: SourceMap) -> String? {
    let words = Self.words(of: group, sources)
    return words.indices.contains(place) ? words[place] : nil
  }

  private static func words(of group: ApproachGroup, _ sources: SourceMap) -> [String] {
    guard let approach = group.first.attempt.approach else { return [] }
    return sources.text(of: approach).split { $0.isWhitespace || "=,;:()".contains($0) }
      .map { $0.trimmed(of: ".!?\"'`*").lowercase }
  }

  private static func isNumber(_ word: String) -> Bool {
    word.utf8.first.map { $0.isASCIIDigit || $0 == UInt8(ascii: "-") } ?? false
      && Double(word) != nil
  }
}

extension ApproachGroup {
  /// Never missing: a group has a member.
  var first: Member { members[0] }

  fileprivate var bestScore: Double? {
    let scores = members.compactMap { $0.attempt.score.flatMap { Double($0.value) } }
      .filter(\.isFinite)
    return first.run.scoring?.direction == .higher ? scores.max() : scores.min()
  }

  fileprivate func isBetter(than other: ApproachGroup, _ direction: Scoring.Direction) -> Bool {
    guard let one = bestScore, let two = other.bestScore else { return false }
    return direction == .lower ? one < two : one > two
  }
}
