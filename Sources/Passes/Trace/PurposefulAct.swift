internal import IR

/// A sentence that says what the authors did and what for, naming no alternative.
struct PurposefulAct {
  let view: PaperView
  let atoms: Atoms
  let index: Int
  let sentence: Grounded<String>
  let words: CueWords

  var isChoice: Bool {
    if isChosen || isRestraint || isDecided { return true }
    let proposes = !Self.proposals.matches(in: words).isEmpty
    let acts = proposes || !Self.acts.matches(in: words).isEmpty
    let solves = !Self.solutions.matches(in: words).isEmpty
    let isDone = !Self.passiveActs.matches(in: words).isEmpty
    guard acts || solves || isDone, !dangles, !reports else {
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

  private var dangles: Bool { DanglingSubject.begins(words, of: sentence.value) }

  /// Whether something was done to some end, rather than because of what holds: `A lamp is added to
  /// avoid noise.`
  private var isDoneOnPurpose: Bool {
    if Reason.merit(after: index, atoms, view) != nil { return true }
    if Reason.opensWithPurpose(sentence.value) || sentence.value.has(" so that ") {
      return Reason.find(in: sentence) != nil
    }
    guard let reason = Reason.find(in: sentence), let act = sentence.spans.first,
      let span = reason.spans.first, span.bytes.lowerBound > act.bytes.lowerBound
    else { return false }
    let first = CueWords(reason.value).first ?? ""
    return (first == "to" || first.hasSuffix("ing")) && !words.hold("minimize")
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
    case .related, .conclusion, .limitations, .introduction, .other: return false
    case .method, .experiments, .appendix: break
    }
    return !Self.restraints.matches(in: words).isEmpty && !reports
      && !dangles && Setback.others.matches(in: words).isEmpty
  }

  /// Whether the sentence says what was seen. A clause that praises what was done says nothing of
  /// that: `we store it, which is faster`.
  private var reports: Bool {
    guard let clause = sentence.value.utf8Range(of: ", which ") else {
      let atom = atoms.atoms[index]
      return atom.weight(of: .result) + atom.weight(of: .comparison) >= Self.sure
        || atom.weight(of: .negative) >= Self.sure
        || !ChoiceRules.findings.matches(in: words).isEmpty
    }
    let main = CueWords(
      String(decoding: sentence.value.utf8.prefix(clause.lowerBound), as: UTF8.self))
    let seen: [Atom.Role] = [.result, .comparison, .negative]
    return !ChoiceRules.findings.matches(in: main).isEmpty
      || AtomRules.cues.roles(of: main).contains {
        $0.weight >= Self.sure && seen.contains($0.role)
      }
  }

  /// The weight from which on cues tell what a sentence does.
  private static let sure = 3

  /// What authors do to what they build.
  static let acts = CueTable([
    Cue(
      "we \(verbs)|used|chosen|selected|adopted|employed|opted|decided", .choice, weight: 1,
      matches: "We use a lamp.", ignores: "We need a lamp."),
    Cue(
      "we also|then|therefore|thus|further|additionally|explicitly|only|always|simply|first|instead "
        + verbs, .choice, weight: 1,
      matches: "We also use a lamp.", ignores: "We also see a lamp."),
    Cue(
      "we do|did not use|apply|share|train|include|add|tune|update|normalize", .choice, weight: 1,
      matches: "We do not use a lamp.", ignores: "We do not see a lamp."),
    Cue(
      "our|this|present paper|work|study|implementation focuses|omits|restricts|excludes|adopts|uses",
      .choice, weight: 1,
      matches: "The present work omits lamps.", ignores: "The present work shows lamps."),
  ])

  private static let verbs =
    "use|choose|chose|adopt|employ|set|scale|apply|add|initialize|introduce|incorporate|freeze"
    + "|modify|share|clip|normalize|limit|restrict|select|fix|replace|opt|multiply|mask|keep|insert"
    + "|split|sample|decide|favour|favor|tie|store|reuse|restructure|omit|discard|exclude|drop"
    + "|resize|upsample|downsample|concatenate|average|treat|formulate|implement|alternate|merge"
    + "|override|filter|weight|repeat|re-run|rerun|retrain|re-train|cap|truncate|pad|round|cache"
    + "|precompute|discretize|convert|represent|compute|run|maintain|applied|added|initialized"
    + "|incorporated|froze|modified|clipped|normalized|limited|restricted|fixed|replaced|masked"
    + "|kept|inserted|sampled|tied|stored|omitted|discarded|excluded|dropped|removed|resized"
    + "|concatenated|averaged|treated|formulated|implemented|merged|filtered|weighted|repeated"
    + "|converted|computed|maintained|reduced|increased"

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
      matches: "Therefore, we use a lamp.", ignores: "We therefore see a lamp.")
  ])

  static let passiveActs = CueTable([
    Cue(
      "is|are|was|were initialized|initialised|added|used|scaled|clipped|normalized|frozen|replaced"
        + "|masked|shared|fixed|trained|split|resized|upsampled|downsampled|tied|stored|discarded"
        + "|dropped|excluded|removed|kept|applied|employed|adopted|included|maintained|merged"
        + "|repeated|truncated|padded|cached", .choice, weight: 1,
      matches: "To see, a lamp is added.", ignores: "A lamp is red.")
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
