/// What a file of an artifact is, by its path (`spec/ara-format.md`, section 2).
enum FileKind: Hashable, Sendable {
  case paper, problem, claims, concepts, experiments, relatedWork
  case architecture, algorithm, constraints, heuristics, otherSolution
  case configuration, environment, codeIndex, execution, prompt
  case data, tree
  case evidenceIndex, table, figure, result, proof, logPointers, paperText, sourceMap
  case rubric
  case otherText, picture, otherBinary

  init(path: String) {
    if let fixed = Self.fixedPaths[path] {
      self = fixed
    } else if let kind = Self.folder(of: path) {
      self = kind
    } else if ArtifactPath.fileExtension(of: path) == "png" {
      self = .picture
    } else if Self.binaryExtensions.contains(ArtifactPath.fileExtension(of: path)) {
      self = .otherBinary
    } else {
      self = .otherText
    }
  }

  var isText: Bool { self != .picture && self != .otherBinary }

  /// The four folders whose files the evidence index lists.
  var isExhibit: Bool { self == .table || self == .figure || self == .result || self == .proof }

  private static let fixedPaths: [String: FileKind] = [
    "PAPER.md": .paper,
    "logic/problem.md": .problem,
    "logic/claims.md": .claims,
    "logic/concepts.md": .concepts,
    "logic/experiments.md": .experiments,
    "logic/related_work.md": .relatedWork,
    "logic/solution/architecture.md": .architecture,
    "logic/solution/algorithm.md": .algorithm,
    "logic/solution/constraints.md": .constraints,
    "logic/solution/heuristics.md": .heuristics,
    "src/environment.md": .environment,
    "src/artifacts.md": .codeIndex,
    "trace/exploration_tree.yaml": .tree,
    "evidence/README.md": .evidenceIndex,
    "evidence/source_map.json": .sourceMap,
    "evidence/logs/log_pointers.md": .logPointers,
    "rubric/requirements.md": .rubric,
  ]

  /// Markdown files of a folder; `src/execution` and `src/prompts` hold any text.
  private static func folder(of path: String) -> FileKind? {
    let ending = ArtifactPath.fileExtension(of: path)
    if binaryExtensions.contains(ending) || ending == "png" { return nil }
    if path.hasPrefix("src/execution/") { return .execution }
    if path.hasPrefix("src/prompts/") { return .prompt }
    guard ending == "md" else { return nil }
    return markdownFolders.first { path.hasPrefix($0.folder) }?.kind
  }

  private static let markdownFolders: [(folder: String, kind: FileKind)] = [
    ("logic/solution/", .otherSolution),
    ("src/configs/", .configuration),
    ("data/", .data),
    ("evidence/tables/", .table),
    ("evidence/figures/", .figure),
    ("evidence/results/", .result),
    ("evidence/proofs/", .proof),
    ("evidence/text/", .paperText),
  ]

  private static let binaryExtensions: Set<String> = [
    "jpg", "jpeg", "gif", "webp", "pdf", "zip", "gz", "tar", "npz", "npy", "bin", "pt", "pkl",
    "parquet", "mp4", "ico", "woff", "ttf",
  ]

  /// Extensions of files that hold code.
  static let codeExtensions: Set<String> = [
    "py", "c", "h", "cc", "cpp", "hpp", "cu", "cuh", "m", "jl", "r", "java", "js", "ts", "go", "rs",
    "swift", "sh", "scala", "lua", "pl", "rb", "kt", "f90", "hs", "ml", "sql", "ipynb",
  ]
}
