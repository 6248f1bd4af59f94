internal import IR

/// The reason that a sentence gives for what it says: `because zeros make an edge`.
enum Reason {
  private static let causes = [
    " because ", " since ", ", as ", " in order to ", " so that ", " chosen for ", " selected for ",
    " chosen based on ", " selected based on ", " chosen to ", " selected to ", " due to ",
  ]
  private static let leads =
    purposes.map { " to \($0) " } + manners.map { " to \($0) " } + merits

  /// What a thing is done for, rather than what it does.
  private static let purposes = [
    "avoid", "reduce", "save", "prevent", "ensure", "enable", "allow", "encourage", "overcome",
    "mitigate", "alleviate", "counteract", "stabilize", "stabilise", "preserve", "maintain",
    "improve", "facilitate", "simplify", "accelerate", "speed", "isolate", "guarantee", "minimize",
    "minimise", "achieve", "keep", "make", "account for", "compensate for", "help", "retain",
  ]

  private static let manners = [
    "better", "further", "more", "quickly", "efficiently", "explicitly", "easily", "cleanly",
  ]

  /// What a clause behind the choice says for it.
  private static let merits = [
    ", which allows ", ", which enables ", ", which ensures ", ", which avoids ",
    ", which reduces ",
    ", which prevents ", ", which makes ", ", which helps ", ", which saves ", ", which provides ",
    ", which not only ", ", which also ", ", which thus ", ", which we found ",
    ", which has been shown ", ", which is faster ", ", which is simpler ",
    ", which is cheaper ", ", which is more ", ", which is easier ", ", which is better ",
    ", allowing ", ", enabling ", ", ensuring ", ", avoiding ", " mainly for ", " for reducing ",
    " for avoiding ", " for improving ", " for better ", " for the sake of ", " for ease of ",
    " while avoiding ", " while ensuring ", " while keeping ", " while preserving ",
    " while maintaining ",
  ]

  /// An example that is followed is a reason, too: `following the practice in [3]`.
  static func precedent(in sentence: Grounded<String>) -> Grounded<String>? {
    if examples.contains(where: sentence.value.hasPrefix), sentence.derivation == nil,
      let span = sentence.spans.first,
      let end = [", we ", ", our ", ", the "].compactMap({
        sentence.value.utf8Range(of: $0)?.lowerBound
      }).min()
    {
      let example = String(decoding: sentence.value.utf8.prefix(end), as: UTF8.self)
      if namesWork(example) { return Grounded(example, [span.narrowed(to: 0..<end)]) }
    }
    let leads = [", following ", ", similar to ", ", similarly to ", ", inspired by "]
    return phrase(after: leads, in: sentence, atLeast: 2).flatMap {
      namesWork($0.value) ? $0 : nil
    }
  }

  private static let examples = [
    "Following ", "Inspired by ", "Motivated by ", "Similar to ", "Similarly to ", "Building on ",
    "In line with ", "As in ", "Like ",
  ]

  /// Whether words name a work that one may follow: `the practice of [3]`, but not `this`.
  private static func namesWork(_ words: String) -> Bool {
    words.has("[") || words.has("et al") || words.has(" (19") || words.has(" (20")
      || CueWords(words).hold(works)
  }

  private static let works = [
    "work", "works", "literature", "practice", "practices", "original", "previous", "prior",
    "recent", "success", "effectiveness", "standard", "common",
  ]

  /// `To avoid swing,` but not `To the best of our knowledge,`.
  private static func opensWithPurpose(_ sentence: String) -> Bool {
    var words = CueWords(String(sentence.prefix(40))).words
    if words.starts(with: ["in", "order"]) { words.removeFirst(2) }
    guard words.count > 3, words[0] == "to" else { return false }
    return !notVerbs.contains(manners.contains(words[1]) ? words[2] : words[1])
  }

  private static let notVerbs: Set<String> = [
    "the", "our", "this", "that", "be", "my", "these", "a", "an", "some", "summarize", "conclude",
    // What is done to find out chooses nothing for what is built.
    "evaluate", "quantify", "train", "test", "assess", "compare", "show", "verify", "understand",
    "illustrate", "demonstrate", "answer", "distinguish", "isolate", "do", "perform", "compute",
    "elucidate", "visualize", "visualise", "analyze", "analyse", "inspect", "gain",
    "characterize", "characterise", "benchmark", "begin", "generate", "tune", "explore",
    "investigate", "study", "examine", "measure",
  ]

