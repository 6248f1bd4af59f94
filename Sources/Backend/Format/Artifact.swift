internal import IR

/// An artifact as all checks read it: its parsed files, and what follows from several of them.
@dynamicMemberLookup
struct Artifact: Sendable {
  private let parsed: ParsedFiles
  let ids: IDTable
  let paths: PathTable
  let numbers: NumberTable
  let proofs: ProofGraph

  init(_ tree: ArtifactTree) {
    let parsed = ParsedFiles(tree)
    self.parsed = parsed
    ids = IDTable(parsed)
    paths = PathTable(parsed)
    numbers = NumberTable(parsed)
    proofs = ProofGraph(parsed, paths)
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
