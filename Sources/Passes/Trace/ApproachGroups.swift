internal import IR

/// Attempts at one task that tried the same, in order of the first of them.
struct ApproachGroup {
  struct Member {
    let run: Run
    let attempt: Attempt

    /// Where the log tells of it.
    var span: SourceSpan? {
      attempt.approach ?? attempt.failure ?? attempt.score?.spans.first ?? run.question
    }
  }

  /// Never empty.
  var members: [Member]
  let isFailure: Bool
  /// Whether they got ahead of where the task began; nil where that is not known.
  let improves: Bool?
}

/// Merges attempts of one task (`spec/logs-and-rubrics.md`, section 9).
///
/// Two are one approach if they came to the same, failed for the same cause, name the same functions,
/// flags and sizes, and most of their other words agree. In doubt they stay apart: a wrong merge
/// destroys what a missed one only repeats.
struct ApproachGroups {
  private(set) var groups: [ApproachGroup] = []
  /// The words of each group, by their numbers.
  private var words: [[Int]] = []
  /// Groups by what must be equal and by their rarer words, so that few are compared.
  private var places: [Key.Class: [Int: [Int]]] = [:]
  private var numbers: [String: Int] = [:]
  private let sources: SourceMap

  init(runs: [Run], sources: SourceMap) {
    self.sources = sources
    for run in runs {
      for attempt in run.attempts + run.abandoned { add(attempt, of: run) }
    }
  }

  private struct Key {
    struct Class: Hashable {
      let isFailure: Bool
      let status: Attempt.Status
      let improves: Bool?
      let cause: FailureCause?
      /// Functions, flags, sizes: words that two approaches must share.
      let operators: Set<String>
    }

    let kind: Class
    let words: Set<String>
  }

  /// What the machine or a slip failed at says nothing of the approach: it stands in the evidence
  /// alone.
  private mutating func add(_ attempt: Attempt, of run: Run) {
    guard attempt.cause?.isOfResearch != false else { return }
    let member = ApproachGroup.Member(run: run, attempt: attempt)
    let key = key(of: attempt, run)
    let words = numbered(key.words)
    if let known = group(like: words, key.kind) {
      groups[known].members.append(member)
      return
    }
    for word in words.prefix(Self.telling(of: words.count)) {
      places[key.kind, default: [:]][word, default: []].append(groups.count)
    }
    self.words.append(words)
    groups.append(
      ApproachGroup(
        members: [member], isFailure: key.kind.isFailure, improves: key.kind.improves))
  }

  /// The first group of a class that has three fifths of all their words in common with these.
  private func group(like words: [Int], _ kind: Key.Class) -> Int? {
    guard let known = places[kind] else { return nil }
    return words.prefix(Self.telling(of: words.count)).lazy.compactMap { word in
      known[word]?.first { Self.isSame(self.words[$0], words) }
    }.min()
  }

  /// How many of the rarer words two lists must have one of in common to be the same: a list that
  /// lacks all of them lacks too many.
  private static func telling(of count: Int) -> Int { count == 0 ? 0 : count * 2 / 5 + 1 }

  /// Both in falling order.
  private static func isSame(_ a: [Int], _ b: [Int]) -> Bool {
    var (left, right, common) = (0, 0, 0)
    while left < a.count, right < b.count {
      if a[left] == b[right] { common += 1 }
      let isAhead = a[left] >= b[right]
      if b[right] >= a[left] { right += 1 }
      if isAhead { left += 1 }
    }
    return common * 5 >= (a.count + b.count - common) * 3
  }

  /// The words' numbers, the latest first: what came late is rare.
  private mutating func numbered(_ words: Set<String>) -> [Int] {
    words.sorted().map { word in
      if let number = numbers[word] { return number }
      numbers[word] = numbers.count
      return numbers.count - 1
    }.sorted(by: >)
  }

  private func key(of attempt: Attempt, _ run: Run) -> Key {
    let text = attempt.approach.map { sources.text(of: $0) } ?? ""
    var words: Set<String> = []
    var operators: Set<String> = []
    for word in text.split(whereSeparator: { $0.isWhitespace || ",;()".contains($0) }) {
      let bare = word.trimmed(of: ".:!?\"'*`")
      if Self.isOperator(bare) {
        operators.insert(bare.lowercase)
      } else {
        words.formUnion(Wording.content(String(bare)))
      }
    }
    // Each run of a folder is an experiment of its own, and each pass of a loop.
    if case .launch(let name) = attempt.origin { operators.insert(name) }
    if let pass = attempt.pass { operators.insert(pass.value.value.lowercase) }
    let isFailure = attempt.status == .invalid
    return Key(
      kind: Key.Class(
        isFailure: isFailure, status: attempt.status,
        improves: isFailure
          ? nil : attempt.score.flatMap { run.scoring?.improvesOnStart($0.value) },
        cause: attempt.cause, operators: operators),
      words: words)
  }

  /// `torch.compile`, `--depth`, `128`, `BatchNorm`: a name of code, a flag, a size.
  private static func isOperator(_ word: String) -> Bool {
    if word.hasPrefix("--") || word.contains(where: \.isNumber) { return true }
    let inner = word.dropFirst().dropLast()
    return inner.contains { "._/".contains($0) } || word.dropFirst().contains(where: \.isUppercase)
  }
}
