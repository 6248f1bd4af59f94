internal import CSandbox
internal import Frontend
internal import Glibc

/// A folder for what one reader unpacks. It goes when the reading is over, interrupted or not: a
/// signal is noted meanwhile, and ends the process once the folder is gone.
struct Scratch {
  let path: String

  /// Nil if no folder can be made.
  init?() {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/arac-XXXXXX").utf8CString)
    arac_defer_interruptions(true)
    guard let made = mkdtemp(&template) else {
      arac_defer_interruptions(false)
      return nil
    }
    path = String(cString: made)
  }

  func remove() {
    DiskTree.remove(path)
    if Self.isInterrupted { _exit(ExitStatus.interrupted.rawValue) }
    arac_defer_interruptions(false)
  }

  static var isInterrupted: Bool { arac_is_interrupted() }
}
