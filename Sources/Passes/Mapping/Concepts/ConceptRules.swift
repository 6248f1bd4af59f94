package import IR

/// Terms that the paper defines: in a defining sentence, with an abbreviation, or as the subject of
/// a section of its method.
package struct ConceptRules: Pass {
  package static let id = PassID("concepts", version: 1)
  package static let reads = ["paper", "atoms"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms)
  }

  private static let limit = 20

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Concepts>
  {
    guard let view = input.view else { return Reported(Concepts()) }
    var concepts: [Concept] = []
    func add(_ concept: Concept?) {
      guard let concept, concepts.count < Self.limit, Self.isTerm(concept.term.value),
        // A sentence defines one thing.
        concept.notation.grounded != nil
          || !concepts.contains(where: { $0.definition.spans == concept.definition.spans }),
        !concepts.contains(where: { Self.isSame($0.term.value, concept.term.value) })
      else { return }
      concepts.append(concept)
    }
    let prose = input.atoms.atoms.filter { SectionRole(of: $0.section, in: view) != .related }
    for atom in prose { for concept in abbreviations(in: atom, view) { add(concept) } }
    for atom in prose where atom.weight(of: .definition) >= 3 { add(definition(in: atom, view)) }
    for concept in defined(prose, view) { add(concept) }
    for concept in sectionSubjects(input.atoms, view) { add(concept) }
    concepts.sort {
      ($0.definition.spans.first ?? $0.term.spans[0])
        < ($1.definition.spans.first ?? $1.term.spans[0])
    }
    return Reported(Concepts(concepts: related(concepts)))
  }

  /// A term is short, begins with a letter and is no sentence.
  private static func isTerm(_ term: String) -> Bool {
    guard let first = term.first, first.isLetter, term.count >= 3, term.count <= 60 else {
      return false
    }
    let words = term.split(separator: " ")
    guard words.count <= 6, let head = words.first?.lowercased(), !vague.contains(term.lowercased())
    else { return false }
    return !leads.contains(head) && NumberToken.scan(term).isEmpty
      && !term.contains(where: { "{}[]<>=:;,".contains($0) })
  }

  private static let leads: Set<String> = [
    "this", "that", "these", "we", "it", "our", "their", "which", "there", "and", "where", "here",
    "they",
  ]
  private static let vague: Set<String> = [
    "introduction", "method", "methods", "experiments", "results", "background", "overview",
    "setup", "conclusion",
    "discussion", "related work", "approach", "model", "data", "datasets", "dataset", "evaluation",
    "implementation",
    "training", "baselines", "metrics", "analysis", "experimental setup", "problem setting",
    "preliminaries",
    "notation", "notations", "formalism", "assumptions", "definitions", "theory", "proof", "proofs",
    "problem statement", "problem formulation", "problem definition", "contributions",
    "hyperparameters", "architecture", "algorithm", "protocol", "theoretical results",
    "main results", "summary", "motivation", "settings", "implementation details", "ablation study",
    "limitations",
  ]

  private static func isSame(_ a: String, _ b: String) -> Bool {
    func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter } }
    return key(a) == key(b)
  }

  // MARK: Abbreviations

  /// `Full Name (FN)`: the words before the bracket whose initials it has.
  private func abbreviations(in atom: Atom, _ view: PaperView) -> [Concept] {
    let sentence = view.text(of: atom.span)
    guard sentence.has("("), Wording.isSentence(sentence), sentence.count < 500 else { return [] }
    var found: [Concept] = []
    var index = sentence.startIndex
    while let open = sentence.utf8[index...].firstIndex(of: UInt8(ascii: "(")),
      let close = sentence.utf8[open...].firstIndex(of: UInt8(ascii: ")"))
    {
      index = sentence.index(after: open)
      let short = String(sentence[index..<close])
      guard (2...8).contains(short.count), short.contains(where: \.isUppercase),
        short.allSatisfy({ $0.isLetter || $0 == "-" }),
        let range = Self.expansion(of: short, before: open, in: sentence)
      else { continue }
      let start = sentence.utf8.distance(from: sentence.startIndex, to: range.lowerBound)
      let end = sentence.utf8.distance(from: sentence.startIndex, to: range.upperBound)
      let term = view.grounded(atom.span.narrowed(to: start..<end))
      let shortStart = sentence.utf8.distance(
        from: sentence.startIndex, to: sentence.index(after: open))
      let notation = view.grounded(
        atom.span.narrowed(to: shortStart..<(shortStart + short.utf8.count)))
      found.append(
        Concept(term: term, notation: .stated(notation), definition: view.grounded(atom.span)))
    }
    return found
  }

  /// The words whose first letters spell the abbreviation.
  static func expansion(of short: String, before open: String.Index, in sentence: String) -> Range<
    String.Index
  >? {
    let letters = short.filter(\.isLetter).lowercased()
    let words = sentence[..<open].split { $0 == " " || $0 == "-" || $0 == "–" }
    guard words.count >= letters.count, letters.count >= 2 else { return nil }
    for length in letters.count...(letters.count + 2) where length <= words.count {
      let tail = words.suffix(length)
      guard let first = tail.first, let last = tail.last, last.endIndex <= open,
        first.first?.lowercased() == letters.first.map(String.init),
        !tail.contains(where: { $0.hasSuffix(",") || $0.hasSuffix(".") || $0.hasPrefix("(") })
      else { continue }
      var rest = Substring(letters)
      for word in tail where word.lowercased().first == rest.first { rest = rest.dropFirst() }
      if rest.isEmpty { return first.startIndex..<last.endIndex }
    }
    return nil
  }

  // MARK: Definitions

  /// `T is defined as …`, `we call this T`, `T refers to …`.
  private func definition(in atom: Atom, _ view: PaperView) -> Concept? {
    let sentence = view.text(of: atom.span)
    guard Wording.isSentence(sentence), sentence.count < 500,
      let range = DefinedTerm.find(in: sentence)
    else { return nil }
    let start = sentence.utf8.distance(from: sentence.startIndex, to: range.lowerBound)
    let end = sentence.utf8.distance(from: sentence.startIndex, to: range.upperBound)
    return Concept(
      term: view.grounded(atom.span.narrowed(to: start..<end)), definition: view.grounded(atom.span)
    )
  }

  private static let definedLimit = 12

  /// Recurring phrases that a sentence defines by its form, the most used first.
  private func defined(_ atoms: [Atom], _ view: PaperView) -> [Concept] {
    let sentences = atoms.map { view.text(of: $0.span) }
    let finder = TermFinder(sentences: sentences)
    var found: [(uses: Int, concept: Concept)] = []
    for (atom, sentence) in zip(atoms, sentences)
    where sentence.utf8.count < 500 && Wording.isSentence(sentence) {
      guard let hit = finder.term(in: sentence) else { continue }
      let term = view.grounded(atom.span.narrowed(to: hit.range))
      guard !found.contains(where: { Self.isSame($0.concept.term.value, term.value) }) else {
        continue
      }
      found.append((hit.uses, Concept(term: term, definition: view.grounded(atom.span))))
    }
    let best = found.enumerated().sorted {
      ($1.element.uses, $0.offset) < ($0.element.uses, $1.offset)
    }
    return best.prefix(Self.definedLimit).map(\.element.concept)
  }

  /// Sections of the method whose title is a term, with the sentence that explains it.
  private func sectionSubjects(_ atoms: Atoms, _ view: PaperView) -> [Concept] {
    view.paper.sections.indices.dropFirst().compactMap { index in
      let section = view.paper.sections[index]
      guard SectionRole(of: index, in: view) == .method, section.level >= 2,
        let atom = view.explanation(of: index, among: atoms.atoms)
      else { return nil }
      return Concept(term: section.title, definition: view.grounded(atom.span))
    }
  }

  // MARK: Relations

  /// Names in each concept the others that its definition mentions.
  private func related(_ concepts: [Concept]) -> [Concept] {
    concepts.enumerated().map { index, concept in
      var concept = concept
      let definition = concept.definition.value.lowercased()
      concept.related = concepts.enumerated().filter { other, candidate in
        other != index && definition.has(candidate.term.value.lowercased())
      }.map(\.element.term.value)
      return concept
    }
  }
}

