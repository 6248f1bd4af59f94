package import IR

/// The readers by kind of input.
package enum Readers {
  package static func reader(for kind: InputKind) -> any SourceReader {
    switch kind {
    case .pdf: PDFReader()
    case .git: RepositoryReader()
    case .rubric: RubricReader()
    case .log: LogReader()
    }
  }
}
