internal import Glibc

/// An open directory of a work tree. Names are looked up one at a time and no link is followed, so
/// that nothing outside the tree can be reached however the tree changes meanwhile.
final class DirectoryHandle {
  struct Entry {
    enum Kind { case file, directory, symlink, special }

    let name: [UInt8]
    let kind: Kind
    let size: Int
  }

  /// A regular file as it was read.
  struct File {
    let size: Int
    /// SHA-1 of git's blob form.
    let blob: String
    /// Nil if the file is larger than the caller keeps.
    let content: [UInt8]?
  }

  /// Why a file gave nothing, in words that follow its name.
  enum Failure: Error {
    case refused, changed, failed

    var words: String {
      switch self {
      case .refused: "permission is refused"
      case .changed: "it changed while it was read"
      case .failed: "the file system reports an error"
      }
    }
  }

  private let descriptor: Int32

  /// Opens the root: the one path that the user named, links in it included.
  convenience init?(root: String) {
    self.init(descriptor: Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  private init?(descriptor: Int32) {
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  func directory(_ name: [UInt8]) -> DirectoryHandle? {
    DirectoryHandle(descriptor: open(name, O_DIRECTORY))
  }

  private func open(_ name: [UInt8], _ flags: Int32) -> Int32 {
    openat(
      descriptor, Self.cString(name), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | flags)
  }

  /// Entries in the byte order of the full paths below them; nil if the directory does not list.
  func entries() -> [Entry]? {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { return nil }
    guard let stream = fdopendir(copy) else {
      close(copy)
      return nil
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while entries.count < Self.mostEntries, let item = readdir(stream) {
      let name = withUnsafeBytes(of: &item.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard name != Array(".".utf8), name != Array("..".utf8), let entry = entry(name) else {
        continue
      }
      entries.append(entry)
    }
    return entries.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
  }

  /// Far more than are listed; the rest of such a directory would only take memory.
  private static let mostEntries = 1_000_000

  /// What stands under a name, itself and not what it points to; nil if nothing does.
  func entry(_ name: [UInt8]) -> Entry? {
    var status = stat()
    guard fstatat(descriptor, Self.cString(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return nil
    }
    let kind: Entry.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .symlink
      default: .special
      }
    return Entry(name: name, kind: kind, size: Int(status.st_size))
  }

  func linkTarget(_ name: [UInt8]) -> [UInt8]? {
    var target = [CChar](repeating: 0, count: LinkTarget.longest)
    let count = readlinkat(descriptor, Self.cString(name), &target, target.count)
    return count < 0 ? nil : target.prefix(count).map(UInt8.init(bitPattern:))
  }

  /// Reads a regular file once, keeping its content up to `limit` bytes.
  func read(_ name: [UInt8], keeping limit: Int) throws(Failure) -> File {
    let file = open(name, 0)
    guard file >= 0 else { throw errno == EACCES || errno == EPERM ? .refused : .failed }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .changed }
    let size = Int(status.st_size)
    var digest = Digest.Stream(.sha1)
    Array("blob \(size)\0".utf8).withUnsafeBytes { digest.update($0) }
    var content: [UInt8]?
    if size <= limit {
      let bytes = try Self.content(of: file, size: size)
      bytes.withUnsafeBytes { digest.update($0) }
      content = bytes
    } else {
      try Self.update(&digest, from: file, size: size)
    }
    return File(size: size, blob: digest.finish(), content: content)
  }

  private static func content(of file: Int32, size: Int) throws(Failure) -> [UInt8] {
    var failure: Failure?
    // One byte more than there should be tells whether the file has grown.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if got < 0 { failure = .failed }
        guard got > 0 else { break }
        count += got
      }
    }
    if let failure { throw failure }
    guard bytes.count == size else { throw .changed }
    return bytes
  }

  /// Reads a file that is too large to keep, a mebibyte at a time.
  private static func update(
    _ digest: inout Digest.Stream, from file: Int32, size: Int
  ) throws(Failure) {
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 1)
    defer { chunk.deallocate() }
    var total = 0
    while true {
      let count = Glibc.read(file, chunk.baseAddress, chunk.count)
      guard count >= 0 else { throw .failed }
      if count == 0 { break }
      total += count
      guard total <= size else { throw .changed }
      digest.update(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
    guard total == size else { throw .changed }
  }

  private static func cString(_ name: [UInt8]) -> [CChar] {
    name.map(CChar.init(bitPattern:)) + [0]
  }
}

extension DirectoryHandle.Entry {
  fileprivate var sortKey: [UInt8] { kind == .directory ? name + [UInt8(ascii: "/")] : name }
}
