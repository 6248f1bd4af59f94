internal import IR

/// What the kept contents define, configure and require, in the order of the files.
struct RepositoryAnalysis {
  private(set) var symbols: [CodeSymbol] = []
  private(set) var settings: [Setting] = []
  private(set) var dependencies: [Dependency] = []
  private(set) var provisions: [Provision] = []
  /// By the position of the file in the inventory.
  private(set) var summaries: [Int: SourceSpan] = [:]

  private static let mostSymbols = 100_000
  private static let mostSettings = 20_000
  private static let mostProvisions = 1_000

  /// `python` has an outline for each file that was parsed.
  init(
    _ files: [KeptFile], python: PythonOutlines, findings: inout RepositoryFindings
  ) {
    python.report(to: &findings)
    var uses = SettingUses()
    for (file, outline) in zip(files, python.outlines) {
      let facts = FileFacts(file, outline)
      if let python = facts.python { uses.add(python.uses, in: file) }
      symbols += facts.symbols
      settings += facts.settings.settings
      report(facts.settings, of: file, &findings)
      dependencies += facts.dependencies
      provisions += facts.provisions
      summaries[file.index] = facts.summary
    }
    uses.mark(&settings)
    provisions = Array(provisions.prefix(Self.mostProvisions))
    guard symbols.count > Self.mostSymbols || settings.count > Self.mostSettings else { return }
    findings.append(
      .factsCut(symbols: symbols.count, settings: settings.count, at: findings.place))
    symbols = Array(symbols.prefix(Self.mostSymbols))
    settings = Array(settings.prefix(Self.mostSettings))
  }

  /// What one file says, whatever the others say.
  private struct FileFacts {
    var python: PythonFacts?
    var symbols: [CodeSymbol]
    var settings = SettingsReader.Result()
    var dependencies: [Dependency] = []
    let provisions: [Provision]
    let summary: SourceSpan?

    init(_ file: KeptFile, _ outline: PythonOutline?) {
      if let outline, outline.error == nil {
        let facts = PythonFacts(outline, of: file)
        python = facts
        symbols = facts.symbols
        // The cells of a notebook start programs, too.
        let launches = file.kind == .notebook ? SettingsReader.read(file).settings : []
        settings.settings = facts.settings + launches
        dependencies = facts.dependencies
      } else {
        symbols = CodeOutline.symbols(of: file)
        settings = SettingsReader.read(file)
      }
      dependencies += DependencyReader.read(file)
      provisions = ProvisionReader.read(file)
      summary = FileSummary.span(of: file, docstring: python?.docstring)
    }
  }

  private func report(
    _ result: SettingsReader.Result, of file: KeptFile, _ findings: inout RepositoryFindings
  ) {
    if result.isData { findings.append(.tooManyValues(at: findings.place(file.path))) }
    if let failure = result.failure {
      findings.append(
        .unreadableConfiguration(failure, at: findings.place(file.path, line: failure.line)))
    }
  }
}

extension Diagnostic {
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
