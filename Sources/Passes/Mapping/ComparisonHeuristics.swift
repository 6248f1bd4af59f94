internal import IR

/// What follows from comparing paper and repository: contradictions, and choices that only the code
/// knows.
struct ComparisonHeuristics {
  private let parameters: [Parameter]
  private let discrepancies: [Discrepancy]

  private static let conflictLimit = 24
  private static let tacitLimit = 12

  init(_ parameters: Parameters, _ discrepancies: Discrepancies) {
    self.parameters = parameters.parameters
    self.discrepancies = discrepancies.discrepancies
  }

  /// Numbered after the heuristics that the paper states.
  func heuristics(after count: Int) -> [Heuristic] {
    let drafts =
      parameters.filter { !$0.conflicts.isEmpty }.prefix(Self.conflictLimit).map(conflict)
      + discrepancies.prefix(Self.conflictLimit).map(discrepancy)
      + tacit.prefix(Self.tacitLimit).map(tacit)
    return drafts.enumerated().map { index, draft in
      Heuristic(
        id: EntityID(count + index + 1), title: draft.title, rationale: draft.rationale,
        code: draft.code, source: draft.source, provenance: .aiSuggested)
    }
  }

  private struct Draft {
    let title: Grounded<String>
    let rationale: Grounded<String>
    let code: CodeReference?
    let source: [Grounded<String>]
  }

  private static let comparison = Derivation.computed("comparison of paper and repository")

  // MARK: Contradictions

  private func conflict(_ parameter: Parameter) -> Draft {
    let others = parameter.conflicts.map(\.value.value).joined(separator: " and ")
    return Draft(
      title: Grounded(
        "\(parameter.name.value) differs between paper and repository", parameter.name.spans,
        Self.comparison),
      rationale: Grounded(
        "The paper states \(parameter.value.value) for \(parameter.name.value); the repository sets \(others).",
        parameter.value.spans + parameter.conflicts.flatMap(\.value.spans), Self.comparison),
      code: parameter.conflicts.first?.places.first.flatMap(Self.code),
      source: parameter.source + parameter.conflicts.flatMap(\.places))
  }

  private func discrepancy(_ discrepancy: Discrepancy) -> Draft {
    let subject = discrepancy.subject
    let title =
      discrepancy.kind == .framework
      ? "The repository is not built on \(subject.value)"
      : "\(subject.value) is not what the paper says"
    return Draft(
      title: Grounded(title, subject.spans, Self.comparison),
      rationale: Grounded(
        "The paper names \(subject.value); the repository \(discrepancy.found.value).",
        subject.spans + discrepancy.found.spans, Self.comparison),
      code: nil, source: [discrepancy.source])
  }

  // MARK: Tacit knowledge

  /// Choices that change what is learned and that a reader of the paper alone would not make.
  private static let choices: Set<String> = [
    "Learning rate", "Warmup steps", "Weight decay", "Momentum", "Dropout", "Label smoothing",
    "Gradient clipping", "Adam beta1", "Adam beta2", "Optimizer", "Learning rate schedule",
    "KL coefficient", "Discount factor",
  ]

  /// Values of the repository for what the paper does not speak of at all.
  private var tacit: [Parameter] {
    let known = Set(parameters.filter { $0.standing != .codeOnly }.map(\.name.value))
    var named: Set<String> = []
    return parameters.filter { parameter in
      guard parameter.standing == .codeOnly, let name = Self.choice(parameter),
        !known.contains(where: { $0.lowercase.hasPrefix(name.lowercase) })
      else { return false }
      return named.insert(name).inserted
    }
  }

  private static func choice(_ parameter: Parameter) -> String? {
    parameter.name.value.find(" (").map { String(parameter.name.value[..<$0.lowerBound]) }
      .flatMap { choices.contains($0) ? $0 : nil }
  }

  private func tacit(_ parameter: Parameter) -> Draft {
    let name = Self.choice(parameter) ?? parameter.name.value
    return Draft(
      title: Grounded(
        "\(name) is set in the code only", parameter.value.spans, Self.comparison),
      rationale: Grounded(
        "The repository sets \(name) to \(parameter.value.value); the paper does not state it.",
        parameter.value.spans, Self.comparison),
      code: parameter.source.first.flatMap(Self.code), source: parameter.source)
  }

  /// `train.py:12 (launch of train.py)` as a reference.
  private static func code(_ place: Grounded<String>) -> CodeReference? {
    let bare = place.value.find(" (").map { place.value[..<$0.lowerBound] } ?? place.value[...]
    guard let colon = bare.lastIndex(of: ":"), let line = Int(bare[bare.index(after: colon)...]),
      line > 0
    else { return nil }
    return CodeReference(path: String(bare[..<colon]), lines: line...line)
  }
}
