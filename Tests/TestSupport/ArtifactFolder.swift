package import Backend
internal import FoundationEssentials

/// Reads a folder into an artifact tree, as tests need it: nothing is filtered, links stay links.
package enum ArtifactFolder {
  package static func load(_ folder: String) throws -> ArtifactTree {
    var tree = ArtifactTree()
    try load(folder, as: "", into: &tree)
    return tree
  }

  private static func load(_ folder: String, as prefix: String, into tree: inout ArtifactTree)
    throws
  {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let (file, path) = (folder + "/" + name, prefix + name)
      let type = try FileManager.default.attributesOfItem(atPath: file)[.type]
      if type as? FileAttributeType == .typeSymbolicLink {
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: file)
        tree[entry: path] = .symlink(target: target)
      } else if type as? FileAttributeType == .typeDirectory {
        tree[entry: path] = .directory
        try load(file, as: path + "/", into: &tree)
      } else {
        tree[path] = Array(try Data(contentsOf: URL(filePath: file)))
      }
    }
  }
}
