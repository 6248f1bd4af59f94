internal import IR

/// Choices of the code that the paper is silent about: clipping, warm-up, initialisation,
/// normalisation and the small constants of numerical safety.
struct CodePractices {
  let repository: Repository
  let text: SourceText
  /// Nil without a paper: there is then nothing that it could be silent about.
  let view: PaperView
  let ranks: [String: Int]

  struct Row {
    let title: String
    /// Calls and names that show it, as the code has them.
    let code: [String]
    /// Beginnings of words by which a paper would mention it, in lower case.
    let paper: [String]
    /// Whether what follows the name must be an opening parenthesis.
    var isCall = true
  }

  private static let longestLine = 160

  /// One for each row that the code shows and the paper does not mention, in the best-ranked file.
  func heuristics() -> [CodeHeuristic] {
    let said = view.paper.blocks.filter { $0.kind != .reference }
      .map { view.text(of: $0.span).lowercase }
    let rows = Self.rows.filter { row in
      !said.contains { text in row.paper.contains { text.has($0) } }
    }
    guard !rows.isEmpty else { return [] }
    let files = repository.files.filter { file in
      file.kind == .source && ranks[file.path] != nil
        && FileRelevance.part(of: file.path) >= 0.5
    }.sorted { (ranks[$0.path] ?? 0, $0.path) < (ranks[$1.path] ?? 0, $1.path) }
    var found: [String: CodeHeuristic] = [:]
    for file in files where found.count < rows.count {
      guard let span = file.text else { continue }
      let content = text.text(of: span.bytes)
      let missing = rows.filter { row in
        found[row.title] == nil && row.code.contains { content.has($0) }
      }
      guard !missing.isEmpty else { continue }
      search(content, span, file.path, missing, &found)
    }
    return rows.compactMap { found[$0.title] }
  }

  private func search(
    _ content: String, _ span: SourceSpan, _ path: String, _ rows: [Row],
    _ found: inout [String: CodeHeuristic]
  ) {
    var start = 0
    var number = 0
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      defer { start += line.utf8.count + 1 }
      number += 1
      let bare = line.trimmed(of: " \t\r")
      guard bare.utf8.count <= Self.longestLine, isStatement(bare),
        let place = line.find(bare)
      else { continue }
      for row in rows where found[row.title] == nil && Self.shows(row, bare) {
        let offset = start + line.utf8.distance(from: line.startIndex, to: place.lowerBound)
        let code = span.narrowed(to: offset..<(offset + bare.utf8.count))
        found[row.title] = heuristic(row, bare, code, path, number)
      }
    }
  }

  private func isStatement(_ line: String) -> Bool {
    !line.isEmpty
      && !["#", "//", "import ", "from ", "def ", "class ", "\"", "'", "*"].contains {
        line.hasPrefix($0)
      } && !line.has("`") && !CredentialFinder.occurs(in: line)
  }

  static func shows(_ row: Row, _ line: String) -> Bool {
    let code = line.find(" #").map { String(line[..<$0.lowerBound]) } ?? line
    return row.code.contains { name in
      guard let found = code.find(name) else { return false }
      return !row.isCall || code[found.upperBound...].hasPrefix("(")
    }
  }

  private func heuristic(
    _ row: Row, _ line: String, _ span: SourceSpan, _ path: String, _ number: Int
  ) -> CodeHeuristic {
    let rule = Derivation.computed("search of the paper for what the code does")
    return CodeHeuristic(
      title: Grounded(row.title, [span], rule),
      rationale: Grounded(
        "The code has `\(line)`; the paper does not mention it.", [span], rule),
      code: CodeReference(path: path, lines: number...number), span: span)
  }

  static let rows: [Row] = [
    Row(
      title: "Gradients are clipped",
      code: [
        "clip_grad_norm_", "clip_grad_value_", "clip_grad_norm", "clip_by_global_norm",
        "clip_by_norm", "clip_gradients",
      ], paper: ["clip"]),
    Row(
      title: "The learning rate is warmed up",
      code: [
        "warmup_steps=", "warmup_epochs=", "num_warmup_steps=", "warmup_ratio=", "LinearWarmup(",
      ],
      paper: ["warm-up", "warmup", "warm up", "warmed up"], isCall: false),
    Row(
      title: "Weights are initialised after Xavier",
      code: [
        "xavier_uniform_", "xavier_normal_", "glorot_uniform", "glorot_normal", "xavier_uniform",
      ],
      paper: ["xavier", "glorot"]),
    Row(
      title: "Weights are initialised after Kaiming",
      code: ["kaiming_uniform_", "kaiming_normal_", "he_normal", "he_uniform"],
      paper: ["kaiming", "he initiali", "he et al"]),
    Row(
      title: "Weights are initialised orthogonally", code: ["orthogonal_", "orthogonal"],
      paper: ["orthogonal"]),
    Row(
      title: "Weights are initialised from a truncated normal distribution",
      code: ["trunc_normal_", "truncated_normal"], paper: ["truncated normal"]),
    Row(
      title: "Activations are normalised over the layer", code: ["LayerNorm"],
      paper: ["layer norm", "layernorm", "layer-norm", "layer normal"]),
    Row(
      title: "Activations are normalised over the batch",
      code: ["BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "BatchNormalization", "BatchNorm"],
      paper: ["batch norm", "batchnorm", "batch-norm"]),
    Row(
      title: "Activations are normalised over groups", code: ["GroupNorm"],
      paper: ["group norm", "groupnorm"]),
    Row(
      title: "Features are standardised", code: ["StandardScaler"],
      paper: ["standardi", "z-score", "zero mean", "unit variance"]),
    Row(
      title: "Targets are smoothed", code: ["label_smoothing="],
      paper: ["label smooth", "smoothed"],
      isCall: false),
    Row(
      title: "An average of the weights over time is kept",
      code: ["ExponentialMovingAverage", "AveragedModel", "target_update", "polyak_update"],
      paper: ["moving average", "ema", "polyak", "target network"]),
    Row(
      title: "A small constant keeps a division or logarithm finite",
      code: [
        "+ 1e-8)", "+ 1e-6)", "+ 1e-5)", "+ 1e-10)", "+ 1e-12)", "+ 1e-9)", "+ 1e-7)", "+1e-8)",
        "+1e-6)", "min=1e-8)", "min=1e-6)", "min=1e-12)", "eps=1e-8)",
      ],
      paper: ["numerical stability", "epsilon", "ϵ", "ε"], isCall: false),
  ]
}
