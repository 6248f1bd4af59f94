internal import IR
internal import YAML

/// A place whose column is counted when it is asked for: a hostile line may have more findings than
/// are listed, and each count walks over the line.
enum DeferredPlace: Sendable {
  case known(ArtifactPlace)
  case piece(LinePiece, file: String)
  /// A text in a YAML value, which begins at the mark.
  case value(String, YAMLNode.Mark, TextFile)

  var file: String {
    switch self {
    case .known(let place): place.file
    case .piece(_, let file): file
    case .value(_, _, let text): text.path
    }
  }

  var place: ArtifactPlace {
    switch self {
    case .known(let place): place
    case .piece(let piece, let file): ArtifactPlace(piece, in: file)
    case .value(let value, let mark, let text): text.place(of: value, near: mark)
    }
  }
}
