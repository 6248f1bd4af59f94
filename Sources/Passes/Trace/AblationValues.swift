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
    /// Whether more than the printed spread tells them apart.
    let isClear: Bool
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

  /// The values that decide, if the variant is worse in one measure and better in none, or in few.
  func losses(_ row: [Cell], _ full: [Cell], _ measures: [Measure]) -> Losses? {
    let differences = measures.compactMap { difference(row, full, $0) }
    let means = differences.filter(\.measure.isMean)
    let deciding = means.isEmpty ? differences : means
    let lost = deciding.filter { $0.loss > 0 }
    let won = deciding.filter { $0.loss < 0 }
    guard !lost.isEmpty, won.count * Self.share <= lost.count else { return nil }
    let gains = differences.filter { $0.loss < 0 }.map(\.measure.name)
    let told = differences.filter { $0.loss > 0 }
    let words = told.map(\.words)
    let exception = gains.isEmpty ? "" : ", better in \(gains.map(\.value).commaSeparated)"
    return Losses(
      words: words.commaSeparated + exception,
      spans: told.flatMap(\.spans) + gains.flatMap(\.spans),
      isClear: lost.contains(where: \.isClear))
  }

  /// Measures that a variant has to be worse in for each in which it is better.
  private static let share = 3

  private struct Difference {
    let measure: Measure
    let own: Reading
    let full: Reading
    /// Above 0 where the variant is worse.
    let loss: Double

    /// Whether the printed spreads do not cover it.
    var isClear: Bool { loss > max(own.spread, full.spread) }

    var words: String { "\(measure.name.value) \(own.printed) against \(full.printed)" }
    var spans: [SourceSpan] { measure.name.spans + [own.span, full.span] }
  }

  private func difference(_ row: [Cell], _ full: [Cell], _ measure: Measure) -> Difference? {
    guard row.indices.contains(measure.column), full.indices.contains(measure.column),
      let own = reading(row[measure.column]), let other = reading(full[measure.column])
    else { return nil }
    let loss = measure.direction == .more ? other.value - own.value : own.value - other.value
    return Difference(measure: measure, own: own, full: other, loss: loss)
  }

  private func outcome(_ losses: [Losses], of name: Grounded<String>) -> Grounded<String> {
    let words = losses.map { loss in loss.context.map { "\($0.value): \(loss.words)" } ?? loss.words
    }
    let spans = losses.flatMap { ($0.context?.spans ?? []) + $0.spans }
    return Grounded(
      "\(words.joined(separator: "; ")) of \(name.value)", spans + name.spans,
      .computed("comparison of two rows of the table"))
  }

  /// What the text says of a row: the first passage that prints a value that no other row has.
  func passage(on row: Int, of rows: [[Cell]], _ measures: [Measure]) -> Grounded<String>? {
    func values(_ row: [Cell]) -> Set<String> {
      Set(
        measures.compactMap { measure in
          row.indices.contains(measure.column)
            ? reading(row[measure.column])?.printed.trimmed(of: " %*†‡") : nil
        }.filter { $0.utf8.count >= Self.distinctive })
    }
    let others = rows.indices.filter { $0 != row }.map { values(rows[$0]) }
    let own = others.reduce(values(rows[row])) { $0.subtracting($1) }
    guard !own.isEmpty else { return nil }
    return passages.first { passage in
      NumberToken.scan(passage.value).contains { own.contains($0.text) }
    }
  }

  private static let distinctive = 4

  /// Where one row did better than another, if the other is worse on the whole.
  func gain(of row: [Cell], over other: [Cell], _ measures: [Measure]) -> Losses? {
    guard losses(other, row, measures) != nil else { return nil }
    let gained = measures.compactMap { difference(row, other, $0) }.filter { $0.loss < 0 }
    return Losses(
      words: gained.map(\.words).commaSeparated, spans: gained.flatMap(\.spans), isClear: true)
  }

  /// A variant that did better than what the others are compared with.
  func gain(of variant: Grounded<String>, _ gain: Losses, over other: Grounded<String>)
    -> TraceNode
  {
    node(
      variant, "better", other, kind: .experiment(result: outcome([gain], of: other)))
  }

  /// `places`: the circumstances or the measures that it is worse in, if it is better in others.
  func node(
    _ variant: Grounded<String>, _ losses: [Losses], _ full: Grounded<String>,
    in places: [Grounded<String>] = []
  ) -> TraceNode {
    node(
      variant, losses.contains(where: \.isClear) ? "worse" : "no better", full, in: places,
      kind: .deadEnd(
        hypothesis: .stated(variant), failure: outcome(losses, of: full), lesson: .notSpecified))
  }

  private func node(
    _ variant: Grounded<String>, _ degree: String, _ full: Grounded<String>,
    in places: [Grounded<String>] = [], kind: TraceNode.Kind
  ) -> TraceNode {
    let place = places.isEmpty ? "" : " in \(places.map(\.value).commaSeparated)"
    let title = Grounded(
      "\(variant.value) scores \(degree) than \(full.value)\(place)",
      variant.spans + full.spans + places.flatMap(\.spans),
      .computed("comparison of two rows of the table"))
    return TraceNode(
      id: EntityID(1), title: title, kind: kind, support: .explicit,
      sourceRefs: [Grounded(exhibit.label.description, [exhibit.caption])])
  }
}
