internal import IR

/// What manifests say that the code needs. Groups for developing it are left out.
struct DependencyReader {
  private let file: KeptFile
  private let name: Substring
  private var found: [Dependency] = []

  /// Whether a file is a manifest, whose values are no settings.
  static func isManifest(_ file: KeptFile) -> Bool { DependencyReader(file).scan != nil }

  static func read(_ file: KeptFile) -> [Dependency] {
    var reader = DependencyReader(file)
    reader.scan?(&reader)
    return reader.found
  }

  /// The dependencies that `setup.py` names, at ranges which its outline gives.
  static func read(_ file: KeptFile, requirements: [Range<Int>], python: Range<Int>?)
    -> [Dependency]
  {
    var reader = DependencyReader(file)
    guard reader.name == "setup.py" else { return [] }
    for range in requirements { reader.add(range) }
    reader.addPython(python)
    return reader.found
  }

  private init(_ file: KeptFile) {
    self.file = file
    name = file.path.parts(between: "/").last ?? ""
  }

  private var scan: ((inout DependencyReader) -> Void)? {
    let stem = name.lowercased().prefix { $0 != "." }
    switch name {
    case "pyproject.toml": return { $0.scanProject() }
    case "Pipfile":
      return { $0.scanTables(["packages"], pythonKey: ["requires", "python_version"]) }
    case "Cargo.toml": return { $0.scanTables(["dependencies"], pythonKey: nil) }
    case "Project.toml": return { $0.scanTables(["compat"], pythonKey: nil) }
    case "setup.cfg": return { $0.scanSetup() }
    case "package.json": return { $0.scanPackage() }
    case ".python-version": return { $0.scanPython() }
    default: break
    }
    if LockFile.isLockFile(file.path) { return { $0.scanLock() } }
    let words = stem.split { $0 == "-" || $0 == "_" }
    if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
      guard words.contains(where: { ["environment", "conda", "env"].contains($0) }) else {
        return nil
      }
      return { $0.scanEnvironment() }
    }
    let isList =
      words.contains { $0 == "requirements" || $0 == "constraints" }
      || file.path.contains("requirements/")
    return isList && (name.hasSuffix(".txt") || name.hasSuffix(".in")) ? { $0.scanList() } : nil
  }

  private mutating func add(_ range: Range<Int>) {
    guard let requirement = Requirement(range, in: file.bytes) else { return }
    found.append(
      Dependency(
        name: requirement.name, version: requirement.version,
        declared: file.grounded(requirement.range), path: file.path))
  }

  private mutating func add(_ name: String, version: Range<Int>) {
    let row = file.row(file.row(at: version.lowerBound)).trimmed(in: file.bytes)
    let text = file.text(version)
    found.append(
      Dependency(
        name: name, version: text == "*" ? nil : text, declared: file.grounded(row),
        path: file.path))
  }

  private mutating func addPython(_ version: Range<Int>?) {
    if let version, !version.isEmpty { add("python", version: version) }
  }

  private mutating func scanList() {
    for row in file.lineStarts.indices { add(file.row(row)) }
  }

  private mutating func scanLock() {
    for (name, version) in LockFile.packages(in: file) {
      found.append(
        Dependency(
          name: file.text(name), version: file.text(version), declared: file.grounded(version),
          path: file.path, isLocked: true))
    }
  }

  private mutating func scanPython() { addPython(file.row(0).trimmed(in: file.bytes)) }

  private mutating func scanProject() {
    for entry in TOMLScanner.entries(file.bytes) {
      let path = entry.path
      switch (path.first, path.dropFirst().first, entry.value) {
      case ("project", "dependencies", .list(_, let items)) where path.count == 2:
        for item in items ?? [] { add(item) }
      case ("project", "optional-dependencies", .list(_, let items)) where path.count == 3:
        if !Self.isDevelopment(path[2]) { for item in items ?? [] { add(item) } }
      case ("project", "requires-python", .scalar(let version)):
        addPython(version)
      case ("tool", "poetry", .scalar(let version)):
        let isGroup = path.count > 5 && path[2] == "group" && !Self.isDevelopment(path[3])
        scanTable(isGroup ? Array(path.dropFirst(4)) : Array(path.dropFirst(2)), version)
      default:
        break
      }
    }
  }

  /// `dependencies.name = "1"` and `dependencies.name.version = "1"`.
  private mutating func scanTable(_ path: [String], _ version: Range<Int>) {
    guard path.first == "dependencies" else { return }
    if path.count == 2 || path.count == 3 && ["version", "git"].contains(path[2]) {
      add(path[1], version: version)
    }
  }

  private mutating func scanTables(_ tables: [String], pythonKey: [String]?) {
    for entry in TOMLScanner.entries(file.bytes) {
      guard case .scalar(let version) = entry.value else { continue }
      if entry.path == pythonKey {
        addPython(version)
      } else if let table = entry.path.first, tables.contains(table) {
        scanTable(["dependencies"] + entry.path.dropFirst(), version)
      }
    }
  }

  private mutating func scanSetup() {
    for entry in INIScanner.entries(of: file) {
      switch (entry.section, entry.key) {
      case ("options", "install_requires"):
        for value in entry.values { add(value) }
      case ("options", "python_requires"):
        addPython(entry.values.first)
      case ("options.extras_require", let group) where !Self.isDevelopment(group):
        for value in entry.values { add(value) }
      default:
        break
      }
    }
  }

  private mutating func scanPackage() {
    let prefix = "dependencies."
    for value in YAMLSettings.read(file).values where value.name.hasPrefix(prefix) {
      if let range = value.ranges.first {
        add(String(value.name.dropFirst(prefix.count)), version: range)
      }
    }
  }

  /// The `dependencies` list of a conda environment, with the list of `pip` in it.
  private mutating func scanEnvironment() {
    var isInList = false
    for row in file.lineStarts.indices {
      let line = file.row(row).trimmed(in: file.bytes)
      guard let first = line.first.map({ file.bytes[$0] }), first != UInt8(ascii: "#") else {
        continue
      }
      if first != UInt8(ascii: "-") {
        isInList = file.bytes[line].starts(with: "dependencies:".utf8)
        continue
      }
      let item = (line.lowerBound + 1..<line.upperBound).trimmed(in: file.bytes)
      guard isInList, !file.bytes[item].elementsEqual("pip:".utf8) else { continue }
      let isQuoted = item.first.map { "\"'".utf8.contains(file.bytes[$0]) } ?? false
      add(isQuoted && item.count > 1 ? item.lowerBound + 1..<item.upperBound - 1 : item)
    }
  }

  private static func isDevelopment(_ group: String) -> Bool {
    [
      "dev", "develop", "development", "test", "tests", "testing", "doc", "docs", "lint", "ci",
      "style", "typing",
    ].contains(group.lowercased())
  }
}
