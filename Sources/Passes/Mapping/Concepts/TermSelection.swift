/// Takes terms, the heaviest first, so that no two say the same.
struct TermSelection {
  private var stems: Set<[String]> = []
  private var taken: [[String]] = []
  /// How many terms each sentence defines.
  private var uses: [Int: Int] = [:]
  /// And which.
  private var told: [Int: [[String]]] = [:]

  /// A sentence that defines one term tells less of the next.
  private static let cost = 3
  private static let most = 2

  /// The sentence that defines a term; nil if the term says nothing new or has no sentence left.
  mutating func site(of candidate: TermRanking.Candidate) -> TermRanking.WeighedSite? {
    guard !stems.contains(TermWords.stem(of: candidate.key)), !isCovered(candidate) else {
      return nil
    }
    let left = candidate.sites.filter { (uses[$0.atom] ?? 0) < Self.most }
    guard
      let best = left.enumerated().max(by: { a, b in
        (weight(a.element), b.offset) < (weight(b.element), a.offset)
      })?.element
    else { return nil }
    // `the target Bell` beside `Bell`, of the same sentence.
    let isPart = told[best.atom, default: []].contains { other in
      other.allSatisfy(candidate.key.contains) || candidate.key.allSatisfy(other.contains)
    }
    guard best.defines || !isPart else { return nil }
    told[best.atom, default: []].append(candidate.key)
    uses[best.atom, default: 0] += 1
    stems.insert(TermWords.stem(of: candidate.key))
    taken.append(candidate.key)
    return best
  }

  private func weight(_ site: TermRanking.WeighedSite) -> Int {
    site.weight - Self.cost * (uses[site.atom] ?? 0)
  }

  /// Whether a phrase that no sentence tells of is a part of a term, or a term with more words.
  private func isCovered(_ candidate: TermRanking.Candidate) -> Bool {
    guard candidate.strength < .explained || !candidate.sites.contains(where: \.tells) else {
      return false
    }
    let core = TermWords.core(of: candidate.key)
    let isUntold = candidate.strength == .mentioned
    return taken.contains { term in
      core.allSatisfy(term.contains) || isUntold && term.allSatisfy(candidate.key.contains)
    }
  }
}
