/// The files of a commit, and what changed between two commits, as far as the objects are there.
struct CommittedTree {
  struct File: Sendable {
    let path: RepositoryPath
    let kind: GitTreeEntry.Kind
    let id: GitID
  }

  private let git: GitRepository
  /// Trees that were read lately: neighbouring commits share nearly all of theirs.
  private var cache: [GitID: [GitTreeEntry]] = [:]
  private var cachedEntries = 0

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
    guard let entries = try? entries(of: tree), depth < Self.deepest else {
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
  }

  private mutating func compare(
    _ old: GitID?, _ new: GitID?, at path: RepositoryPath, depth: Int, into changes: inout Changes
  ) throws(GitFailure) {
    guard old != new, !changes.isFull, depth < Self.deepest else { return }
    changes.budget -= 1
    let before = try old.map { id throws(GitFailure) in try entries(of: id) } ?? []
    let after = try new.map { id throws(GitFailure) in try entries(of: id) } ?? []
    var (i, j) = (0, 0)
    while i < before.count || j < after.count, !changes.isFull {
      let order = Self.order(before.dropFirst(i).first, after.dropFirst(j).first)
      let removed = order <= 0 ? before[i] : nil
      let added = order >= 0 ? after[j] : nil
      i += removed == nil ? 0 : 1
      j += added == nil ? 0 : 1
      guard removed != added, let entry = added ?? removed, entry.isOrdinary else { continue }
      let path = path.appending(entry.name)
      if entry.kind == .directory {
        try compare(removed?.id, added?.id, at: path, depth: depth + 1, into: &changes)
      } else {
        changes.paths.append(path)
      }
    }
  }

  /// Negative if `a` comes first, positive if `b` does; an absent entry comes last. A file and a
  /// directory of the same name differ: git sorts directories as if they ended in `/`.
  private static func order(_ a: GitTreeEntry?, _ b: GitTreeEntry?) -> Int {
    guard let a else { return 1 }
    guard let b else { return -1 }
    let (left, right) = (a.sortKey, b.sortKey)
    if left == right { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  private mutating func entries(of tree: GitID) throws(GitFailure) -> [GitTreeEntry] {
    if let known = cache[tree] { return known }
    let entries = try git.tree(tree)
    cachedEntries += entries.count
    if cachedEntries > Self.largestCache {
      cache = [:]
      cachedEntries = entries.count
    }
    cache[tree] = entries
    return entries
  }

  static let deepest = 64
  private static let largestCache = 200_000
}

extension GitTreeEntry {
  /// Whether the name can stand in a path: git refuses the others when it writes a tree.
  fileprivate var isOrdinary: Bool {
    !name.isEmpty && !name.contains(UInt8(ascii: "/")) && name != Array(".".utf8)
      && name != Array("..".utf8) && name != Array(".git".utf8)
  }

  fileprivate var sortKey: [UInt8] { kind == .directory ? name + [UInt8(ascii: "/")] : name }
}
