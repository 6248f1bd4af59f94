internal import IR

extension Mutation {
  /// Experiments: fields, and results that leak into plans.
  static let experiments: [Mutation] = [
    shortened("ARA333", .experiment, to: 2),
    drop("ARA334", "Verifies", from: .experiment),
    drop("ARA335", "Setup", from: .experiment),
    drop("ARA336", "Procedure", from: .experiment),
    drop("ARA337", "Expected outcome", from: .experiment),
    drop("ARA338", "Evidence", from: .experiment),
    drop("ARA339", "Run", from: .experiment),
    drop("ARA340", "Metrics", from: .experiment),
    drop("ARA340", "Baselines", from: .experiment),
    drop("ARA340", "Dependencies", from: .experiment),
    Mutation("setup-without-dataset", "ARA340") { base in
      base.parts(.experiment).compactMap { part in
        let items = part.field("Setup")?.items ?? []
        guard let item = items.first(where: { $0.text.value(labelled: "Dataset") != nil }) else {
          return nil
        }
        return part.replacing(item.line..<(item.line + 1), by: [])
      }
    },
    Mutation("procedure-without-numbers", "ARA340") { base in
      base.parts(.experiment).compactMap { part in
        guard let procedure = part.field("Procedure"), !procedure.items.isEmpty else { return nil }
        let lines = ["- **Procedure**:"] + procedure.items.map { "  - \($0.text.text)" }
        return part.replacing(part.lines(of: procedure), by: lines)
      }
    },
    rewrite("ARA341", "number-in-an-expected-outcome", "Expected outcome", of: .experiment) {
      _, field, _ in "\(field.text.withoutStop), by more than 43.71."
    },
    Mutation("result-in-a-metric", "ARA342") { base in
      guard let value = base.result else { return [] }
      return base.parts(.experiment).compactMap { part in
        part.field("Metrics").map { part.setting($0, to: "\($0.value.text) (\(value) reached)") }
      }
    },
    Mutation("result-in-a-procedure", "ARA342") { base in
      guard let value = base.result else { return [] }
      return base.parts(.experiment).compactMap { part in
        guard let step = part.field("Procedure")?.items.last else { return nil }
        let line = String(part.file.text.line(step.line)).withoutStop + ", until \(value) is seen."
        return part.replacing(step.line..<(step.line + 1), by: [line])
      }
    },
  ]
}

extension MutationBase {
  /// The first value of an evidence table that is a measured one and no setting as well.
  fileprivate var result: String? {
    let tables = files(.table)
    let cells = tables.lazy.flatMap(\.tables).flatMap(\.rows).flatMap(\.cells)
    return cells.map { String($0.text) }.first { cell in
      guard NumberToken.scan(cell).map(\.text) == [cell] else { return false }
      let number = DecimalText(cell)
      return artifact.numbers.resultCells.contains(number)
        && !artifact.numbers.settings.contains(number)
    }
  }
}
