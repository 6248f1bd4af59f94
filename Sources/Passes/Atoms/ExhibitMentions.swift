package import IR

/// Finds the tables and figures that a sentence names.
package struct ExhibitMentions: Sendable {
  private let known: [String: ExhibitLabel]

  package init(_ paper: Paper) {
    var known: [String: ExhibitLabel] = [:]
    for exhibit in paper.tables + paper.figures {
      known[Self.key(exhibit.label.kind, exhibit.label.number)] = exhibit.label
    }
    self.known = known
  }

  private static func key(_ kind: ExhibitKind, _ number: String) -> String {
    kind.rawValue + number.filter { $0.isAlphanumeric || $0 == "." }.lowercased()
  }

  /// `Table 2`, `Tables 2 and 3`, `Figs. 4–6`, `Fig. 3a`: in order, without repetition.
  package func labels(in sentence: String) -> [ExhibitLabel] {
    guard Self.mayName(sentence) else { return [] }
    let words = sentence.split { " ()[]".contains($0) }
    var found: [ExhibitLabel] = []
    for (index, word) in words.enumerated() {
      guard let kind = Self.names[word.lowercased().trimmed(of: ".,;:")] else { continue }
      for next in words[(index + 1)...].prefix(6) {
        let token = String(next).trimmed(of: ".,;:–-")
        if token == "and" || token == "&" || token == "or" || token == "to" { continue }
        let named = labels(kind, token)
        guard !named.isEmpty else { break }
        found += named.filter { !found.contains($0) }
        if !next.hasSuffix(",") && !Self.continues(words, after: next) { break }
      }
    }
    return found
  }

  /// Whether `tab` or `fig` stands in it: most sentences need not be taken apart.
  private static func mayName(_ sentence: String) -> Bool {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in sentence.utf8 {
      switch (last.0, last.1, byte | 0x20) {
      case (0x74, 0x61, 0x62), (0x66, 0x69, 0x67): return true
      default: last = (last.1, byte | 0x20)
      }
    }
    return false
  }

  private static func continues(_ words: [Substring], after word: Substring) -> Bool {
    guard let index = words.firstIndex(where: { $0.startIndex == word.startIndex }),
      index + 1 < words.count
    else {
      return false
    }
    return ["and", "&", "or", "to"].contains(words[index + 1])
  }

  /// One label, or those of a range: `4–6`.
  private func labels(_ kind: ExhibitKind, _ token: String) -> [ExhibitLabel] {
    if let label = label(kind, token) { return [label] }
    let ends = token.split { "–-".contains($0) }.compactMap { Int($0) }
    guard ends.count == 2, ends[0] < ends[1], ends[1] - ends[0] < 20 else { return [] }
    return (ends[0]...ends[1]).compactMap { known[Self.key(kind, String($0))] }
  }

  /// Panels count as their figure: `3a`.
  private func label(_ kind: ExhibitKind, _ token: String) -> ExhibitLabel? {
    if let label = known[Self.key(kind, token)] { return label }
    guard let last = token.last, last.isLetter, token.count > 1 else { return nil }
    return known[Self.key(kind, String(token.dropLast()))]
  }

  private static let names: [String: ExhibitKind] = [
    "table": .table, "tables": .table, "tab": .table, "figure": .figure, "figures": .figure,
    "fig": .figure, "figs": .figure,
  ]
}
