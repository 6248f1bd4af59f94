internal import IR

/// The settings of files that are no Python: configuration files, scripts, launch lines in
/// documents. Files that configure tools rather than the research are left alone.
enum SettingsReader {
  struct Result: Sendable {
    var settings: [Setting] = []
    var failure: ParseFailure? = nil
    /// The file has so many values that it is data.
    var isData = false
  }

  static func read(_ file: KeptFile) -> Result {
    guard let scan = scan(for: file) else { return Result() }
    if let row = conflict(in: file) {
      return Result(failure: ParseFailure(words: "a merge left a conflict here", line: row + 1))
    }
    let (values, failure) = scan(file)
    guard values.count <= FoundValue.mostValues else { return Result(isData: true) }
    let origin: Setting.Origin =
      file.kind == .configuration && !isScript(file)
      ? .configurationFile : .launch
    return Result(settings: values.compactMap { $0.setting(origin, in: file) }, failure: failure)
  }

  private typealias Scan = (KeptFile) -> ([FoundValue], ParseFailure?)

  private static func scan(for file: KeptFile) -> Scan? {
    guard isResearch(file.path) else { return nil }
    if isScript(file) { return { (LaunchLines.read($0), nil) } }
    if file.kind == .documentation, file.language == "Markdown" {
      return { (LaunchLines.read(fencesOf: $0), nil) }
    }
    if file.kind == .notebook { return { (LaunchLines.read(cellsOf: $0), nil) } }
    guard file.kind == .configuration, !DependencyReader.isManifest(file), !isTool(file) else {
      return nil
    }
    switch file.language {
    case "YAML", "JSON": return { YAMLSettings.read($0) }
    case "TOML": return { (values(ofTOML: $0), nil) }
    case "INI": return { (values(ofINI: $0), nil) }
    default: return nil
    }
  }

  /// The row of the first mark with which git begins a conflict that it marks in full: of two
  /// values for one name nobody knows which holds.
  static func conflict(in file: KeptFile) -> Int? {
    func first(_ mark: String, from row: Int) -> Int? {
      file.lineStarts[row...].indices.first { row in
        file.bytes[file.lineStarts[row]...].starts(with: mark.utf8)
      }
    }
    guard let ours = first("<<<<<<< ", from: 0), let sign = first("=======", from: ours),
      first(">>>>>>> ", from: sign) != nil
    else { return nil }
    return ours
  }

  private static func isScript(_ file: KeptFile) -> Bool {
    file.language == "Shell" || file.language == "Makefile"
  }

  private static func values(ofTOML file: KeptFile) -> [FoundValue] {
    let scanner = LiteralScanner(bytes: file.bytes)
    return TOMLScanner.entries(file.bytes).compactMap { entry in
      guard entry.path.allSatisfy(FoundValue.isName) else { return nil }
      var ranges: [Range<Int>]
      var end: Int
      switch entry.value {
      case .scalar(let inside):
        ranges = [inside]
        end = inside.upperBound
        if end < file.bytes.count, "\"'".utf8.contains(file.bytes[end]) { end += 1 }
      case .list(let whole, let items):
        guard let items, (1...FoundValue.mostItems).contains(items.count) else { return nil }
        let isOnOneLine = !file.bytes[whole].contains(UInt8(ascii: "\n"))
        ranges = isOnOneLine ? [whole] : items
        end = whole.upperBound
      }
      let size = ranges.reduce(0) { $0 + $1.count }
      guard (1...FoundValue.longest).contains(size),
        !ranges.contains(where: { file.bytes[$0].contains(UInt8(ascii: "\n")) })
      else { return nil }
      return FoundValue(
        name: entry.path.joined(separator: "."), ranges: ranges,
        remark: scanner.remark(after: end))
    }
  }

  private static func values(ofINI file: KeptFile) -> [FoundValue] {
    INIScanner.entries(of: file).compactMap { entry in
      guard let value = entry.values.first, entry.values.count == 1,
        value.count <= FoundValue.longest
      else { return nil }
      return FoundValue(name: entry.name, ranges: [value], remark: entry.remark)
    }
  }

  /// Whether a path may configure the research: not a test, not what a tool keeps in a hidden
  /// folder, not somebody else's code.
  static func isResearch(_ path: String) -> Bool {
    let parts = path.lowercased().parts(between: "/")
    guard let name = parts.last else { return false }
    let isHidden = parts.dropLast().contains { $0.hasPrefix(".") } || name.hasPrefix(".")
    let isForeign = parts.dropLast().contains { foreignFolders.contains($0) }
    return !(isHidden && !name.hasPrefix(".env")) && !isForeign && name != "conftest.py"
  }

  private static let foreignFolders: Set<Substring> = [
    "test", "tests", "testing", "testdata", "fixtures", "third_party", "thirdparty", "vendor",
    "vendors", "external", "node_modules", "site-packages", "deps",
  ]

  private static func isTool(_ file: KeptFile) -> Bool {
    let name = (file.path.parts(between: "/").last ?? "").lowercased()
    return toolFiles.contains(name) || toolPrefixes.contains { name.hasPrefix($0) }
  }

  private static let toolPrefixes = [
    "docker-compose", "compose.", "mkdocs", "tsconfig", "appveyor", "azure-pipelines",
  ]
  private static let toolFiles: Set<String> = [
    "setup.cfg", "tox.ini", "pytest.ini", "mypy.ini", "ruff.toml", "rustfmt.toml", "codecov.yml",
    "cloudbuild.yaml", "_config.yml", "_quarto.yml", "citation.cff", "netlify.toml",
    "readthedocs.yml", "package.json", "composer.json", "deno.json", "cargo.toml", "pyproject.toml",
    "pipfile", "project.toml", "manifest.toml", "bors.toml", "renovate.json", "taplo.toml",
  ]
}
