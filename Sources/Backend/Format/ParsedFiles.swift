internal import IR
internal import Synchronization

/// The files of an artifact, each parsed once.
///
/// A mandatory file of ten bytes or fewer counts as missing, and what could not be read is nil: no
/// check asks about the content of either.
struct ParsedFiles: Sendable {
  let files: ArtifactFiles
  let sourceMap: SourceMapFile?
  let manifest: ManifestFile?
  let problem: BlockFile?
  let claims: BlockFile?
  let concepts: BlockFile?
  let experiments: BlockFile?
  let relatedWork: BlockFile?
  let heuristics: BlockFile?
  let codeIndex: BlockFile?
  let rubric: BlockFile?
  /// The files of `src/configs`, in byte order.
  let configurations: [BlockFile]
  let evidenceIndex: EvidenceIndex?
  /// The files of `evidence/tables` and `evidence/figures`, in byte order.
  let exhibits: [ExhibitFile]
  let trace: TraceFile?
  let traceDamage: TraceFile.Damage?
  let pictures: [(path: String, header: PNGHeader?)]
  private let texts: [String: TextFile]
  private let markdown: [String: MarkdownFile]

  /// `isHurried` says whether all processors read files.
  init(_ tree: ArtifactTree, hurried isHurried: Bool = false) {
    let files = ArtifactFiles(tree)
    let parts = Parts.read(tree, files, groups: isHurried ? Parts.mostGroups : 1)
    let documents = parts.documents
    let markdown = documents.markdown
    self.files = files
    sourceMap = parts.sourceMap
    self.markdown = markdown
    manifest = documents.manifest
    texts = parts.texts
    problem = markdown["logic/problem.md"].map { BlockFile($0, of: .observation, .gap) }
    claims = markdown["logic/claims.md"].map { BlockFile($0, of: .claim) }
    concepts = markdown["logic/concepts.md"].map { BlockFile(sectionsOf: $0) }
    experiments = markdown["logic/experiments.md"].map { BlockFile($0, of: .experiment) }
    relatedWork = markdown["logic/related_work.md"].map { BlockFile($0, of: .relatedWork) }
    heuristics = markdown["logic/solution/heuristics.md"].map { BlockFile($0, of: .heuristic) }
    codeIndex = markdown["src/artifacts.md"].map { BlockFile(sectionsOf: $0) }
    rubric = markdown["rubric/requirements.md"].map { BlockFile($0, of: .requirement) }
    let ordered = files.paths.compactMap { markdown[$0] }
    configurations = ordered.filter { $0.kind == .configuration }.map { BlockFile(sectionsOf: $0) }
    exhibits = ordered.filter { $0.kind == .table || $0.kind == .figure }.map(ExhibitFile.init)
    evidenceIndex = markdown["evidence/README.md"].map { EvidenceIndex($0, in: files) }
    (trace, traceDamage) = Self.trace(of: tree, files)
    pictures = files.paths.filter { FileKind(path: $0) == .picture }.map { path in
      (path, tree[path].flatMap(PNGHeader.init))
    }
  }

  private static func trace(of tree: ArtifactTree, _ files: ArtifactFiles)
    -> (TraceFile?, TraceFile.Damage?)
  {
    let path = TraceFile.path
    guard files.isSubstantial(path), let bytes = tree[path] else { return (nil, nil) }
    switch TraceFile.read(bytes) {
    case .success(let trace): return (trace, nil)
    case .failure(let failure): return (nil, failure.damage)
    }
  }
}

/// What is read at the same time, since the source map may be larger than all other files together.
///
/// All parts are of one list: those of a list within another one get fewer threads.
private struct Parts: Sendable {
  var documents = Documents()
  private(set) var sourceMap: SourceMapFile?
  private var sourceMapText: TextFile?

  static let mostGroups = 4

  /// `groups` are those that the other text files are read in.
  static func read(_ tree: ArtifactTree, _ files: ArtifactFiles, groups: Int) -> Parts {
    let parts = Mutex(Parts())
    inParts(2 + groups, atOnce: groups > 1) { part in
      switch part {
      case 0:
        let map = tree[SourceMapFile.path].map(SourceMapFile.read)
        parts.withLock { $0.sourceMap = map }
      case 1:
        let text = tree[SourceMapFile.path].map {
          TextFile(path: SourceMapFile.path, bytes: $0, scansNumbers: false)
        }
        parts.withLock { $0.sourceMapText = text }
      default:
        let own = stride(from: part - 2, to: files.paths.count, by: groups)
        let documents = Documents(tree, files, of: own.map { files.paths[$0] })
        parts.withLock { $0.documents.add(documents) }
      }
    }
    return parts.withLock(\.self)
  }

