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
  private var keys: [Key] = []
  /// Groups by what must be equal, so that few are compared.
  private var places: [Key.Class: [Int]] = [:]
  private let sources: SourceMap

  private static let similarity = 0.6

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

  /// What the machine failed at says nothing of the approach: it stands in the evidence alone.
  private mutating func add(_ attempt: Attempt, of run: Run) {
    guard attempt.cause?.isInfrastructure != true else { return }
    let member = ApproachGroup.Member(run: run, attempt: attempt)
    let key = key(of: attempt, run)
    let known = key.words.isEmpty ? nil : places[key.kind]?.first { isSame(keys[$0], key) }
    if let known {
      groups[known].members.append(member)
      return
    }
    places[key.kind, default: []].append(groups.count)
    keys.append(key)
    groups.append(
      ApproachGroup(
        members: [member], isFailure: key.kind.isFailure, improves: key.kind.improves))
  }

  private func isSame(_ a: Key, _ b: Key) -> Bool {
    let common = a.words.intersection(b.words).count
    return Double(common) >= Self.similarity * Double(a.words.union(b.words).count)
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
