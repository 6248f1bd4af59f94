internal import Dispatch
internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// Parses Python with the standard library's own parser, in a child process.
///
/// The child gets the sources on its standard input and runs only `PythonScript`; it neither
/// imports the repository's files nor sees their paths. A source that makes it die or hang costs
/// that source: the others go to a new child.
package struct PythonProcess: PythonOutliner {
  /// Absolute paths; the first that starts is used. `PATH` is not asked: it may name a directory
  /// of the repository.
  private let interpreters: [String]
  private let seconds: Int

  package init(interpreters: [String] = usualPlaces, seconds: Int = 60) {
    self.interpreters = interpreters
    self.seconds = seconds
  }

  package static let usualPlaces = [
    "/usr/bin/python3", "/usr/local/bin/python3", "/opt/conda/bin/python3",
  ]

  package func outlines(of sources: [[UInt8]]) -> [PythonOutline]? {
    for interpreter in interpreters {
      if let outlines = outlines(of: sources, by: interpreter) { return outlines }
    }
    return nil
  }

  /// Large repositories are shared out between children that work side by side.
  private func outlines(of sources: [[UInt8]], by interpreter: String) -> [PythonOutline]? {
    let shares = Self.shares(of: sources)
    let results = Mutex([[PythonOutline]?](repeating: nil, count: shares.count))
    DispatchQueue.concurrentPerform(iterations: shares.count) { index in
      let outlines = outlines(of: sources[shares[index]], by: interpreter)
      results.withLock { $0[index] = outlines }
    }
    let found = results.withLock { $0 }.compactMap { $0 }
    return found.count == shares.count ? Array(found.joined()) : nil
  }

  /// Consecutive sources of about a mebibyte or more together, in at most four shares.
  private static func shares(of sources: [[UInt8]]) -> [Range<Int>] {
    let total = sources.reduce(0) { $0 + $1.count }
    let size = max(total / 4, 1 << 20)
    var shares: [Range<Int>] = []
    var (start, collected) = (0, 0)
    for (index, source) in sources.enumerated() {
      collected += source.count
      if collected > size || index == sources.count - 1 {
        shares.append(start..<(index + 1))
        (start, collected) = (index + 1, 0)
      }
    }
    return shares
  }

  private func outlines(
    of sources: ArraySlice<[UInt8]>, by interpreter: String
  ) -> [PythonOutline]? {
    let deadline = Self.now() + seconds
    var outlines: [PythonOutline] = []
    var restarts = 0
    while outlines.count < sources.count {
      guard restarts <= Self.mostRestarts, Self.now() < deadline else {
        outlines.append(PythonOutline(error: "the parser was given up after others"))
        continue
      }
      let rest = sources.dropFirst(outlines.count)
      guard let child = PythonChild(interpreter) else { return nil }
      let lines = child.exchange(Self.records(of: rest), lines: rest.count, until: deadline)
      if lines.isEmpty, child.isUnsuitable { return nil }
      outlines += lines.map(Self.outline)
      if lines.count < rest.count {
        outlines.append(PythonOutline(error: "the parser did not finish"))
        restarts += 1
      }
    }
    return outlines
  }

  private static let mostRestarts = 8

  /// Each source after a line with its length.
  private static func records(of sources: ArraySlice<[UInt8]>) -> [UInt8] {
    sources.reduce(into: []) { records, source in
      records += Array("\(source.count)\n".utf8) + source
    }
  }

  private static func outline(_ line: ArraySlice<UInt8>) -> PythonOutline {
    (try? JSONDecoder().decode(PythonOutline.self, from: Data(line)))
      ?? PythonOutline(error: "the parser's answer could not be read")
  }

  fileprivate static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}

/// One Python interpreter, killed and waited for when it goes out of use.
private final class PythonChild {
  private let process: pid_t
  private let socket: Int32
  private var status: Int32?

  /// Nil if there is no such interpreter.
  init?(_ interpreter: String) {
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

  /// Sends `input` and returns the lines that come back, at most `lines`, until the child ends,
  /// the deadline passes or the answer grows too long.
  func exchange(_ input: [UInt8], lines: Int, until deadline: Int) -> [ArraySlice<UInt8>] {
    var sent = 0
    var answer: [UInt8] = []
    var found = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while found < lines, answer.count < Self.longestAnswer {
      let wanted = Int16(sent < input.count ? POLLIN | POLLOUT : POLLIN)
      var poll = pollfd(fd: socket, events: wanted, revents: 0)
      let left = deadline - PythonProcess.now()
      guard left > 0, Glibc.poll(&poll, 1, Int32(min(left, 60) * 1000)) > 0 else { break }
      if poll.revents & Int16(POLLOUT) != 0 {
        sent += send(input, from: sent)
        if sent == input.count { shutdown(socket, Int32(SHUT_WR)) }
      }
      guard poll.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { continue }
      let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      if count == 0 || count < 0 && errno != EAGAIN { break }
      found += buffer.prefix(max(count, 0)).count { $0 == UInt8(ascii: "\n") }
      answer += buffer.prefix(max(count, 0))
    }
    let whole = answer.lastIndex(of: UInt8(ascii: "\n")).map { answer[..<$0] } ?? []
    return whole.isEmpty ? [] : whole.split(separator: UInt8(ascii: "\n"))
  }

  private static let longestAnswer = 256 << 20

  /// How many bytes went out without waiting; a child that is gone takes none.
  private func send(_ input: [UInt8], from start: Int) -> Int {
    let flags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
    let count = input.withUnsafeBytes {
      Glibc.send(socket, $0.baseAddress?.advanced(by: start), $0.count - start, flags)
    }
    return max(count, 0)
  }
}
