package import IR

/// Parameters of paper tables, prose and repository, joined.
package struct ParameterRules: Pass {
  package static let id = PassID("parameters", version: 1)
  package static let reads = ["paper", "repository", "atoms"]
  package static let repairs: Set<DiagnosticCode> = ["ARA314", "ARA351"]

  package struct Input: Codable, Sendable {
    let view: PaperView?
    let atoms: Atoms
    let repository: Repository?
  }

  package init() {}

  package func input(from document: Document) -> Input {
    Input(view: PaperView(document), atoms: document.atoms, repository: document.inputs.repository)
  }

  private static let limit = 120

  package func run(_ input: Input, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Parameters>
  {
    var parameters: [Parameter] = []
    if let view = input.view {
      for parameter in fromTables(view) + fromProse(view, input.atoms) {
        add(parameter, to: &parameters)
      }
    }
    if let repository = input.repository { join(repository, into: &parameters) }
    let trains = parameters.contains { $0.group == .training }
    return Reported(Parameters(parameters: Array(parameters.prefix(Self.limit)), trains: trains))
  }

  /// The same name and value once; the first place stands.
  private func add(_ parameter: Parameter, to parameters: inout [Parameter]) {
    let isKnown = parameters.contains {
      Self.key($0.name.value) == Self.key(parameter.name.value)
        && $0.value.value == parameter.value.value
    }
    if !isKnown { parameters.append(parameter) }
  }

  private static func key(_ name: String) -> String {
    name.lowercase.filter { $0.isAlphanumeric }
  }

  // MARK: Tables

  /// Tables of two columns or more whose caption says that they hold settings.
  private func fromTables(_ view: PaperView) -> [Parameter] {
    view.paper.tables.filter { table in
      let caption = view.text(of: table.caption).lowercase
      return [
        "hyperparameter", "hyper-parameter", "hyperparameters", "parameters used", "settings",
        "configuration",
      ].contains { caption.has($0) }
    }.flatMap { table in
      table.grids.flatMap { grid in rows(of: grid, table, view) }
    }
  }

  private func rows(of grid: Grid, _ table: Exhibit, _ view: PaperView) -> [Parameter] {
    grid.rows.dropFirst(grid.headerRows).flatMap { row -> [Parameter] in
      guard let first = row.first?.span else { return [] }
      let name = view.grounded(first)
      guard name.value.contains(where: \.isLetter), Wording.isFieldSafe(name.value + " as a name")
      else { return [] }
      return row.dropFirst().enumerated().compactMap { offset, cell -> Parameter? in
        guard let span = cell.span, !view.text(of: span).isEmpty else { return nil }
        let column = header(offset + 1, grid, view)
        let label =
          row.count > 2 && column != nil
          ? Grounded(
            "\(name.value) (\(column?.value ?? ""))", name.spans + (column?.spans ?? []),
            .computed("row and column of the table")) : name
        return Parameter(
          group: group(of: name.value), name: label, value: view.grounded(span),
          source: [Grounded(table.label.description, [table.caption])])
      }
    }
  }

  private func header(_ column: Int, _ grid: Grid, _ view: PaperView) -> Grounded<String>? {
    guard grid.headerRows > 0, let row = grid.rows.prefix(grid.headerRows).last, column < row.count
    else { return nil }
    return row[column].span.map { view.grounded($0) }
  }

  private func group(of name: String) -> Parameter.Group {
    let lower = name.lowercase
    if let row = ParameterTable.rows.first(where: { $0.spellings.contains { lower.has($0) } }) {
      return Parameter.Group(rawValue: row.group) ?? .training
    }
    let modelWords = [
      "layer", "head", "hidden", "dim", "width", "embedding", "architecture", "channel", "filter",
      "activation",
    ]
    return modelWords.contains { lower.has($0) } ? .model : .training
  }

  // MARK: Prose

  private func fromProse(_ view: PaperView, _ atoms: Atoms) -> [Parameter] {
    let finder = ParameterFinder(view: view)
    return atoms.atoms.flatMap { atom -> [Parameter] in
      let role = SectionRole(of: atom.section, in: view)
      guard role != .related,
        atom.weight(of: .configuration) > 0 || role == .experiments || role == .method
      else { return [] }
      let sentence = view.grounded(atom.span)
      return (finder.findings(in: atom.span) + finder.symbols(in: atom.span)).map { finding in
        Parameter(
          group: Parameter.Group(rawValue: finding.row.group) ?? .training,
          name: finding.row.name == finding.name.value
            ? finding.name
            : Grounded(
              finding.row.name, finding.name.spans,
              .computed("usual name of “\(finding.name.value)”")),
          value: finding.value, rationale: Stated(reason(sentence, atom)),
          searchRange: Stated(isSearched(sentence.value) ? sentence : nil),
          source: [view.label(ofSection: atom.section)])
      }
    }
  }

  private func reason(_ sentence: Grounded<String>, _ atom: Atom) -> Grounded<String>? {
    let lower = sentence.value.lowercase
    let words = [
      "because", "since ", "in order to", "to avoid", "to prevent", "to ensure", "so that",
      "due to", "following ",
    ]
    return words.contains { lower.has($0) } && Wording.isFieldSafe(sentence.value)
      ? sentence : nil
  }

  private func isSearched(_ text: String) -> Bool {
    let lower = text.lowercase
    return Wording.isFieldSafe(text)
      && [
        "grid search", "swept", "sweep over", "tuned over", "searched over", "selected from",
        "chosen from", "∈ {",
      ].contains { lower.has($0) }
  }

  // MARK: Repository

  /// Adds the repository's value to parameters that the paper names, and the rest as they are.
  private func join(_ repository: Repository, into parameters: inout [Parameter]) {
    var added: Set<String> = []
    for setting in repository.settings {
      guard let row = ParameterTable.row(forCode: setting.name), Self.isPlain(setting.value.value),
        !Self.isSecret(setting)
      else { continue }
      let place = Grounded("\(setting.path):\(setting.line)", setting.value.spans)
      let known = parameters.indices.filter { parameters[$0].name.value == row.name }
      if let agreeing = known.first(where: {
        Self.agree(parameters[$0].value.value, setting.value.value)
      }) {
        if parameters[agreeing].source.count < 4 { parameters[agreeing].source.append(place) }
      } else if added.insert("\(row.name)|\(setting.path)|\(setting.value.value)").inserted,
        added.count <= 60
      {
        parameters.append(
          Parameter(
            group: Parameter.Group(rawValue: row.group) ?? .training,
            name: Grounded(
              "\(row.name) (\(setting.name) in \(setting.path))", setting.value.spans,
              .computed("usual name of a setting")),
            value: setting.value, source: [place]))
      }
    }
  }

  private static func isPlain(_ value: String) -> Bool {
    !value.isEmpty && value.count < 60 && !value.has("\n") && value != "None"
      && value != "null" && !value.has("{")
  }

  private static func isSecret(_ setting: Setting) -> Bool {
    let lower = setting.name.lowercase
    return ["password", "secret", "token", "api_key", "apikey", "credential"].contains {
      lower.has($0)
    }
  }

  /// Whether two values are one number, however written: `1e-3`, `0.001`, `10^{-3}`.
  static func agree(_ a: String, _ b: String) -> Bool {
    if a.lowercase == b.lowercased() { return true }
    guard let first = Magnitude.parse(a), let second = Magnitude.parse(b) else { return false }
    return abs(first - second) <= 1e-9 * max(abs(first), abs(second))
  }
}

/// The number that a text writes, for comparison only: the text itself stays as it is.
package enum Magnitude {
  package static func parse(_ text: String) -> Double? {
    var core = text.swapping(",", for: "").swapping("−", for: "-").swapping("–", for: "-")
      .trimmed(of: " ${}")
    if let power = core.find("10^") {
      let exponent = core[power.upperBound...].filter { $0.isASCIIDigit || $0 == "-" }
      let mantissa = core[..<power.lowerBound].filter { $0.isASCIIDigit || $0 == "." }
      guard let e = Int(exponent), abs(e) < 300 else { return nil }
      return (Double(String(mantissa)) ?? 1) * tenTo(e)
    }
    var scale = 1.0
    if let last = core.last?.lowercased(), let factor = ["k": 1e3, "m": 1e6, "b": 1e9][last],
      core.count > 1
    {
      scale = factor
      core.removeLast()
    } else if core.hasSuffix("%") {
      scale = 0.01
      core.removeLast()
    }
    return Double(core).map { $0 * scale }
  }

  private static func tenTo(_ exponent: Int) -> Double {
    var value = 1.0
    for _ in 0..<abs(exponent) { value *= 10 }
    return exponent < 0 ? 1 / value : value
  }
}
