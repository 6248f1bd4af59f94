internal import IR

/// A sentence that says what the authors did and what for, naming no alternative.
struct PurposefulAct {
  let view: PaperView
  let atoms: Atoms
  let index: Int
  let sentence: Grounded<String>
  let words: CueWords

  var isChoice: Bool {
    if isChosen || isRestraint || isDecided || isMerit { return true }
    let all = words.words
    let proposes = !Self.proposals.matches(in: words).isEmpty
    // An acronym may read as the authors do.
    let acts =
      proposes || OwnAct.isTold(in: all) && !sentence.value.has("WE ")
      || !Self.acts.matches(in: words).isEmpty
    let solves = !Self.solutions.matches(in: words).isEmpty
    let isDone = OwnAct.isDone(in: all) && !all.contains(where: ChoiceRules.strangers.contains)
    guard acts || solves || isDone, !dangles, !sentence.value.hasPrefix("("), !reports else {
      return false
    }
    switch SectionRole(of: atoms.atoms[index].section, in: view) {
    case .related, .conclusion, .limitations: return false
    case .introduction: return solves || acts && Reason.find(in: sentence) != nil
    case .method, .experiments, .appendix, .other: break
    }
    if solves { return true }
    guard acts else { return isDoneOnPurpose }
    if !Self.consequences.matches(in: words).isEmpty,
      Reason.precedent(of: index, atoms, view) != nil
    {
      return true
    }
    return Reason.find(in: sentence) != nil || Reason.precedent(in: sentence) != nil
      || Reason.merit(after: index, atoms, view) != nil
  }

  /// `It is important to note that we use a lamp` has a subject.
  private var dangles: Bool { DanglingSubject.begins(ReportingFrame(sentence.value).rest) }

  /// Whether something was done to some end, rather than because of what holds: `A lamp is added to
  /// avoid noise.`
  private var isDoneOnPurpose: Bool {
    if Reason.merit(after: index, atoms, view) != nil || Reason.precedent(in: sentence) != nil {
      return true
    }
    if Reason.opensWithPurpose(sentence.value) || sentence.value.has(" so that ") {
      return Reason.find(in: sentence) != nil
    }
    guard let reason = Reason.find(in: sentence), let act = sentence.spans.first,
      let span = reason.spans.first, span.bytes.lowerBound > act.bytes.lowerBound
    else { return false }
    let first = CueWords(reason.value).first ?? ""
    return (["to", "for"].contains(first) || first.hasSuffix("ing")) && !words.hold("minimize")
  }

  /// Whether it says for what reason something was chosen: `The rate was chosen for its accuracy.`
  var isChosen: Bool {
    switch SectionRole(of: atoms.atoms[index].section, in: view) {
    case .related, .conclusion, .limitations, .introduction: return false
    case .method, .experiments, .appendix, .other: break
    }
    guard !dangles, Setback.others.matches(in: words).isEmpty else {
      return false
    }
    return !Self.chosen.matches(in: words).isEmpty
  }

  /// Whether a description of the method says what a part of it is good for: `The lid keeps marbles
  /// dry, which reduces the noise.`
  private var isMerit: Bool {
    let atom = atoms.atoms[index]
    guard SectionRole(of: atom.section, in: view) == .method, atom.citations.isEmpty,
      Self.parts.contains(where: sentence.value.hasPrefix), let reason = Reason.find(in: sentence),
      let first = CueWords(reason.value).first, Self.merits.contains(first), !dangles, !reports
    else { return false }
    return Setback.others.matches(in: words).isEmpty
      && !words.words.contains(where: ChoiceRules.strangers.contains)
  }

  /// What a sentence on a part of the method begins with.
  private static let parts = ["Our ", "The ", "Each ", "This "]
  private static let merits: Set<String> = [
    "which", "allowing", "enabling", "ensuring", "avoiding",
  ]

  /// Whether it says that the authors decided, whatever they saw that made them: `As it failed, we
  /// chose the lamp.`
  private var isDecided: Bool {
    switch SectionRole(of: atoms.atoms[index].section, in: view) {
    case .related, .conclusion, .limitations, .introduction: return false
    case .method, .experiments, .appendix, .other: break
    }
    guard !Self.decided.matches(in: words).isEmpty, !words.hold("why", "how") else { return false }
    // `As we tried both, we decided to list both`: a course of events.
    return words.first(2).dropFirst().first != "we" || !Reason.opensWithCause(sentence.value)
  }

  /// Whether it says what was left out or left alone, which others do: `We do not tie the weights.`
  private var isRestraint: Bool {
    switch SectionRole(of: atoms.atoms[index].section, in: view) {
    case .related, .conclusion, .limitations, .introduction: return false
    case .method, .experiments, .appendix, .other: break
    }
    return !Self.restraints.matches(in: words).isEmpty && !reports
      && !dangles && Setback.others.matches(in: words).isEmpty
  }

