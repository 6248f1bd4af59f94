internal import IR

/// What the claims of an experiment say of its plan: the measures that they name, and what they
/// compare with.
struct ClaimedComparisons {
  private let view: PaperView
  private let own: OwnNames

  private static let longest = 6

  init(_ view: PaperView, own: OwnNames) {
    self.view = view
    self.own = own
  }

  /// The measures that statements name, and the sentences of claims about nothing else.
  func metrics(of claims: [Claim], about exhibit: ExhibitLabel?) -> [Grounded<String>] {
    claims.flatMap { claim in
      let only = claim.exhibits == [exhibit].compactMap(\.self)
      return ([claim.statement] + (only ? claim.basis : [])).flatMap {
        Lexicon.metrics.mentions(in: $0)
      }
    }.filter { !Self.plainWords.contains($0.value) }.unique
  }

  /// Names of measures that in prose are mostly words.
  private static let plainWords: Set<String> = [
    "map", "return", "recall", "precision", "diversity", "stability", "variance", "correlation",
  ]

  /// What the sentences say that something is better or worse than.
  func baselines(of claims: [Claim], about exhibit: ExhibitLabel?) -> [Grounded<String>] {
    let named = claims.filter {
      $0.exhibits == [exhibit].compactMap(\.self) || $0.exhibits.first == exhibit
    }.flatMap { $0.basis.flatMap(comparands) }.unique
    return named.filter { !Self.isVague($0.value) }
  }

  /// `previous methods`, `almost all baselines`: whoever they are.
  private static func isVague(_ phrase: String) -> Bool {
    !phrase.contains(where: \.isUppercase)
      && phrase.lowercase.parts(between: " ").dropLast().allSatisfy { vague.contains($0) }
  }

  /// `two readings` of `Averaging outperforms two readings on glass.`
  func comparands(in sentence: Grounded<String>) -> [Grounded<String>] {
    guard sentence.derivation == nil, sentence.spans.count == 1 else { return [] }
    let words = Self.words(of: sentence.value)
    return words.indices.compactMap { index in
      guard let start = Self.start(after: index, words),
        let range = Self.phrase(from: start, words)
      else { return nil }
      let name = view.grounded(sentence.spans[0].narrowed(to: range))
      return isSystem(name.value) ? name : nil
    }
  }

  private func isSystem(_ name: String) -> Bool {
    name.contains(where: \.isLetter) && name.count > 2 && NumberToken.scan(name).isEmpty
      && !own.hold(name) && !name.contains { "{}[]()=“”".contains($0) }
      && (Self.endsWithName(name) || Self.isKind(name))
  }

  private static func endsWithName(_ phrase: String) -> Bool {
    phrase.parts(between: " ").last?.contains(where: \.isUppercase) == true
  }

  /// Whether a phrase without capitals ends with a noun that systems have.
  static func isKind(_ phrase: String) -> Bool {
    let words = phrase.lowercase.parts(between: " ")
    guard let last = words.last.map(String.init), words.count > 1 else { return false }
    // Who does something is called after it: `hasty sorters`.
    let isAgent = (last.hasSuffix("ers") || last.hasSuffix("ors")) && !things.contains(last)
    return systems.contains(last) || isAgent
  }

  private static let systems: Set<String> = [
    "model", "models", "network", "networks", "net", "nets", "baseline", "baselines", "method",
    "methods", "policy", "layer", "layers", "attention", "architecture", "architectures",
    "approach", "approaches", "algorithm", "algorithms", "sampling", "classifier", "classifiers",
    "encoder", "decoder", "implementation", "counterpart", "counterparts", "ensemble", "ensembles",
    "system", "systems", "training", "learning", "search", "regression", "forest", "denoiser",
    "transformer", "transformers", "optimizer", "agent", "agents", "targets", "noise", "solution",
    "solutions", "technique", "techniques", "framework", "frameworks", "strategy", "strategies",
    "variant", "variants", "alternative", "alternatives", "tool", "tools", "scheme", "schemes",
  ]

  /// What ends like those who do something and does nothing.
  private static let things: Set<String> = [
    "others", "parameters", "hyperparameters", "errors", "numbers", "orders", "factors", "vectors",
    "tensors", "users", "authors", "papers", "priors", "powers", "answers", "markers", "clusters",
    "colors", "researchers",
  ]

  private static let vague: Set<Substring> = [
    "almost", "all", "any", "existing", "prior", "previous", "other", "several", "many", "most",
    "state-of-the-art", "competitive", "strong", "the", "these", "those", "current", "recent",
    "various", "best", "other", "such", "alternative", "conventional",
  ]

  // MARK: Words

