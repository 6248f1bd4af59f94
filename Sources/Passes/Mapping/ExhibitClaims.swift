internal import IR

/// Claims from what is said around tables and figures of results.
extension ClaimSelection {
  private static let exhibitLimit = 16

  /// The results that no claim rests on.
  func open(_ drafts: [ClaimDraft]) -> [Exhibit] {
    let covered = Set(drafts.flatMap(\.exhibits))
    return view.exhibits.filter {
      !covered.contains($0.label) && ResultExhibit.isResult($0, view)
    }
  }

  /// For each result that no claim rests on, a claim from the sentence that says the most of it.
  func uncovered(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    var added: [ClaimDraft] = []
    for exhibit in open(drafts) where added.count < Self.exhibitLimit {
      let options = ClaimCandidate.mentions(of: exhibit, atoms, view).compactMap {
        option($0, besides: drafts + added)
      }
      let best = options.max {
        ($0.basis[0].score, $1.basis[0].atom.span) < ($1.basis[0].score, $0.basis[0].atom.span)
      }
      if var best {
        best.exhibits = exhibits(of: best)
        added.append(best)
      }
    }
    return added
  }

  private func option(_ atom: Atom, besides drafts: [ClaimDraft]) -> ClaimDraft? {
    let sentence = view.sentence(atom.span)
    guard !refused.contains(atom.span), !filed.hold(atom), atom.weight(of: .definition) < 3,
      sentence.isWhole, sentence.text.count < 600,
      !NoClaim.isAll(of: sentence, citing: !atom.citations.isEmpty, mayPropose: false)
    else { return nil }
    let candidate = ClaimCandidate(
      atom: atom, sentence: view.grounded(atom.span), score: ClaimCandidate.strength(atom),
      hasNumbers: !NumberToken.scan(sentence.text).isEmpty, topics: atom.exhibits)
    guard let draft = ClaimDraft(candidate, atoms, view),
      Wording.content(draft.statement.value).count >= 7,
      !drafts.contains(where: { $0.isAbout(candidate.words) })
    else { return nil }
    return draft
  }

  /// For each table that no sentence speaks of, what its rows say.
  func readings(besides drafts: [ClaimDraft]) -> [ClaimDraft] {
    open(drafts).filter { $0.label.kind == .table && !refused.contains($0.caption) }.compactMap {
      exhibit in
      guard let statement = TableReading(exhibit, view).statement else { return nil }
      let caption = view.grounded(exhibit.caption)
      let atom = Atom(
        span: exhibit.caption, section: exhibit.section, block: 0,
        roles: [Atom.ScoredRole(role: .comparison, weight: 1)], exhibits: [exhibit.label])
      let basis = ClaimCandidate(
        atom: atom, sentence: caption, score: 0,
        hasNumbers: !NumberToken.scan(caption.value).isEmpty, topics: [exhibit.label])
      var draft = ClaimDraft(statement: statement, isHedged: false, basis: [basis])
      draft.exhibits = [exhibit.label]
      return draft
    }
  }

  /// Gives each result that still has no claim to the draft whose words are around it.
  func show(_ drafts: inout [ClaimDraft]) {
    let telling = drafts.map(\.telling)
    let sentences = zip(drafts, telling).map { ($0.basis[0].atom, $1) }
    for exhibit in open(drafts) {
      let index =
        near.nearest(to: exhibit.label, among: telling)
        ?? near.nearest(to: exhibit.label, below: sentences)
      if let index { drafts[index].exhibits.append(exhibit.label) }
    }
  }

  // MARK: Captions

  /// Makes claims of what captions say that no claim tells yet; what one tells stands behind it.
  func caption(_ drafts: inout [ClaimDraft]) {
    for candidate in captions where drafts.count < Self.limit {
      if let same = drafts.firstIndex(where: { $0.tellsCaption(candidate) }) {
        let isQuoted = drafts[same].basis.contains { $0.atom.span == candidate.atom.span }
        if !isQuoted, drafts[same].basis.count < ClaimDraft.basisLimit {
          drafts[same].basis.append(candidate)
        }
      } else if var draft = ClaimDraft(candidate, atoms, view) {
        draft.exhibits = exhibits(of: draft)
        drafts.append(draft)
      }
    }
  }
}
