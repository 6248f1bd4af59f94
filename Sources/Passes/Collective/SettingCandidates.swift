internal import IR

/// Parameters that several artifacts set and this work does not name.
struct SettingCandidates {
  private let known: Set<String>
  private let text: String

  init(_ input: CollectiveRules.Input) {
    known = Set(input.parameters.parameters.map { Self.key($0.name.value) })
    text = " \(Self.key(input.paperText)) "
  }

  func find(in artifacts: [LibraryArtifact], least: Int) -> [Candidate] {
    var found: [String: (name: String, occurrences: [Candidate.Occurrence])] = [:]
    for artifact in artifacts {
      var seen: Set<String> = []
      for setting in artifact.settings {
        let name = Self.withoutScope(setting.name)
        let key = Self.key(name)
        guard !key.isEmpty, seen.insert(key).inserted else { continue }
        found[key, default: (name, [])].occurrences.append(
          Candidate.Occurrence(artifact: artifact.name, text: setting.value))
      }
    }
    return found.compactMap { key, item in
      guard item.occurrences.count >= least, !isStated(key) else { return nil }
      return Candidate(kind: .setting, name: item.name, occurrences: item.occurrences)
    }
  }

  /// Whether this work has a parameter of the name, or the paper at least the words.
  private func isStated(_ key: String) -> Bool { known.contains(key) || text.has(" \(key) ") }

  /// The name without what an artifact puts in parentheses behind it: a symbol, a model, data.
  private static func withoutScope(_ name: String) -> String {
    name.find(" (").map { String(name[..<$0.lowerBound]) } ?? name
  }

  /// The words of a name in lower case, so that `Weight-decay` and `weight decay` are one.
  private static func key(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.joined(separator: " ")
  }
}
