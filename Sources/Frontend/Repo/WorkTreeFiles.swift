/// Lists the files of a directory: what its commit tracks, and beside it what is not ignored.
///
/// Contents are those of the directory, not of the commit. `.git` is never entered, nor is another
/// repository, a submodule or a link.
struct WorkTreeFiles {
  private let root: DirectoryHandle
  private let git: GitRepository?
  /// What the commit tracks and has not been met yet.
  private var tracked: [RepositoryPath: CommittedTree.File]
  private let trackedDirectories: Set<RepositoryPath>
  private let submodules: [CommittedTree.File]
  private let submodulePaths: Set<RepositoryPath>
  private let inventory: Inventory
  /// Directories that could not be entered.
  private var closed: Set<RepositoryPath> = []
  /// How many files and directories may still be listed.
  private var remaining: Int
  private var isCut = false
  /// Bytes that may still be read to name contents.
  private var hashable = FoundFile.mostHashed

  /// Without `git`, the directory is no repository: nothing is tracked and nothing is ignored.
  init(
    root: DirectoryHandle, git: GitRepository?, listing: CommittedTree.Listing,
    inventory: Inventory, most: Int = FoundFile.most
  ) {
    self.root = root
    self.git = git
    self.inventory = inventory
    remaining = most
    submodules = listing.files.filter { $0.kind == .submodule }
    submodulePaths = Set(submodules.map(\.path))
    let files = listing.files.filter { $0.kind != .submodule }
    tracked = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    trackedDirectories = Set(listing.files.lazy.flatMap(\.path.directories))
  }

  /// Visits every file once; submodules last.
  mutating func list() {
    list(root, at: .root, depth: 0, ignoring: git != nil)
    guard !isCut else { return inventory.report(.tooMany) }
    for submodule in submodules {
      inventory.report(.submodule(submodule.path))
      inventory.add(
        FoundFile(path: submodule.path, size: 0, blob: submodule.id.hex, content: .submodule))
    }
    for path in tracked.keys.sorted() where !path.directories.contains(where: closed.contains) {
      inventory.report(.deleted(path))
    }
  }

  private mutating func list(
    _ directory: DirectoryHandle, at path: RepositoryPath, depth: Int, ignoring: Bool
  ) {
    guard let entries = directory.entries() else {
      return close(path, .unreadable(path, DirectoryHandle.Failure.refused.words))
    }
    // git refuses ignore rules that are a link, and opening another kind of file might block.
    let rules = entries.first { $0.name.elementsEqual(".gitignore".utf8) }
    let ignoring = ignoring && rules?.kind ?? .file == .file
    for entry in entries {
      guard remaining > 0 else {
        isCut = true
        return
      }
      let path = path.appending(entry.name)
      if entry.name.elementsEqual(".git".utf8) || submodulePaths.contains(path) {
        continue
      }
      remaining -= 1
      if entry.kind == .directory {
        descend(into: entry, of: directory, at: path, depth: depth, ignoring: ignoring)
      } else {
        file(entry, of: directory, at: path, ignoring: ignoring)
      }
    }
  }

  private mutating func descend(
    into entry: DirectoryHandle.Entry, of parent: DirectoryHandle, at path: RepositoryPath,
    depth: Int, ignoring: Bool
  ) {
    let isTracked = trackedDirectories.contains(path)
    if !isTracked {
      if ignoring, git?.isIgnored(path, isDirectory: true) == true { return }
      if ToolFolder.names.contains(entry.name) { return inventory.report(.leftOut(path)) }
    }
    guard depth + 1 < CommittedTree.deepest else { return close(path, .tooDeep(path)) }
    guard let directory = parent.directory(entry.name) else {
      return close(path, .unreadable(path, DirectoryHandle.Failure.refused.words))
    }
    if !isTracked {
      if GitLayout(of: directory, path: "") != .absent {
        inventory.report(.nestedRepository(path))
        inventory.add(FoundFile(path: path, size: 0, blob: GitID.unknown, content: .submodule))
        return
      }
      if directory.entry(Array("pyvenv.cfg".utf8)) != nil {
        return inventory.report(.leftOut(path))
      }
    }
    list(directory, at: path, depth: depth + 1, ignoring: ignoring)
  }

  private mutating func close(_ path: RepositoryPath, _ trouble: FileTrouble) {
    closed.insert(path)
    inventory.report(trouble)
  }

  private mutating func file(
    _ entry: DirectoryHandle.Entry, of directory: DirectoryHandle, at path: RepositoryPath,
    ignoring: Bool
  ) {
    let committed = tracked.removeValue(forKey: path)
    if committed == nil, ignoring, git?.isIgnored(path, isDirectory: false) == true { return }
    guard let found = find(entry, in: directory, at: path, committed) else { return }
    inventory.add(found)
    if let committed {
      if found.blob != committed.id.hex { inventory.report(.modified(path)) }
    } else if git != nil {
      inventory.report(.untracked(path))
    }
  }

  private mutating func find(
    _ entry: DirectoryHandle.Entry, in directory: DirectoryHandle, at path: RepositoryPath,
    _ committed: CommittedTree.File?
  ) -> FoundFile? {
    switch entry.kind {
    case .special:
      inventory.report(.special(path))
      return nil
    case .symlink:
      let target = directory.linkTarget(entry.name) ?? []
      if LinkTarget(target, of: path).leavesTree { inventory.report(.escapingLink(path)) }
      let blob = Digest.of(Array("blob \(target.count)\0".utf8) + target, .sha1)
      return FoundFile(path: path, size: target.count, blob: blob, content: .symlink)
    case .file, .directory:
      guard entry.size <= hashable else {
        inventory.report(.unhashed(path))
        return FoundFile(
          path: path, size: entry.size, blob: committed?.id.hex ?? GitID.unknown,
          content: .regular(nil))
      }
      hashable -= entry.size
      do throws(DirectoryHandle.Failure) {
        let file = try directory.read(entry.name, keeping: FoundFile.largestContent)
        return FoundFile(
          path: path, size: file.size, blob: file.blob, content: .regular(file.content))
      } catch {
        inventory.report(.unreadable(path, error.words))
        return FoundFile(
          path: path, size: entry.size, blob: committed?.id.hex ?? GitID.unknown,
          content: .unreadable)
      }
    }
  }
}

/// Directories that tools fill: left out where the commit does not track them.
enum ToolFolder {
  static let names: Set<[UInt8]> = Set(
    [
      "__pycache__", ".venv", "node_modules", ".ipynb_checkpoints", ".mypy_cache",
      ".pytest_cache", ".ruff_cache", ".tox", ".nox", ".eggs", ".cache", ".hg", ".svn", ".idea",
      ".gradle", ".terraform",
    ].map { Array($0.utf8) })
}
