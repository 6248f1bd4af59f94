internal import Backend
package import IR

/// A directory of earlier artifacts.
package enum ArtifactLibrary {
  private static let mostArtifacts = 20_000
  /// In bytes: of one file, and of all that is kept of all artifacts.
  private static let fileLimit = 1 << 20
  private static let totalLimit = 64 << 20

  /// What the artifacts say; each is read and let go before the next one. Nil where `directory`
  /// cannot be read. What is no artifact is passed over, and no link is followed.
  package static func read(_ directory: String) -> Library? {
    guard let names = DiskTree.entries(of: directory) else { return nil }
    var library = Library()
    var left = totalLimit
    for name in names.prefix(mostArtifacts) where left > 0 {
      let tree = tree(of: "\(directory)/\(name)")
      guard let artifact = LibraryDigest.read(tree, name: name) else { continue }
      left -= artifact.size
      library.artifacts.append(artifact)
    }
    return library
  }

  private static func tree(of artifact: String) -> ArtifactTree {
    var tree = ArtifactTree()
    for path in LibraryDigest.files {
      tree[path] = DiskTree.regularFile(below: artifact, path, limit: fileLimit)
    }
    return tree
  }
}

extension LibraryArtifact {
  /// In bytes, roughly.
  fileprivate var size: Int {
    let texts = [name, title, domain ?? ""] + keywords + heuristics
    let pairs = settings.map { $0.name.utf8.count + $0.value.utf8.count }
    return texts.map(\.utf8.count).reduce(64, +) + pairs.reduce(0, +)
  }
}
