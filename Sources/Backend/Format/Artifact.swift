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
    let parsed = ParsedFiles(tree, hurried: isHurried)
    self.parsed = parsed
    let made = isHurried ? Tables(of: parsed) : Tables()
    ids = made.ids ?? IDTable(parsed)
    paths = made.paths ?? PathTable(parsed)
    numbers = made.numbers ?? NumberTable(parsed)
    proofs = ProofGraph(parsed, paths)
  }

  private struct Tables: Sendable {
    var ids: IDTable?
    var paths: PathTable?
    var numbers: NumberTable?

    init() {}

    init(of parsed: ParsedFiles) {
      let made = Mutex(Tables())
      DispatchQueue.concurrentPerform(iterations: 3) { part in
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
