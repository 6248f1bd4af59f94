internal import IR

/// Finds what a paper says of the limits of its own work, and what it leaves for later.
struct LimitFinder {
  private let view: PaperView
  /// What plays another part: gaps, the insight, assumptions.
  private let taken: Set<SourceSpan>

  private let own: OwnShortfall

  /// A sentence about limits, with the one before it where only that says what it is about.
  struct Finding {
    let span: SourceSpan
    let isOpenEnd: Bool
    let weight: Int
    /// Whether it stands where the paper tells of its limits, all of which count.
    var isFiled = false
    /// Whether the paper calls it a limit, by its place or in so many words.
    var isStated = false
  }

  /// What was announced and is yet to come: `Future work includes:`, `There are some limitations.`
  private struct Announcement {
    var block: Int
    let isOpenEnd: Bool
    let isList: Bool
  }

  init(_ view: PaperView, _ names: OwnNames, besides taken: [SourceSpan]) {
    self.view = view
    self.taken = Set(taken)
    own = OwnShortfall(own: OwnWork(names))
  }

  /// In the order of the paper.
  func findings(_ atoms: [Atom]) -> [Finding] {
    var found: [Finding] = []
    var announced: Announcement?
    var paragraph: [Atom] = []
    var ownAbstract = false
    for atom in atoms {
      // What heads a paragraph goes with what it says.
      guard !view.isHead(atom) else { continue }
      let sentence = view.sentence(atom.span)
      let (text, words) = sentence.parts
      if paragraph.last?.block != atom.block { paragraph = [] }
      defer { paragraph.append(atom) }
      if let announcement = announced, goesOn(announcement, atom, words) {
        announced?.block = atom.block
        if let part = part(atom, of: announcement, behind: paragraph) { found.append(part) }
        continue
      }
      // A footnote on a page does not end the list that goes on behind it.
      if announced?.isList == true, view.isNote(atom) {
        announced?.block = atom.block
      } else {
        announced = nil
      }
      let finding = finding(
        atom, words, text, inOwnPart: ownAbstract || goesOnWithOwn(words, paragraph))
      // An abstract that has come to its own results goes on with them.
      ownAbstract = atom.section == 0 && (ownAbstract || tellsResult(atom))
      guard let finding else { continue }
      let isList = text.hasSuffix(":")
      if isList || isAnnouncement(words) {
        announced = Announcement(
          block: atom.block, isOpenEnd: finding.isOpenEnd, isList: isList)
      } else if sentence.isWhole {
        let span = Antecedent(view: view).span(of: atom, words, behind: paragraph) { before in
          !taken.contains(before) && found.last?.span.bytes.upperBound != before.bytes.upperBound
        }
        found.append(
          Finding(
            span: span, isOpenEnd: finding.isOpenEnd, weight: finding.weight,
            isFiled: finding.isFiled, isStated: finding.isStated))
      }
    }
    return found
  }

  /// A sentence of what was announced; an item of a list with a head is one, with all that it says.
  ///
  /// - Parameter paragraph: The sentences before it in its block.
  private func part(
    _ atom: Atom, of announcement: Announcement, behind paragraph: [Atom]
  ) -> Finding? {
    let block = view.paper.blocks[atom.block]
    let first = view.sentence((paragraph.first ?? atom).span)
    let isHeaded = block.lead != nil || first.words.count <= Self.longestHead
    let isWhole = announcement.isList && isHeaded && block.span.bytes.count < Self.longest
    guard paragraph.isEmpty || !isWhole else { return nil }
    let start = (block.lead ?? atom.span).bytes.lowerBound
    let span =
      isWhole ? SourceSpan(atom.span.source, start..<block.span.bytes.upperBound) : atom.span
    let text = view.text(of: span)
    guard Wording.content(text).count >= 2, Wording.isFieldSafe(text),
      span.bytes.count < Self.longest
    else { return nil }
    return Finding(
      span: span, isOpenEnd: announcement.isOpenEnd, weight: Self.most, isFiled: true,
      isStated: true)
  }

  /// Whether a sentence goes on about the paper's own work, of which the one before it speaks.
  private func goesOnWithOwn(_ words: CueWords, _ paragraph: [Atom]) -> Bool {
    guard let before = paragraph.last, Anaphora.begins(words) else { return false }
    let sentence = view.sentence(before.span)
    return own.isNamed(in: sentence.text, sentence.words)
  }

