import Backend

/// The relative links of the Markdown files of an artifact.
struct ArtifactLinks {
  private(set) var count = 0
  /// `file -> target` of each that names no entry.
  private(set) var dangling: [String] = []

  init(_ artifact: ArtifactTree) {
    for path in artifact.filePaths where path.hasSuffix(".md") {
      let text = String(decoding: artifact[path] ?? [], as: UTF8.self)
      for target in Self.targets(in: text) {
        count += 1
        let resolved = Self.resolve(target, from: path)
        let isThere =
          resolved.map { artifact[entry: $0] != nil || artifact.hasDirectory($0) } ?? false
        if !isThere { dangling.append("\(path) -> \(target)") }
      }
    }
  }

  private static func targets(in text: String) -> [String] {
    text.split(separator: "](", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
      let target = rest.prefix { $0 != ")" && $0 != "#" && $0 != "\n" }
      return target.isEmpty || target.contains("://") ? nil : String(target)
    }
  }

  /// The path from the root; nil where it leads out of the artifact.
  private static func resolve(_ target: String, from path: String) -> String? {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
