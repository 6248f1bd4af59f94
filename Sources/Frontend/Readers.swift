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

  /// Loads what a reader needs, before its process is confined: libraries count for none of the
  /// memory that an input may take.
  package static func prepare(for kind: InputKind) {
    if kind == .pdf { _ = PDFLibraries.problem }
  }
}
