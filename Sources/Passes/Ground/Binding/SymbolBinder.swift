internal import IR

/// Binds what a work names to the definitions of its code that carry the same words.
struct SymbolBinder {
  let vocabulary: WorkVocabulary
  let relevance: FileRelevance
  let graph: ImportGraph
  let text: SourceText
  /// What the work calls itself: keys of whole names and of single words.
  let ownNames: Set<UInt64>

  private static let mostOfFile = 8
  private static let most = 120
  /// What the words of a term must come to at least: two words that few files have, or one that
  /// the work is named by.
  private static let least = 0.8

  private struct Candidate {
    let binding: CodeBinding
    let score: Double
  }

  struct Bindings {
    /// The strongest first.
    let bindings: [CodeBinding]
    /// The strongest of each file, as a share of the strongest of all.
    let strengths: [String: Double]
  }

  func bindings(
    _ symbols: [CodeSymbol], components: [(name: Grounded<String>, place: Grounded<String>)],
    citations: [CodeBinding]
  ) -> Bindings {
    let files = Dictionary(
      relevance.rows.map { ($0.file.path, $0.score) }, uniquingKeysWith: { first, _ in first })
    // A module that is named after the work and only names its parts is none of them.
    let collections = Set(relevance.rows.filter(\.isCollection).map(\.file.path))
    let offered = symbols.filter {
      isOffered($0) && files[$0.path] != nil && !collections.contains($0.path)
    }
    let words = offered.map { IdentifierWords.scan(Self.ownName($0)) }
    var found: [Candidate] = []
    for (symbol, words) in zip(offered, words) {
      if let term = term(words) { found.append(candidate(.term, term, symbol, term.score)) }
    }
    for component in components {
      if let best = best(for: component, offered, words) { found.append(best) }
      found += documented(component)
    }
    found += citations.map { Candidate(binding: $0, score: Self.citationScore) }
    let top = max(relevance.rows.first?.score ?? 1, .leastNonzeroMagnitude)
    let ranked = found.map { ($0, $0.score * (0.2 + (files[$0.binding.code.path] ?? 0) / top)) }
      .sorted { a, b in
        if a.1 != b.1 { return a.1 > b.1 }
        return Self.order(a.0.binding) < Self.order(b.0.binding)
      }
    let strongest = max(found.map(\.score).max() ?? 1, .leastNonzeroMagnitude)
    let strengths = Dictionary(
      found.map { ($0.binding.code.path, $0.score / strongest) }, uniquingKeysWith: max)
    return Bindings(bindings: Self.limited(ranked.map(\.0.binding)), strengths: strengths)
  }

  private static let citationScore = 4.0

  private static func order(_ binding: CodeBinding) -> (String, Int, String) {
    (binding.code.path, binding.code.lines?.lowerBound ?? 0, binding.term.value)
  }

  /// A definition stands once for each subject; a file has a handful.
  private static func limited(_ bindings: [CodeBinding]) -> [CodeBinding] {
    var kept: [CodeBinding] = []
    var counts: [String: Int] = [:]
    var seen: Set<String> = []
    for binding in bindings where kept.count < most {
      let key = "\(binding.code.path)\n\(binding.symbol.value)\n\(binding.term.value.lowercased())"
      guard counts[binding.code.path, default: 0] < mostOfFile, seen.insert(key).inserted else {
        continue
      }
      counts[binding.code.path, default: 0] += 1
      kept.append(binding)
    }
    return kept
  }

  // MARK: Definitions

  private func isOffered(_ symbol: CodeSymbol) -> Bool {
    let name = Self.ownName(symbol)
    return symbol.kind != .constant && symbol.span != nil && !name.hasPrefix("__")
      && !name.contains("`")
      && FileRelevance.part(of: symbol.path) >= 0.5 && !name.lowercased().hasPrefix("test")
  }

  private static func ownName(_ symbol: CodeSymbol) -> Substring {
    symbol.name.split(separator: ".").last ?? symbol.name[...]
  }

  // MARK: Terms

  private struct Term {
    let words: Grounded<String>
    let place: Grounded<String>
    let keys: Set<UInt64>
    let score: Double
  }

  /// The longest run of the words of a name that the work says too; of a single word, only a name
  /// that the work gives itself.
  private func term(_ words: [IdentifierWords.Word]) -> Term? {
    if let whole = words.first(where: { $0.isWhole && ownNames.contains($0.key) }),
      let found = vocabulary.name(whole.key)
    {
      return Term(
        words: found.words, place: found.place, keys: [whole.key],
        score: (Self.ownNameScore + weight(whole.key)) * found.weight.squareRoot())
    }
    let keys = words.filter { !$0.isWhole }.map(\.key)
    for count in stride(from: keys.count, to: 1, by: -1) {
      for start in 0...(keys.count - count) {
        let run = Array(keys[start..<(start + count)])
        let score = run.map(weight).reduce(0, +)
        guard score >= Self.least, run.filter({ !WorkVocabulary.isCommon($0) }).count > 1,
          let found = vocabulary.phrase(run)
        else { continue }
        // Words of the name that the work does not say make it another thing.
        let share = Double(count) / Double(keys.count)
        guard share >= 0.5 else { continue }
        return Term(
          words: found.words, place: found.place, keys: Set(run),
          score: score * share * found.weight.squareRoot())
      }
    }
    guard let own = keys.first(where: isName), let found = vocabulary.phrase([own]) else {
      return nil
    }
    return Term(
      words: found.words, place: found.place, keys: [own],
      score: (Self.ownNameScore + weight(own)) / Double(keys.count))
  }

