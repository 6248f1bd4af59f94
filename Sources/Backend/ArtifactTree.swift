/// An artifact in memory: path to content.
///
/// The emitters fill one, the verifier reads one, and a foreign artifact is loaded into one, so
/// that `arac verify` and the repair loop run the same checks.
package struct ArtifactTree: Hashable, Sendable {
  package enum Entry: Hashable, Sendable {
    case file([UInt8])
    /// Never opened; the target is only reported.
    case symlink(target: String)
    /// Present and not readable, or larger than a reader takes.
    case unreadable(reason: String)
    case directory
  }

  /// Relative to the artifact root, `/` as separator.
  private var entries: [String: Entry]

  package init() { entries = [:] }

  package subscript(entry path: String) -> Entry? {
    get { entries[path] }
    set { entries[path] = newValue }
  }

  /// The bytes of a file; nil for anything else.
  package subscript(path: String) -> [UInt8]? {
    get {
      if case .file(let bytes) = entries[path] { bytes } else { nil }
    }
    set { entries[path] = newValue.map { .file($0) } }
  }

  /// Every entry's path, in byte order.
  package var paths: [String] { entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Every file's path, in byte order.
  package var filePaths: [String] { paths.filter { self[$0] != nil } }

  /// Whether some entry is this directory or lies in it.
  package func hasDirectory(_ path: String) -> Bool {
    entries[path] == .directory || entries.keys.contains { $0.hasPrefix(path + "/") }
  }

  /// Takes out an entry, and what lies below it.
  mutating func remove(_ path: String) {
    entries[path] = nil
    for entry in entries.keys where entry.hasPrefix(path + "/") { entries[entry] = nil }
  }
}
