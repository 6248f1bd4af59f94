internal import IR

/// Where code says that it comes from.
struct CodeGroundingCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA710", .error(.august2026), .missingField, "a code file does not say where it comes from",
      cause: "The first line has no `Grounding: transcribed` or `Grounding: reconstructed`.",
      cure: "Add the line.", example: "a file that begins with its docstring"),
    CheckRow(
      "ARA712", .error(.august2026), .grounding, "reconstructed code cites nothing",
      cause: "The docstring of a function names no section, equation, algorithm or other label, "
        + "and the body is more than `raise NotImplementedError`.",
      cure: "Cite the place, or replace the body.", example: "a loop without a citation"),
    CheckRow(
      "ARA713", .warning(.august2026), .typeMismatch, "reconstructed code does more than the paper",
      cause: "It imports packages for command lines, logging or distribution, or does not parse.",
      cure: "Remove the import.", example: "import argparse"),
  ]

  private static let scaffolding: Set<Substring> = [
    "argparse", "click", "fire", "typer", "optparse", "getopt", "absl", "hydra", "logging",
    "loguru", "wandb", "mlflow", "tensorboard", "tensorboardX", "horovod", "deepspeed", "mpi4py",
    "ray", "accelerate",
  ]
  private static let scaffoldingModules: Set<String> = [
    "torch.distributed", "torch.utils.tensorboard", "dask.distributed",
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    for file in artifact.codeFiles where file.isCode {
      guard let grounding = file.grounding else {
        report(.noGrounding(file.path))
        continue
      }
      if grounding == .reconstructed, file.path.hasSuffix(".py") {
        checkReconstruction(file, report)
      }
    }
  }

  private func checkReconstruction(_ file: TextFile, _ report: (Finding) -> Void) {
    let outline = PythonOutline(file)
    for function in outline.functions
    where !function.isStub && !SourceCitation.isGiven(in: function.docstring ?? "") {
      report(.noCitation(function, file.path))
    }
    for item in outline.imports where isScaffolding(item.module) {
      report(.scaffolding(item, file.path))
    }
    if let line = outline.brokenLine { report(.notPython(line, file.path)) }
  }

  private func isScaffolding(_ module: String) -> Bool {
    Self.scaffolding.contains(module.prefix { $0 != "." })
      || Self.scaffoldingModules.contains(module)
  }
}

enum CodeGrounding: String, CaseIterable, Sendable { case transcribed, reconstructed }

extension TextFile {
  var isCode: Bool { FileKind.codeExtensions.contains(ArtifactPath.fileExtension(of: path)) }

  /// What the first line says of a code file's origin.
  var grounding: CodeGrounding? {
    let line = line(1)
    guard let start = line.offset(of: "Grounding: ") else { return nil }
    let rest = line[utf8Range: (start + 11)..<line.utf8.count]
    return CodeGrounding(rawValue: String(rest.prefix { $0.isLetter }))
  }
}

/// Labels of a paper in a docstring.
enum SourceCitation {
  private static let words: Set<String> = [
    "eq", "eqs", "equation", "equations", "algorithm", "alg", "table", "figure", "fig", "section",
    "sec", "appendix", "lemma", "theorem", "definition", "proposition", "corollary", "listing",
    "remark",
  ]

  static func isGiven(in text: String) -> Bool {
    if text.contains("§") { return true }
    let parts = text.split { !$0.isAlphanumeric }
    return zip(parts, parts.dropFirst()).contains { word, number in
      words.contains(word.lowercased())
        && (number.contains(where: \.isNumber)
          || (number.count == 1 && number.first?.isUppercase == true))
    }
  }
}

extension Finding {
  fileprivate static func noGrounding(_ file: String) -> Finding {
    Finding(
      "ARA710", at: ArtifactPlace(file: file, line: 1), about: file,
      "the first line says neither 'Grounding: transcribed' nor 'Grounding: reconstructed'")
  }

  fileprivate static func noCitation(_ function: PythonOutline.Function, _ file: String) -> Finding
  {
    Finding(
      "ARA712", at: ArtifactPlace(file: file, line: function.line), about: function.name,
      "the function \(Quoted(function.name)) cites no place of the source")
  }

  fileprivate static func scaffolding(_ item: PythonOutline.Import, _ file: String) -> Finding {
    Finding(
      "ARA713", at: ArtifactPlace(file: file, line: item.line), about: item.module,
      "\(Quoted(item.module)) is scaffolding that no paper states")
  }

  fileprivate static func notPython(_ line: Int, _ file: String) -> Finding {
    Finding(
      "ARA713", at: ArtifactPlace(file: file, line: line), about: "syntax",
      "brackets or quotes do not pair up")
  }
}