  /// Whether a single word names something of the work, and not all of its files have it.
  private func isName(_ key: UInt64) -> Bool {
    ownNames.contains(key) || vocabulary.shortForms.contains(key) && rarityOf(key) >= 0.5
  }

  private static let ownNameScore = 4.0

  private func weight(_ key: UInt64) -> Double {
    (vocabulary.weights[key] ?? 0) * min(relevance.rarity[key] ?? 0, 1)
  }

  // MARK: Components

  /// The definition whose name and documentation have most of a component's words.
  private func best(
    for component: (name: Grounded<String>, place: Grounded<String>), _ symbols: [CodeSymbol],
    _ words: [[IdentifierWords.Word]]
  ) -> Candidate? {
    let keys = Set(
      IdentifierWords.keys(component.name.value).filter { !WorkVocabulary.isCommon($0) })
    let total = keys.map(rarityOf).reduce(0, +)
    guard total > 0 else { return nil }
    var best: (symbol: CodeSymbol, score: Double, named: Int)?
    for (symbol, words) in zip(symbols, words) {
      let named = keys.intersection(words.map(\.key))
      guard !named.isEmpty else { continue }
      let said = symbol.doc.map { Set(IdentifierWords.keys(text.text(of: $0.bytes))) } ?? []
      let documented = keys.intersection(said).subtracting(named)
      let score = (sum(named) + sum(documented) / 2) / total
      guard score >= 0.6, named.count + documented.count > 1 || keys.count == 1 else { continue }
      if best.map({ score > $0.score }) ?? true { best = (symbol, score, named.count) }
    }
    guard let best else { return nil }
    let term = Term(
      words: component.name, place: component.place, keys: keys, score: best.score * 4)
    return candidate(.component, term, best.symbol, term.score)
  }

  /// The files that say of themselves that they are a component, in all its words.
  private func documented(_ component: (name: Grounded<String>, place: Grounded<String>))
    -> [Candidate]
  {
    let keys = Set(
      IdentifierWords.keys(component.name.value).filter { !WorkVocabulary.isCommon($0) })
    guard keys.count > 1 else { return [] }
    return relevance.rows.compactMap { row in
      guard let span = row.file.summary, FileRelevance.part(of: row.file.path) >= 0.5,
        keys.isSubset(of: IdentifierWords.keys(text.text(of: span.bytes))),
        let name = row.file.path.split(separator: "/").last, !name.contains("`")
      else { return nil }
      let binding = CodeBinding(
        subject: .component, term: component.name, place: component.place,
        symbol: Grounded(String(name), [span]), code: CodeReference(path: row.file.path),
        evidence: [.documentation])
      return Candidate(binding: binding, score: sum(keys))
    }
  }

  private func rarityOf(_ key: UInt64) -> Double { relevance.rarity[key] ?? 1 }

  private func sum(_ keys: Set<UInt64>) -> Double { keys.map(rarityOf).sorted().reduce(0, +) }

  private func candidate(
    _ subject: CodeBinding.Subject, _ term: Term, _ symbol: CodeSymbol, _ score: Double
  ) -> Candidate {
    var evidence: [CodeBinding.Evidence] = [.name]
    if let doc = symbol.doc,
      !term.keys.isDisjoint(with: IdentifierWords.scan(text.text(of: doc.bytes)).map(\.key))
    {
      evidence.append(.documentation)
    }
    if graph.importers[symbol.path]?.isEmpty == false { evidence.append(.imports) }
    let binding = CodeBinding(
      subject: subject, term: term.words, place: term.place, symbol: Self.named(symbol, text),
      code: CodeReference(path: symbol.path, lines: symbol.lines), evidence: evidence)
    return Candidate(binding: binding, score: score * (1 + 0.1 * Double(evidence.count)))
  }

  /// The name of a definition, with the line that it begins on.
  static func named(_ symbol: CodeSymbol, _ text: SourceText) -> Grounded<String> {
    guard let span = symbol.span else { return Grounded(symbol.name, []) }
    let line = text.text(of: span.bytes).prefix { $0 != "\n" }
    return Grounded(symbol.name, [span.narrowed(to: 0..<line.utf8.count)])
  }
}
