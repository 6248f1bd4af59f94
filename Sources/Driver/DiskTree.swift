package import Backend
internal import CSandbox
internal import Glibc

/// Artifact trees on disk: loading, and publishing in one step.
package enum DiskTree {
  package struct WriteError: Error, Sendable {
    package let path: String
    package let reason: String

    package init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// Writes a tree beside the target and moves it into place. Whatever goes wrong, the target is
  /// as it was, or the whole new artifact.
  package static func publish(
    _ tree: ArtifactTree, at path: String, of owner: FolderOwner = .artifact,
    _ interruption: Interruption
  ) throws(WriteError) {
    let target = trimmed(path)
    try staging(target, interruption) { (staging) throws(WriteError) in
      try write(tree, to: staging, as: target, interruption)
      // An interruption between the exchange and the removal of the old artifact would remove
      // the new one. After an exchange the old one stands in the staging place.
      try interruption.step { () throws(WriteError) in
        try check(arac_exchange(staging, target), target)
        guard Self.target(staging, of: owner) == .somethingElse else { return }
        // What came to the target while the inputs were read goes back.
        _ = arac_exchange(staging, target)
        throw WriteError(path: target, reason: "something else stands there now")
      }
    }
  }

  /// Writes a file beside its place and moves it there. A device, a pipe or what a link leads to
  /// is written where it is.
  package static func write(_ bytes: [UInt8], to path: String, _ interruption: Interruption)
    throws(WriteError)
  {
    var status = stat()
    guard lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
      return try write(bytes, to: path, as: path)
    }
    try staging(path, interruption) { (staging) throws(WriteError) in
      try interruption.step { () throws(WriteError) in
        try create(staging, bytes, as: path)
        try check(rename(staging, path) == 0 ? 0 : errno, path)
      }
    }
  }

  /// Gives `body` a hidden sibling of the target, and removes what stands there in the end.
  static func staging(
    _ target: String, _ interruption: Interruption, _ body: (String) throws(WriteError) -> Void
  ) throws(WriteError) {
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let folder = target.dropLast(name.count).isEmpty ? "./" : String(target.dropLast(name.count))
    removeLeftovers(of: name, in: folder)
    let staging = "\(folder).\(name).arac-\(getpid())"
    guard access(staging, F_OK) != 0 else {
      throw WriteError(path: target, reason: "\(staging) is in the way")
    }
    interruption.stage(staging)
    defer {
      remove(staging)
      interruption.unstage(staging)
    }
    try body(staging)
  }

  static func check(_ error: Int32, _ path: String) throws(WriteError) {
    if error != 0 { throw WriteError(path: path, reason: String(cString: strerror(error))) }
  }

  static func trimmed(_ path: String) -> String {
    var view = path[...]
    while view.count > 1, view.last == "/" { view.removeLast() }
    return String(view)
  }

  /// Staging places of processes that were killed.
  private static func removeLeftovers(of name: String, in folder: String) {
    let prefix = ".\(name).arac-"
    // One folder may hold the artifacts of a whole corpus.
    for entry in entries(of: folder, startingWith: prefix) ?? [] {
      guard let process = pid_t(entry.dropFirst(prefix.count)),
        // Nothing is staged by this process yet: its number was another's before.
        process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
      else { continue }
      remove(folder + entry)
    }
  }

  /// `target` is the place that errors name.
  private static func write(
    _ tree: ArtifactTree, to root: String, as target: String, _ interruption: Interruption
  ) throws(WriteError) {
    var made: Set<String> = []
    func makeFolder(_ inside: String) throws(WriteError) {
      guard made.insert(inside).inserted else { return }
      try interruption.step { () throws(WriteError) in
        try check(mkdir(root + inside, 0o777) == 0 ? 0 : errno, target + inside)
      }
    }
    try makeFolder("")
    for path in tree.filePaths {
      var folder = ""
      for part in path.split(separator: "/").dropLast() {
        folder += "/" + part
        try makeFolder(folder)
      }
      try interruption.step { () throws(WriteError) in
        try create("\(root)/\(path)", tree[path] ?? [], as: "\(target)/\(path)")
      }
    }
  }

  /// Writes a file where nothing stands, not even a link.
  static func create(_ path: String, _ bytes: [UInt8], as target: String) throws(WriteError) {
    try write(bytes, to: path, as: target, isNew: true)
  }

  private static func write(
    _ bytes: [UInt8], to path: String, as target: String, isNew: Bool = false
  ) throws(WriteError) {
    let creation = isNew ? O_EXCL | O_NOFOLLOW : O_TRUNC
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | creation, 0o666)
    try check(file >= 0 ? 0 : errno, target)
    let error = Descriptor.writeAll(bytes, to: file)
    // A full disk may show only when the file is closed.
    let closed = close(file) == 0 ? 0 : errno
    try check(error != 0 ? error : closed, target)
  }

  /// Removes a directory with everything in it; links are removed, never followed. Names are taken
  /// as bytes: they need not be UTF-8.
  static func remove(_ path: String) { remove(path, in: AT_FDCWD) }

  private static func remove(_ name: UnsafePointer<CChar>, in folder: Int32) {
    guard unlinkat(folder, name, 0) != 0, errno == EISDIR || errno == EPERM else { return }
    let opened = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if opened >= 0, let stream = fdopendir(opened) {
      while let entry = readdir(stream) {
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
            if strcmp(name, ".") != 0, strcmp(name, "..") != 0 { remove(name, in: opened) }
          }
        }
      }
      closedir(stream)
    }
    unlinkat(folder, name, AT_REMOVEDIR)
  }

  /// Names in a directory in byte order; nil where it cannot be read.
  static func entries(of path: String, startingWith prefix: String = "") -> [String]? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    let length = prefix.utf8.count
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          strncmp(name, prefix, length) == 0 ? String(cString: name) : nil
        }
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