/// Where a defining sentence names what it defines.
enum DefinedTerm {
  private static let after = [
    " is defined as ", " are defined as ", " refers to ", " is given by ", " is the process of ",
    " is a measure of ",
  ]
  private static let before = [
    " call this ", " refer to this as ", " refer to these as ", " refer to it as ", " known as ",
    " referred to as ", " which we call ", " termed ", " dubbed ",
  ]

  static func find(in sentence: String) -> Range<String.Index>? {
    for lead in after {
      guard let verb = sentence.find(lead) else { continue }
      return trimmed(sentence, lastPhrase(of: sentence[..<verb.lowerBound]))
    }
    for lead in before {
      guard let verb = sentence.find(lead) else { continue }
      let tail = sentence[verb.upperBound...].prefix { !".,;:()".contains($0) }
      return trimmed(sentence, tail)
    }
    // `we call the background of a bell its room tone`
    if let verb = sentence.find(" call "), let its = sentence[verb.upperBound...].find(" its ") {
      return trimmed(sentence, sentence[its.upperBound...].prefix { !".,;:()".contains($0) })
    }
    return nil
  }

  private static func lastPhrase(of text: Substring) -> Substring {
    var start = text.startIndex
    if let comma = text.lastIndex(where: { ",;:".contains($0) }) {
      start = text.index(after: comma)
    }
    return text[start...]
  }

  /// Without spaces, articles and quotes at the ends.
  private static func trimmed(_ sentence: String, _ part: Substring) -> Range<String.Index>? {
    var view = part
    while let first = view.first, " “\"‘'".contains(first) { view.removeFirst() }
    while let last = view.last, " ”\"’'".contains(last) { view.removeLast() }
    for article in ["the ", "The ", "a ", "A ", "an ", "An "] where view.hasPrefix(article) {
      view = view.dropFirst(article.count)
    }
    guard !view.isEmpty else { return nil }
    return view.startIndex..<view.endIndex
  }
}
