internal import IR

/// Fix-its that can be made at once, and the tree with them made.
struct FixBatch {
  private let tree: ArtifactTree
  private var texts: [String: EditedText] = [:]
  private var normalised: Set<String> = []
  private var removed: Set<String> = []
  private var known: Set<FixIt> = []

  init(of tree: ArtifactTree) { self.tree = tree }

  /// Takes a fix-it into the batch; false if it has to wait for the next one.
  mutating func add(_ fixIt: FixIt) -> Bool {
    if known.contains(fixIt) { return true }
    var replacements: [String: [FixIt.Replacement]] = [:]
    var next = self
    for edit in fixIt.edits {
      switch edit {
      case .replace(let replacement):
        replacements[replacement.file, default: []].append(replacement)
      case .normalise(let file): next.normalised.insert(file)
      case .remove(let path): next.removed.insert(path)
      }
    }
    for (file, edits) in replacements {
      guard var text = texts[file] ?? tree[file].flatMap(EditedText.init), text.add(edits) else {
        return false
      }
      next.texts[file] = text
    }
    // What is normalised is not where columns say it is.
    guard next.normalised.isDisjoint(with: next.texts.keys) else { return false }
    next.known.insert(fixIt)
    self = next
    return true
  }

  /// The tree with every fix-it of the batch made.
  var result: ArtifactTree {
    var result = tree
    var map = tree[SourceMapPlaces.path]
    // Of each file only its own entries move: the order of files says nothing.
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let bytes = text.result
      result[path] = bytes
      let lines = LineTable(bytes)
      map = map.map { SourceMapPlaces($0).moving(path) { text.moved($0, in: lines) } }
    }
    if !texts.isEmpty { result[SourceMapPlaces.path] = map ?? result[SourceMapPlaces.path] }
    for path in normalised {
      guard let bytes = result[path] else { continue }
      let isCode = FileKind(path: path) == .execution
      result[path] = NormalText.of(bytes, isCode: isCode)
    }
    for path in removed { result.remove(path) }
    return result
  }
}
