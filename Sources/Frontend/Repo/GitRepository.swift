internal import CGit2

/// Why git did not give an object. libgit2's own words are not passed on: they name paths of the
/// machine and change from release to release.
enum GitFailure: Error { case missing, damaged }

/// The objects of one git repository, read through libgit2.
///
/// Nothing from outside the directory is read: no configuration, no alternates, no replacement
/// work tree. The repository's own configuration is not read either, so that no setting of it
/// changes what is read.
final class GitRepository {
  private let repository: OpaquePointer
  private let objects: OpaquePointer

  /// Opens the directory that holds `HEAD` and `objects`; `workTree` is where ignore rules stand.
  static func open(gitDirectory: String, workTree: String?) -> GitRepository? {
    git_libgit2_init()
    if arac_git_skip_owner_check() == 0, arac_git_trust_names() == 0,
      arac_git_skip_configuration() == 0,
      let objects = openObjects(gitDirectory + "/objects")
    {
      if let repository = openPlainly(gitDirectory, workTree) {
        git_repository_set_odb(repository, objects)
        return GitRepository(repository, objects)
      }
      git_odb_free(objects)
    }
    git_libgit2_shutdown()
    return nil
  }

  /// Whether libgit2 refuses a repository of another user, which is read here like any other.
  static var asksForOwner: Bool { arac_git_checks_owner() != 0 }

  private init(_ repository: OpaquePointer, _ objects: OpaquePointer) {
    self.repository = repository
    self.objects = objects
  }

  deinit {
    git_odb_free(objects)
    git_repository_free(repository)
    git_libgit2_shutdown()
  }

  private static func openPlainly(_ path: String, _ workTree: String?) -> OpaquePointer? {
    var repository: OpaquePointer?
    var configuration: OpaquePointer?
    guard git_repository_open_bare(&repository, path) == 0, let repository else { return nil }
    defer { git_config_free(configuration) }
    guard git_config_new(&configuration) == 0,
      git_repository_set_config(repository, configuration) == 0,
      workTree.map({ git_repository_set_workdir(repository, $0, 0) == 0 }) ?? true
    else {
      git_repository_free(repository)
      return nil
    }
    return repository
  }

  /// The object database without its alternates, which may lie anywhere.
  private static func openObjects(_ path: String) -> OpaquePointer? {
    var objects: OpaquePointer?
    guard git_odb_new(&objects) == 0, let objects else { return nil }
    var loose: UnsafeMutablePointer<git_odb_backend>?
    var packed: UnsafeMutablePointer<git_odb_backend>?
    if git_odb_backend_loose(&loose, path, -1, 0, 0, 0) == 0 {
      git_odb_add_backend(objects, loose, 1)
    }
    if git_odb_backend_pack(&packed, path) == 0 {
      git_odb_add_backend(objects, packed, 2)
    }
    return objects
  }

  /// The commit that `HEAD` names; nil if its branch has no commit yet.
  func head() throws(GitFailure) -> GitID? {
    var id = git_oid()
    let status = git_reference_name_to_id(&id, repository, "HEAD")
    if status == GIT_ENOTFOUND.rawValue { return nil }
    try check(status)
    return GitID(id)
  }

  /// Whether the ignore rules that stand in the work tree leave a path out.
  func isIgnored(_ path: RepositoryPath, isDirectory: Bool) -> Bool {
    let name = path.bytes + (isDirectory ? [UInt8(ascii: "/"), 0] : [0])
    var ignored: Int32 = 0
    let status = git_ignore_path_is_ignored(
      &ignored, repository, name.map(CChar.init(bitPattern:)))
    return status == 0 && ignored == 1
  }

  /// The size of an object, without reading it where that is possible.
  func size(of id: GitID) throws(GitFailure) -> Int {
    var id = git_oid(id)
    var size = 0
    var type = GIT_OBJECT_INVALID
    try check(git_odb_read_header(&size, &type, objects, &id))
    return size
  }

  /// The content of a blob of at most `limit` bytes.
  func blob(_ id: GitID, limit: Int) throws(GitFailure) -> [UInt8] {
    try content(of: id, type: GIT_OBJECT_BLOB, limit: limit)
  }

  private func content(
    of id: GitID, type: git_object_t, limit: Int
  ) throws(GitFailure) -> [UInt8] {
    guard try size(of: id) <= limit else { throw .damaged }
    var id = git_oid(id)
    var object: OpaquePointer?
    try check(git_odb_read(&object, objects, &id))
    defer { git_odb_object_free(object) }
    guard git_odb_object_type(object) == type else { throw .damaged }
    let content = UnsafeRawBufferPointer(
      start: git_odb_object_data(object), count: git_odb_object_size(object))
    return Array(content)
  }

  func tree(_ id: GitID) throws(GitFailure) -> GitTree {
    let bytes = try content(of: id, type: GIT_OBJECT_TREE, limit: Self.largestTree)
    guard let tree = GitTree(bytes) else { throw .damaged }
    return tree
  }

  func commit(_ id: GitID) throws(GitFailure) -> GitCommit {
    guard try size(of: id) <= Self.largestCommit else { throw .damaged }
    var oid = git_oid(id)
    var commit: OpaquePointer?
    try check(git_commit_lookup(&commit, repository, &oid))
    defer { git_commit_free(commit) }
    guard let author = git_commit_author(commit), let message = git_commit_message(commit),
      let tree = git_commit_tree_id(commit)
    else { throw .damaged }
    let parents = (0..<git_commit_parentcount(commit)).compactMap { index in
      git_commit_parent_id(commit, index).map { GitID($0.pointee) }
    }
    return GitCommit(
      id: id, tree: GitID(tree.pointee), parents: parents, authored: Int(author.pointee.when.time),
      committed: Int(git_commit_time(commit)), message: String(cString: message))
  }

  private static let largestTree = 64 << 20
  private static let largestCommit = 1 << 20

  private func check(_ status: Int32) throws(GitFailure) {
    if status == GIT_ENOTFOUND.rawValue { throw .missing }
    if status < 0 { throw .damaged }
  }
}

extension GitRepository {
  struct Tip: Sendable {
    /// In full: `refs/remotes/origin/main`.
    let name: String
    let id: GitID
  }

  /// What branches point at, by name; references that only name others are left out.
  func tips(limit: Int) -> [Tip] {
    var iterator: OpaquePointer?
    guard git_reference_iterator_new(&iterator, repository) == 0, let iterator else { return [] }
    defer { git_reference_iterator_free(iterator) }
    var tips: [Tip] = []
    var reference: OpaquePointer?
    while tips.count < limit, git_reference_next(&reference, iterator) == 0 {
      defer { git_reference_free(reference) }
      guard let target = git_reference_target(reference), let name = git_reference_name(reference)
      else { continue }
      let text = String(cString: name)
      guard text.hasPrefix("refs/heads/") || text.hasPrefix("refs/remotes/") else { continue }
      tips.append(Tip(name: text, id: GitID(target.pointee)))
    }
    return tips.sorted { $0.name < $1.name }
  }
}

struct GitCommit: Sendable {
  let id: GitID
  let tree: GitID
  let parents: [GitID]
  /// Seconds since 1970.
  let authored: Int
  let committed: Int
  let message: String
}

extension GitID {
  fileprivate init(_ oid: git_oid) {
    self = withUnsafeBytes(of: oid.id) { GitID($0) }
  }
}

extension git_oid {
  fileprivate init(_ id: GitID) {
    self.init()
    withUnsafeMutableBytes(of: &self.id) { $0.copyBytes(from: id.bytes) }
  }
}
