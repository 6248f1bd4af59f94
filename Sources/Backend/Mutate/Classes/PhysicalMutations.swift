internal import IR

extension Mutation {
  /// Configurations, environment, code index, and phrases for what is unknown.
  static let physical: [Mutation] = [
    drop("ARA351", "Value", from: .parameter),
    drop("ARA351", "Rationale", from: .parameter),
    drop("ARA351", "Search range", from: .parameter),
    drop("ARA351", "Sensitivity", from: .parameter),
    drop("ARA351", "Source", from: .parameter),
    set("ARA346", "parameter-very-sensitive", "Sensitivity", of: .parameter, to: "considerable"),
    Mutation("environment-without-a-bullet", "ARA352") { base in
      base.files(.environment).flatMap { file in
        file.fields.filter(\.isKnown).map { field in
          let end = (field.pieces.map(\.line).max() ?? field.line) + 1
          return Injection(.lines(field.line..<end, of: file.path, []), file: file.path)
        }
      }
    },
    drop("ARA354", "Nature", from: .codeEntry),
    drop("ARA354", "What it does / contains", from: .codeEntry),
    drop("ARA354", "How to use / run", from: .codeEntry),
    drop("ARA354", "Claims supported", from: .codeEntry),
    set("ARA355", "not-applicable-as-a-value", "Rationale", of: .parameter, to: "N/A"),
    set("ARA355", "unknown-as-a-value", "Bounds", of: .heuristic, to: "unknown"),
  ]
}
