internal import IR

/// A paper with what its parameters are compared by.
struct StatedPaper {
  let view: PaperView
  let atoms: Atoms
  let names: PaperNames

  init(_ view: PaperView, _ atoms: Atoms) {
    self.view = view
    self.atoms = atoms
    names = PaperNames(view, atoms)
  }

  /// What a parameter of the paper states, with the words around it.
  func statement(of parameter: Parameter, _ index: Int) -> PaperStatement {
    let table = view.paper.tables.first { table in
      parameter.source.contains { $0.value == table.label.description }
    }
    let text = table.map { view.text(of: $0.caption) } ?? sentence(of: parameter.value) ?? ""
    return PaperStatement(
      parameter, index, context: text, isTabled: table != nil, view, names)
  }

  /// The sentence that a value stands in. Atoms follow the text.
  private func sentence(of value: Grounded<String>) -> String? {
    guard let span = value.spans.first else { return nil }
    return atoms.atoms.first {
      $0.span.bytes.lowerBound <= span.bytes.lowerBound
        && $0.span.bytes.upperBound >= span.bytes.upperBound
    }.map { view.text(of: $0.span) }
  }
}
