import Glibc
import Synchronization

/// Stops a process in the milliseconds in which it writes an artifact.
final class StagingWatch: Sendable {
  private let prefix: String
  private let caught = Atomic<Bool>(false)

  /// `prefix` is the path of the staging place up to the process identifier.
  init(_ prefix: String) { self.prefix = prefix }

  /// Whether the process was stopped with its staging place there.
  var wasCaught: Bool { caught.load(ordering: .relaxed) }

  /// Waits without pause, since sleeping would outlast what is waited for. Returns with the process
  /// stopped or ended.
  func stop(_ process: Int32) {
    let path = prefix + String(process)
    while access(path, F_OK) != 0 {
      guard !hasEnded(process) else { return }
    }
    kill(process, SIGSTOP)
    var status = siginfo_t()
    waitid(P_PID, id_t(process), &status, WSTOPPED | WEXITED | WNOWAIT)
    caught.store(access(path, F_OK) == 0, ordering: .relaxed)
  }

  private func hasEnded(_ process: Int32) -> Bool {
    var status = siginfo_t()
    return waitid(P_PID, id_t(process), &status, WEXITED | WNOHANG | WNOWAIT) == 0
      && status.si_signo == SIGCHLD
  }
}
