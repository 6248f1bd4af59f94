package import IR

/// What a pass sees that holds a paper against its repository; either may be missing.
package struct PaperAndRepository: Codable, Sendable {
  let view: PaperView?
  let atoms: Atoms
  let repository: Repository?
  /// The repository's text.
  let text: SourceText?

  package init(_ document: Document) {
    let repository = document.inputs.repository
    view = PaperView(document)
    atoms = document.atoms
    self.repository = repository
    text = repository.flatMap { document.sources[$0.source] }
  }
}
