internal import Glibc

/// A file without a name that takes what is unpacked, so that it can be read by position without
/// being held in memory. It goes with its last reference.
package final class Spool: Hashable, Sendable {
  private let descriptor: Int32

  /// In the folder for temporary files; nil where none can be made there. A confined reader can
  /// make none: its process makes one before.
  package init?() {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let unnamed: Int32 = 0o20000000 | O_DIRECTORY  // O_TMPFILE, which is no plain constant
    var opened = open(folder, unnamed | O_RDWR | O_CLOEXEC, 0o600)
    if opened < 0 {
      // A file system that knows no files without a name.
      var name = Array((folder + "/arac-XXXXXX").utf8CString)
      opened = mkstemp(&name)
      if opened >= 0 {
        unlink(name)
        _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
      }
    }
    guard opened >= 0 else { return nil }
    descriptor = opened
  }

  deinit { close(descriptor) }

  package static func == (a: Spool, b: Spool) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// Gives up what was written.
  func clear() -> Bool { ftruncate(descriptor, 0) == 0 && lseek(descriptor, 0, SEEK_SET) == 0 }

  /// Writes at the end; false if the disk does not take it.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  func append(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBytes { append($0) }
  }

  /// What was written, for reading.
  func file() throws(PathFault) -> InputFile { try InputFile(copyOf: descriptor) }
}
