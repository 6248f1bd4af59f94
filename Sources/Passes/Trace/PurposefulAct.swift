internal import IR

/// A sentence that says what the authors did and what for, naming no alternative.
struct PurposefulAct {
  let view: PaperView
  let atoms: Atoms
  let index: Int
  let sentence: Grounded<String>

  var isChoice: Bool {
    let words = CueWords(sentence.value)
    let proposes = !Self.proposals.matches(in: words).isEmpty
    let acts = proposes || !Self.acts.matches(in: words).isEmpty
    let solves = !Self.solutions.matches(in: words).isEmpty
    let isDone = !Self.passiveActs.matches(in: words).isEmpty
    guard acts || solves || isDone, !DanglingSubject.begins(sentence.value), !reports else {
      return false
    }
    switch SectionRole(of: atoms.atoms[index].section, in: view) {
    case .related, .conclusion, .limitations: return false
    case .introduction: return solves || acts && Reason.find(in: sentence) != nil
    case .method, .experiments, .appendix, .other: break
    }
    if solves { return true }
    guard acts else {
      return (Reason.opensWithPurpose(sentence.value) || sentence.value.has(" so that "))
        && Reason.find(in: sentence) != nil
    }
    return Reason.find(in: sentence) != nil || Reason.precedent(in: sentence) != nil
      || Reason.merit(after: index, atoms, view) != nil
  }

  /// Whether the sentence says what was seen. A clause that praises what was done says nothing of
  /// that: `we store it, which is faster`.
  private var reports: Bool {
    guard let clause = sentence.value.utf8Range(of: ", which ") else {
      let atom = atoms.atoms[index]
      return atom.weight(of: .result) + atom.weight(of: .comparison) >= Self.sure
        || atom.weight(of: .negative) >= Self.sure
        || !ChoiceRules.findings.matches(in: CueWords(sentence.value)).isEmpty
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
    + "|resize|upsample|downsample|concatenate|average|treat|formulate|implement"

  static let passiveActs = CueTable([
    Cue(
      "is|are|was|were initialized|initialised|added|used|scaled|clipped|normalized|frozen|replaced"
        + "|masked|shared|fixed|trained|split|resized|upsampled|downsampled|tied|stored|discarded"
        + "|dropped|excluded|removed", .choice, weight: 1,
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
