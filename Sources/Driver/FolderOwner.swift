internal import Backend
internal import Glibc

/// Who writes a folder: what tells the folder from others, and what may stand in it.
package struct FolderOwner: Sendable {
  /// Files that a folder of this owner has.
  let marks: [String]
  let isOwn: @Sendable (String) -> Bool

  package static let artifact: FolderOwner = {
    // What may stand at the top of an artifact.
    let names: Set<String> = [
      "PAPER.md", "data", "evidence", "logic", "rubric", "src", "trace",
    ]
    return FolderOwner(marks: ["PAPER.md", "evidence/source_map.json"]) { names.contains($0) }
  }()

  /// The files of `arac text --assets`.
  package static let assets = FolderOwner(
    marks: [PaperAssets.indexName], isOwn: PaperAssets.isOwn)

  /// The drawings of `arac text --layout-debug`.
  package static let layout = FolderOwner(
    marks: [LayoutPages.indexName], isOwn: LayoutPages.isOwn)
}

extension DiskTree {
  package enum Target: Hashable, Sendable {
    case absent, emptyDirectory, artifact, somethingElse
  }

  /// What stands at a path before something is published there; `artifact` is what the owner wrote.
  package static func target(_ path: String, of owner: FolderOwner = .artifact) -> Target {
    let path = trimmed(path)
    var status = stat()
    guard lstat(path, &status) == 0 else { return .absent }
    guard status.st_mode & S_IFMT == S_IFDIR else { return .somethingElse }
    let names = entries(of: path)
    if names?.isEmpty == true { return .emptyDirectory }
    // Whatever else lies there is somebody's work.
    let holdsMore = names?.contains { !owner.isOwn($0) } ?? true
    return !holdsMore && owner.marks.allSatisfy { access("\(path)/\($0)", F_OK) == 0 }
      ? .artifact : .somethingElse
  }
}
