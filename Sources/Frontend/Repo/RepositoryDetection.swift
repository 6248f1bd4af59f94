internal import IR

/// Recognises repositories by what lies in a directory.
package enum RepositoryDetection {
  /// Whether a path is a directory that holds `.git`, or is itself a bare repository.
  package static func isRepository(_ path: String) -> Bool {
    DirectoryHandle(root: path).map { GitLayout(of: $0, path: path) != .absent } ?? false
  }
}

/// Where the git data of a directory lies.
enum GitLayout: Equatable {
  case workTree(gitDirectory: String)
  case bare(gitDirectory: String)
  /// `.git` points somewhere else, or parts of it do: links are not followed.
  case elsewhere
  /// `.git` is there and no repository.
  case damaged
  /// A form of storage that is not read.
  case unsupported(String)
  case absent

  init(of root: DirectoryHandle, path: String) {
    switch root.entry(Array(".git".utf8))?.kind {
    case .directory:
      let directory = root.directory(Array(".git".utf8))
      self =
        directory.map { Self.layout($0, found: .workTree(gitDirectory: path + "/.git")) }
        ?? .damaged
    case .file, .symlink, .special:
      self = .elsewhere
    case nil:
      let isBare = Self.hasForm(root) && Self.isHead(root)
      self = isBare ? Self.layout(root, found: .bare(gitDirectory: path)) : .absent
    }
  }

  private static func layout(_ directory: DirectoryHandle, found: GitLayout) -> GitLayout {
    let links = ["HEAD", "objects", "refs", "packed-refs", "index", "config", "shallow", "info"]
    for name in links {
      let kind = directory.entry(Array(name.utf8))?.kind
      if kind == .symlink || kind == .special { return .elsewhere }
    }
    if directory.entry(Array("commondir".utf8)) != nil { return .elsewhere }
    guard hasForm(directory) else { return .damaged }
    return unsupportedForm(directory).map { .unsupported($0) } ?? found
  }

  private static func hasForm(_ directory: DirectoryHandle) -> Bool {
    directory.entry(Array("HEAD".utf8))?.kind == .file
      && directory.entry(Array("objects".utf8))?.kind == .directory
      && directory.entry(Array("refs".utf8))?.kind == .directory
  }

  /// Whether `HEAD` reads as git writes it: other directories may have files of these names.
  private static func isHead(_ directory: DirectoryHandle) -> Bool {
    guard let content = content(of: "HEAD", in: directory) else { return false }
    let isHexadecimal = content.prefix(40).allSatisfy {
      $0.isASCIIDigit || (0x61...0x66).contains($0)
    }
    return content.starts(with: "ref: ".utf8) || content.count >= 40 && isHexadecimal
  }

  /// The storage format that the configuration names, if objects or references are not as git
  /// has always kept them.
  private static func unsupportedForm(_ directory: DirectoryHandle) -> String? {
    let content = content(of: "config", in: directory) ?? []
    for line in String(decoding: content, as: UTF8.self).lowercased().split(separator: "\n") {
      let parts = line.split(separator: "=").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard parts.count == 2 else { continue }
      let isUnknown =
        parts[0] == "objectformat" && parts[1] != "sha1"
        || parts[0] == "refstorage" && parts[1] != "files"
      if isUnknown { return parts[1].hasPrefix("sha256") ? "SHA-256" : "reftable" }
    }
    return nil
  }

  private static func content(of name: String, in directory: DirectoryHandle) -> [UInt8]? {
    (try? directory.read(Array(name.utf8), keeping: 1 << 16))?.content
  }
}
