internal import IR

/// Finds what a paper says of the limits of its own work, and what it leaves for later.
struct LimitFinder {
  private let view: PaperView
  /// A sentence about limits.
  struct Finding {
    let span: SourceSpan
    let isOpenEnd: Bool
    let weight: Int
  }

  /// What was announced and is yet to come: `Future work includes:`, `There are some limitations.`
  private struct Announcement {
    var block: Int
    let isOpenEnd: Bool
    let isList: Bool
  }

  init(_ view: PaperView) {
    self.view = view
  }

  /// In the order of the paper.
  func findings(_ atoms: [Atom]) -> [Finding] {
    var found: [Finding] = []
    var announced: Announcement?
    for atom in atoms {
      let text = view.text(of: atom.span)
      let words = CueWords(text)
      if let announcement = announced, goesOn(announcement, atom, words) {
        announced?.block = atom.block
        if Wording.content(text).count >= 2, Wording.isFieldSafe(text),
          text.utf8.count < Self.longest
        {
          found.append(
            Finding(span: atom.span, isOpenEnd: announcement.isOpenEnd, weight: Self.most))
        }
        continue
      }
      announced = nil
      guard let finding = finding(atom, words, text) else { continue }
      let isList = text.hasSuffix(":")
      if isList || isAnnouncement(words) {
        announced = Announcement(
          block: atom.block, isOpenEnd: finding.isOpenEnd, isList: isList)
      } else if Wording.isSentence(text) {
        found.append(finding)
      }
    }
    return found
  }

  private static let steps: Set<String> = [
    "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "finally", "lastly",
    "additionally", "moreover", "furthermore", "also", "another", "one",
  ]

  /// Whether a sentence is a part of what was announced: an item of the list, or a sentence of the
  /// paragraph that counts on or tells of a restraint.
  private func goesOn(_ announcement: Announcement, _ atom: Atom, _ words: CueWords) -> Bool {
    if announcement.isList {
      return view.paper.blocks[atom.block].kind == .listItem && atom.block <= announcement.block + 1
    }
    guard atom.block == announcement.block, words.count >= Self.shortest else { return false }
    return words.first.map(Self.steps.contains) == true
      || weight(.limitation, LimitCues.table.roles(of: words)) > 0
      || LimitCues.restraints.matches(in: words).count > 1
  }

  /// More than any sentence weighs that is no part of an announced list.
  private static let most = 9
  private static let enough = 3
  /// In words.
  private static let shortest = 5
  /// In bytes.
  private static let longest = 600

  private func finding(_ atom: Atom, _ words: CueWords, _ text: String) -> Finding? {
    let place = Place(atom.section, view)
    guard place.isOpen, words.count >= Self.shortest, text.utf8.count < Self.longest,
      LimitCues.vetoes.matches(in: words).isEmpty
    else { return nil }
    let isOwn = isOwn(words)
    // Others' limits are why a paper was written, and stand before its own work and beside citations.
    guard isOwn || place.isOwn && atom.citations.isEmpty && isOfNobodyElse(words) else {
      return nil
    }
    let roles = LimitCues.table.roles(of: words)
    let limit = weight(.limitation, roles)
    let future = weight(.future, roles)
    let bonus = (isOwn ? 1 : 0) + place.weight
    if future >= 2, future > limit, future + min(bonus, 1) >= Self.enough, place.tellsPlans {
      return Finding(span: atom.span, isOpenEnd: true, weight: future + bonus)
    }
    let restraints = LimitCues.restraints.matches(in: words).count
    let isLimit =
      switch place.kind {
      case .limitsAlone: restraints > 0 || tellsNoResult(atom)
      case .limits: restraints > 0
      case .limitsAndResults: limit >= 1 || restraints >= 2
      case .conclusion, .other: limit >= 2 && limit + bonus >= Self.enough
      }
    guard isLimit, atom.weight(of: .contribution) < 5 else { return nil }
    return Finding(span: atom.span, isOpenEnd: false, weight: limit + bonus)
  }

  private func tellsNoResult(_ atom: Atom) -> Bool {
    let results: [Atom.Role] = [.result, .comparison, .contribution, .claim, .method]
    return results.allSatisfy { atom.weight(of: $0) == 0 }
  }

  private func weight(_ role: Atom.Role, _ roles: [Atom.ScoredRole]) -> Int {
    roles.first { $0.role == role }?.weight ?? 0
  }

  /// `There are several limitations to our approach.`: what they are comes next.
  private func isAnnouncement(_ words: CueWords) -> Bool {
    words.count < 22 && !words.hold("include", "including", "is", "such")
      && words.hold("limitations", "drawbacks", "caveats", "shortcomings", "directions")
      && words.hold(
        "several", "some", "following", "there", "various", "certain", "acknowledge", "discuss",
        "note")
  }

  private func isOwn(_ words: CueWords) -> Bool {
    !LimitCues.own.matches(in: words).isEmpty
  }

  private func isOfNobodyElse(_ words: CueWords) -> Bool {
    LimitCues.others.matches(in: words).isEmpty
  }

  /// What the section of a sentence is about.
  private struct Place {
    enum Kind { case limitsAlone, limits, limitsAndResults, conclusion, other }

    let kind: Kind
    /// Whether limits are looked for in it. Examples and printed output in appendixes speak of all
    /// kinds of limits.
    let isOpen: Bool
    /// Whether it is about the paper's own work.
    let isOwn: Bool
    let tellsPlans: Bool

    init(_ section: Int, _ view: PaperView) {
      let role = SectionRole(of: section, in: view)
      let title = view.paper.sections[section].title.value.lowercase
      let isMixed = title.has(" and ") || title.has("&") || title.has(",")
      let isNamed = title.hasPrefix("limitation") || title.hasPrefix("threats")
      switch role {
      case .limitations where !isNamed || title.has("discussion") || title.has("conclusion"):
        kind = .limitsAndResults
      case .limitations: kind = isMixed ? .limits : .limitsAlone
      case .conclusion: kind = .conclusion
      default: kind = .other
      }
      let isAppendix = view.paper.sections[section].isAppendix
      let isThanks = title.has("acknowledg") || title.has("funding")
      isOpen = role != .related && !isThanks && (!isAppendix || kind != .other)
      isOwn = role != .introduction
      tellsPlans = role != .introduction && role != .method
    }

    /// What it adds to the weight of a sentence.
    var weight: Int {
      switch kind {
      case .limitsAlone, .limits, .limitsAndResults: 2
      case .conclusion: 1
      case .other: 0
      }
    }
  }
}
