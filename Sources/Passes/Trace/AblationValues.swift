internal import IR

extension AblationTable {
  /// The number of a cell.
  struct Reading {
    let value: Double
    let text: DecimalText
    let spread: Double
    let span: SourceSpan
    let printed: String
  }

  /// Where one row did worse than another: in words, with what they say it by.
  struct Losses {
    let words: String
    let spans: [SourceSpan]
    /// Under which circumstance, where the table has several.
    var context: Grounded<String>? = nil
  }

  /// The number of a cell, with what stands behind `±`.
  func reading(_ cell: Cell) -> Reading? {
    guard let span = cell.span else { return nil }
    let printed = view.text(of: span)
    let numbers = CellNumbers.scan(printed[...])
    guard let first = numbers.first, var value = first.value, numbers.count <= 2,
      !printed.contains(where: \.isLetter)
    else { return nil }
    if printed.hasPrefix("-") || printed.hasPrefix("−") { value.negate() }
    let spread = printed.contains("±") && numbers.count == 2 ? numbers[1].value ?? 0 : 0
    return Reading(value: value, text: first, spread: spread, span: span, printed: printed)
  }

  /// The values that decide, if the variant is no better in any measure and worse in one.
  func losses(_ row: [Cell], _ full: [Cell], _ measures: [Measure]) -> Losses? {
    var parts: [String] = []
    var spans: [SourceSpan] = []
    for measure in measures {
      guard row.indices.contains(measure.column), full.indices.contains(measure.column),
        let own = reading(row[measure.column]), let other = reading(full[measure.column])
      else { continue }
      let loss =
        measure.direction == .more ? other.value - own.value : own.value - other.value
      if loss < 0 { return nil }
      guard loss > max(own.spread, other.spread) else { continue }
      parts.append("\(measure.name.value) \(own.printed) against \(other.printed)")
      spans += measure.name.spans + [own.span, other.span]
    }
    return parts.isEmpty ? nil : Losses(words: parts.joined(separator: ", "), spans: spans)
  }

  func outcome(_ losses: [Losses], of name: Grounded<String>) -> Grounded<String> {
    let words = losses.map { loss in loss.context.map { "\($0.value): \(loss.words)" } ?? loss.words
    }
    let spans = losses.flatMap { ($0.context?.spans ?? []) + $0.spans }
    return Grounded(
      "\(words.joined(separator: "; ")) of \(name.value)", spans + name.spans,
      .computed("comparison of two rows of the table"))
  }

  func node(
    _ variant: Grounded<String>, _ outcome: Grounded<String>, _ full: Grounded<String>
  ) -> TraceNode {
    let title = Grounded(
      "\(variant.value) scores worse than \(full.value)", variant.spans + full.spans,
      .computed("comparison of two rows of the table"))
    return TraceNode(
      id: EntityID(1), title: title,
      kind: .deadEnd(hypothesis: .stated(variant), failure: outcome, lesson: .notSpecified),
      support: .explicit,
      sourceRefs: [Grounded(exhibit.label.description, [exhibit.caption])])
  }
}
