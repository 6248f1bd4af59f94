package import Backend
internal import CSandbox
internal import Glibc

/// Artifact trees on disk: loading, and publishing in one step.
package enum DiskTree {
  package struct WriteError: Error, Sendable {
    package let path: String
    package let reason: String
  }

  package enum Target: Hashable, Sendable {
    case absent, emptyDirectory, artifact, somethingElse
  }

  /// What stands at a path before an artifact is published there.
  package static func target(_ path: String) -> Target {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .absent }
    guard status.st_mode & S_IFMT == S_IFDIR else { return .somethingElse }
    if entries(of: path)?.isEmpty == true { return .emptyDirectory }
    let marks = ["PAPER.md", "evidence/source_map.json"]
    return marks.allSatisfy { access("\(path)/\($0)", F_OK) == 0 } ? .artifact : .somethingElse
  }

  /// Writes a tree beside the target and moves it into place. Whatever goes wrong, the target is
  /// as it was, or the whole new artifact.
  package static func publish(_ tree: ArtifactTree, at path: String, _ interruption: Interruption)
    throws(WriteError)
  {
    let target = trimmed(path)
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let folder = target.dropLast(name.count).isEmpty ? "./" : String(target.dropLast(name.count))
    let staging = "\(folder).\(name).arac-\(getpid())"
    removeLeftovers(of: name, in: folder)
    interruption.stage(staging)
    defer { interruption.unstage(staging) }
    do throws(WriteError) {
      try write(tree, to: staging)
      let error = arac_exchange(staging, target)
      guard error == 0 else {
        throw WriteError(path: target, reason: String(cString: strerror(error)))
      }
    } catch {
      remove(staging)
      throw error
    }
    // After an exchange the old artifact stands in the staging place.
    remove(staging)
  }

  private static func trimmed(_ path: String) -> String {
    var view = path[...]
    while view.count > 1, view.last == "/" { view.removeLast() }
    return String(view)
  }

  /// Staging directories of processes that were killed.
  private static func removeLeftovers(of name: String, in folder: String) {
    let prefix = ".\(name).arac-"
    for entry in entries(of: folder) ?? [] where entry.hasPrefix(prefix) {
      guard let process = pid_t(entry.dropFirst(prefix.count)), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      remove(folder + entry)
    }
  }

  private static func write(_ tree: ArtifactTree, to root: String) throws(WriteError) {
    try makeDirectory(root)
    var made: Set<String> = [root]
    for path in tree.filePaths {
      var folder = root
      for part in path.split(separator: "/").dropLast() {
        folder += "/" + part
        if made.insert(folder).inserted { try makeDirectory(folder) }
      }
      try write(tree[path] ?? [], to: "\(root)/\(path)")
    }
  }

  private static func makeDirectory(_ path: String) throws(WriteError) {
    guard mkdir(path, 0o777) == 0 else {
      throw WriteError(path: path, reason: String(cString: strerror(errno)))
    }
  }

  package static func write(_ bytes: [UInt8], to path: String) throws(WriteError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw WriteError(path: path, reason: String(cString: strerror(errno))) }
    let error = Descriptor.writeAll(bytes, to: file)
    // A full disk may show only when the file is closed.
    let closed = close(file) == 0 ? 0 : errno
    guard error == 0, closed == 0 else {
      throw WriteError(path: path, reason: String(cString: strerror(error != 0 ? error : closed)))
    }
  }

  /// Removes a directory with everything in it; links are removed, never followed.
  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for entry in entries(of: path) ?? [] { remove("\(path)/\(entry)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Names in a directory in byte order; nil where it cannot be read.
  static func entries(of path: String) -> [String]? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

// MARK: Loading

extension DiskTree {
  /// A file larger than this is not read.
  private static let fileLimit = 64 << 20
  private static let entryLimit = 100_000

  /// Loads an artifact; nil where `path` is no directory that can be read. Links are noted, never
  /// opened.
  package static func load(_ path: String) -> ArtifactTree? {
    guard entries(of: path) != nil else { return nil }
    var tree = ArtifactTree()
    var folders = [""]
    var count = 0
    while let folder = folders.popLast() {
      for name in entries(of: folder.isEmpty ? path : "\(path)/\(folder)") ?? [] {
        count += 1
        guard count <= entryLimit else { return tree }
        let inside = folder.isEmpty ? name : "\(folder)/\(name)"
        if let entry = entry(at: "\(path)/\(inside)") {
          tree[entry: inside] = entry
          if entry == .directory { folders.append(inside) }
        }
      }
    }
    return tree
  }

  private static func entry(at path: String) -> ArtifactTree.Entry? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      return .unreadable(reason: String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .directory
    case S_IFLNK:
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let length = readlink(path, &buffer, Int(PATH_MAX))
      return .symlink(
        target: length < 0
          ? "" : String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    case S_IFREG:
      guard status.st_size <= fileLimit else {
        return .unreadable(reason: "larger than \(fileLimit >> 20) MiB")
      }
      let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard file >= 0 else { return .unreadable(reason: String(cString: strerror(errno))) }
      defer { close(file) }
      return .file(Descriptor.readAll(file))
    default:
      return .unreadable(reason: "no regular file")
    }
  }
}

extension DiskTree {
  /// The bytes of a file; nil where it cannot be read.
  package static func bytes(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
    return Descriptor.readAll(file)
  }
}

extension DiskTree {
  static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
