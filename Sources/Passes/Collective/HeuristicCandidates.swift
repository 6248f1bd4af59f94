internal import IR

/// Heuristics that several artifacts have in much the same words and this work does not have.
struct HeuristicCandidates {
  /// Of the words of two titles together, how many both have.
  private static let leastLikeness = 0.5
  private static let leastSharedWords = 3
  /// In letters: shorter words tell little.
  private static let shortestWord = 4
  /// Words that more groups have tell nothing, and asking all of those groups would take long.
  private static let mostGroupsPerWord = 500

  private let own: [Set<String>]

  init(_ input: CollectiveRules.Input) {
    own = input.heuristics.heuristics.map { Self.words($0.title.value) }
  }

  func find(in artifacts: [LibraryArtifact], least: Int) -> [Candidate] {
    var groups = Groups()
    for artifact in artifacts {
      for title in artifact.heuristics {
        let words = Self.words(title)
        guard words.count >= Self.leastSharedWords else { continue }
        groups.add(Candidate.Occurrence(artifact: artifact.name, text: title), words)
      }
    }
    return groups.all.compactMap { group in
      guard group.occurrences.count >= least, !own.contains(where: { Self.alike($0, group.words) })
      else { return nil }
      return Candidate(
        kind: .heuristic, name: group.occurrences[0].text, occurrences: group.occurrences)
    }
  }

  private static func words(_ title: String) -> Set<String> {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    return Set(words.filter { $0.count >= shortestWord }.map(String.init))
  }

  private static func alike(_ a: Set<String>, _ b: Set<String>) -> Bool {
    let shared = a.intersection(b).count
    return shared >= leastSharedWords
      && Double(shared) >= leastLikeness * Double(a.count + b.count - shared)
  }

  /// Titles that say the same; the first of a group stands for it.
  private struct Groups {
    struct Group {
      let words: Set<String>
      var occurrences: [Candidate.Occurrence]
    }

    private(set) var all: [Group] = []
    private var byWord: [String: [Int]] = [:]

    /// Files a title with the first group that is like it; an artifact counts once in a group.
    mutating func add(_ occurrence: Candidate.Occurrence, _ words: Set<String>) {
      let near = Set(words.flatMap { byWord[$0] ?? [] }).sorted()
      if let index = near.first(where: { HeuristicCandidates.alike(all[$0].words, words) }) {
        if all[index].occurrences.last?.artifact != occurrence.artifact {
          all[index].occurrences.append(occurrence)
        }
        return
      }
      for word in words where byWord[word, default: []].count < mostGroupsPerWord {
        byWord[word, default: []].append(all.count)
      }
      all.append(Group(words: words, occurrences: [occurrence]))
    }
  }
}