// MARK: Loading

extension DiskTree {
  /// A file larger than this is not read.
  private static let fileLimit = 64 << 20
  private static let entryLimit = 100_000
  /// Of all files together.
  private static let totalLimit = 1 << 30

  /// Loads an artifact; nil where `path` is no directory that can be read. Links are noted, never
  /// opened.
  package static func load(_ path: String) -> ArtifactTree? {
    guard entries(of: path) != nil else { return nil }
    var tree = ArtifactTree()
    var folders = [""]
    var count = 0
    var left = totalLimit
    while let folder = folders.popLast() {
      for name in entries(of: folder.isEmpty ? path : "\(path)/\(folder)") ?? [] {
        count += 1
        guard count <= entryLimit else { return tree }
        let inside = folder.isEmpty ? name : "\(folder)/\(name)"
        if let entry = entry(at: "\(path)/\(inside)", limit: min(left, fileLimit)) {
          tree[entry: inside] = entry
          if case .file(let bytes) = entry { left -= bytes.count }
          if entry == .directory { folders.append(inside) }
        }
      }
    }
    return tree
  }

  private static func entry(at path: String, limit: Int) -> ArtifactTree.Entry? {
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
      guard status.st_size <= limit else {
        return .unreadable(
          reason: limit == fileLimit
            ? "larger than \(fileLimit >> 20) MiB"
            : "beyond \(totalLimit >> 20) MiB of files together")
      }
      let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard file >= 0 else { return .unreadable(reason: String(cString: strerror(errno))) }
      defer { close(file) }
      return .file(Descriptor.readAll(file, limit: limit, likely: Int(status.st_size)))
    default:
      return .unreadable(reason: "no regular file")
    }
  }
}

extension DiskTree {
  /// The bytes of a file of an artifact; nil where there is none, or a link leads to it or out of
  /// the artifact, or it has more than `limit`.
  static func regularFile(below folder: String, _ path: String, limit: Int) -> [UInt8]? {
    var way = folder
    for part in path.split(separator: "/").dropLast() {
      guard case .directory? = entry(at: way, limit: 0) else { return nil }
      way += "/" + part
    }
    guard case .directory? = entry(at: way, limit: 0),
      case .file(let bytes)? = entry(at: "\(folder)/\(path)", limit: limit)
    else { return nil }
    return bytes
  }

  /// The bytes of a file; nil where it cannot be read or has more than `limit`.
  package static func bytes(of path: String, limit: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
    let bytes = Descriptor.readAll(file, limit: limit, likely: Int(status.st_size))
    return bytes.count > limit ? nil : bytes
  }
}
