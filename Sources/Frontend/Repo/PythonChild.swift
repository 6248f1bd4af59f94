internal import Glibc

/// One Python interpreter, killed and waited for when it goes out of use.
final class PythonChild {
  private let process: pid_t
  private let socket: Int32
  private var status: Int32?
  private let input: [UInt8]
  private var sent = 0
  /// Lines that are asked for, and those that have come.
  private let wanted: Int
  private var found = 0
  private var answer: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// A child that is to read `input` and to answer with so many lines; nil if there is no such
  /// interpreter.
  init?(_ interpreter: String, input: [UInt8], lines: Int) {
    (self.input, wanted) = (input, lines)
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0
    else { return nil }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    // For reading: the worker, and so its child, may open nothing for writing.
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_RDONLY, 0)
    // -I -S -B: no environment, no site packages, no current directory, nothing written.
    let words = [interpreter, "-I", "-S", "-B", "-c", PythonScript.text]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var process: pid_t = 0
    guard posix_spawn(&process, interpreter, &actions, nil, &arguments, &environment) == 0 else {
      close(ends[0])
      return nil
    }
    self.process = process
    socket = ends[0]
  }

  deinit {
    close(socket)
    end()
  }

  /// Ends the child if it has not ended, and returns the status that it ended with.
  @discardableResult
  private func end() -> Int32 {
    if let status { return status }
    var status: Int32 = 0
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    self.status = status
    return status
  }

  /// Whether the child ended because it is too old for the script.
  var isUnsuitable: Bool { end() == Self.unsuitable << 8 }

  private static let unsuitable: Int32 = 64

  /// What the child waits for, for `poll`.
  var waiting: pollfd {
    let events = Int16(sent < input.count ? POLLIN | POLLOUT : POLLIN)
    return pollfd(fd: socket, events: events, revents: 0)
  }

  /// Sends and takes what goes without waiting. False once the child has said what was asked for,
  /// has ended, or says too much.
  func serve(_ events: Int16) -> Bool {
    if events & Int16(POLLOUT) != 0 {
      sent += send(from: sent)
      if sent == input.count { shutdown(socket, Int32(SHUT_WR)) }
    }
    guard events & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { return true }
    let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    if count == 0 || count < 0 && errno != EAGAIN { return false }
    found += buffer.prefix(max(count, 0)).count { $0 == UInt8(ascii: "\n") }
    answer += buffer.prefix(max(count, 0))
    return found < wanted && answer.count < Self.longestAnswer
  }

  /// What came back, a line for each source.
  var lines: [ArraySlice<UInt8>] {
    let whole = answer.lastIndex(of: UInt8(ascii: "\n")).map { answer[..<$0] } ?? []
    return whole.isEmpty ? [] : whole.split(separator: UInt8(ascii: "\n"))
  }

  private static let longestAnswer = 256 << 20

  /// How many bytes went out without waiting; a child that is gone takes none.
  private func send(from start: Int) -> Int {
    let flags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
    let count = input.withUnsafeBytes {
      Glibc.send(socket, $0.baseAddress?.advanced(by: start), $0.count - start, flags)
    }
    return max(count, 0)
  }
}