  /// Whether the clause that acts says what was seen. What is said for it may be seen: `we store it,
  /// which is faster`, `we do not use it, as it was slower`.
  private var reports: Bool {
    guard let act = clause else {
      let atom = atoms.atoms[index]
      return atom.weight(of: .result) + atom.weight(of: .comparison) >= Self.sure
        || atom.weight(of: .negative) >= Self.sure
        || !ChoiceRules.findings.matches(in: words).isEmpty
    }
    let main = CueWords(act)
    let seen: [Atom.Role] = [.result, .comparison, .negative]
    return !ChoiceRules.findings.matches(in: main).isEmpty
      || AtomRules.cues.roles(of: main).contains {
        $0.weight >= Self.sure && seen.contains($0.role)
      }
  }

  /// The sentence without the clause that gives a reason; nil where there is none.
  private var clause: String? {
    if let which = sentence.value.utf8Range(of: ", which ") {
      return String(decoding: sentence.value.utf8.prefix(which.lowerBound), as: UTF8.self)
    }
    guard let own = sentence.spans.first, let reason = Reason.find(in: sentence)?.spans.first
    else { return nil }
    let bytes = sentence.value.utf8
    let start = Int(reason.bytes.lowerBound - own.bytes.lowerBound)
    return start > 0
      ? String(decoding: bytes.prefix(start), as: UTF8.self)
      : String(decoding: bytes.dropFirst(reason.bytes.count), as: UTF8.self)
  }

  /// The weight from which on cues tell what a sentence does.
  private static let sure = 3

  /// What the work itself does.
  static let acts = CueTable([
    Cue(
      "our|this|present paper|work|study|implementation focuses|omits|restricts|excludes|adopts|uses",
      .choice, weight: 1,
      matches: "The present work omits lamps.", ignores: "The present work shows lamps.")
  ])

  static let chosen = CueTable([
    Cue(
      "is|are|was|were|been ... chosen|picked|preferred|favored|favoured ... because|since|due|based|over|instead|rather|empirically|to",
      .choice, weight: 1, matches: "The rate was chosen because it is safe.",
      ignores: "The chosen rate is low."),
    Cue(
      "is|are|was|were|been ... chosen|picked|preferred|favored|favoured ... for its|their|the|ease|simplicity|efficiency",
      .choice, weight: 1, matches: "The rate was chosen for its accuracy.",
      ignores: "The rate was chosen for sorting."),
    Cue(
      "was|were selected ... because|since|due|based|over|instead|rather|empirically|to", .choice,
      weight: 1, matches: "The rate was selected because it is safe.",
      ignores: "The rate was selected."),
  ])

  static let decided = CueTable([
    Cue(
      "we|i decided|chose|opted|elected|settled to|on|for|against|not", .choice, weight: 1,
      matches: "As it failed, we decided to wait.", ignores: "It decided the day."),
    Cue(
      "we|i therefore|thus|hence|instead|also|finally decided|chose|opted|elected|settled", .choice,
      weight: 1, matches: "We finally settled on a lamp.", ignores: "We finally saw a lamp."),
    Cue(
      "we|i adopt|adopted|choose|opt|prefer|resort", .choice, weight: 1,
      matches: "We adopt a lamp.", ignores: "They adopt a lamp."),
    Cue(
      "use|usage|choice|selection|design|decision of|to ... was|is|were|are motivated|justified|driven|dictated|guided by",
      .choice, weight: 1, matches: "The use of lamps was motivated by the dark.",
      ignores: "The lamp is motivated by the dark."),
  ])

  /// What authors keep from doing.
  static let restraints = CueTable([
    Cue(
      "we do|did not use|apply|share|train|include|add|tune|update|normalize|introduce|tie|employ|perform|fine-tune|finetune|pretrain|augment|mask|rescale|average",
      .choice, weight: 1, matches: "We do not tie the pans.", ignores: "We do not see a lamp."),
    Cue(
      "we|experiments ... only|solely|exclusively train|trained|use|used|update|updated|apply|applied|optimize|fine-tune|fine-tuned|finetune|keep|sample",
      .choice, weight: 1, matches: "All experiments solely train the pan.",
      ignores: "We only see a lamp."),
    Cue(
      "we train|trained|run|ran|fine-tune|fine-tuned|finetuned|pretrain|pretrained|implement|implemented ... without",
      .choice, weight: 1, matches: "We train the sorter without a lamp.",
      ignores: "We see it without a lamp."),
    Cue(
      "we exclude|excluded|discard|discarded|omit|omitted|removed|filtered|dropped", .choice,
      weight: 1, matches: "We excluded all cracked marbles.", ignores: "It excludes us."),
  ])

  /// What is done because of what the sentence before tells.
  static let consequences = CueTable([
    Cue(
      "^ therefore|thus|hence|consequently|accordingly|so we", .choice, weight: 1,
      matches: "Therefore, we use a lamp.", ignores: "We therefore see a lamp."),
    Cue(
      "^ to|towards|toward|for|with this|that end|purpose|reason|mind we", .choice, weight: 1,
      matches: "To this end, we use a lamp.", ignores: "To that lamp we go."),
  ])

  static let proposals = CueTable([
    Cue(
      "we propose|introduce|design|develop|devise", .choice, weight: 1,
      matches: "We propose a lamp.", ignores: "They propose a lamp.")
  ])

  static let solutions = CueTable([
    Cue(
      "our ... solution|approach|strategy|idea|remedy|fix ... is to", .choice, weight: 1,
      matches: "Our simple solution, a lamp, is to see.", ignores: "Our solution is a lamp.")
  ])
}