  /// `For simplicity, we wait.`
  private static func sake(in sentence: String) -> Range<Int>? {
    guard sentence.hasPrefix("For "), let end = sentence.utf8Range(of: ", ")?.lowerBound else {
      return nil
    }
    let words = CueWords(String(decoding: sentence.utf8.prefix(end), as: UTF8.self)).words
    return words.count <= 6 && words.contains(where: sakes.contains) ? 0..<end : nil
  }

  private static let sakes: Set<String> = [
    "simplicity", "efficiency", "fairness", "fair", "stability", "robustness", "consistency",
    "convenience", "clarity", "ease", "sake", "reproducibility", "comparability", "speed",
    "tractability", "brevity",
  ]

  /// `We wait for deployment simplicity.`
  private static func lastSake(in sentence: String) -> Range<Int>? {
    var end = sentence.utf8.count
    if sentence.hasSuffix(".") { end -= 1 }
    var last: Range<Int>?
    while let found = sentence.utf8Range(of: " for ", from: last?.upperBound ?? 0) { last = found }
    guard let lead = last else { return nil }
    let words = CueWords(
      String(decoding: sentence.utf8.prefix(end).dropFirst(lead.upperBound), as: UTF8.self)
    ).words
    return words.count <= 4 && words.last.map(sakes.contains) == true
      ? (lead.lowerBound + 1)..<end : nil
  }

  /// `It is dark, so we wait.`: what stands before the consequence.
  private static func ground(in sentence: String) -> Range<Int>? {
    let turns = [
      ", so we ", ", and thus we ", ", thus we ", ", hence we ", "; hence, we ", "; therefore, we ",
      ", therefore we ", ", and therefore we ", "; thus, we ", ", and hence we ", ", and so we ",
    ]
    if let end = turns.compactMap({ sentence.utf8Range(of: $0)?.lowerBound }).min() {
      return 0..<end
    }
    return leadingCause(in: sentence)
  }

  private static func opensWithCause(_ sentence: String) -> Bool {
    ["Because ", "Since ", "As ", "Due to "].contains(where: sentence.hasPrefix)
  }

  /// `Because it is dark, we wait.`
  private static func leadingCause(in sentence: String) -> Range<Int>? {
    guard opensWithCause(sentence), let end = sentence.utf8Range(of: ", we ")?.lowerBound else {
      return nil
    }
    let words = CueWords(String(decoding: sentence.utf8.prefix(end), as: UTF8.self)).words
    guard words.count > 3 else { return nil }
    // `As a yardstick`, `As we said`.
    let isManner = words[0] == "as" && ["a", "an", "we"].contains(words[1])
    return isManner || pointers.contains(words[1]) ? nil : 0..<end
  }

  static func find(in sentence: Grounded<String>) -> Grounded<String>? {
    guard let span = sentence.spans.first, sentence.derivation == nil else { return nil }
    if let range = sake(in: sentence.value) ?? ground(in: sentence.value)
      ?? lastSake(in: sentence.value)
    {
      let words = String(decoding: Array(sentence.value.utf8)[range], as: UTF8.self)
      return Grounded(words, [span.narrowed(to: range)])
    }
    // `To avoid swing, we wait.`
    if opensWithPurpose(sentence.value) {
      let ends = [", ", " we "].compactMap { sentence.value.utf8Range(of: $0)?.lowerBound }
      if let end = ends.min() {
        let purpose = String(decoding: sentence.value.utf8.prefix(end), as: UTF8.self)
        if purpose.split(separator: " ").count >= 3 {
          return Grounded(purpose, [span.narrowed(to: 0..<end)])
        }
      }
    }
    // What is done to find out has no other purpose in the clause that says so.
    let lead = ["To ", "In order to "].contains(where: sentence.value.hasPrefix)
    let start = lead ? sentence.value.utf8Range(of: ", ")?.lowerBound ?? 0 : 0
    return phrase(after: causes, in: sentence, from: start, atLeast: 4)
      ?? phrase(after: leads, in: sentence, from: start, atLeast: 3)
  }