  private static let steps: Set<String> = [
    "finally", "lastly", "additionally", "moreover", "furthermore", "also", "another", "one",
  ]

  private static let ordinals: Set<String> = [
    "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "fifth", "sixth",
  ]

  /// Whether a sentence is a part of what was announced: an item of the list, or a sentence of the
  /// paragraph that counts on or tells of a restraint.
  private func goesOn(_ announcement: Announcement, _ atom: Atom, _ words: CueWords) -> Bool {
    if announcement.isList {
      return view.paper.blocks[atom.block].kind == .listItem && atom.block <= announcement.block + 1
    }
    guard atom.block == announcement.block, words.count >= Self.shortest else { return false }
    return counts(words) || words.first.map(Self.steps.contains) == true
      || LimitCues.table.roles(of: words).contains { $0.role == .limitation }
      || LimitCues.restraints.matches(in: words).count > 1
  }

  /// Whether a sentence is one of several that are counted: `Second, all runs are short.`
  private func counts(_ words: CueWords) -> Bool {
    words.first.map(Self.ordinals.contains) == true
  }

  /// More than any sentence weighs that is no part of an announced list.
  private static let most = Int(Int16.max)
  private static let enough = 3
  /// In words.
  private static let shortest = 5
  /// Of what heads an item, in words.
  private static let longestHead = 6
  /// In bytes.
  private static let longest = 600

  /// - Parameter inOwnPart: Whether the text before has come to the paper's own work.
  private func finding(
    _ atom: Atom, _ words: CueWords, _ text: String, inOwnPart: Bool
  ) -> Finding? {
    let place = LimitPlace(of: atom, in: view)
    guard place.openness != .closed, words.count >= Self.shortest || text.hasSuffix(":"),
      text.utf8.count < Self.longest, !taken.contains(atom.span),
      // What somebody is quoted to say is not the paper's: `“I don’t know”`, `“I’m sorry”`.
      !text.has("“I "), !text.has("“I’")
    else { return nil }
    let rows = LimitCues.table.matches(in: words).map { LimitCues.table.rows[$0] }
    let limits = rows.filter { $0.role == .limitation }.map(\.weight)
    let excepts =
      place.isOfResults && atom.odds(of: .finding) >= Self.conceivable
      && own.holdsWithExceptions(text, words)
    let falls = excepts || !place.isOpening && own.fails(words)
    let limit = limits.reduce(0, +) + (falls ? Self.enough : 0)
    let proposes =
      (place.tellsLimits || place.kind == .conclusion)
      && !LimitCues.proposals.matches(in: words).isEmpty
    let future =
      rows.filter { $0.role == .future }.map(\.weight).reduce(0, +) + (proposes ? Self.enough : 0)
    let closes = [.conclusion, .plans].contains(place.kind)
    let odds = atom.odds(of: .limitation)
    guard
      limit + future > 0 || odds >= Self.conceivable || place.tellsLimits || place.kind == .plans,
      excepts || odds >= Self.certain
        || LimitCues.vetoes.matches(in: words).isEmpty
          && !isHope(words, isPlanned: closes && future >= Self.enough)
    else { return nil }
    // An introduction and a background go on about others with `these` and `this` as well.
    let tellsOthers =
      atom.section > 0 && (place.isOpening || FindingContext.isBackground(atom.section, view))
    let isOwn = inOwnPart && !tellsOthers || own.isNamed(in: text, words)
    guard isOwn || !tellsOthers else { return nil }
    guard isOwn || place.openness == .open else { return nil }
    // Others' limits are why a paper was written, and stand before its own work and beside citations; what
    // is cited among limits is what the work is measured by.
    let mayCite = place.kind == .limits && odds >= Self.conceivable || closes && future >= 2
    // `Future work includes alternative scales.` goes on with the work at its end.
    let isAhead = closes && future >= Self.enough
    guard
      isOwn
        || place.isOwn && (mayCite || atom.citations.isEmpty)
          && (isAhead || OwnShortfall.isOfNobodyElse(words))
    else { return nil }
    let bonus = (isOwn ? 1 : 0) + place.weight
    if isPlan(words, future, limit, place, bonus) {
      return Finding(span: atom.span, isOpenEnd: true, weight: future + bonus)
    }
    let restraints = LimitCues.restraints.matches(in: words).count
    // What is not said of the work, and what stands where it is announced, has to be a limit by the
    // words of one row.
    let isTold = isOwn && !place.isOpening
    let concedes = !LimitCues.concessions.matches(in: words).isEmpty
    let isClear =
      isTold
      ? limit >= 2
      : place.isOfResults && concedes && limit >= Self.enough
        || limits.contains { $0 >= Self.enough }
    // Appendixes hold examples and steps of proofs: only what says so by itself is taken.
    if place.openness == .ownOnly, limit < Self.enough { return nil }
    let isLimit =
      switch place.kind {
      case .limits:
        (restraints > 0 || limit > 0 || counts(words) || odds >= Self.likelyOfFiled)
          && isNoRemark(words)
      case .limitsAndResults: limit >= 1 || restraints >= 3
      case .conclusion, .plans: limit >= (isOwn || concedes ? 2 : Self.enough)
      case .other: isClear
      }
    let isLikely = restraints + limit > 0 && isLikely(atom, place, isOwn)
    guard isLimit || isLikely, atom.weight(of: .contribution) < 5 else { return nil }
    return Finding(
      span: atom.span, isOpenEnd: false, weight: odds + Self.cueWeight * (limit + bonus),
      isFiled: isLimit ? place.tellsLimits : place.kind == .limits,
      isStated: place.tellsLimits || words.hold(Self.names))
  }

