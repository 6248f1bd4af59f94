internal import IR

/// `src/artifacts.md`, `src/execution` and `src/prompts` (`spec/ara-format.md`, 5.10 to 5.12).
struct CodeEmitter: Emitter {
  func emit(into artifact: inout ArtifactWriter) {
    writeIndex(into: &artifact)
    for module in artifact.document.code.modules { write(module, into: &artifact) }
    for prompt in artifact.document.code.prompts { write(prompt, into: &artifact) }
  }

  private func writeIndex(into artifact: inout ArtifactWriter) {
    let document = artifact.document
    guard document.inputs.repository != nil else { return }
    var file = artifact.file("src/artifacts.md")
    file.line("# Artifacts")
    if let mode = document.code.mode, let reason = document.code.reason {
      file.blank()
      file.line("Mode: \(words: mode.rawValue) (\(reason))")
    }
    if document.code.artifacts.isEmpty {
      file.blank()
      file.line("\(words: Phrase.notAvailable)")
    }
    let bindings = Dictionary(grouping: document.code.bindings, by: \.code.path)
    let answers = Self.answers(document.coverage)
    for item in document.code.artifacts {
      let claims = document.links.codeClaims.first { $0.path == item.path.value }?.claims ?? []
      file.blank()
      file.line("## \(item.path)", escape: .verbatim)
      file.field("File(s) in repo", "\(item.path)", escape: .verbatim)
      file.field("Nature", "\(words: item.nature)")
      file.field("What it does / contains", "\(item.contents)")
      file.field("How to use / run", "\(item.run)")
      let bound = (bindings[item.path.value] ?? []).map(Self.line)
      if case .stated(let component) = item.component { file.field("Component", "\(component)") }
      if !bound.isEmpty { file.field("Implements", "\(bound, separator: "; ")") }
      file.field(
        "Claims supported",
        "\(words: claims.isEmpty ? Phrase.notSpecified : claims.map(\.description).joined(separator: ", "))"
      )
      let heuristics = document.heuristics.heuristics.filter { $0.code?.path == item.path.value }
      if !heuristics.isEmpty {
        file.field(
          "Heuristics", "\(words: heuristics.map(\.id.description).joined(separator: ", "))")
      }
      if let answers = answers[item.path.value] {
        file.field("Answers requirements", Line.joined(answers, "; "), escape: .verbatim)
      }
    }
    artifact.add(
      file, .physical,
      "Pointer index of the code repository (\(words: document.code.artifacts.count) artifacts)",
      claims: document.claims.claims.map(\.id))
  }

  /// The lines that requirements of a rubric ask for and no other file of the artifact holds, by the
  /// path of their file: what covers a requirement has to say what it asks for.
  private static func answers(_ coverage: Coverage) -> [String: [Line]] {
    var known: Set<CodeReference> = []
    var answers: [String: [Line]] = [:]
    for requirement in coverage.requirements where requirement.file == "src/artifacts.md" {
      guard let code = requirement.code, let detail = requirement.keyDetail.grounded,
        known.insert(code).inserted
      else { continue }
      let place = Grounded(
        "\(code.path):\(code.lines?.lowerBound ?? 1)", detail.spans, .computed("place of the line"))
      answers[code.path, default: []].append("\(detail) (\(place))")
    }
    return answers
  }

  /// `Encoder` (net.py:12-40): “encoder”, §3.1, by name and documentation.
  private static func line(_ binding: CodeBinding) -> Line {
    let spans = binding.symbol.spans
    let lines = binding.code.lines.map { ":\($0.lowerBound)-\($0.upperBound)" } ?? ""
    let place = Grounded("\(binding.code.path)\(lines)", spans)
    let evidence = binding.evidence.map(\.words).joined(separator: " and ")
    return
      "\(code: binding.symbol) (\(place)): “\(binding.term)”, \(binding.place), by \(words: evidence)"
  }

  private func write(_ module: ExecutionModule, into artifact: inout ArtifactWriter) {
    let document = artifact.document
    var file = artifact.file("src/execution/\(module.file)")
    switch module.grounding {
    case .transcribed(let reference):
      let commit = document.inputs.repository?.head.map { "@\($0)" } ?? ""
      let lines = reference.lines.map { ":\($0.lowerBound)-\($0.upperBound)" } ?? ""
      let mark = CommentMark.of(module.file)
      file.line(
        "\(words: mark) Grounding: transcribed — \(words: reference.path)\(words: commit)\(words: lines)"
      )
    case .reportedValues:
      let tables = document.inputs.paper?.tables.map(\.label.description) ?? []
      file.line(
        "# Grounding: transcribed — \(words: tables.isEmpty ? "no tables are filed" : tables.joined(separator: ", "))"
      )
    }
    for line in module.lines { file.line("\(line)", escape: .code) }
    let description: Line =
      switch module.grounding {
      case .transcribed(let reference): "Copied from \(code: reference.path)"
      case .reportedValues: "Values that the tables print, and the names of the components"
      }
    artifact.add(file, .physical, description, claims: document.claims.claims.map(\.id))
  }

  private func write(_ prompt: Prompt, into artifact: inout ArtifactWriter) {
    var file = artifact.file("src/prompts/\(prompt.name).md")
    file.line("# \(prompt.title)")
    for paragraph in prompt.text {
      file.blank()
      for line in paragraph.value.split(separator: "\n", omittingEmptySubsequences: false) {
        file.line("> \(Grounded(String(line), paragraph.spans))", escape: .verbatim)
      }
    }
    artifact.add(file, .physical, "Prompts, verbatim", claims: [])
  }
}

extension CodeBinding.Evidence {
  fileprivate var words: String {
    switch self {
    case .citation: "a comment that names it"
    case .name: "name"
    case .documentation: "documentation"
    case .imports: "use in other files"
    }
  }
}

/// With what a comment to the end of the line begins.
private enum CommentMark {
  static func of(_ file: String) -> String {
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return marks.first { $0.endings.contains(ending) }?.mark ?? "#"
  }

  private static let marks: [(mark: String, endings: Set<String>)] = [
    (
      "//",
      [
        "c", "h", "cc", "cpp", "cxx", "hh", "hpp", "cu", "cuh", "cs", "java", "kt", "scala", "go",
        "rs", "swift", "js", "jsx", "mjs", "ts", "tsx", "metal", "cl", "php", "zig",
      ]
    ),
    ("%", ["m"]),
    ("--", ["lua", "hs", "lean", "sql"]),
    ("!", ["f", "f90", "f95"]),
  ]
}
