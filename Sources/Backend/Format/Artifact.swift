internal import Dispatch
internal import IR
internal import Synchronization

/// An artifact as all checks read it: its parsed files, and what follows from several of them.
@dynamicMemberLookup
struct Artifact: Sendable {
  private let parsed: ParsedFiles
  let ids: IDTable
  let paths: PathTable
  let numbers: NumberTable
  let proofs: ProofGraph

  /// `isHurried` says whether files are read, and tables made, on all processors.
  init(_ tree: ArtifactTree, hurried isHurried: Bool = false) {
    let tables = Tables(tree, hurried: isHurried)
    let parsed = tables.parsed
    self.parsed = parsed
    ids = tables.ids ?? IDTable(parsed)
    paths = tables.paths ?? PathTable(parsed)
    numbers = tables.numbers ?? NumberTable(parsed)
    proofs = ProofGraph(parsed, paths)
  }

  private struct Tables: Sendable {
    private(set) var parsed: ParsedFiles
    private(set) var ids: IDTable?
    private(set) var paths: PathTable?
    private(set) var numbers: NumberTable?

    init(_ tree: ArtifactTree, hurried isHurried: Bool) {
      let parsed = ParsedFiles(tree, hurried: isHurried)
      self.parsed = parsed
      guard isHurried else { return }
      let made = Mutex(self)
      inParts(3, atOnce: true) { part in
        switch part {
        case 0:
          let ids = IDTable(parsed)
          made.withLock { $0.ids = ids }
        case 1:
          let paths = PathTable(parsed)
          made.withLock { $0.paths = paths }
        default:
          let numbers = NumberTable(parsed)
          made.withLock { $0.numbers = numbers }
        }
      }
      self = made.withLock(\.self)
    }
  }

  subscript<Part>(dynamicMember part: KeyPath<ParsedFiles, Part>) -> Part {
    parsed[keyPath: part]
  }

  func text(_ path: String) -> TextFile? { parsed.text(path) }

  func markdown(_ path: String) -> MarkdownFile? { parsed.markdown(path) }

  func markdown(of kind: FileKind) -> [MarkdownFile] { parsed.markdown(of: kind) }

  func blockFile(of kind: FileKind) -> BlockFile? { parsed.blockFile(of: kind) }

  /// The identifier of the block or node that holds a line of a file.
  func subject(at line: Int, of path: String) -> String? {
    guard path == TraceFile.path, let nodes = parsed.trace?.nodes else {
      return blockFile(of: FileKind(path: path))?.block(at: line)?.id
    }
    let next = nodes.partitioningIndex { $0.line > line }
    return next > 0 ? nodes[next - 1].id : nil
  }
}

/// Does the parts of a work, at once where an answer is waited for: one after the other they cost less
/// of the processors' time.
func inParts(_ count: Int, atOnce: Bool, _ body: @Sendable (Int) -> Void) {
  if atOnce {
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
  } else {
    for part in 0..<count { body(part) }
  }
}
