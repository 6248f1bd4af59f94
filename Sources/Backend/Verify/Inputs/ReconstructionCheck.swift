internal import IR

/// Reconstructed code against the source.
struct ReconstructionCheck: SourceCheck {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA714", .error(.august2026), .grounding, "reconstructed code invents a constant or name",
      cause: "A numeric constant, or a word of the name of a public function or class, occurs in "
        + "no input.",
      cure: "Use what the source states.", example: "warmup=500"),
    CheckRow(
      "ARA715", .error(.august2026), .consistency, "code is reconstructed from prose",
      cause: "The source prints neither code, pseudocode nor equations: only literal values, in "
        + "`reported_values.py`, may be filed.",
      cure: "Delete the file.", example: "an invented interface"),
  ]

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    guard let paper = inputs.paper, inputs.areComplete else { return }
    let isProse =
      inputs.repository == nil
      && !paper.blocks.contains { [.algorithm, .code, .equation].contains($0.kind) }
    let files = artifact.codeFiles.filter(\.isCode)
    if isProse {
      for file in files where ArtifactPath.name(of: file.path) != "reported_values.py" {
        report(.fromProse(file.path))
      }
    }
    let reconstructed = files.filter {
      $0.grounding == .reconstructed && $0.path.hasSuffix(".py")
    }
    if reconstructed.isEmpty || isProse { return }
    let source = StatedTerms(inputs)
    for file in reconstructed { check(file, source, report) }
  }

  private func check(_ file: TextFile, _ source: StatedTerms, _ report: (Finding) -> Void) {
    let terms = PythonTerms(file)
    var seen: Set<String> = []
    for (constant, line) in terms.constants where seen.insert(constant).inserted {
      if !source.states(constant: constant) { report(.invented(constant, line, file.path)) }
    }
    for (name, line) in terms.publicNames {
      for word in PythonTerms.words(of: name) where !source.states(word: word) {
        if seen.insert(word).inserted { report(.invented(word, line, file.path)) }
      }
    }
  }
}

/// What the inputs say, as numbers and words.
private struct StatedTerms {
  private let words: String
  private let numbers: Set<DecimalText>

  init(_ inputs: InputTexts) {
    let texts = inputs.document.sources.sources.filter { $0.kind != .rubric }.map(\.text)
    words = texts.joined(separator: "\n").lowercased()
    numbers = Set(texts.flatMap { CellNumbers.scan($0[...]) })
  }

  func states(word: String) -> Bool { words.holds(word) }

  /// `1e-8` may stand as `10−8` too, once superscripts are lost.
  func states(constant: String) -> Bool {
    guard let mark = constant.firstIndex(of: "e") else {
      let number = DecimalText(constant)
      return numbers.contains(number)
        || number.value.map { value in numbers.contains { $0.value == value } } ?? false
    }
    let exponent = constant[constant.index(after: mark)...].drop { $0 == "+" || $0 == "-" }
    let sign = constant.contains("-") ? ["−", "-", "^-", "^{-"] : ["", "^", "^{"]
    return words.holds(constant) || sign.contains { words.holds("10" + $0 + exponent) }
  }
}

extension Finding {
  fileprivate static func fromProse(_ file: String) -> Finding {
    Finding(
      "ARA715", at: ArtifactPlace(file: file), about: file,
      "the source prints no code, pseudocode or equation that this could come from")
  }

  fileprivate static func invented(_ term: String, _ line: Int, _ file: String) -> Finding {
    Finding(
      "ARA714", at: ArtifactPlace(file: file, line: line), about: term,
      "\(Quoted(term)) occurs in no input", excerpt: Excerpt.of(term))
  }
}
