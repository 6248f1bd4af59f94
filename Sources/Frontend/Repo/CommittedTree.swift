/// The files of a commit, and what changed between two commits, as far as the objects are there.
struct CommittedTree {
  struct File: Sendable {
    let path: RepositoryPath
    let kind: GitTreeEntry.Kind
    let id: GitID
  }

  private let git: GitRepository
  /// Trees that were read lately: neighbouring commits share nearly all of theirs.
  private var cache: [GitID: GitTree] = [:]
  private var cachedBytes = 0

  init(_ git: GitRepository) { self.git = git }

  struct Listing {
    /// In byte order; never a directory.
    var files: [File] = []
    /// Directories whose tree is missing or damaged.
    var unreadable: [RepositoryPath] = []
    var isComplete = true
  }

  /// Every file below a tree, at most `limit`. A tree may name one subtree many times over, so
  /// directories count as well.
  mutating func files(of tree: GitID, limit: Int) -> Listing {
    var listing = Listing()
    var budget = limit
    collect(tree, at: .root, depth: 0, into: &listing, budget: &budget)
    return listing
  }

  private mutating func collect(
    _ tree: GitID, at path: RepositoryPath, depth: Int, into listing: inout Listing,
    budget: inout Int
  ) {
    guard depth < Self.deepest, let entries = try? self.tree(tree).entries else {
      listing.unreadable.append(path)
      return
    }
    for entry in entries where entry.isOrdinary {
      guard budget > 0 else {
        listing.isComplete = false
        return
      }
      budget -= 1
      let path = path.appending(entry.name)
      if entry.kind == .directory {
        collect(entry.id, at: path, depth: depth + 1, into: &listing, budget: &budget)
      } else {
        listing.files.append(File(path: path, kind: entry.kind, id: entry.id))
      }
    }
  }

  /// The paths that differ between two trees, in byte order, at most `limit`; nil for `old` is the
  /// empty tree.
  mutating func changes(
    from old: GitID?, to new: GitID, limit: Int
  ) throws(GitFailure) -> [RepositoryPath] {
    var changes = Changes(limit: limit)
    try compare(old, new, at: .root, depth: 0, into: &changes)
    return changes.paths
  }

  private struct Changes {
    let limit: Int
    var paths: [RepositoryPath] = []
    /// Trees that may still be looked at.
    var budget = 20_000

    var isFull: Bool { paths.count >= limit || budget <= 0 }

    /// How many entries of one tree can matter: files fill the list, and directories the budget.
    var room: Int { limit + budget }
  }

  private mutating func compare(
    _ old: GitID?, _ new: GitID?, at path: RepositoryPath, depth: Int, into changes: inout Changes
  ) throws(GitFailure) {
    guard old != new, !changes.isFull, depth < Self.deepest else { return }
    changes.budget -= 1
    let before = try old.map { id throws(GitFailure) in try tree(id) }
    let after = try new.map { id throws(GitFailure) in try tree(id) }
    for difference in GitTree.differences(before, after, limit: changes.room)
    where !changes.isFull {
      let (removed, added) = (difference.removed, difference.added)
      guard let entry = added ?? removed, entry.isOrdinary else { continue }
      let path = path.appending(entry.name)
      if entry.kind == .directory {
        try compare(removed?.id, added?.id, at: path, depth: depth + 1, into: &changes)
      } else {
        changes.paths.append(path)
      }
    }
  }

  mutating func tree(_ id: GitID) throws(GitFailure) -> GitTree {
    if let known = cache[id] { return known }
    let tree = try git.tree(id)
    cachedBytes += tree.size
    if cachedBytes > Self.largestCache {
      cache = [:]
      cachedBytes = tree.size
    }
    cache[id] = tree
    return tree
  }

  static let deepest = 64
  private static let largestCache = 16 << 20
}
