internal import FoundationEssentials

/// Places that tests read: the package itself and what is kept beside it.
package enum PackageFolder {
  /// The folder of `Package.swift`.
  package static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The corpus, at `ARAC_CORPUS` or beside the package; nil where it is absent.
  package static let corpus: String? = {
    let named = ProcessInfo.processInfo.environment["ARAC_CORPUS"]
    return existing(named ?? root + "/../shared/corpus")
  }()

  /// The specification, beside the corpus or beside the package; nil where it is absent.
  package static let specification: String? =
    corpus.flatMap { existing($0 + "/../spec") } ?? existing(root + "/../shared/spec")

  private static func existing(_ path: String) -> String? {
    FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
