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
    /// How well the sentence serves as a definition: that a term is abbreviated or stands under its
    /// own head makes it one, but not every such sentence tells what it is.
    let telling: Int
    /// Whether its words say what the term is or does: that it is set in italics or heads a section
    /// is none of them.
    var isForm = false
  }

  let view: PaperView
  let atoms: [Atom]
  let sentences: [TermSentence]
  let index: TermIndex
  /// Words of the title and of headings.
  let heads: TermIndex
  let captions: TermIndex
  private(set) var sites: [[String]: [Site]] = [:]
  /// In the order in which they were found.
  private(set) var order: [[String]] = []
  /// Full names of abbreviations.
  private var fullNames: [String: [String]] = [:]
  /// Where full names stand.
  private(set) var names: [[String]: SourceSpan] = [:]
  /// The other way round.
  private(set) var shortNames: [[String]: String] = [:]
  /// Terms that the text sets in italics or in bold somewhere.
  private(set) var emphasised: Set<[String]> = []

  init(_ view: PaperView, _ atoms: Atoms) {
    self.view = view
    let prose = atoms.atoms.filter { atom in
      let isOfOthers = SectionRole(of: atom.section, in: view) == .related
      return (!isOfOthers || atom.odds(of: .definition) >= Self.telling)
        && atom.span.bytes.count < Self.longest
    }
    self.atoms = prose
    sentences = prose.map { TermSentence(view.text(of: $0.span)) }
    let body = zip(prose, sentences).filter { !view.paper.sections[$0.0.section].isAppendix }
    index = TermIndex(body.map(\.1))
    let titles = [view.paper.metadata.title].compactMap(\.self) + view.paper.sections.map(\.title)
    let paper = view.paper
    let heads = titles.map(\.value) + paper.blocks.compactMap(\.lead).map { view.text(of: $0) }
    self.heads = TermIndex(heads.map(TermSentence.init))
    let captions = (paper.tables + paper.figures).map { view.text(of: $0.caption) }
    self.captions = TermIndex(captions.map(TermSentence.init))
    collect()
    for phrase in RecurringTerms(index: index).phrases(in: body.map(\.1)) { add(phrase) }
  }

  private static let longest = 500

  // MARK: Collecting

  private mutating func collect() {
    for at in atoms.indices where isProse(at) { collectAbbreviations(at) }
    let forms = TermForms(index: index, isTelling: false)
    let readyForms = TermForms(index: index, isTelling: true)
    for at in atoms.indices where isProse(at) || isItem(at) || isContinuation(at) {
      let forms = isTelling(at) ? readyForms : forms
      for hit in forms.hits(in: sentences[at], entries: entryUses(at)) {
        add(hit, at, isForm: true)
      }
      if let hit = QuotedTerm.hit(in: sentences[at], index, isTelling: isTelling(at)) {
        add(hit, at, isForm: hit.strength == .defined || isTelling(at))
      }
      if isTelling(at), let hit = ProperTerm.subject(of: sentences[at], index) {
        add(hit, at, isForm: true)
      }
      for hit in emphasisedTerms(in: at) { add(hit, at) }
    }
    for (at, hit) in SymbolledTerm.hits(in: sentences, index) where isProse(at) { add(hit, at) }
    collectDefinitions()
    collectHeads()
  }

  /// Whether the words of a sentence let one expect that it defines something.
  func isTelling(_ at: Int) -> Bool { atoms[at].odds(of: .definition) >= Self.telling }

  /// One such sentence in five defines a term.
  private static let telling = -32

  /// Whether a sentence can define something: a whole one, or one that a display or list completes.
  func isProse(_ at: Int) -> Bool {
    !view.isHead(atoms[at])
      && (Wording.isSentence(sentences[at].text) || !rest(of: at).isEmpty)
  }

  /// The blocks that complete the last sentence of a block: an equation, or the items of a list.
  func rest(of at: Int) -> ArraySlice<Block> {
    let text = sentences[at].text
    let next = atoms[at].block + 1
    guard at + 1 == atoms.count || atoms[at + 1].block != atoms[at].block,
      next < view.paper.blocks.count, text.first?.isUppercase == true, Wording.isFieldSafe(text),
      !Wording.isSentence(text)
    else { return [] }
    let kind = view.paper.blocks[next].kind
    guard kind == .equation || kind == .listItem && text.hasSuffix(":") else { return [] }
    return view.paper.blocks[next...].prefix {
      $0.kind == kind && Wording.isFieldSafe("\(text) \(view.text(of: $0.span))")
    }
  }

  /// The terms that a sentence sets in italics or in bold: only the first time is an introduction.
  private mutating func emphasisedTerms(in at: Int) -> [TermHit] {
    guard isDescribing(atoms[at]) else { return [] }
    let rows = EmphasisedTerm.rows(in: atoms[at], sentences[at], view, index)
    return rows.compactMap { row in
      let key = sentences[at].words[row].map(Plurals.singular)
      return emphasised.insert(key).inserted ? TermHit(term: row, strength: .explained) : nil
    }
  }

  func isDescribing(_ atom: Atom) -> Bool {
    let results: [Atom.Role] = [.result, .comparison, .negative]
    return explains(atom.section) && results.allSatisfy { atom.weight(of: $0) == 0 }
  }

  /// Whether a section explains: by its title, or as a part of one that does.
  func explains(_ section: Int) -> Bool {
    Self.describing.contains(view.roles[section])
      || view.roles[view.topLevel(of: section)] == .method
  }

  /// `where M is the size of the pan.`, behind an equation.
  func isContinuation(_ at: Int) -> Bool {
    let text = sentences[at].text
    return text.hasPrefix("where ") && text.hasSuffix(".") && Wording.isFieldSafe(text)
  }

  private func isItem(_ at: Int) -> Bool {
    view.paper.blocks[atoms[at].block].kind == .listItem && Wording.isFieldSafe(sentences[at].text)
  }

  /// How often what an entry of a list defines must be used. The items of an introduction are
  /// contributions, and other lists are glossaries.
  private func entryUses(_ at: Int) -> Int? {
    guard isItem(at) else {
      return isTelling(at) || isDescribing(atoms[at]) && isFirst(at) ? 1 : nil
    }
    return view.roles[atoms[at].section] == .introduction ? 2 : 1
  }

  /// Whether a sentence begins its paragraph.
  private func isFirst(_ at: Int) -> Bool { at == 0 || atoms[at - 1].block != atoms[at].block }

  private static let describing: Set<SectionRole> = [.introduction, .method, .other]

  mutating func add(
    _ hit: TermHit, _ at: Int, telling: Int? = nil, isForm: Bool = false
  ) {
    // What a thing does is told where it is explained; elsewhere that is a result.
    guard hit.strength > .described || isTelling(at) || isDescribing(atoms[at]) else { return }
    let words = sentences[at].words[hit.term]
    add(
      words.map(Plurals.singular),
      Site(
        strength: hit.strength, atom: at,
        term: atoms[at].span.narrowed(to: sentences[at].bytes(hit.term)),
        notation: hit.notation.map(atoms[at].span.narrowed),
        telling: telling ?? 3 * hit.strength.rawValue, isForm: isForm))
  }

  mutating func add(_ words: [String], _ site: Site) {
    let key = add(words)
    sites[key, default: []].append(site)
  }

  /// The key that a term is gathered under.
  @discardableResult private mutating func add(_ words: [String]) -> [String] {
    let key = fullName(of: words) ?? words
    if sites[key] == nil {
      order.append(key)
      sites[key] = []
    }
    return key
  }

  /// The full name of words that have its letters and nothing that it has not: `RTP`, `RTP method` of
  /// `room tone padding method`.
  private func fullName(of words: [String]) -> [String]? {
    for short in words {
      guard let full = fullNames[short] else { continue }
      let adds = words.contains { $0 != short && !full.contains($0) && TermWords.tells($0) }
      if !adds { return full }
    }
    return nil
  }

  private mutating func collectAbbreviations(_ at: Int) {
    guard !sentences[at].words.contains(where: Self.thanks.contains) else { return }
    for found in AbbreviatedTerm.all(in: sentences[at].text) {
      let short = Plurals.singular(found.short.lowercase)
      let isOwn = atoms[at].weight(of: .contribution) >= 3
      let isHead = heads.uses(of: [short]) > 0
      let isTold = found.isExplained(in: sentences[at])
      guard isOwn || isHead || isTold || index.uses(of: [short]) >= (isTelling(at) ? 1 : 3),
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
          strength: isTold
            ? .defined
            : isHead || isTelling(at) || explains(atoms[at].section) ? .explained : .mentioned,
          atom: at, term: atoms[at].span.narrowed(to: found.term),
          notation: atoms[at].span.narrowed(to: found.notation), telling: isTold ? 7 : 1,
          isForm: true))
    }
  }

  /// Abbreviations of whole fields and of what everyone has.
  static let everyday: Set<String> = [
    "ai", "ml", "dl", "nlp", "cv", "sota", "gpu", "cpu", "tpu", "api", "doi", "url", "oom", "nn",
    "llm", "lm",
  ]

  private static let thanks: WordSet = [
    "supported", "funded", "funding", "grant", "thank", "grateful", "acknowledge", "fund",
  ]
}
