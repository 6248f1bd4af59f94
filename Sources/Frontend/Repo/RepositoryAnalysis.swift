internal import IR

/// What the kept contents define, configure and require, in the order of the files.
struct RepositoryAnalysis {
  private(set) var symbols: [CodeSymbol] = []
  private(set) var settings: [Setting] = []
  private(set) var dependencies: [Dependency] = []
  /// By the position of the file in the inventory.
  private(set) var summaries: [Int: SourceSpan] = [:]

  private static let mostSymbols = 100_000
  private static let mostSettings = 20_000

  init(
    _ files: [KeptFile], python outliner: any PythonOutliner,
    findings: inout RepositoryFindings
  ) {
    let outlines = Self.outlines(files, outliner, &findings)
    for (file, outline) in zip(files, outlines) {
      var docstring: Range<Int>?
      if let outline, outline.error == nil {
        let facts = PythonFacts(outline, of: file)
        docstring = facts.docstring
        symbols += facts.symbols
        settings += facts.settings
        dependencies += facts.dependencies
      } else {
        symbols += CodeOutline.symbols(of: file)
        readSettings(of: file, &findings)
      }
      dependencies += DependencyReader.read(file)
      summaries[file.index] = FileSummary.span(of: file, docstring: docstring)
    }
    guard symbols.count > Self.mostSymbols || settings.count > Self.mostSettings else { return }
    findings.append(
      .factsCut(symbols: symbols.count, settings: settings.count, at: findings.place))
    symbols = Array(symbols.prefix(Self.mostSymbols))
    settings = Array(settings.prefix(Self.mostSettings))
  }

  private mutating func readSettings(of file: KeptFile, _ findings: inout RepositoryFindings) {
    let result = SettingsReader.read(file)
    settings += result.settings
    if result.isData { findings.append(.tooManyValues(at: findings.place(file.path))) }
    if let failure = result.failure {
      findings.append(
        .unreadableConfiguration(failure, at: findings.place(file.path, line: failure.line)))
    }
  }

  /// One outline for each file that is Python; nil for the others. The cells of a notebook are
  /// parsed one by one, so that one that is broken costs no other.
  private static func outlines(
    _ files: [KeptFile], _ outliner: any PythonOutliner, _ findings: inout RepositoryFindings
  ) -> [PythonOutline?] {
    let positions = files.indices.filter { isPython(files[$0]) }
    var outlines = [PythonOutline?](repeating: nil, count: files.count)
    guard !positions.isEmpty else { return outlines }
    let sources = positions.flatMap { position in
      let file = files[position]
      return file.units.map { unit in
        file.kind == .notebook ? Notebook.withoutMagic(file.bytes[unit]) : file.bytes
      }
    }
    guard let found = outliner.outlines(of: sources), found.count == sources.count else {
      findings.append(.noPython(positions.count, at: findings.place))
      return outlines
    }
    var rest = found[...]
    for position in positions {
      let file = files[position]
      let parts = zip(rest, file.units)
      rest = rest.dropFirst(file.units.count)
      if let (broken, unit) = parts.first(where: { $0.0.error != nil }) {
        findings.append(unparsed(broken, unit, of: file, at: findings))
      }
      outlines[position] = PythonOutline(joining: parts.map { ($0, offset: $1.lowerBound) })
    }
    return outlines
  }

  private static func unparsed(
    _ outline: PythonOutline, _ unit: Range<Int>, of file: KeptFile, at findings: RepositoryFindings
  ) -> Diagnostic {
    let row = file.row(at: unit.lowerBound) + (outline.line ?? 1) - 1
    let isKnown = outline.line != nil && file.lineStarts.indices.contains(row)
    let line = isKnown ? file.line(at: file.lineStarts[row]) : nil
    return .unparsedPython(
      outline.error ?? "", isCell: file.units.count > 1, at: findings.place(file.path, line: line))
  }

  private static func isPython(_ file: KeptFile) -> Bool {
    file.language == "Python" || file.kind == .notebook
  }
}

extension Diagnostic {
  fileprivate static func noPython(_ count: Int, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F219", severity: .warning,
      message: "no Python 3.9 or newer was found; Python files with a rough outline and without"
        + " settings: \(count)", input: place)
  }

  fileprivate static func unparsedPython(
    _ error: String, isCell: Bool, at place: InputPlace
  ) -> Diagnostic {
    let consequence =
      isCell
      ? "what parses of the other cells was read"
      : "its settings are not known and its outline is rough"
    return Diagnostic(
      code: "F220", severity: .note,
      message: "does not parse as Python 3 (\(error)); \(consequence)", input: place)
  }

  fileprivate static func unreadableConfiguration(
    _ failure: ParseFailure, at place: InputPlace
  ) -> Diagnostic {
    Diagnostic(
      code: "F221", severity: .note,
      message: "the configuration does not parse (\(failure.words)); values up to there were read",
      input: place)
  }

  fileprivate static func tooManyValues(at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F222", severity: .note,
      message: "holds more than \(FoundValue.mostValues) values and was taken for data",
      input: place)
  }

  fileprivate static func factsCut(symbols: Int, settings: Int, at place: InputPlace) -> Diagnostic
  {
    Diagnostic(
      code: "F224", severity: .note,
      message: "gave \(symbols) definitions and \(settings) settings, more than are kept",
      input: place)
  }
}
