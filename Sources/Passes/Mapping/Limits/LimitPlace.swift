internal import IR

/// What the section of a sentence is about.
struct LimitPlace {
  enum Kind { case limitsAlone, limits, limitsAndResults, conclusion, other }

  let kind: Kind
  /// Examples and printed output in appendixes speak of all kinds of limits: there only what the
  /// paper says of its own work counts.
  enum Openness { case open, ownOnly, closed }

  let openness: Openness
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
    openness =
      role == .related || isThanks ? .closed : isAppendix && kind == .other ? .ownOnly : .open
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