  private static func phrase(
    after leads: [String], in sentence: Grounded<String>, from first: Int = 0, atLeast fewest: Int
  ) -> Grounded<String>? {
    guard let span = sentence.spans.first, sentence.derivation == nil else { return nil }
    for lead in leads {
      guard let found = sentence.value.utf8Range(of: lead, from: first) else { continue }
      let bytes = Array(sentence.value.utf8)
      let start = found.lowerBound + (lead.hasPrefix(",") ? 2 : 1)
      var end = bytes.count
      while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x20 { end -= 1 }
      let phrase = String(decoding: bytes[start..<end], as: UTF8.self)
      let words = phrase.split(separator: " ")
      // `to achieve this` tells nothing by itself.
      guard words.count > shortPhrase || !words.contains(where: { pointing.contains(String($0)) })
      else { continue }
      guard words.count >= fewest, words[0] != "as" || !pointers.contains(words[1].lowercased())
      else {
        continue
      }
      return Grounded(phrase, [span.narrowed(to: start..<end)])
    }
    return nil
  }

  /// Words behind `as` that begin no reason: `as well as`, `as shown`.
  private static let pointers: Set<String> = [
    "well", "shown", "depicted", "in", "described", "mentioned", "before", "discussed", "expected",
    "illustrated", "introduced", "explained", "noted", "stated", "seen", "opposed", "is", "are",
    "was", "done", "defined",
  ]
}

extension TraceNode {
  /// Whether a decision says why.
  var hasReason: Bool {
    if case .decision(_, _, let rationale) = kind { return rationale != nil }
    return false
  }
}

extension Reason {
  /// The reason that a sentence gives, or that stands around it. A purpose that only points back
  /// (`To overcome this, we wait.`) is what the sentence before tells.
  static func found(at index: Int, _ sentence: Grounded<String>, _ atoms: Atoms, _ view: PaperView)
    -> Grounded<String>?
  {
    guard let own = find(in: sentence) else {
      let follows = !consequences.matches(in: CueWords(sentence.value)).isEmpty
      return precedent(in: sentence) ?? (follows ? precedent(of: index, atoms, view) : nil)
        ?? merit(after: index, atoms, view)
    }
    let words = CueWords(own.value).words
    guard own.value.hasPrefix("To "), words.count <= shortPurpose,
      words.contains(where: pointing.contains)
    else { return own }
    return precedent(of: index, atoms, view) ?? own
  }

  private static let shortPurpose = 5
  private static let shortPhrase = 4
  private static let pointing: Set<String> = ["this", "these", "that", "those", "such", "it"]

  /// The sentence before one in its paragraph.
  private static func precedent(of index: Int, _ atoms: Atoms, _ view: PaperView) -> Grounded<
    String
  >? {
    guard index > 0, atoms.atoms[index - 1].block == atoms.atoms[index].block else { return nil }
    let before = view.grounded(atoms.atoms[index - 1].span)
    return Wording.isSentence(before.value) ? before : nil
  }

  /// What is done because of what the sentence before tells.
  static let consequences = CueTable([
    Cue(
      "^ therefore|thus|hence|consequently|accordingly|so we", .choice, weight: 1,
      matches: "Therefore, we use a lamp.", ignores: "We therefore see a lamp."),
    Cue(
      "^ to|towards|toward|for|with this|that end|purpose|reason|mind we", .choice, weight: 1,
      matches: "To this end, we use a lamp.", ignores: "To that lamp we go."),
  ])

  /// The sentence behind one in its paragraph, if it says what the first is good for.
  private static func merit(after index: Int, _ atoms: Atoms, _ view: PaperView) -> Grounded<
    String
  >? {
    guard index + 1 < atoms.atoms.count, atoms.atoms[index + 1].block == atoms.atoms[index].block
    else { return nil }
    let text = view.text(of: atoms.atoms[index + 1].span)
    let lower = withoutAdverb(text.lowercase)
    guard meritReasons.contains(where: { lower.hasPrefix($0) }), Wording.isSentence(text) else {
      return nil
    }
    return view.grounded(atoms.atoms[index + 1].span)
  }

  /// `this greatly reduces` as `this reduces`.
  private static func withoutAdverb(_ sentence: String) -> String {
    let words = sentence.split(separator: " ", maxSplits: 2)
    guard words.count == 3, words[0] == "this", words[1].hasSuffix("ly") else { return sentence }
    return "this \(words[2])"
  }

  private static let meritReasons = [
    "this allows", "this ensures", "this enables", "this avoids", "this prevents", "this reduces",
    "this makes", "this keeps", "this helps", "this encourages", "this improves", "this simplifies",
    "this lets", "this guarantees", "this saves",
    "this choice", "this design", "this is because", "this is to ", "the reason", "doing so",
    "by doing so",
  ]
}
