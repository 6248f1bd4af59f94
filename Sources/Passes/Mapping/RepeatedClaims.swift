internal import IR

/// Claims that say what another one says at more length: the abstract, the introduction and the
/// results of a paper tell one finding in three wordings.
enum RepeatedClaims {
  /// The drafts in their order; of two that say the same, the one that tells more rests on what both
  /// rest on.
  static func merged(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    var drafts = drafts
    let telling = drafts.map(\.telling)
    let denies = drafts.map {
      !Falsification.denials.matches(in: CueWords($0.statement.value)).isEmpty
    }
    for index in drafts.indices where telling[index].count >= leastTelling {
      let others = drafts.indices.filter { other in
        other != index && !drafts[other].isAbsorbed && denies[other] == denies[index]
          && drafts[other].isHedged == drafts[index].isHedged
          && (telling[index].count, other) < (telling[other].count, index)
          && drafts[other].statement.spans.count <= drafts[index].statement.spans.count
      }
      let shares = others.map { other in
        Double(telling[index].count(where: telling[other].contains))
          / Double(telling[index].count)
      }
      guard let most = shares.max(), most >= leastShare,
        let best = shares.firstIndex(of: most).map({ others[$0] })
      else { continue }
      drafts[best].absorb(drafts[index])
      drafts[index].isAbsorbed = true
    }
    return drafts.filter { !$0.isAbsorbed }
  }

  /// Words of the shorter claim, and how many of them the longer one has.
  private static let leastTelling = 6
  private static let leastShare = 0.75
}
