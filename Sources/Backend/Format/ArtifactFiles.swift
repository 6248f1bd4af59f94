internal import IR

/// The names in an artifact, and what a path leads to. Nothing is opened and no link is followed.
struct ArtifactFiles: Sendable {
  struct Symlink: Sendable {
    let path: String
    let target: String
  }

  /// Regular files, in byte order; leftovers of other programs are not among them.
  let paths: [String]
  let symlinks: [Symlink]
  /// Present, but not readable: path and reason.
  let unreadable: [(path: String, reason: String)]
  /// Directories that stand in the tree as such and hold nothing.
  let emptyDirectories: [String]
  /// What other programs left behind, each named once.
  let leftovers: [String]
  let sizes: [String: Int]
  /// Why a file that is there cannot be read.
  private let hindrances: [String: String]
  private let directories: Set<String>
  /// The first path with this lower-case form.
  private let byLowercase: [String: String]

  init(_ tree: ArtifactTree) {
    var paths: [String] = []
    var symlinks: [Symlink] = []
    var unreadable: [(path: String, reason: String)] = []
    var bare: [String] = []
    var leftovers: [String] = []
    var sizes: [String: Int] = [:]
    for path in tree.paths {
      if let leftover = Leftover.root(of: path) {
        if leftovers.last != leftover { leftovers.append(leftover) }
        continue
      }
      switch tree[entry: path] {
      case .file(let bytes):
        paths.append(path)
        sizes[path] = bytes.count
      case .symlink(let target): symlinks.append(Symlink(path: path, target: target))
      case .unreadable(let reason): unreadable.append((path, reason))
      case .directory: bare.append(path)
      case nil: break
      }
    }
    let parents = Self.parents(of: paths + symlinks.map(\.path) + unreadable.map(\.path) + bare)
    self.paths = paths
    self.symlinks = symlinks
    self.unreadable = unreadable
    self.leftovers = leftovers
    self.sizes = sizes
    hindrances = Dictionary(unreadable.map { ($0.path, $0.reason) }) { first, _ in first }
    emptyDirectories = bare.filter { !parents.contains($0) }
    directories = parents.union(bare)
    byLowercase = Dictionary(
      paths.map { ($0.lowercase, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func parents(of paths: [String]) -> Set<String> {
    var parents: Set<String> = []
    for path in paths {
      var directory = ArtifactPath.directory(of: path)
      while !directory.isEmpty, parents.insert(directory).inserted {
        directory = ArtifactPath.directory(of: directory)
      }
    }
    return parents
  }

  func isFile(_ path: String) -> Bool { sizes[path] != nil }

  /// Whether a file stands there, readable or not.
  func isPresent(_ path: String) -> Bool { isFile(path) || hindrances[path] != nil }

  /// Why the file cannot be read, though it is there; nil for any other path.
  func hindrance(_ path: String) -> String? { hindrances[path] }

  func hasDirectory(_ path: String) -> Bool { directories.contains(path) }

  /// Groups of files whose names differ only by case, each in byte order.
  var namesakes: [[String]] {
    let groups = Dictionary(grouping: paths) { $0.lowercase }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// What is written as a path, understood in `directory`.
  func resolve(_ written: Substring, in directory: String) -> PathResolution {
    switch ArtifactPath.resolve(written, in: directory) {
    case .outside: return .outside
    case .external: return .external
    case .fragment: return .fragment
    case .inside(let path):
      if isPresent(path) { return .file(path) }
      if hasDirectory(path) || path.isEmpty { return .directory(path) }
      if let namesake = byLowercase[path.lowercase] { return .otherCase(namesake) }
      return .missing(path)
    }
  }
}

/// What a path that stands in an artifact leads to.
enum PathResolution: Hashable, Sendable {
  case file(String)
  /// The file with this path, spelled in another case.
  case otherCase(String)
  case directory(String)
  case missing(String)
  case outside
  case external
  case fragment

  /// The file that it names, in whatever case.
  var file: String? {
    switch self {
    case .file(let path), .otherCase(let path): path
    default: nil
    }
  }

  /// Whether it names something inside the artifact that is no file.
  var isDead: Bool {
    switch self {
    case .directory, .missing, .fragment: true
    default: false
    }
  }
}

/// Files that other programs leave behind.
enum Leftover {
  /// The file, or the outermost directory, that makes `path` a leftover.
  static func root(of path: String) -> String? {
    var prefix = ""
    for part in path.parts(between: "/") {
      prefix += prefix.isEmpty ? String(part) : "/" + part
      if names.contains(String(part)) || isBackup(part) { return prefix }
    }
    return nil
  }

  private static let names: Set<String> = [
    ".ara_env", ".DS_Store", "__pycache__", ".git", ".hg", ".svn", ".ipynb_checkpoints",
    ".pytest_cache", "Thumbs.db", "level2_report.json",
  ]

  /// Whether its program makes it again: nobody loses anything with it. A version control folder or
  /// a backup may be the only copy of somebody's work.
  static func isMadeAgain(_ path: String) -> Bool {
    [".DS_Store", "Thumbs.db", "__pycache__", ".pytest_cache"].contains(ArtifactPath.name(of: path))
  }

  private static func isBackup(_ name: Substring) -> Bool {
    name.hasSuffix("~") || name.hasSuffix(".swp") || name.hasSuffix(".bak")
      || name.hasSuffix(".orig") || (name.hasPrefix("#") && name.hasSuffix("#"))
  }
}
