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

  package func outlines(
    of sources: [[UInt8]], meanwhile work: (_ serve: () -> Void) -> Void
  ) -> [PythonOutline]? {
    let deadline = Self.now() + seconds
    var hasWorked = false
    for interpreter in interpreters {
      var run = PythonRun(
        shares: Self.shares(of: sources).map { PythonShare(sources[$0], until: deadline) },
        interpreter: interpreter, deadline: deadline)
      guard run.start() else { continue }
      if !hasWorked {
        work { run.serve(waiting: 0) }
        hasWorked = true
      }
      while run.isUnfinished { run.serve(waiting: 60_000) }
      if run.isSuitable { return run.outlines }
    }
    if !hasWorked { work {} }
    return nil
  }

  /// Consecutive sources of about half a mebibyte or more together, in at most four shares
  /// of one size. Blanks do not count: they cost nothing to parse.
  private static func shares(of sources: [[UInt8]]) -> [Range<Int>] {
    let sizes = sources.map { source in
      source.reduce(0) { $0 + ($1 == UInt8(ascii: " ") ? 0 : 1) }
    }
    let total = sizes.reduce(0, +)
    let size = total / min(max(total / (1 << 19), 1), 4)
    var shares: [Range<Int>] = []
    var (start, collected) = (0, 0)
    for (index, own) in sizes.enumerated() {
      collected += own
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

/// Large repositories are shared out between children that work side by side. One thread serves
/// them all: the runtime's locks do not work between threads of a process that was forked.
private struct PythonRun {
  var shares: [PythonShare]
  let interpreter: String
  let deadline: Int
  /// False once it has turned out that the interpreter cannot do it.
  private(set) var isSuitable = true

  init(shares: [PythonShare], interpreter: String, deadline: Int) {
    (self.shares, self.interpreter, self.deadline) = (shares, interpreter, deadline)
  }

  var isUnfinished: Bool {
    isSuitable && shares.contains { $0.isWaiting || $0.child != nil }
  }

  var outlines: [PythonOutline] { shares.flatMap(\.outlines) }

  /// Gives every share that nobody is at to a child; false if there is no such interpreter.
  mutating func start() -> Bool {
    for index in shares.indices where isSuitable && shares[index].isWaiting {
      isSuitable = shares[index].start(interpreter)
    }
    return isSuitable
  }

  /// Gives and takes what is ready, after so many milliseconds at most if nothing is.
  mutating func serve(waiting milliseconds: Int) {
    guard isUnfinished, start() else { return }
    let running = shares.indices.filter { shares[$0].child != nil }
    guard !running.isEmpty else { return }
    var sockets = running.compactMap { shares[$0].child?.waiting }
    let left = max(0, deadline - PythonProcess.now()) * 1000
    let ready = poll(&sockets, nfds_t(sockets.count), Int32(min(left, milliseconds)))
    let isLate = left == 0 && ready <= 0
    if ready <= 0, !isLate { return }
    for (index, socket) in zip(running, sockets) where isLate || socket.revents != 0 {
      let hasEnded = isLate || shares[index].child?.serve(socket.revents) == false
      if hasEnded, !shares[index].finish() { isSuitable = false }
    }
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
