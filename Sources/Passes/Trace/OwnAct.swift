internal import IR

/// What a clause says that was done to what is built, by its form: no list holds the verbs of all
/// fields. What authors do to find out, to think and to tell is a closed class.
enum OwnAct {
  /// Whether the authors are said to do something: `we then upload`.
  static func isTold(in words: [String]) -> Bool {
    words.indices.contains { at in
      guard words[at] == "we", let verb = verb(after: at, in: words) else { return false }
      // What authors have done is mostly work on the text; what they have chosen is not.
      return words[verb] == "have"
        ? words[(verb + 1)...].first.map(choices.contains) == true
        : isAct(words[verb], in: words, verb)
    }
  }

  private static let choices: Set<String> = ["chosen", "selected", "opted", "decided", "used"]

  /// Whether something is said to be done: `is then uploaded`.
  static func isDone(in words: [String]) -> Bool {
    words.indices.contains { at in
      guard auxiliaries.contains(words[at]), let verb = verb(after: at, in: words) else {
        return false
      }
      return isParticiple(words[verb]) && !tellings.contains(words[verb])
        && !states.contains(words[verb])
    }
  }

  private static let auxiliaries: Set<String> = ["is", "are", "was", "were", "been"]

  /// The word behind the adverbs that follow one.
  private static func verb(after at: Int, in words: [String]) -> Int? {
    var next = at + 1
    while next < words.count, isAdverb(words[next]) { next += 1 }
    return next < words.count ? next : nil
  }

  private static func isAdverb(_ word: String) -> Bool {
    adverbs.contains(word)
      || word.hasSuffix("ly") && !["apply", "rely", "multiply", "supply"].contains(word)
  }

  private static func isAct(_ verb: String, in words: [String], _ at: Int) -> Bool {
    guard verb.utf8.count > 2, verb.allSatisfy(\.isLetter), !tellings.contains(verb),
      !verb.hasSuffix("ing")
    else { return false }
    let next = words[(at + 1)...].first
    if next == "that" && verb != "ensure" || next == "this" && verb == "do" { return false }
    if ["make", "made"].contains(verb), words.contains("available") { return false }
    // `We perform an experiment` finds out, too.
    return
      !(carryings.contains(verb)
      && words[(at + 1)...].prefix(reach).contains(where: inquiries.contains))
  }

  private static let reach = 5

  private static func isParticiple(_ word: String) -> Bool {
    word.utf8.count > 4 && word.hasSuffix("ed") && word != "indeed" || participles.contains(word)
  }

  private static let participles: Set<String> = [
    "set", "kept", "built", "split", "frozen", "fed", "taken", "drawn", "held", "put", "written",
    "run", "made", "cut", "fit", "sent",
  ]

  private static let adverbs: Set<String> = [
    "also", "then", "therefore", "thus", "hence", "further", "always", "first", "instead", "here",
    "again", "now", "finally", "next", "both", "do", "did", "not", "each", "never", "never", "so",
    "just", "still", "even", "later", "often", "once", "all", "opt", "opted", "choose", "chose",
    "decide", "decided", "to",
  ]

  private static let carryings: Set<String> = [
    "perform", "performed", "run", "ran", "conduct", "conducted", "carry", "carried", "make",
    "made", "repeat", "repeated", "adopt", "adopted", "design", "designed", "introduce",
    "introduced", "use", "used",
  ]

  private static let inquiries: Set<String> = [
    "experiment", "experiments", "study", "studies", "analysis", "analyses", "evaluation",
    "evaluations", "comparison", "comparisons", "ablation", "ablations", "test", "tests",
    "simulations", "assumption", "assumptions", "term", "notation", "convention", "observation",
    "observations", "survey", "review",
    "investigation", "benchmark", "benchmarks",
  ]

  /// What is done to find out, to think and to tell, present and past.
  private static let tellings = forms(
    """
    see show find uncover become attribute advocate reveal insist flag wonder point document note notice report present describe discuss illustrate demonstrate prove \
    argue believe think hypothesize hypothesise conjecture suspect speculate expect hope want \
    wish aim seek need try attempt intend plan focus study investigate examine explore analyze \
    analyse evaluate assess compare measure test verify validate quantify ask conclude \
    summarize summarise recall remark emphasize emphasise highlight stress mention refer call \
    denote term name write know assume suppose consider obtain get achieve gain derive deduce \
    infer understand interpret view regard acknowledge provide give offer release leave thank \
    encourage recommend suggest address tackle overcome motivate conduct observe plot \
    visualize visualise inspect monitor like care say state claim answer develop propose \
    introduce devise contribute identify solve characterize characterise review look turn \
    arrive reach require lack deal list detail outline confirm establish realize realise \
    recognize recognise hold benefit experiment check define let
    """
  )
  .union([
    "are", "were", "had", "can", "could", "may", "might", "will", "would", "should", "must",
    "shall", "cannot", "seen", "saw", "shown", "found", "thought", "sought", "wanted", "wrote",
    "written", "knew", "known", "got", "gave", "given", "left", "understood",
    "said", "led", "held", "referred", "planned", "stressed",
  ])

  /// Participles that say how something is, rather than what was done to it.
  private static let states = forms(
    """
    base relate motivate inspire cause associate involve interest concern limit need expect \
    correlate connect contain compose depend link due accept publish believe allow enable \
    force oblige bind dedicate suit distribute skew bias guarantee
    """)

  /// Verbs, present and past.
  private static func forms(_ verbs: String) -> Set<String> {
    var forms: Set<String> = []
    for verb in verbs.split(separator: " ").map(String.init) {
      forms.formUnion([verb, verb + "d", verb + "ed"])
      if verb.hasSuffix("y") { forms.insert(verb.dropLast() + "ied") }
    }
    return forms
  }
}
