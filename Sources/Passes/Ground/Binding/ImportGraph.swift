internal import IR

/// Which Python files of a repository import which.
struct ImportGraph {
  /// Paths that a file imports, sorted.
  private(set) var imports: [String: [String]] = [:]
  /// Paths that import a file, sorted.
  private(set) var importers: [String: [String]] = [:]

  /// Files that are found by a name that many have are not told apart.
  private static let mostSame = 1

  init(_ repository: Repository, _ text: SourceText) {
    let files = repository.files.filter { $0.language == "Python" && $0.kind == .source }
    let modules = Modules(files.map(\.path))
    for file in files {
      guard let span = file.text else { continue }
      var found: Set<String> = []
      for name in Self.modules(in: text.text(of: span.bytes)) {
        found.formUnion(modules.paths(of: name, from: file.path))
      }
      found.remove(file.path)
      imports[file.path] = found.sorted()
      for path in found { importers[path, default: []].append(file.path) }
    }
    importers = importers.mapValues { $0.sorted() }
  }

  /// Files that others build on carry more of the work.
  func weight(of path: String) -> Double {
    1 + 0.1 * Double(min(importers[path]?.count ?? 0, 3))
  }

  /// The modules that the statements of a file name, `a.b` and `a.b.c` of `from a.b import c`; a
  /// relative one keeps its dots.
  static func modules(in content: String) -> [String] {
    var found: [String] = []
    for line in content.split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "," || $0 == "(" || $0 == "\r" }
      guard words.count >= 2 else { continue }
      if words[0] == "import" {
        found += words.dropFirst().prefix { $0 != "#" && $0 != "as" }.map(String.init)
      } else if words[0] == "from", words.count >= 4, words[2] == "import" {
        let module = String(words[1])
        found.append(module)
        let joint = module.hasSuffix(".") ? "" : "."
        let names = words.dropFirst(3).prefix { $0 != "#" && $0 != "as" && $0 != "*" }
        found += names.map { module + joint + $0.trimmed(of: ")") }
      }
    }
    return found
  }

  /// The files that names of modules may mean.
  private struct Modules {
    /// By the last part of the module's name.
    private var byName: [String: [(parts: [Substring], path: String)]] = [:]

    init(_ paths: [String]) {
      for path in paths {
        var parts = path.dropLast(path.hasSuffix(".py") ? 3 : 0).split(separator: "/")
        if parts.last == "__init__" { parts.removeLast() }
        guard let last = parts.last else { continue }
        byName[String(last), default: []].append((parts, path))
      }
    }

    func paths(of module: String, from path: String) -> [String] {
      let dots = module.prefix { $0 == "." }.count
      let parts = module.split(separator: ".")
      guard let last = parts.last, let found = byName[String(last)] else { return [] }
      let folder = path.split(separator: "/").dropLast()
      if dots > 0 {
        let whole = Array(folder.dropLast(dots - 1)) + parts
        return found.filter { $0.parts == whole }.map(\.path)
      }
      let beside = found.filter { $0.parts == Array(folder) + parts }
      if !beside.isEmpty { return beside.map(\.path) }
      let ending = found.filter { $0.parts.suffix(parts.count) == parts[...] }
      return ending.count <= ImportGraph.mostSame ? ending.map(\.path) : []
    }
  }
}
