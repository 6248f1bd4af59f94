package import Backend
package import Frontend
internal import IR

/// The exploration tree of an artifact on disk.
package enum ExplorationTree {
  private static let path = "trace/exploration_tree.yaml"

  /// Reads the tree of the artifact in a directory; no link is followed.
  package static func load(_ directory: String) -> Result<TraceGraph, FrontendError> {
    guard let tree = DiskTree.load(directory) else {
      return .failure(FrontendError(.cannotRead(directory, "no directory, or no permission")))
    }
    switch tree[entry: path] {
    case .file(let bytes):
      do throws(TraceGraph.Damage) {
        return .success(try TraceGraph(reading: bytes))
      } catch {
        return .failure(
          FrontendError(.notATree("\(directory)/\(path)", error.message, line: error.line)))
      }
    case .unreadable(let reason):
      return .failure(FrontendError(.cannotRead("\(directory)/\(path)", reason)))
    case .directory, .symlink, nil: return .failure(FrontendError(.noTree(directory)))
    }
  }
}
