internal import IR

/// Facts from the outline of one Python file. Every range is checked against the file.
struct PythonFacts: Sendable {
  let docstring: Range<Int>?
  let symbols: [CodeSymbol]
  let settings: [Setting]
  let dependencies: [Dependency]
  /// Where the module reads values of a configuration, by the last part of their names.
  let uses: [(name: String, span: SourceSpan)]

  init(_ outline: PythonOutline, of file: KeptFile) {
    func range(_ bounds: [Int]?) -> Range<Int>? {
      guard let bounds, bounds.count == 2, bounds[0] < bounds[1],
        file.holds(bounds[0]..<bounds[1])
      else { return nil }
      return bounds[0]..<bounds[1]
    }
    docstring = range(outline.doc)
    symbols = (outline.symbols ?? []).compactMap { symbol in
      guard let kind = CodeSymbol.Kind(rawValue: symbol.kind), let span = range(symbol.span),
        let head = range(symbol.head)
      else { return nil }
      return CodeSymbol(
        path: file.path, name: symbol.name, kind: kind,
        signature: PythonSignature.text(file.bytes[head]),
        lines: file.lines(span), doc: range(symbol.doc).map(file.span), span: file.span(span))
    }
    let isResearch = SettingsReader.isResearch(file.path)
    uses = (isResearch ? outline.uses ?? [] : []).compactMap { use in
      range(use.span).map { (use.name, file.span($0)) }
    }
    settings = (isResearch ? outline.settings ?? [] : []).compactMap { value in
      guard let origin = Setting.Origin(rawValue: value.origin), let bytes = range(value.value),
        !SecretNames.isSecret(value.name), !bytes.trimmed(in: file.bytes).isEmpty
      else { return nil }
      var written = FoundValue.onOneLine(file.grounded(bytes))
      if let implied = value.implied {
        written = Grounded(implied, written.spans, .computed("the default of \(written.value)"))
      }
      return Setting(
        name: value.name, value: written, origin: origin, path: file.path,
        line: file.line(at: bytes.lowerBound), type: value.type,
        help: range(value.help).map(file.span))
    }
    dependencies = DependencyReader.read(
      file, requirements: (outline.requirements ?? []).compactMap(range),
      python: range(outline.python))
  }
}
