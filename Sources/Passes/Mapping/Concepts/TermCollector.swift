internal import IR

/// Gathers the terms of a paper with the sentences that tell what they are.
struct TermCollector {
  /// A sentence that tells of a term.
  struct Site {
    let strength: TermHit.Strength
    /// Index of the atom.
    let atom: Int
    let term: SourceSpan
    let notation: SourceSpan?
  }

  struct Candidate {
    /// The words, in the singular.
    let key: [String]
    /// The best first.
    let sites: [Site]
    /// The place of the full name, where the paper abbreviates it.
    let name: SourceSpan?
    let uses: Int
    let score: Int
  }

  private let view: PaperView
  private let atoms: [Atom]
  private let sentences: [TermSentence]
  private let index: TermIndex
  /// Words of the title and of headings, and of the abstract.
  private let heads: TermIndex
  private let abstract: TermIndex
  private var sites: [[String]: [Site]] = [:]
  /// In the order in which they were found.
  private var order: [[String]] = []
  /// Full names of abbreviations.
  private var fullNames: [String: [String]] = [:]
  /// Where full names stand.
  private var names: [[String]: SourceSpan] = [:]
  /// The other way round.
  private var shortNames: [[String]: String] = [:]

  init(_ view: PaperView, _ atoms: Atoms) {
    self.view = view
    let prose = atoms.atoms.filter { atom in
      SectionRole(of: atom.section, in: view) != .related && atom.span.bytes.count < Self.longest
    }
    self.atoms = prose
    sentences = prose.map { TermSentence(view.text(of: $0.span)) }
    let body = zip(prose, sentences).filter { !view.paper.sections[$0.0.section].isAppendix }
    index = TermIndex(body.map(\.1))
    abstract = TermIndex(body.filter { $0.0.section == 0 }.map(\.1))
    let titles = [view.paper.metadata.title].compactMap(\.self) + view.paper.sections.map(\.title)
    let leads = view.paper.blocks.compactMap(\.lead).map { view.text(of: $0) }
    heads = TermIndex((titles.map(\.value) + leads).map(TermSentence.init))
    collect()
  }

  private static let longest = 500
  private static let enough = 5
  private static let enoughOfOneWord = 6

  /// The terms that weigh enough, the heaviest first.
  var candidates: [Candidate] {
    order.enumerated().compactMap { offset, key -> (Int, Candidate)? in
      guard let sites = sites[key], let best = sites.map(\.strength).max() else { return nil }
      let uses = max(index.uses(of: key), shortNames[key].map { index.uses(of: [$0]) } ?? 0)
      let score = 2 * best.rawValue + weight(of: uses) + salience(of: key)
      guard score >= (key.count > 1 ? Self.enough : Self.enoughOfOneWord) else { return nil }
      let sorted = sites.sorted { ($1.strength, $0.atom) < ($0.strength, $1.atom) }
      return (
        offset, Candidate(key: key, sites: sorted, name: names[key], uses: uses, score: score)
      )
    }.sorted { ($1.1.score, $0.0) < ($0.1.score, $1.0) }.map(\.1)
  }

  /// 0 for one use, 1 for two, 3 for eight or more.
  private func weight(of uses: Int) -> Int {
    min(3, uses < 2 ? 0 : uses < 4 ? 1 : uses < 8 ? 2 : 3)
  }

  private func salience(of key: [String]) -> Int {
    (heads.uses(of: key) > 0 ? 1 : 0) + (abstract.uses(of: key) > 0 ? 1 : 0)
  }

  // MARK: Collecting

  private mutating func collect() {
    for at in atoms.indices where isProse(at) { collectAbbreviations(at) }
    let forms = TermForms(index: index)
    for at in atoms.indices where isProse(at) || isItem(at) || isContinuation(at) {
      for hit in forms.hits(in: sentences[at], isItem: isItem(at)) { add(hit, at) }
      if let hit = QuotedTerm.hit(in: sentences[at], index) { add(hit, at) }
    }
    collectHeads()
  }

  private func isProse(_ at: Int) -> Bool { Wording.isSentence(sentences[at].text) }

  private func isDescribing(_ atom: Atom) -> Bool {
    let results: [Atom.Role] = [.result, .comparison, .negative]
    return explains(atom.section) && results.allSatisfy { atom.weight(of: $0) == 0 }
  }

  /// Whether a section explains: by its title, or as a part of one that does.
  private func explains(_ section: Int) -> Bool {
    Self.describing.contains(view.roles[section])
      || view.roles[view.topLevel(of: section)] == .method
  }

  /// `where M is the size of the pan.`, behind an equation.
  private func isContinuation(_ at: Int) -> Bool {
    let text = sentences[at].text
    return text.hasPrefix("where ") && text.hasSuffix(".") && Wording.isFieldSafe(text)
  }

  private func isItem(_ at: Int) -> Bool {
    view.paper.blocks[atoms[at].block].kind == .listItem && Wording.isFieldSafe(sentences[at].text)
  }

  private static let describing: Set<SectionRole> = [.introduction, .method, .other]

