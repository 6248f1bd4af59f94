internal import CGit2

/// Writes a pack with its index into a folder of objects, as `git index-pack` does.
///
/// libgit2 resolves every delta and checks every digest on the way: what comes out is whole, or
/// there is nothing.
struct PackIndexer: ~Copyable {
  private let indexer: OpaquePointer
  private var progress = git_indexer_progress()

  /// Nil if libgit2 is not there or cannot write in the folder.
  init?(folder: String) {
    guard git_libgit2_init() >= 0 else { return nil }
    var indexer: OpaquePointer?
    guard git_indexer_new(&indexer, folder, 0, nil, nil) == 0, let indexer else {
      git_libgit2_shutdown()
      return nil
    }
    self.indexer = indexer
  }

  deinit {
    git_indexer_free(indexer)
    git_libgit2_shutdown()
  }

  /// Takes the next bytes of the pack; false if they belong to none.
  mutating func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    git_indexer_append(indexer, bytes.baseAddress, bytes.count, &progress) == 0
  }

  /// False if the pack is cut short, or builds on objects that are not in it.
  mutating func finish() -> Bool { git_indexer_commit(indexer, &progress) == 0 }
}
