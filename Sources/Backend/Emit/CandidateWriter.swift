internal import IR

/// Writes candidates behind the heuristics that the sources state, each with its provenance.
///
/// What is quoted from other artifacts stands between code marks: no reader takes it for a value of
/// this work, and nothing in it is a mark, a link or a reference.
struct CandidateWriter {
  /// Artifacts that one candidate names.
  private static let mostNamed = 5

  /// The identifiers of candidates that stand behind some heuristics.
  static func ids(_ candidates: [Candidate], behind count: Int) -> [EntityID<Heuristic>] {
    candidates.indices.map { EntityID(count + $0 + 1) }
  }

  /// Writes a block for each; `count` heuristics stand before them.
  func write(_ candidates: [Candidate], behind count: Int, into file: inout FileWriter) {
    for (heading, candidate) in zip(Self.ids(candidates, behind: count), candidates) {
      let id = heading.ref
      file.blank()
      file.line("## \(heading): Candidate: \(code: candidate.name)", entity: id, field: "Title")
      file.field("Rationale", rationale(of: candidate), entity: id)
      file.field("Sensitivity", "\(words: Phrase.notSpecified)", entity: id)
      file.field("Bounds", "\(words: Phrase.notSpecified)", entity: id)
      file.field("Code ref", "[Not specified]", entity: id)
      file.field("Source", "Earlier artifacts: \(names(of: candidate))", entity: id)
      file.field("Sources", "[]", entity: id)
      file.field(
        "Provenance", "\(words: Provenance.collectiveInference.rawValue)", entity: id)
    }
  }

  private func rationale(of candidate: Candidate) -> Line {
    switch candidate.kind {
    case .heuristic:
      return "Other artifacts of the domain do this, and the inputs do not say whether it was done."
    case .setting:
      let values = candidate.occurrences.prefix(Self.mostNamed).map { occurrence in
        "\(code: occurrence.text) in \(code: occurrence.artifact)" as Line
      }
      return
        "Other artifacts of the domain set it, and the inputs do not say how it was set: \(values, separator: "; ")"
    }
  }

  private func names(of candidate: Candidate) -> Line {
    let named = candidate.occurrences.prefix(Self.mostNamed).map { "\(code: $0.artifact)" as Line }
    let rest = candidate.occurrences.count > Self.mostNamed ? " and others" : ""
    return "\(named, separator: ", ")\(words: rest)"
  }
}
