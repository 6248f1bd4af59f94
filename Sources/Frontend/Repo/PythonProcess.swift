internal import FoundationEssentials
internal import Glibc

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

  /// Large repositories are shared out between children that work side by side. One thread serves
  /// them all: the runtime's locks do not work between threads of a process that was forked.
  private func outlines(of sources: [[UInt8]], by interpreter: String) -> [PythonOutline]? {
    let deadline = Self.now() + seconds
    var shares = Self.shares(of: sources).map { PythonShare(sources[$0], until: deadline) }
    while true {
      for index in shares.indices where shares[index].isWaiting {
        guard shares[index].start(interpreter) else { return nil }
      }
      let running = shares.indices.filter { shares[$0].child != nil }
      guard !running.isEmpty else { return shares.flatMap(\.outlines) }
      var sockets = running.compactMap { shares[$0].child?.waiting }
      let left = max(0, min(deadline - Self.now(), 60))
      let ready = poll(&sockets, nfds_t(sockets.count), Int32(left * 1000))
      if ready < 0, errno == EINTR { continue }
      for (index, socket) in zip(running, sockets) {
        let hasEnded = ready <= 0 || shares[index].child?.serve(socket.revents) == false
        if hasEnded, !shares[index].finish() { return nil }
      }
    }
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

  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}

/// Sources that one child parses, and after what it does not survive, another.
private struct PythonShare {
  private let sources: ArraySlice<[UInt8]>
  private let deadline: Int
  private(set) var outlines: [PythonOutline] = []
  private(set) var child: PythonChild?
  private var restarts = 0

  private static let mostRestarts = 8

  init(_ sources: ArraySlice<[UInt8]>, until deadline: Int) {
    self.sources = sources
    self.deadline = deadline
  }

  /// Whether something is left that no child is at.
  var isWaiting: Bool { child == nil && outlines.count < sources.count }

  /// Gives what is left to a child; false if there is no such interpreter.
  mutating func start(_ interpreter: String) -> Bool {
    let rest = sources.dropFirst(outlines.count)
    guard restarts <= Self.mostRestarts, PythonProcess.now() < deadline else {
      let given = PythonOutline(error: "the parser was given up after others")
      outlines += repeatElement(given, count: rest.count)
      return true
    }
    child = PythonChild(interpreter, input: Self.records(of: rest), lines: rest.count)
    return child != nil
  }

  /// Takes what the child has said, which is at its end; false if it is too old for the script.
  mutating func finish() -> Bool {
    guard let child else { return true }
    self.child = nil
    let lines = child.lines.prefix(sources.count - outlines.count)
    if lines.isEmpty, child.isUnsuitable { return false }
    outlines += lines.map(Self.outline)
    if outlines.count < sources.count {
      outlines.append(PythonOutline(error: "the parser did not finish"))
      restarts += 1
    }
    return true
  }

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
}
