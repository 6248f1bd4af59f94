internal import IR

/// Holds the comparisons that claims rest on against the tables that they speak of.
struct ComparisonCheck {
  private let view: PaperView
  private let own: OwnNames
  /// The tables and figures that each sentence speaks of.
  private let topics: [SourceSpan: [ExhibitLabel]]

  private static let mostPairs = 3

  init(_ view: PaperView, _ atoms: Atoms) {
    self.view = view
    own = OwnNames(view, atoms)
    topics = Dictionary(
      atoms.atoms.indices.map { (atoms.atoms[$0].span, atoms.topics(ofAtom: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// One decision per sentence at most: where tables disagree, none decides.
  func decisions(on claims: [Claim]) -> [Links.Decision] {
    var tables: [ExhibitLabel: [AddressedTable]] = [:]
    var known: [SourceSpan: [ExhibitLabel: TableDecision]] = [:]
    return claims.flatMap { claim in
      claim.basis.indices.compactMap { index -> Links.Decision? in
        guard claim.basis[index].derivation == nil, let span = claim.basis[index].spans.first,
          let sentence = ComparisonSentence(claim.basis[index].value)
        else { return nil }
        let labels = self.labels(of: span, in: claim)
        let found = labels.compactMap { label -> (ExhibitLabel, TableDecision)? in
          if let decision = known[span]?[label] { return (label, decision) }
          guard let exhibit = view.exhibit(label) else { return nil }
          let grids = tables[label] ?? exhibit.grids.map { AddressedTable($0, view) }
          tables[label] = grids
          guard let decision = decision(on: sentence, exhibit, grids) else { return nil }
          known[span, default: [:]][label] = decision
          return (label, decision)
        }
        guard let (label, decision) = found.first,
          found.allSatisfy({ $0.1.isBorneOut == decision.isBorneOut })
        else { return nil }
        return Links.Decision(
          claim: claim.id, basis: index, table: label, isBorneOut: decision.isBorneOut,
          cells: cells(of: decision))
      }
    }
  }

  /// The tables that a sentence speaks of, else those of its claim.
  private func labels(of span: SourceSpan, in claim: Claim) -> [ExhibitLabel] {
    let named = (topics[span] ?? []).filter { $0.kind == .table }
    return named.isEmpty ? claim.exhibits.filter { $0.kind == .table } : named
  }

  private func decision(
    on sentence: ComparisonSentence, _ exhibit: Exhibit, _ grids: [AddressedTable]
  ) -> TableDecision? {
    let caption = view.text(of: exhibit.caption)
    let decisions = grids.compactMap {
      TableDecision(sentence, in: $0, caption: caption, own: own)
    }
    // Parts of a table may measure different things.
    return decisions.count == 1 ? decisions[0] : nil
  }

  /// `careful 3.1 and quick 9.7 (Error, Glass)`.
  private func cells(of decision: TableDecision) -> Grounded<String> {
    var spans: [SourceSpan] = []
    let parts = decision.pairs.prefix(Self.mostPairs).map { pair in
      let heads = pair.first.labels.indices.filter { $0 != decision.slot }.compactMap {
        pair.first.labels[$0]
      }.filter { !$0.text.isEmpty }
      let sides = [pair.first, pair.second].map { entry -> String in
        let label = entry.labels[decision.slot]
        spans += [label?.span, entry.span].compactMap(\.self)
        return "\(label?.text ?? "") \(view.text(of: entry.span))"
      }
      spans += heads.map(\.span)
      let place = heads.isEmpty ? "" : " (\(heads.map(\.text).joined(separator: ", ")))"
      return sides.joined(separator: " and ") + place
    }
    return Grounded(
      parts.joined(separator: "; "), spans, .computed("cells that decide a comparison"))
  }
}

extension Diagnostic {
  /// A table that prints the opposite of what a sentence of the paper says.
  static func contradiction(_ decision: Links.Decision, of claim: Claim) -> Diagnostic {
    let sentence = claim.basis[decision.basis]
    return Diagnostic(
      code: "P301", severity: .warning,
      message: "\(decision.table) says otherwise than a sentence of the paper: "
        + decision.cells.value,
      span: sentence.spans.first, subject: claim.id.ref)
  }
}
