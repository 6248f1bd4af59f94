internal import CSandbox
internal import Glibc
internal import Synchronization

/// What to do when the user interrupts: what was begun goes, and the process ends with 130.
///
/// A handler forwards SIGINT and SIGTERM to a pipe that one thread reads, so that what happens
/// then is ordinary code.
package final class Interruption: Sendable {
  private struct Begun {
    /// Files and directories that are being written beside their place.
    var staged: Set<String> = []
    /// Process groups of programs that were started.
    var groups: Set<pid_t> = []
    var signals: Int32 = -1
  }

  private let begun = Mutex(Begun())

  package init() {}

  /// From now on a write that fails, such as one to a program that is gone, does not end this
  /// process: who writes is told.
  package static func keepWriteErrors() { arac_keep_write_errors() }

  /// One that already hears the user.
  package static func armed() -> Interruption {
    let interruption = Interruption()
    interruption.arm()
    return interruption
  }

  /// From now on signals end this process: nothing is begun yet that would have to go.
  package func arm() {
    arac_settle()
    Self.keepWriteErrors()
    arac_catch_interruptions()
  }

  /// From now on a thread waits for signals, and removes what was begun.
  package func watch() {
    let signals = arac_await_interruptions()
    guard signals >= 0 else { return }
    begun.withLock { $0.signals = signals }
    let context = Unmanaged.passRetained(self).toOpaque()
    var thread = pthread_t()
    pthread_create(&thread, nil, waitForSignal, context)
    pthread_detach(thread)
  }

  /// Registers a path for the time in which something is written there.
  func stage(_ path: String) { begun.withLock { _ = $0.staged.insert(path) } }

  func unstage(_ path: String) { begun.withLock { _ = $0.staged.remove(path) } }

  /// Registers a process group for the time in which it runs.
  func adopt(group: pid_t) { begun.withLock { _ = $0.groups.insert(group) } }

  func release(group: pid_t) { begun.withLock { _ = $0.groups.remove(group) } }

  /// Takes a step that an interruption must not cut: it waits for the step's end, and nothing is
  /// written once it has begun to remove what is staged.
  func step<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    try begun.withLock { _ throws(Failure) in try body() }
  }

  fileprivate func wait() {
    let signals = begun.withLock { $0.signals }
    var number: UInt8 = 0
    while read(signals, &number, 1) < 1 {
      guard errno == EINTR else { return }
    }
    begun.withLock { begun in
      for group in begun.groups { kill(-group, SIGKILL) }
      for path in begun.staged { DiskTree.remove(path) }
      _exit(ExitStatus.interrupted.rawValue)
    }
  }
}

private func waitForSignal(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue().wait()
  return nil
}