  /// Whether a sentence is taken for a limit without a rule that says so: by what was learned of limits,
  /// or as something that went wrong with the authors' own work.
  private func isLikely(_ atom: Atom, _ place: LimitPlace, _ isOwn: Bool) -> Bool {
    let odds = atom.odds(of: .limitation)
    // At its end a paper speaks of its own work with and without `we`.
    let closes = place.kind == .conclusion && odds > atom.odds(of: .finding)
    let least =
      place.kind == .limits
      ? Self.conceivable
      : isOwn ? Self.likelyOfOwn : closes ? Self.likelyOfClosing : Self.likely
    return odds >= least
      || isOwn && odds >= Self.conceivable && atom.odds(of: .setback) >= Self.likelyOfOwn
  }

  // In sixteenths of a nat, as `Atom.odds`.
  private static let likely = 8
  private static let likelyOfOwn = -8
  private static let likelyOfClosing = -10
  /// Of a sentence among limits that has no word of restraint: `All yards are dry.`
  private static let likelyOfFiled = -14
  /// Of what is a limit whatever its words sound like.
  private static let certain = 12
  /// Below it no sentence is looked at that has no cue.
  private static let conceivable = -24
  /// What a cue of weight 1 is worth.
  private static let cueWeight = 8

  /// What authors call a limit.
  private static let names = [
    "limitation", "limitations", "drawback", "drawbacks", "caveat", "caveats", "shortcoming",
    "shortcomings", "weakness", "weaknesses", "disadvantage", "disadvantages",
  ]

  private func isPlan(
    _ words: CueWords, _ future: Int, _ limit: Int, _ place: LimitPlace, _ bonus: Int
  ) -> Bool {
    if place.kind == .plans {
      return future > 0 || !LimitCues.prospects.matches(in: words).isEmpty
    }
    return future >= 2 && future > limit && place.openness == .open && place.tellsPlans
      && future + min(bonus, 1) >= Self.enough
  }

  /// Whether a sentence tells what the authors aim at or hope for, but for what they hope will be done.
  private func isHope(_ words: CueWords, isPlanned: Bool) -> Bool {
    !LimitCues.hopes.matches(in: words).isEmpty
      && !(isPlanned && LimitCues.influence.matches(in: words).isEmpty)
  }

  /// Whether a sentence does not explain a limit or tell what was done about it.
  private func isNoRemark(_ words: CueWords) -> Bool {
    LimitCues.remarks.matches(in: words).isEmpty
  }

  /// `There are several limitations to our approach.`: what they are comes next.
  private func isAnnouncement(_ words: CueWords) -> Bool {
    words.count < 22 && !words.hold("include", "including", "is", "such")
      && words.hold("limitations", "drawbacks", "caveats", "shortcomings", "directions")
      && words.hold(
        "several", "some", "following", "there", "various", "certain", "acknowledge", "discuss",
        "note")
  }

  private func tellsResult(_ atom: Atom) -> Bool {
    let results: [Atom.Role] = [.result, .contribution, .claim]
    return results.contains { atom.weight(of: $0) >= 2 }
  }
}
