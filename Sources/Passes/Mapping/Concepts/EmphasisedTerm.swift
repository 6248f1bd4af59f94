internal import IR

/// Finds terms that a sentence sets in italics or in bold.
enum EmphasisedTerm {
  /// A sentence that emphasises more gives a list.
  private static let most = 3

  /// The words of each.
  static func rows(
    in atom: Atom, _ sentence: TermSentence, _ view: PaperView, _ index: TermIndex
  ) -> [Range<Int>] {
    let emphases = view.paper.emphases
    let first = emphases.partitioningIndex {
      $0.bytes.lowerBound >= atom.span.bytes.lowerBound
    }
    let lead = view.paper.blocks[atom.block].lead
    let own = emphases[first...].prefix { $0.bytes.lowerBound < atom.span.bytes.upperBound }
      .filter { atom.span.contains($0) && lead?.contains($0) != true }
    guard own.count <= most else { return [] }
    return own.compactMap { span in
      let start = Int(span.bytes.lowerBound - atom.span.bytes.lowerBound)
      let row = sentence.row(in: start..<(start + span.bytes.count))
      return isTerm(row, sentence, index) ? row : nil
    }
  }

  /// Whether emphasised words are a term and no stress: `this is *not* so`, `it is *much faster*`.
  private static func isTerm(_ row: Range<Int>, _ sentence: TermSentence, _ index: TermIndex)
    -> Bool
  {
    guard !row.isEmpty, row.allSatisfy({ sentence.isTermWord[$0] }),
      TermWords.isTerm(sentence.words[row])
    else { return false }
    let use = index.use(of: sentence.words[row])
    guard row.count == 1 else { return use.all >= 2 && 2 * use.closed >= use.all }
    let rest = sentence.text(sentence.bytes(row).upperBound..<sentence.text.utf8.count)
    // A word before a colon is the label of what follows.
    return use.all >= 3 && use.isNoun && !rest.hasPrefix(":")
      && !["ed", "ly"].contains { sentence.words[row.lowerBound].hasSuffix($0) }
  }
}
