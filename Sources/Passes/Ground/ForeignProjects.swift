internal import IR

/// Projects of others that a repository carries along: folders with a licence and a packaging of
/// their own below a root that has its own licence.
///
/// What the programs of such a project have as defaults was chosen for nobody in particular. Its
/// configuration files and the lines that start it are where the authors write what they use.
struct ForeignProjects {
  private let folders: Set<String>

  private static let packaging: Set<String> = [
    "setup.py", "setup.cfg", "pyproject.toml", "package.json", "Cargo.toml", "DESCRIPTION",
  ]

  init(_ repository: Repository) {
    let paths = repository.files.map { ($0.kind, Self.parts(of: $0.path)) }
    let licensed = Set(paths.filter { $0.0 == .license }.map(\.1.folder))
    let packed = Set(paths.filter { Self.packaging.contains($0.1.name) }.map(\.1.folder))
    folders = licensed.contains("") ? licensed.intersection(packed).subtracting([""]) : []
  }

  /// Whether a site is a default in the program of such a project.
  func hasDefault(_ site: SettingSite) -> Bool {
    guard !folders.isEmpty, site.setting.origin != .configurationFile,
      site.setting.origin != .launch
    else { return false }
    return folders.contains { site.setting.path.hasPrefix($0) }
  }

  /// The folder ends with a slash, that of the root is empty.
  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }
}
