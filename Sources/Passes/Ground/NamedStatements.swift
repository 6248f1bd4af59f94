internal import IR

/// Looks in the prose of a paper for what the names of a repository's settings are set to: a name
/// that no table of synonyms has is known from the code.
struct NamedStatements {
  struct Finding {
    let name: Grounded<String>
    let value: Grounded<String>
    let number: Double
    let atom: Int
    /// Whether the number stands behind the name, as a value does, rather than before, as a count.
    let isValue: Bool

    func hasValue(of other: Finding) -> Bool { Magnitude.areSame(number, other.number) }
  }

  private let view: PaperView
  private let atoms: [Atom]
  private let sentences: [SentenceTokens?]
  /// Sentences that have a word and a number.
  private var places: [String: [Int]] = [:]
  /// Large numbers of all sentences.
  private var numbers: Set<Double> = []

  private static let telling = 1000.0

  init(_ view: PaperView, _ atoms: Atoms) {
    self.view = view
    self.atoms = atoms.atoms
    var sentences: [SentenceTokens?] = []
    for (index, atom) in atoms.atoms.enumerated() {
      let tokens = SentenceTokens(view.text(of: atom.span))
      let isUsed =
        SectionRole(of: atom.section, in: view) != .related
        && tokens.tokens.contains { if case .number = $0.kind { true } else { false } }
      sentences.append(isUsed ? tokens : nil)
      guard isUsed else { continue }
      var words: Set<String> = []
      for token in tokens.tokens {
        switch token.kind {
        case .word(let forms): words.formUnion(forms)
        case .number(let number): if abs(number) >= Self.telling { numbers.insert(number) }
        case .stop: break
        }
      }
      for word in words { places[word, default: []].append(index) }
    }
    self.sentences = sentences
  }

  /// Every value that stands beside all words of a name, in the order of the paper.
  func findings(of name: NameWords) -> [Finding] {
    guard let first = name.words.first, var common = places[first] else { return [] }
    for word in name.words.dropFirst() {
      let others = Set(places[word] ?? [])
      common.removeAll { !others.contains($0) }
    }
    return common.flatMap { findings(of: name, in: $0) }
  }

  /// Whether the prose gives the number to the name too, or prints it at all where it is large
  /// enough to say by itself what it is.
  func isPrinted(_ number: Double, as name: NameWords) -> Bool {
    if findings(of: name).contains(where: { Magnitude.areSame($0.number, number) }) { return true }
    return abs(number) >= Self.telling && numbers.contains(number)
  }

  // MARK: One sentence

  private func findings(of name: NameWords, in index: Int) -> [Finding] {
    guard let tokens = sentences[index]?.tokens else { return [] }
    let atom = atoms[index]
    let reportsResult = atom.weight(of: .result) + atom.weight(of: .comparison) >= 2
    return tokens.indices.compactMap { at in
      guard case .number(let number) = tokens[at].kind else { return nil }
      let value = isSpelledOut(tokens[at], atom.span) ? nil : before(at, tokens, name)
      guard let words = value ?? (reportsResult ? nil : behind(at, tokens, name)) else {
        return nil
      }
      return Finding(
        name: named(words.map { tokens[$0].range }, atom.span),
        value: part(tokens[at].range, atom.span), number: number, atom: index, isValue: value != nil
      )
    }
  }

  /// `in two steps`: a number in letters counts.
  private func isSpelledOut(_ token: SentenceTokens.Token, _ span: SourceSpan) -> Bool {
    view.text(of: span.narrowed(to: token.range)).allSatisfy(\.isLetter)
  }

  /// The words of a name; where others stand between, without those.
  private func named(_ words: [Range<Int>], _ span: SourceSpan) -> Grounded<String> {
    guard let first = words.first, let last = words.last else { return Grounded("", []) }
    let isWhole = zip(words, words.dropFirst()).allSatisfy { $1.lowerBound <= $0.upperBound + 1 }
    if isWhole { return part(first.lowerBound..<last.upperBound, span) }
    let parts = words.map { part($0, span) }
    return Grounded(
      parts.map(\.value).joined(separator: " "), parts.flatMap(\.spans),
      .computed("words of the sentence"))
  }

  private func part(_ range: Range<Int>, _ span: SourceSpan) -> Grounded<String> {
    view.grounded(span.narrowed(to: range))
  }

  private static let links: Set<String> = [
    "of", "is", "was", "are", "were", "to", "at", "set", "fixed", "equal", "threshold",
    "value", "limit", "budget", "with", "the", "a", "by", "as", "over", "using",
  ]
  private static let mostLinks = 4

  /// The name before a number, with linking words between: `a patience threshold of 20`.
  ///
  /// The positions of its words in order; nil if it is not there.
  private func before(_ at: Int, _ tokens: [SentenceTokens.Token], _ name: NameWords) -> [Int]? {
    var end = at
    for _ in 0..<Self.mostLinks {
      guard end > 0, case .word(let forms) = tokens[end - 1].kind,
        !forms.contains(where: name.words.contains), forms.allSatisfy(Self.links.contains)
      else { break }
      end -= 1
    }
    var missing = Set(name.words)
    var found: [Int] = []
    let first = max(0, end - name.words.count - 1)
    for index in (first..<end).reversed() where !missing.isEmpty {
      guard case .word(let forms) = tokens[index].kind else { return nil }
      if forms.contains(where: missing.contains) {
        missing.subtract(forms)
        found.insert(index, at: 0)
      } else if found.isEmpty {
        // The name ends right before the links.
        return nil
      }
    }
    return missing.isEmpty && !found.isEmpty ? found : nil
  }

  private static let conjunctions: Set<String> = ["and", "plus", "or", "with", "but"]

  /// The name behind a number: `3 fixed prompt variants`, `100 stable plus 100 changing pairs`.
  private func behind(_ at: Int, _ tokens: [SentenceTokens.Token], _ name: NameWords) -> [Int]? {
    var missing = Set(name.words)
    var found: [Int] = []
    var index = at + 1
    var last = at + 4 + name.words.count / 2
    while index < min(last, tokens.count), !missing.isEmpty {
      switch tokens[index].kind {
      case .stop: return nil
      case .number:
        // Only a second thing of the same kind may stand between.
        guard !found.isEmpty, case .word(let forms) = tokens[index - 1].kind,
          forms == ["and"] || forms == ["plus"]
        else { return nil }
        last += 2
      case .word(let forms):
        if forms.contains(where: missing.contains) {
          missing.subtract(forms)
          found.append(index)
        } else if found.isEmpty, forms.contains(where: Self.conjunctions.contains) {
          // What follows is said of another number.
          return nil
        }
      }
      index += 1
    }
    return missing.isEmpty ? found : nil
  }
}
