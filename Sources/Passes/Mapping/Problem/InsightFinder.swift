internal import IR

/// Finds what a paper sees in its problem: where it names its idea, or else what it proposes or
/// shows.
struct InsightFinder {
  let opening: Opening

  struct Finding {
    let sentence: Atom
    /// What the paper does with it, said behind it in the same section.
    let enabled: Atom?
  }

  private static let wanted: [(role: Atom.Role, weight: Int, isEarly: Bool)] = [
    (.insight, 3, true), (.insight, 5, false), (.contribution, 3, true), (.claim, 3, true),
    (.contribution, 2, true),
  ]
  private static let least = 6
  private static let strong = 3

  var insight: Finding? {
    let usable = opening.sentences.filter(isUsable)
    for (role, weight, isEarly) in Self.wanted {
      let candidates = usable.filter { atom in
        atom.weight(of: role) >= weight && (!isEarly || opening.isIntroduction(atom))
          && (role != .contribution || namesMeans(atom))
      }
      // Of sentences of one weight the first.
      guard
        let best = candidates.max(by: {
          (rank($0, role), $1.span) < (rank($1, role), $0.span)
        })
      else { continue }
      let enabled = usable.first {
        $0.span > best.span && $0.weight(of: .contribution) > 0 && $0.section == best.section
      }
      return Finding(sentence: best, enabled: enabled)
    }
    return nil
  }

  /// `We propose a sorter that weighs twice`, not `We present a sorter`.
  private func namesMeans(_ atom: Atom) -> Bool {
    !ProblemCues.means.matches(in: opening.view.sentence(atom.span).words).isEmpty
  }

  /// Whether a sentence can say what a paper sees: no announcement, no example, no figure of a table.
  private func isUsable(_ atom: Atom) -> Bool {
    guard SectionRole(of: atom.section, in: opening.view) != .related,
      !opening.view.paper.sections[atom.section].isAppendix,
      !atom.exhibits.contains(where: { $0.kind == .table })
    else { return false }
    let sentence = opening.view.sentence(atom.span)
    return ProblemCues.listings.matches(in: sentence.words).isEmpty
      && Wording.isSubstantial(sentence.words, least: Self.least)
  }

  /// What begins with `This` or tells of a cited work says less by itself.
  private func rank(_ atom: Atom, _ role: Atom.Role) -> Int {
    let words = opening.view.sentence(atom.span).words
    // `In this paper we present` says no more than `We present`.
    let weight = min(atom.weight(of: role), role == .contribution ? Self.strong : Int.max)
    return weight * 2 - (atom.citations.isEmpty ? 0 : 2)
      - (Anaphora.begins(words) || words.hold("also", "additionally", "furthermore") ? 3 : 0)
  }
}
