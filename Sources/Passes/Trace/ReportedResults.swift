internal import IR

/// Which sentences can say what came of an experiment.
struct ReportedResults {
  let view: PaperView
  /// Sentences that a finding refused.
  let refused: Set<SourceSpan>

  func isUsable(_ atom: Atom) -> Bool {
    let sentence = view.sentence(atom.span)
    return sentence.isWhole && sentence.text.isShorter(than: 600) && !refused.contains(atom.span)
  }

  func reports(_ atom: Atom, atLeast weight: Int) -> Bool {
    atom.weight(of: .result) + atom.weight(of: .comparison) >= weight
      && SectionRole(of: atom.section, in: view) != .introduction
  }

  /// Whether a sentence says alone what was found, and does not only point at it.
  func finds(_ atom: Atom) -> Bool {
    finds(view.sentence(atom.span), citing: !atom.citations.isEmpty)
  }

  func finds(_ sentence: Sentence, citing: Bool) -> Bool {
    !NoClaim.holds(of: sentence, citing: citing)
      && FindingCues.asides.matches(in: sentence.words).isEmpty
      && !DanglingSubject.begins(sentence) && !DanglingSubject.pointsBack(sentence.text)
  }
}

extension PaperView {
  /// What heads a paragraph or an item, without its number and its full stop.
  func head(ofBlock index: Int) -> Grounded<String>? {
    paper.blocks[index].lead.flatMap(head)
  }

  /// Words that head a text, without their number and their full stop.
  func head(_ lead: SourceSpan) -> Grounded<String>? {
    let text = text(of: lead)
    let mark = text.prefix { $0.isNumber || ".()•- ".contains($0) }
    let name = text.dropFirst(mark.count).trimmed(of: " .:")
    guard !name.isEmpty, Wording.isFieldSafe(name) else { return nil }
    let start = mark.utf8.count
    return Grounded(name, [lead.narrowed(to: start..<(start + name.utf8.count))])
  }
}
