internal import Glibc
internal import Synchronization

/// What to do when the user interrupts: staged files go, and the process ends with 130.
///
/// SIGINT and SIGTERM are blocked in every thread and awaited by one, so that what happens then is
/// ordinary code.
package final class Interruption: Sendable {
  private let staged = Mutex<Set<String>>([])

  package init() {}

  /// Begins to wait for signals. Call before other threads start.
  package func arm() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let context = Unmanaged.passRetained(self).toOpaque()
    var thread = pthread_t()
    pthread_create(&thread, nil, waitForSignal, context)
    pthread_detach(thread)
  }

  /// Registers a staging directory for the time in which it is written.
  func stage(_ path: String) { staged.withLock { _ = $0.insert(path) } }

  func unstage(_ path: String) { staged.withLock { _ = $0.remove(path) } }

  fileprivate func fire() -> Never {
    staged.withLock { paths in
      for path in paths.sorted() { DiskTree.remove(path) }
    }
    _exit(ExitStatus.interrupted.rawValue)
  }
}

private func waitForSignal(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGINT)
  sigaddset(&signals, SIGTERM)
  var signal: Int32 = 0
  while sigwait(&signals, &signal) != 0 {}
  Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue().fire()
}
