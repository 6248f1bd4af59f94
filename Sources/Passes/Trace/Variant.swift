internal import IR

/// Words that tell a variant that was tried from a failure of others.
enum VariantWords {
  private static let words = [
    "remov", "without", "replac", "ablat", "variant", "using ", "instead", "adding", "increasing",
    "decreasing", "larger", "smaller", "reducing", "disabl", "alternative", "we tried",
    "we also tried", "experimented with", "dropping", "omitting", " too ",
  ]

  static func occur(in text: String) -> Bool {
    let lower = text.lowercase
    return words.contains { lower.has($0) }
  }
}

/// Failures that a sentence denies: `we do not observe the degradation`.
enum DeniedFailure {
  static let cues = CueTable([
    Cue(
      "not|no|never|avoids|avoid|avoiding|without|prevents|prevent|eliminates|solves|addresses ... degrad*|collapse*|diverge*|instability|fail*|hurt*|harm*|overfitting|worse",
      .claim, weight: 1,
      matches: "We do not observe the degradation.", ignores: "We observe the degradation."),
    Cue(
      "degradation|instability|collapse|failure ... is|are ... addressed|solved|avoided|prevented",
      .claim, weight: 1,
      matches: "The degradation problem is well addressed.", ignores: "The degradation is large."),
    Cue(
      "lower|lowers|lowered|reduc*|decreas*|fall|falls|drop|drops|dropped|less ... loss|losses|perplexity|error|errors|memory|cost|latency|variance",
      .claim, weight: 1,
      matches: "Waiting longer leads to a lower error.", ignores: "Waiting lowers the accuracy."),
  ])

  static func occurs(in text: String) -> Bool { !cues.matches(in: CueWords(text)).isEmpty }
}

/// What a sentence says was tried, if it begins with that: `Removing the fade lowers accuracy.`
enum TriedVariant {
  static func find(in sentence: Grounded<String>) -> Grounded<String>? {
    guard let span = sentence.spans.first, sentence.derivation == nil,
      let first = sentence.value.split(separator: " ").first, opens(first)
    else { return nil }
    let ends = verbs.compactMap { sentence.value.utf8Range(of: $0)?.lowerBound }
    guard let end = ends.min() else { return nil }
    let range = 0..<end
    let phrase = String(decoding: Array(sentence.value.utf8)[range], as: UTF8.self)
    guard phrase.split(separator: " ").count >= 3, !phrase.has(",") else { return nil }
    return Grounded(phrase, [span.narrowed(to: range)])
  }

  /// Whether a sentence tells of a trial, whatever its subject: `We also tried a third sorter.`
  static func isTold(in text: String) -> Bool { !trials.matches(in: CueWords(text)).isEmpty }

  static let trials = CueTable([
    Cue(
      "we|i ... tried|try|attempted|experimented|tested|removed|remove|replaced|replace|ablated|ablate|dropped",
      .method, weight: 1,
      matches: "We also tried a third sorter.", ignores: "The third sorter is slow."),
    Cue(
      "to test|verify|see|check|study|examine|understand ... we", .method, weight: 1,
      matches: "To see whether it matters, we wait.", ignores: "We see that it matters."),
  ])

  /// `Removing`, `Using`: a word that names an act.
  private static func opens(_ word: Substring) -> Bool {
    word.hasSuffix("ing") && word.count > 4 && word.first?.isUppercase == true
      && word != "During" && word != "According"
  }

  private static let verbs = [
    " does not ", " did not ", " do not ", " performs ", " performed ", " leads to ", " led to ",
    " results in ", " resulted in ", " lowers ", " lowered ", " hurts ", " hurt ", " harms ",
    " degrades ", " degraded ", " reduces ", " reduced ", " decreases ", " decreased ",
    " increases ", " increased ", " causes ", " caused ", " fails ", " failed ", " gives ",
    " gave ", " yields ", " yielded ", " makes ", " made ", " is ", " was ", " drops ", " worsens ",
  ]
}

/// The reason that a sentence gives for what it says: `because zeros make an edge`.
enum Reason {
  private static let leads = [" because ", " since ", ", as "]

  static func find(in sentence: Grounded<String>) -> Grounded<String>? {
    guard let span = sentence.spans.first, sentence.derivation == nil else { return nil }
    for lead in leads {
      guard let found = sentence.value.utf8Range(of: lead) else { continue }
      let bytes = Array(sentence.value.utf8)
      let start = found.lowerBound + (lead.hasPrefix(",") ? 2 : 1)
      var end = bytes.count
      while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x20 { end -= 1 }
      let phrase = String(decoding: bytes[start..<end], as: UTF8.self)
      guard phrase.split(separator: " ").count >= 4 else { continue }
      return Grounded(phrase, [span.narrowed(to: start..<end)])
    }
    return nil
  }
}

extension TraceNode {
  /// Whether a decision says why.
  var hasReason: Bool {
    if case .decision(_, _, let rationale) = kind { return rationale != nil }
    return false
  }
}
