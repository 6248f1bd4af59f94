internal import Glibc

/// A regular file, read by position; closed when the last reference goes.
final class InputFile {
  let size: Int
  private let descriptor: Int32
  /// Whether the machine failed to deliver bytes that the file has.
  private(set) var didFail = false

  /// Follows a link at `path`: the user named it. Never blocks on a pipe or a device.
  init(path: String) throws(PathFault) {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw PathFault(errno) }
    var status = stat()
    let isKnown = fstat(opened, &status) == 0
    guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw isKnown ? PathFault(mode: status.st_mode) : PathFault(errno)
    }
    descriptor = opened
    size = Int(status.st_size)
  }

  /// The same regular file as an open descriptor, which stays open.
  init(copyOf open: Int32) throws(PathFault) {
    let copy = fcntl(open, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw PathFault(errno) }
    var status = stat()
    guard fstat(copy, &status) == 0 else {
      close(copy)
      throw PathFault(errno)
    }
    descriptor = copy
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills `buffer` from `offset` on; returns fewer bytes only at the end of the file.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled,
        off_t(offset + filled))
      if count < 0, errno == EINTR { continue }
      if count < 0 { didFail = true }
      guard count > 0 else { break }
      filled += count
    }
    return filled
  }

  func bytes(in range: Range<Int>) -> [UInt8] {
    let wanted = range.clamped(to: 0..<size)
    return [UInt8](unsafeUninitializedCapacity: wanted.count) { buffer, count in
      count = read(at: wanted.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// The SHA-256 of the whole file.
  func sha256() -> String {
    var digest = Digest.Stream(.sha256)
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { block in
      var offset = 0
      while true {
        let count = read(at: offset, into: block)
        guard count > 0 else { break }
        digest.update(UnsafeRawBufferPointer(rebasing: block[..<count]))
        offset += count
      }
    }
    return digest.finish()
  }
}

/// Why a path gave no file or no folder.
enum PathFault: Error, Hashable {
  case missing, forbidden, directory
  /// A pipe, a socket or a device.
  case special
  /// In the words of the system.
  case failed(String)

  init(_ code: Int32) {
    self =
      switch code {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .forbidden
      case ENXIO: .special
      default: .failed(String(cString: strerror(code)))
      }
  }

  init(mode: mode_t) { self = mode & S_IFMT == S_IFDIR ? .directory : .special }
}

/// A folder by its entries; links in it are seen and never followed.
struct InputFolder {
  enum Kind { case file, folder, other }

  struct Entry {
    let name: String
    let kind: Kind
  }

  let path: String
  /// In byte order of their names.
  let entries: [Entry]

  init(path: String) throws(PathFault) {
    guard let stream = opendir(path) else { throw PathFault(errno) }
    defer { closedir(stream) }
    var found: [Entry] = []
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if name == "." || name == ".." { continue }
      found.append(Entry(name: name, kind: Self.kind(of: path + "/" + name)))
    }
    self.path = path
    entries = found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  func path(of name: String) -> String { path + "/" + name }

  func holds(_ name: String, _ kind: Kind) -> Bool {
    entries.contains { $0.name == name && $0.kind == kind }
  }

  /// A folder in this one; nil if there is none of that name or it cannot be listed.
  func folder(_ name: String) -> InputFolder? {
    holds(name, .folder) ? try? InputFolder(path: path(of: name)) : nil
  }

  /// A file in this folder; nil if there is none of that name or it cannot be opened.
  func file(_ name: String) -> InputFile? {
    holds(name, .file) ? try? InputFile(path: path(of: name)) : nil
  }

  /// What stands at `path`, links not followed.
  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return "" }
    let start = UnsafeRawPointer(entry) + offset
    return String(cString: start.assumingMemoryBound(to: CChar.self))
  }
}
