internal import IR

/// What the section or the paragraph of a sentence is about.
struct LimitPlace {
  enum Kind { case limits, limitsAndResults, plans, conclusion, other }

  let kind: Kind
  /// Examples and printed output in appendixes speak of all kinds of limits: there only what the
  /// paper says of its own work counts.
  enum Openness { case open, ownOnly, closed }

  let openness: Openness
  /// Whether it is about the paper's own work.
  let isOwn: Bool
  let tellsPlans: Bool
  /// Whether it is the abstract or the introduction.
  let isOpening: Bool
  let isOfResults: Bool

  init(of atom: Atom, in view: PaperView) {
    let role = SectionRole(of: atom.section, in: view)
    let section = view.paper.sections[atom.section]
    let title = section.title.value.lowercase
    let lead = view.paper.blocks[atom.block].lead.map { view.text(of: $0).lowercase }
    let own = lead.flatMap(Self.kind(named:))
    let named = own ?? Self.kind(ofSection: title, role)
    // Where limits and results share a section, a paragraph with a head of its own is a limit.
    let isItem = named == .limitsAndResults && lead.map { !Self.sumsUp($0) } ?? false
    kind = isItem ? .limits : named
    let isThanks = title.has("funding") || lead.map { $0.hasPrefix("ethic") } ?? false
    let isFormal = role != .limitations && view.isStatement(atom.section)
    openness =
      role == .related || isThanks || isFormal
      ? .closed : section.isAppendix && kind == .other ? .ownOnly : .open
    isOpening = own == nil && role == .introduction
    isOfResults = role == .experiments
    isOwn = !isOpening
    tellsPlans = own != nil || role != .introduction && role != .method
  }

  /// Whether all that stands there may be a limit.
  var tellsLimits: Bool { kind == .limits || kind == .limitsAndResults }

  /// What it adds to the weight of a sentence.
  var weight: Int { tellsLimits ? 2 : kind == .conclusion || kind == .plans ? 1 : 0 }

  /// What a head announces that names limits or plans before all else: `Limitations.`,
  /// `Future work:`.
  private static func kind(named head: String) -> Kind? {
    if head.hasPrefix("limitation") || head.hasPrefix("threats") || limits.stands(in: head) {
      return .limits
    }
    return head.hasPrefix("future") && !isMixed(head) ? .plans : nil
  }

  /// What names limits wherever it stands in a head: `Coverage caveat.`, `Failure Modes`.
  private static let limits: PhraseSet = ["caveat", "failure mode"]

  private static func kind(ofSection title: String, _ role: SectionRole) -> Kind {
    let isNamed = title.hasPrefix("limitation") || title.hasPrefix("threats")
    switch role {
    case .limitations where !isNamed || title.has("discussion") || title.has("conclusion"):
      return .limitsAndResults
    case .limitations: return .limits
    case .conclusion: return kind(named: title) ?? .conclusion
    default: return limits.stands(in: title) ? .limits : .other
    }
  }

  private static func sumsUp(_ head: String) -> Bool {
    ["conclu", "summar", "result", "finding", "discussion", "contribution"].contains {
      head.hasPrefix($0)
    }
  }

  private static func isMixed(_ title: String) -> Bool {
    title.has(" and ") || title.has("&") || title.has(",")
  }
}
