internal import IR

/// Terms that head something: a section of the method, a paragraph, a definition with a name.
extension TermCollector {
  /// `Definition 2 (Dry band). The band …`: what stands in brackets behind the label.
  mutating func collectDefinitions() {
    for at in atoms.indices {
      let (block, sentence) = (atoms[at].block, sentences[at])
      guard let label = view.paper.blocks[block].label, label.hasPrefix("Definition"),
        sentence.text.hasPrefix("\(label) ("), let close = sentence.text.utf8.firstIndex(of: 0x29)
      else { continue }
      let end = sentence.text.utf8.distance(from: sentence.text.startIndex, to: close)
      var row = sentence.row(in: (label.utf8.count + 2)..<end)
      if row.count > 1, TermForms.articles.contains(sentence.words[row.lowerBound]) {
        row = (row.lowerBound + 1)..<row.upperBound
      }
      guard !row.isEmpty, sentence.run(from: row.lowerBound) == row else { continue }
      // The name ends a sentence of its own, or the definition goes on behind it.
      let isApart = row.upperBound == sentence.words.count
      let told = isApart && at + 1 < atoms.count && atoms[at + 1].block == block ? at + 1 : at
      let site = Site(
        strength: .defined, atom: told, term: atoms[at].span.narrowed(to: sentence.bytes(row)),
        notation: nil, telling: 9, isForm: true)
      add(sentence.words[row].map(Plurals.singular), site)
    }
  }

  /// Terms that head a section of the method, or a paragraph.
  mutating func collectHeads() {
    let paper = view.paper
    let told = atoms.indices.filter { isProse($0) && !isAppendix($0) }
    let bySection = Dictionary(grouping: told) { atoms[$0].section }
    let byBlock = Dictionary(grouping: told) { atoms[$0].block }
    for section in paper.sections.indices.dropFirst() {
      guard let own = bySection[section] else { continue }
      let title = TermSentence(paper.sections[section].title.value)
      let span = paper.sections[section].title.spans.first
      if let span, let first = own.first, collectKind(title, span, first) { continue }
      guard explains(section) else { continue }
      let names = namesParts(section)
      for row in title.parts {
        collectHead(Head(words: title, row: row, span: span, names: names), own)
      }
    }
    for (at, block) in paper.blocks.enumerated() where block.label == nil {
      // The items of an introduction are contributions.
      guard let lead = block.lead, let own = byBlock[at],
        view.roles[block.section] != .introduction
      else { continue }
      let head = TermSentence(view.text(of: lead))
      if let row = HeadNames.labelled(head), let first = own.first(where: { isBehind(lead, $0) }) {
        add(
          head.words[row].filter(TermWords.isTermWord).map(Plurals.singular),
          Site(
            strength: .defined, atom: first, term: lead.narrowed(to: head.bytes(row)),
            notation: nil, telling: 6, isForm: true))
        continue
      }
      if let first = own.first(where: { isBehind(lead, $0) }), collectKind(head, lead, first) {
        continue
      }
      let names = namesParts(block.section)
      let describes = explains(block.section)
      for row in head.parts
      where row.count > 1 || describes && !index.isVerb(head.words[row]) {
        collectHead(Head(words: head, row: row, span: lead, isLead: true, names: names), own)
      }
    }
  }

  /// Takes the name of a thing that the sentence behind it speaks of as one of its kind, whatever the
  /// section: `Damp sorter. This component keeps the marbles damp.`
  private mutating func collectKind(_ head: TermSentence, _ span: SourceSpan, _ first: Int) -> Bool
  {
    guard let row = HeadNames.whole(head), HeadNames.tellsOfKind(sentences[first]) else {
      return false
    }
    add(
      head.words[row].map(Plurals.singular),
      Site(
        strength: .defined, atom: first, term: span.narrowed(to: head.bytes(row)), notation: nil,
        telling: 6, isForm: true))
    return true
  }

  /// Whether a sentence stands behind the head of its paragraph and says enough to tell of it.
  private func isBehind(_ lead: SourceSpan, _ at: Int) -> Bool {
    !lead.contains(atoms[at].span) && sentences[at].words.count > 4
  }

  private func isAppendix(_ at: Int) -> Bool {
    view.paper.sections[atoms[at].section].isAppendix
  }

  /// Whether what heads a section or its paragraphs is a part of what the paper tells of: it stands
  /// in the method, or else before the paper comes to its experiments.
  private func namesParts(_ section: Int) -> Bool {
    let role = view.roles[section]
    guard role == .method || role == .other, !view.isStatement(section) else { return false }
    let isBefore = view.roles[..<section].allSatisfy { $0 != .experiments }
    return isBefore || view.roles[view.topLevel(of: section)] == .method
  }

  private struct Head {
    let words: TermSentence
    let row: Range<Int>
    let span: SourceSpan?
    /// Whether it heads a paragraph.
    var isLead = false
    let names: Bool
  }

  /// The first of some sentences that names the term of a heading; under the head of a paragraph, and
  /// for the name of a part, the first of all.
  private mutating func collectHead(_ head: Head, _ own: [Int]) {
    let row = TermWords.trimmed(head.row, head.words.words)
    let words = head.words.words[row]
    let isWhole = row.count == head.words.words.count
    guard TermWords.isTerm(words), isWhole || row.count > 1 else { return }
    let lead = head.isLead ? head.span : nil
    // A head that the sentence behind it leaves out is a use as well.
    let standsApart = lead.map { lead in !own.contains { atoms[$0].span.contains(lead) } } ?? false
    let uses = index.uses(of: words) + (standsApart ? 1 : 0)
    let isUsed = uses >= (row.count > 1 ? 3 : 4)
    let isName = head.names && HeadNames.isName(row, of: head.words, index)
    guard isUsed || isName || isWhole && lead == nil || lead != nil && uses > 1 else { return }
    let keys = words.map { index.key($0) }
    // What an exhibit shows is a result.
    let telling = own.filter {
      sentences[$0].words.count > row.count + 2 && sentences[$0].words.first != "as"
    }
    for at in telling {
      // One word in a title is often no name: only the subject of its section is.
      guard let place = sentences[at].place(of: keys, in: sentences[at].words.map(index.key)),
        row.count > 1 || lead != nil || isName || place.lowerBound <= 1
      else { continue }
      add(TermHit(term: place, strength: .explained), at, telling: lead == nil ? 2 : 4)
      return
    }
    guard let span = head.span, isName || lead != nil && isWhole && isUsed,
      let first = telling.first, explains(atoms[first].section)
    else { return }
    // It does not name the term: any sentence that does tells more, and what no other heading and no
    // title names is only what was done here.
    let worth = heads.uses(of: words) > 1 ? 1 : -2
    add(
      words.map(Plurals.singular),
      Site(
        strength: .explained, atom: first, term: span.narrowed(to: head.words.bytes(row)),
        notation: nil, telling: worth))
  }
}