  private mutating func add(_ hit: TermHit, _ at: Int) {
    // What a thing does is told where it is explained; elsewhere that is a result.
    guard hit.strength > .described || isDescribing(atoms[at]) else { return }
    let words = sentences[at].words[hit.term]
    add(
      words.map(Plurals.singular),
      Site(
        strength: hit.strength, atom: at,
        term: atoms[at].span.narrowed(to: sentences[at].bytes(hit.term)),
        notation: hit.notation.map(atoms[at].span.narrowed)))
  }

  private mutating func add(_ words: [String], _ site: Site) {
    let key = words.count == 1 ? fullNames[words[0]] ?? words : words
    if sites[key] == nil { order.append(key) }
    sites[key, default: []].append(site)
  }

  private mutating func collectAbbreviations(_ at: Int) {
    let words = Set(sentences[at].words)
    guard words.isDisjoint(with: Self.thanks) else { return }
    for found in AbbreviatedTerm.all(in: sentences[at].text) {
      let short = Plurals.singular(found.short.lowercase)
      let isOwn = atoms[at].weight(of: .contribution) >= 3
      guard isOwn || index.uses(of: [short]) >= 3 || heads.uses(of: [short]) > 0,
        fullNames[short] == nil, !Self.everyday.contains(short)
      else { continue }
      let key = sentences[at].words(in: found.term).filter { $0 != short }
      guard !key.isEmpty else { continue }
      fullNames[short] = key
      shortNames[key] = short
      names[key] = atoms[at].span.narrowed(to: found.term)
      add(
        key,
        Site(
          strength: .explained, atom: at, term: atoms[at].span.narrowed(to: found.term),
          notation: atoms[at].span.narrowed(to: found.notation)))
    }
  }

  /// Abbreviations of whole fields and of what everyone has.
  private static let everyday: Set<String> = [
    "ai", "ml", "dl", "nlp", "cv", "sota", "gpu", "cpu", "tpu", "api", "doi", "url", "oom", "nn",
    "llm", "lm",
  ]

  private static let thanks: Set<String> = [
    "supported", "funded", "funding", "grant", "thank", "grateful", "acknowledge", "fund",
  ]

  // MARK: Passages

  private static let longestPassage = 450
  private static let continuations: Set<String> = [
    "it", "this", "they", "these", "here", "formally", "specifically", "concretely",
  ]

  /// A sentence with those behind it that go on about the same thing.
  func passage(from first: Int) -> SourceSpan {
    var span = atoms[first].span
    for next in atoms.indices.dropFirst(first + 1).prefix(2) {
      let isNear = atoms[next].block == atoms[first].block
      guard isNear, isProse(next), let word = sentences[next].words.first,
        Self.continuations.contains(word),
        Int(atoms[next].span.bytes.upperBound - span.bytes.lowerBound) < Self.longestPassage
      else { break }
      span = SourceSpan(span.source, span.bytes.lowerBound..<atoms[next].span.bytes.upperBound)
    }
    return span
  }

  // MARK: Headings

  /// Terms that head a section of the method, or a paragraph.
  private mutating func collectHeads() {
    let paper = view.paper
    let told = atoms.indices.filter { isProse($0) && canDefine(atoms[$0].section) }
    let bySection = Dictionary(grouping: told) { atoms[$0].section }
    let byBlock = Dictionary(grouping: told) { atoms[$0].block }
    for section in paper.sections.indices.dropFirst() {
      guard let own = bySection[section] else { continue }
      collectHead(TermSentence(paper.sections[section].title.value), own, lead: nil)
    }
    for (index, block) in paper.blocks.enumerated() where block.label == nil {
      // The items of an introduction are contributions.
      guard let lead = block.lead, let own = byBlock[index],
        view.roles[block.section] != .introduction
      else { continue }
      collectHead(TermSentence(view.text(of: lead)), own, lead: lead)
    }
  }

  private func canDefine(_ section: Int) -> Bool {
    !view.paper.sections[section].isAppendix && explains(section)
  }

  /// The first of some sentences that names the term of a heading; under the head of a paragraph,
  /// the first of all.
  private mutating func collectHead(_ head: TermSentence, _ own: [Int], lead: SourceSpan?) {
    let row = head.run(from: 0)
    guard row.count == head.words.count, TermWords.isTerm(head.words[row]),
      lead == nil || index.uses(of: head.words) >= (row.count > 1 ? 2 : 4)
    else { return }
    let keys = head.words.map { index.key($0) }
    // What an exhibit shows is a result.
    let telling = own.filter {
      sentences[$0].words.count > row.count + 2 && sentences[$0].words.first != "as"
    }
    for at in telling {
      // One word in a title is often no name: only the subject of its section is.
      guard let place = sentences[at].place(of: keys, in: index),
        row.count > 1 || lead != nil || place.lowerBound <= 1
      else { continue }
      add(TermHit(term: place, strength: .explained), at)
      return
    }
    guard let lead, let first = telling.first else { return }
    let term = lead.narrowed(to: head.bytes(row))
    add(
      head.words.map(Plurals.singular),
      Site(strength: .explained, atom: first, term: term, notation: nil))
  }
}
