internal import IR

/// Takes along with a sentence those before it that say what it points back at.
struct Antecedent {
  let view: PaperView

  /// So many sentences may say what the last one points back at.
  private static let reach = 2
  /// Of all of them, in bytes.
  private static let longest = 600

  /// A sentence from those before it on, where it begins with `This` and they say what is meant.
  ///
  /// - Parameters:
  ///   - paragraph: The sentences before it in its paragraph.
  ///   - isFree: Whether a sentence plays no other part.
  func span(
    of atom: Atom, _ words: CueWords, behind paragraph: [Atom], where isFree: (SourceSpan) -> Bool
  ) -> SourceSpan {
    var span = atom.span
    var pointsBack = Anaphora.begins(words) || words.pointBack
    for before in paragraph.reversed().prefix(Self.reach) where pointsBack {
      let sentence = view.sentence(before.span)
      let whole = SourceSpan(span.source, before.span.bytes.lowerBound..<span.bytes.upperBound)
      guard before.span.source == span.source, isFree(before.span),
        whole.bytes.count < Self.longest, sentence.isWhole, sentence.text.last != "”"
      else { break }
      span = whole
      pointsBack = Anaphora.begins(sentence.words)
    }
    return span
  }
}

extension CueWords {
  /// Whether a short sentence speaks of what was said just before: `We leave this for later.`
  fileprivate var pointBack: Bool { count < 14 && hold("this", "these", "such", "it") }
}