  var texts: [String: TextFile] {
    var texts = documents.texts
    texts[SourceMapFile.path] = sourceMapText
    return texts
  }
}

/// The text files of an artifact but its source map, and what those in Markdown say.
private struct Documents: Sendable {
  private(set) var texts: [String: TextFile] = [:]
  private(set) var manifest: ManifestFile?
  private(set) var markdown: [String: MarkdownFile] = [:]

  init() {}

  init(_ tree: ArtifactTree, _ files: ArtifactFiles, of paths: [String]) {
    let texts = Self.texts(of: tree, paths)
    let manifest = texts["PAPER.md"].flatMap { text in
      files.isSubstantial("PAPER.md") ? ManifestFile(text, in: files) : nil
    }
    var markdown: [String: MarkdownFile] = [:]
    for (path, text) in texts where path.hasSuffix(".md") && files.isSubstantial(path) {
      let isManifest = path == "PAPER.md"
      markdown[path] =
        isManifest ? manifest?.body : MarkdownReader.read(text, kind: text.kind)
    }
    self.texts = texts
    self.manifest = manifest
    self.markdown = markdown
  }

  /// Adds those of other files.
  mutating func add(_ others: Documents) {
    texts.merge(others.texts) { own, _ in own }
    manifest = manifest ?? others.manifest
    markdown.merge(others.markdown) { own, _ in own }
  }

  private static func texts(of tree: ArtifactTree, _ paths: [String]) -> [String: TextFile] {
    var texts: [String: TextFile] = [:]
    for path in paths where FileKind(path: path).isText && path != SourceMapFile.path {
      let isProse = ["md", "yaml", "yml", "txt"].contains(ArtifactPath.fileExtension(of: path))
      texts[path] = tree[path].map { TextFile(path: path, bytes: $0, scansNumbers: isProse) }
    }
    return texts
  }
}

extension ParsedFiles {
  /// Every text file, in byte order.
  var textFiles: [TextFile] { files.paths.compactMap { texts[$0] } }

  /// Every Markdown file that was read, in byte order.
  var markdownFiles: [MarkdownFile] { files.paths.compactMap { markdown[$0] } }

  func text(_ path: String) -> TextFile? { texts[path] }

  func markdown(_ path: String) -> MarkdownFile? { markdown[path] }

  func markdown(of kind: FileKind) -> [MarkdownFile] {
    markdownFiles.filter { $0.kind == kind }
  }

  /// The code of `src/execution`, in byte order.
  var codeFiles: [TextFile] { textFiles.filter { $0.kind == .execution } }

  /// The text of the exploration tree, for the places of what stands in it.
  var traceText: TextFile? { texts[TraceFile.path] }
}

extension TraceFile {
  static let path = "trace/exploration_tree.yaml"
}

extension ArtifactFiles {
  /// The fifteen files that the superset always has (`spec/ara-format.md`, section 2).
  static let coreFiles = [
    "PAPER.md", "logic/problem.md", "logic/claims.md", "logic/concepts.md",
    "logic/experiments.md", "logic/related_work.md", "logic/solution/constraints.md",
    "src/environment.md", "trace/exploration_tree.yaml", "evidence/README.md",
  ]

  /// Those of the fifteen that only the April schema demands.
  static let aprilFiles = [
    "logic/solution/architecture.md", "logic/solution/algorithm.md",
    "logic/solution/heuristics.md", "src/configs/training.md", "src/configs/model.md",
  ]

  private static let mandatory = Set(coreFiles + aprilFiles)

  static func isMandatory(_ path: String) -> Bool { mandatory.contains(path) }

  /// Whether a file is more than a placeholder; only the mandatory files are asked for that.
  func isSubstantial(_ path: String) -> Bool {
    sizes[path].map { $0 > 10 || !Self.mandatory.contains(path) } ?? false
  }
}
