/// One entry of a repository as it was found, before anything is made of it.
struct FoundFile {
  enum Content {
    /// Nil if the file is larger than `largestContent`.
    case regular([UInt8]?)
    case symlink, submodule
    /// Listed, and its content could not be had.
    case unreadable
  }

  let path: RepositoryPath
  let size: Int
  /// Hexadecimal; `GitID.unknown` where nothing gives it.
  let blob: String
  let content: Content

  /// Larger files are judged by their names and never held in memory.
  static let largestContent = 16 << 20
  /// How many bytes of a work tree are read to compute identifiers.
  static let mostHashed = 8 << 30
  /// How many files and directories are listed.
  static let most = 200_000
}

/// Trouble with the files of a repository, in the order in which it was met.
enum FileTrouble {
  case unreadable(RepositoryPath, String)
  case special(RepositoryPath)
  /// Too large to read; it is listed with the identifier that the commit has for it, if any.
  case unhashed(RepositoryPath)
  case escapingLink(RepositoryPath)
  case nestedRepository(RepositoryPath)
  case tooDeep(RepositoryPath)
  case tooMany
  /// A directory that tools fill, such as `__pycache__`.
  case leftOut(RepositoryPath)
  case modified(RepositoryPath)
  case deleted(RepositoryPath)
  case untracked(RepositoryPath)
  case missingObject(RepositoryPath)
  case submodule(RepositoryPath)
}