  private struct Word {
    /// In lower case, without marks at its ends.
    let text: String
    /// UTF-8 offsets, without marks at its ends.
    let range: Range<Int>
    /// Whether a mark behind it ends a phrase.
    let isLast: Bool
  }

  private static func words(of sentence: String) -> [Word] {
    var offset = 0
    return sentence.parts(between: " ", omittingEmptyParts: false).map { part in
      let core = part.trimmed(of: ".,;:")
      let lead = part.find(core).map { part[..<$0.lowerBound].utf8.count } ?? 0
      let start = offset + lead
      offset += part.utf8.count + 1
      let range = start..<(start + core.utf8.count)
      return Word(
        text: core.lowercased(), range: range, isLast: start + core.utf8.count < offset - 1)
    }
  }

  /// Whether a claim begins with a system that it sets above others: `Belt outperforms the scale.`
  static func begins(_ statement: String, withWinner name: String) -> Bool {
    guard statement.hasPrefix(name + " ") else { return false }
    let next = statement.utf8.dropFirst(name.utf8.count + 1).prefix { $0 != UInt8(ascii: " ") }
    return verbs.contains(String(decoding: next, as: UTF8.self))
  }

  private static let verbs: Set<String> = [
    "outperforms", "outperform", "outperformed", "outperforming", "surpasses", "surpass",
    "surpassed", "surpassing", "exceeds", "beats", "beat", "beating", "versus", "vs",
  ]

  private static let degrees: Set<String> = [
    "better", "worse", "faster", "slower", "higher", "accurate", "efficient", "stronger", "weaker",
    "lower", "effective", "robust", "stable",
  ]

  /// The word that a comparison at `index` begins its other side with.
  private static func start(after index: Int, _ words: [Word]) -> Int? {
    let word = words[index].text
    let next = index + 1 < words.count ? words[index + 1].text : ""
    if verbs.contains(word) { return index + 1 }
    switch word {
    case "than":
      // Of sizes and counts, the other side is rarely another system.
      return words[max(0, index - 6)..<index].contains { degrees.contains($0.text) }
        ? index + 1 : nil
    case "compared" where next == "to" || next == "with": return index + 2
    case "relative" where next == "to": return index + 2
    case "over", "upon":
      let before = words[max(0, index - 5)..<index]
      return before.contains { $0.text.hasPrefix("improv") || $0.text.hasPrefix("speedup") }
        ? index + 1 : nil
    default: return nil
    }
  }

  private static func phrase(from start: Int, _ words: [Word]) -> Range<Int>? {
    let first = words[min(start, words.count)...].prefix(3).first {
      !articles.contains($0.text) && !$0.text.hasSuffix("ly")
    }
    guard let first, let begin = words[start...].firstIndex(where: { $0.range == first.range }),
      !pronouns.contains(first.text), !stops.contains(first.text), !nouns.contains(first.text)
    else { return nil }
    var end: Int?
    for index in begin..<min(words.count, begin + longest) {
      // A citation or a remark is no part of a name.
      if stops.contains(words[index].text) || words[index].text.isEmpty
        || words[index].text.hasPrefix("[") || words[index].text.hasPrefix("(")
      {
        break
      }
      end = index
      if words[index].isLast { break }
    }
    return end.map { words[begin].range.lowerBound..<words[$0].range.upperBound }
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "its", "their", "our", "all", "both", "any", "other", "either", "simply",
  ]

  /// What is no system without more words.
  private static let nouns: Set<String> = [
    "number", "size", "amount", "state", "model", "method", "representation", "training", "test",
    "validation", "average", "length", "dimension",
  ]

  private static let pronouns: Set<String> = [
    "those", "that", "it", "them", "this", "these", "expected", "before", "one", "ones", "others",
    "usual", "half", "ever", "previously", "those", "we", "what", "when", "if", "each", "just",
    "in", "on", "for", "with", "us", "itself", "many", "most", "some", "chance", "zero", "no",
  ]

  private static let stops: Set<String> = [
    "by", "on", "in", "for", "when", "while", "at", "with", "and", "or", "to", "from", "as",
    "that", "which", "is", "are", "was", "were", "does", "do", "did", "even", "because", "since",
    "using", "under", "across", "over", "if", "but", "has", "have", "can", "we", "it", "they",
    "both", "where", "after", "during", "per", "despite", "although", "of", "without", "only",
    "than", "so", "due", "within", "through", "until", "not", "also", "may", "might", "will",
    "would", "could", "should", "must", "had", "be", "been", "reported", "n", "respectively",
    "trains", "trained", "train", "uses", "achieves", "performs", "gets", "requires", "needs",
  ]
}
