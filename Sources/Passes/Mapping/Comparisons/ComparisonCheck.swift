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
    own = .of(view, atoms)
    topics = Dictionary(
      atoms.atoms.indices.map { (atoms.atoms[$0].span, atoms.topics(ofAtom: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// One decision per sentence at most. Of a sentence that no table decides, the cells that it speaks
  /// of, each once for a claim.
  func decisions(on claims: [Claim]) -> [Links.Decision] {
    var grids = Grids(view)
    return claims.flatMap { claim in
      var read: Set<String> = []
      return claim.basis.indices.compactMap { index -> Links.Decision? in
        let basis = QuotedSentence.source(of: claim.basis[index], view)
        guard basis.derivation == nil, let span = basis.spans.first else { return nil }
        let labels = self.labels(of: span, in: claim)
        let decided = decided(basis.value, at: span, labels, &grids)
        if let (label, decision) = decided.first {
          // Where tables disagree, none decides.
          guard decided.allSatisfy({ $0.1.isBorneOut == decision.isBorneOut }) else { return nil }
          return Links.Decision(
            claim: claim.id, basis: index, table: label,
            verdict: decision.isBorneOut ? .borneOut : .contradicted, cells: cells(of: decision))
        }
        // What stands in a table that the claim does not rest on, nothing would ground.
        let tables = labels.filter(claim.exhibits.contains)
        guard let (label, cells) = named(by: basis.value, tables, &grids),
          read.insert(cells.value).inserted
        else { return nil }
        return Links.Decision(
          claim: claim.id, basis: index, table: label, verdict: .addressed, cells: cells)
      }
    }
  }

  /// What each of some tables says of a sentence, if it compares something.
  private func decided(
    _ text: String, at span: SourceSpan, _ labels: [ExhibitLabel], _ grids: inout Grids
  ) -> [(ExhibitLabel, TableDecision)] {
    guard let sentence = ComparisonSentence(text) else { return [] }
    return labels.compactMap { label in
      if let decision = grids.decisions[span]?[label] { return (label, decision) }
      guard let decision = decision(on: sentence, label, &grids) else { return nil }
      grids.decisions[span, default: [:]][label] = decision
      return (label, decision)
    }
  }

  /// The grids of tables, each read once, and what they said of sentences that several claims have.
  private struct Grids {
    let view: PaperView
    var decisions: [SourceSpan: [ExhibitLabel: TableDecision]] = [:]
    private var read: [ExhibitLabel: [AddressedTable]] = [:]

    init(_ view: PaperView) { self.view = view }

    mutating func of(_ exhibit: Exhibit) -> [AddressedTable] {
      if let tables = read[exhibit.label] { return tables }
      let tables = exhibit.grids.map { AddressedTable($0, view) }
      read[exhibit.label] = tables
      return tables
    }
  }

  /// The tables that a sentence speaks of, else those of its claim.
  private func labels(of span: SourceSpan, in claim: Claim) -> [ExhibitLabel] {
    let named = (topics[span] ?? []).filter { $0.kind == .table }
    return named.isEmpty ? claim.exhibits.filter { $0.kind == .table } : named
  }

  private func decision(
    on sentence: ComparisonSentence, _ label: ExhibitLabel, _ grids: inout Grids
  ) -> TableDecision? {
    guard let exhibit = view.exhibit(label) else { return nil }
    let caption = view.text(of: exhibit.caption)
    let decisions = grids.of(exhibit).compactMap {
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

  /// The cells that a sentence speaks of, in the table of whose labels it has most words.
  private func named(
    by sentence: String, _ labels: [ExhibitLabel], _ grids: inout Grids
  ) -> (ExhibitLabel, Grounded<String>)? {
    guard !labels.isEmpty else { return nil }
    var best: (label: ExhibitLabel, table: AddressedTable, cells: NamedCells)?
    let words = Set(ComparisonWords(sentence).all)
    let hasNumbers = !NumberToken.scan(sentence).isEmpty
    for label in labels {
      guard let exhibit = view.exhibit(label) else { continue }
      for table in grids.of(exhibit) {
        guard let cells = NamedCells(words, hasNumbers: hasNumbers, in: table, own: own),
          cells.strength > best?.cells.strength ?? -1
        else { continue }
        best = (label, table, cells)
      }
    }
    guard let best, !prints(best.cells.entries, in: sentence) else { return nil }
    return (best.label, text(of: best.cells.entries, rowLabels: best.table.rowLabels))
  }

  /// `careful, deep 3.1 (Error, Glass), 2.7 (Error, Wood); quick 9.7 (Error, Glass)`.
  private func text(of entries: [AddressedTable.Entry], rowLabels: Int) -> Grounded<String> {
    var spans: [SourceSpan] = []
    var row: [SourceSpan] = []
    var text = ""
    for entry in entries {
      let labels = entry.labels.prefix(rowLabels).compactMap(\.self)
      if labels.map(\.span) != row {
        row = labels.map(\.span)
        text += (text.isEmpty ? "" : "; ") + labels.map(\.text).joined(separator: ", ") + " "
        spans += row
      } else {
        text += ", "
      }
      let heads = entry.labels.dropFirst(rowLabels).compactMap(\.self).filter { !$0.text.isEmpty }
      text += view.text(of: entry.span)
      text += heads.isEmpty ? "" : " (\(heads.map(\.text).joined(separator: ", ")))"
      spans += [entry.span] + heads.map(\.span)
    }
    return Grounded(text, spans, .computed("cells that a sentence speaks of"))
  }

  /// Whether a sentence itself says what one of some cells prints.
  private func prints(_ entries: [AddressedTable.Entry], in sentence: String) -> Bool {
    let said = Set(
      NumberToken.scan(sentence).map { DecimalText($0.text) }.filter(TableValues.isTelling).map(
        \.digits))
    return !said.isEmpty
      && entries.contains { entry in
        CellNumbers.scan(view.text(of: entry.span)[...]).contains { said.contains($0.digits) }
      }
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
