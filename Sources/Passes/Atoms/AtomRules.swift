package import IR

/// Semantic deconstruction: the paper's sentences, classed by cues.
package struct AtomRules: Pass {
  package static let id = PassID("atoms", version: 1)
  package static let reads = ["paper"]

  package struct Input: Codable, Sendable {
    let paper: Paper?
    let text: SourceText?
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(
      paper: document.inputs.paper,
      text: document.inputs.paper.flatMap { document.sources[$0.source] })
  }

  package static let cues = CueTable(ResultCues.rows + MotivationCues.rows + MethodCues.rows)

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Atoms>
  {
    guard let paper = input.paper, let text = input.text else { return Reported(Atoms()) }
    let atoms = sentences(of: paper, text).map { atom, features in
      atom.leaning(LearnedCues.table.odds(of: features))
    }
    return Reported(Atoms(atoms: atoms))
  }

  /// Of each sentence, its words and what learned cues look at: what `scripts/learn-cues` learns from.
  package static func features(of document: Document) -> [(
    atom: Atom, features: [(name: String, key: UInt64)]
  )] {
    guard let paper = document.inputs.paper, let text = document.sources[paper.source] else {
      return []
    }
    return AtomRules().sentences(of: paper, text).map { atom, features in
      var listed: [(name: String, key: UInt64)] = []
      features.visit { listed.append(($0.description, $0.key)) }
      return (atom, listed)
    }
  }

  /// The sentences of the prose, in the order of the text.
  private func sentences(of paper: Paper, _ text: SourceText) -> [(Atom, SentenceFeatures)] {
    let sentences: Sentences = text.notes.note { Sentences() }
    let view = PaperView(paper, text)
    let titles = paper.sections.map { CueWords($0.title.value) }
    var found: [(Atom, SentenceFeatures)] = []
    for (index, block) in paper.blocks.enumerated() where Self.prose.contains(block.kind) {
      guard !isFrontMatter(block, paper), !isForm(block.section, paper) else { continue }
      let lead = block.lead.map { CueWords(text.text(of: $0.bytes)) }
      let spans = SentenceSplitter.spans(of: block.span, text: text.text(of: block.span.bytes))
      for (place, whole) in spans.enumerated() {
        let span = withoutLead(withoutMarker(whole, text), block, text)
        let words = sentences.sentence(span.bytes, of: text).words
        let atom = Atom(
          span: span, section: block.section, block: index,
          roles: Self.cues.roles(of: words), exhibits: exhibits(in: span, of: paper),
          citations: citations(in: span, of: paper))
        let features = SentenceFeatures(
          words: words, title: titles[block.section], lead: lead,
          section: view.roles[block.section],
          isAppendix: paper.sections[block.section].isAppendix, kind: block.kind,
          isFirst: place == 0, isLast: place == spans.count - 1,
          cites: !atom.citations.isEmpty, namesExhibit: !atom.exhibits.isEmpty, roles: atom.roles)
        found.append((atom, features))
      }
    }
    return found
  }

  /// Without the bullet or raised mark that a list item or footnote begins with.
  private func withoutMarker(_ span: SourceSpan, _ text: SourceText) -> SourceSpan {
    let sentence = text.text(of: span.bytes)
    var rest = sentence[...]
    if rest.first == "^" { rest = rest.drop { !$0.isLetter } }
    while let first = rest.unicodeScalars.first, Self.markers.contains(first) { rest.removeFirst() }
    let cut = sentence.utf8.count - rest.utf8.count
    let end = cut + withoutRaisedMark(rest).utf8.count
    return rest.isEmpty ? span : span.narrowed(to: cut..<end)
  }

  /// Without the head that stands before a sentence on its line: `Room Tone The tone is …`. Words in
  /// bold that the sentence goes on from in lower case are a part of it, and so is what a colon makes
  /// an entry: `Room tone: The sound of a room.`
  private func withoutLead(_ span: SourceSpan, _ block: Block, _ text: SourceText) -> SourceSpan {
    guard let lead = block.lead, span.contains(lead),
      lead.bytes.upperBound < span.bytes.upperBound, text.text(of: lead.bytes).last != ":"
    else { return span }
    let rest = SourceSpan(span.source, lead.bytes.upperBound..<span.bytes.upperBound)
    let body = text.text(of: rest.bytes).drop { " .—–-".contains($0) }
    guard body.first?.isUppercase == true else { return span }
    return rest.narrowed(to: (rest.bytes.count - body.utf8.count)..<rest.bytes.count)
  }

  private static let markers = Set("•◦–▪∙‣●○■□▸►➢⋄\u{FFFD} ∗†‡".unicodeScalars)

  /// Without the number of a footnote behind the full stop: `end.^3`.
  private func withoutRaisedMark(_ sentence: Substring) -> Substring {
    guard sentence.has(UInt8(ascii: "^")),
      let mark = sentence.utf8.lastIndex(of: UInt8(ascii: "^")), mark > sentence.startIndex,
      ".!?”)".contains(sentence[sentence.index(before: mark)]),
      sentence[mark...].dropFirst().allSatisfy({ $0.isNumber || "{},∗†‡*".contains($0) })
    else { return sentence }
    return sentence[..<mark]
  }

  private static let prose: Set<Block.Kind> = [.paragraph, .listItem, .footnote, .quote]

  /// Before the first section only the abstract is prose.
  private func isFrontMatter(_ block: Block, _ paper: Paper) -> Bool {
    guard block.section == 0, paper.sections.count > 1 else { return false }
    return !(paper.metadata.abstract?.spans.contains { block.span.contains($0) } ?? false)
  }

  /// What a venue asks of every paper says nothing of this one.
  private func isForm(_ section: Int, _ paper: Paper) -> Bool {
    var current: Int? = section
    while let index = current {
      let title = paper.sections[index].title.value.lowercase
      if title == "checklist" || title.has("paper checklist") || title.has("responsible nlp") {
        return true
      }
      current = paper.sections[index].parent
    }
    return false
  }

  private func exhibits(in span: SourceSpan, of paper: Paper) -> [ExhibitLabel] {
    let first = paper.crossReferences.partitioningIndex {
      $0.span.bytes.lowerBound >= span.bytes.lowerBound
    }
    var found: [ExhibitLabel] = []
    for reference in paper.crossReferences[first...] {
      guard reference.span.bytes.lowerBound < span.bytes.upperBound else { break }
      guard case .exhibit(let label) = reference.target, !found.contains(label) else { continue }
      found.append(label)
    }
    return found
  }

  private func citations(in span: SourceSpan, of paper: Paper) -> [Int] {
    let first = paper.citations.partitioningIndex {
      $0.span.bytes.lowerBound >= span.bytes.lowerBound
    }
    var found: [Int] = []
    for citation in paper.citations[first...] {
      guard citation.span.bytes.lowerBound < span.bytes.upperBound else { break }
      found += citation.references.filter { !found.contains($0) }
    }
    return found
  }
}
