internal import IR

/// Sentences that name things of one kind: the weightiest, and those in which the authors say what
/// else they used.
struct NamingSentences {
  let lexicon: Lexicon
  let view: PaperView

  private var sentences: [(weight: Int, span: SourceSpan, isOwn: Bool)] = []

  private static let most = 3

  init(lexicon: Lexicon, view: PaperView) {
    self.lexicon = lexicon
    self.view = view
  }

  mutating func add(_ span: SourceSpan, weight: Int, isOwn: Bool) {
    sentences.append((weight, span, isOwn))
  }

  /// In the order of the paper.
  var joined: Grounded<String>? {
    var chosen: [SourceSpan] = []
    var known: Set<String> = []
    for (_, span, isOwn) in sentences.sorted(by: { ($1.weight, $0.span) < ($0.weight, $1.span) }) {
      let names = names(in: view.text(of: span))
      guard chosen.isEmpty || isOwn, chosen.count < Self.most, !names.isSubset(of: known)
      else { continue }
      chosen.append(span)
      known.formUnion(names)
    }
    chosen.sort()
    guard chosen.count > 1 else { return chosen.first.map { view.grounded($0) } }
    return Grounded(
      chosen.map { view.text(of: $0) }.joined(separator: " "), chosen,
      .computed("sentences that name one thing each"))
  }

  private func names(in text: String) -> Set<String> {
    let bytes = Array(text.utf8)
    return Set(
      lexicon.found(in: text).map { String(decoding: bytes[$0], as: UTF8.self).lowercase })
  }
}
