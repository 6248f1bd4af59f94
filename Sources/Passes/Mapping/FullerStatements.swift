internal import IR

/// Gives a claim whose statement lives on names the sentence beside it that goes on about the same:
/// `Wind hurts the sorter. The pan swings, and two readings differ.`
///
/// Where that sentence makes a claim of its own, the two become one.
struct FullerStatements {
  private let atoms: Atoms
  private let view: PaperView
  private let names: NameDeletion
  private let indices: [SourceSpan: Int]

  /// Characters of a statement.
  private static let longest = 500

  init(_ atoms: Atoms, _ view: PaperView, _ names: NameDeletion) {
    self.atoms = atoms
    self.view = view
    self.names = names
    indices = Dictionary(
      atoms.atoms.enumerated().map { ($1.span, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The drafts in their order, without those that went into another one.
  func of(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    var drafts = drafts
    for index in drafts.indices
    where !drafts[index].isAbsorbed && names.livesOnNames(drafts[index].statement.value) {
      for (sentence, statement) in extensions(of: drafts[index].statement) {
        let others = drafts.indices.filter {
          $0 != index && !drafts[$0].isAbsorbed && drafts[$0].statement.spans.contains(sentence)
        }
        // What a claim of several sentences says is more than this one would take over.
        guard others.allSatisfy({ drafts[$0].statement.spans.count == 1 }) else { continue }
        for other in others {
          drafts[index].absorb(drafts[other])
          drafts[other].isAbsorbed = true
        }
        drafts[index] = drafts[index].stating(statement)
        break
      }
    }
    return drafts.filter { !$0.isAbsorbed }
  }

  /// The statement with the sentence behind it, and with the one before it, each with that sentence;
  /// those only that do not live on names either.
  private func extensions(of statement: Grounded<String>) -> [(SourceSpan, Grounded<String>)] {
    guard let first = statement.spans.first.flatMap({ indices[$0] }),
      let last = statement.spans.last.flatMap({ indices[$0] })
    else { return [] }
    return [last + 1, first - 1].compactMap { beside in
      guard atoms.atoms.indices.contains(beside) else { return nil }
      let atom = atoms.atoms[beside]
      let isFirst = beside < first
      guard atom.block == atoms.atoms[first].block, let text = addition(atom, isFirst) else {
        return nil
      }
      let parts = isFirst ? [text, statement] : [statement, text]
      let whole = parts.map(\.value).joined(separator: " ")
      guard whole.count < Self.longest, !names.livesOnNames(whole) else { return nil }
      return (
        atom.span,
        Grounded(
          whole, parts.flatMap(\.spans),
          .computed("sentences of one paragraph without their numbers"))
      )
    }
  }

  /// What a sentence adds to a statement beside it: something that it says of what was found.
  private func addition(_ atom: Atom, _ isFirst: Bool) -> Grounded<String>? {
    let sentence = view.grounded(atom.span)
    let words = CueWords(sentence.value)
    guard tells(atom, words, isFirst), Wording.isSentence(sentence.value),
      !sentence.value.hasSuffix("?"),
      !NoClaim.holds(of: sentence.value, citing: !atom.citations.isEmpty),
      !NoClaim.onlyTells(sentence.value),
      FindingCues.asides.matches(in: words).isEmpty,
      FindingCues.signposts.matches(in: words).isEmpty,
      !OwnActs.onlyTell(words, mayPropose: true),
      let text = NumberFree.reported(PointerFree.sentence(sentence), least: 4),
      !isFirst || (!DanglingSubject.begins(text.value) && !DanglingSubject.pointsBack(text.value))
    else { return nil }
    return isFirst
      ? Grounded(ReportingFrame(text.value).rest, text.spans, text.derivation) : text
  }

  /// Whether a sentence says more than what is still to be done or asked. One behind a statement goes
  /// on with it; one in front has to say something of the work.
  private func tells(_ atom: Atom, _ words: CueWords, _ isFirst: Bool) -> Bool {
    ![.future, .gap, .question].contains { atom.weight(of: $0) > 0 }
      && (!isFirst || !atom.roles.isEmpty || FindingCues.weight(of: words) > 0)
  }
}
