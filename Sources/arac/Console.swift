internal import ArgumentParser
internal import Driver
internal import Glibc
internal import IR
internal import Synchronization

/// How much is said, and how.
struct ReportingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Form of diagnostics.", valueName: "format"))
  var diagnostics: DiagnosticFormat = .text

  @Flag(name: .shortAndLong, help: "Print errors alone.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print notes too.")
  var verbose = false
}

extension DiagnosticFormat: ExpressibleByArgument {}

/// Standard output and standard error of a command. Diagnostics go to the latter, results to the
/// former.
final class Console: Sendable {
  private let options: ReportingOptions
  private let hasTerminal: Bool
  private let start: Double
  /// What is being done, and whether it stands on the terminal.
  private let shown = Mutex<(phase: String, isVisible: Bool, isOver: Bool)>(("", false, false))
  /// Collected for the formats that are one document.
  private let collected = Mutex<[Diagnostic]>([])

  init(_ options: ReportingOptions) {
    self.options = options
    hasTerminal = isatty(2) == 1
    start = Self.seconds()
  }

  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Processor time of the processes that this one has waited for, and of theirs.
  static func workerSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// Prints a result. Who no longer reads it has what was wanted.
  @Sendable static func printToOutput(_ bytes: [UInt8]) throws(DiskTree.WriteError) {
    let error = write(bytes, to: 1)
    guard error == 0 || error == EPIPE else {
      throw DiskTree.WriteError(path: "standard output", reason: String(cString: strerror(error)))
    }
  }

  /// 0, or an errno.
  @discardableResult
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return errno }
      rest = rest.dropFirst(max(count, 0))
    }
    return 0
  }

  // MARK: Diagnostics

  /// Reports what the options choose; `root` is the directory of the artifact that they are about.
  func report(_ diagnostics: [Diagnostic], below root: String = "") {
    let chosen = diagnostics.filter { diagnostic in
      diagnostic.severity == .error
        || (!options.quiet && (diagnostic.severity == .warning || options.verbose))
    }.map { $0.located(below: root) }
    guard !chosen.isEmpty else { return }
    switch options.diagnostics {
    case .text, .github:
      endProgress()
      let renderer = DiagnosticRenderer(format: options.diagnostics, colors: hasTerminal)
      Self.write(Array(renderer.render(chosen).utf8), to: 2)
    case .json, .sarif:
      collected.withLock { $0 += chosen }
    }
  }

  /// Prints what was collected for the formats that are one document.
  func flush() {
    guard options.diagnostics == .json || options.diagnostics == .sarif else { return }
    let renderer = DiagnosticRenderer(format: options.diagnostics)
    Self.write(Array(renderer.render(collected.withLock { $0 }).utf8), to: 2)
  }

  func say(_ line: String) {
    if !options.quiet { Self.write(Array((line + "\n").utf8), to: 1) }
  }

  func finish(_ outcome: Compilation.Outcome, artifact: String) {
    report(outcome.diagnostics)
    report(outcome.findings, below: artifact)
    flush()
    for line in outcome.summary?.lines ?? [] { say(line) }
  }

  func report(_ timings: [Compilation.Timing]) {
    for timing in timings {
      let milliseconds = Int((timing.seconds * 10_000).rounded())
      Self.write(
        Array("\(pad(timing.name, 18))\(milliseconds / 10).\(milliseconds % 10) ms\n".utf8), to: 2)
    }
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  // MARK: Progress

  /// Shows a phase on a terminal once a second has passed.
  @Sendable func progress(_ phase: String) {
    shown.withLock { $0.phase = phase }
    if Self.seconds() - start > 1 { show() }
  }

  /// From now on the phase that lasts when a second has passed is shown too.
  func watch() {
    let rest = start + 1 - Self.seconds()
    guard showsProgress, rest > 0 else { return }
    Task.detached { [self] in
      try? await Task.sleep(for: .seconds(rest))
      show()
    }
  }

  private var showsProgress: Bool { hasTerminal && !options.quiet }

  private func show() {
    guard showsProgress else { return }
    shown.withLock { state in
      guard !state.isOver, !state.phase.isEmpty else { return }
      state.isVisible = true
      Self.write(Array("\r\u{1B}[K\(state.phase) …".utf8), to: 2)
    }
  }

  func endProgress() {
    shown.withLock { state in
      if state.isVisible { Self.write(Array("\r\u{1B}[K".utf8), to: 2) }
      state.isVisible = false
      state.isOver = true
    }
  }
}
