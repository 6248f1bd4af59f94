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
    start = ProcessTime.seconds()
  }

  /// Prints a result. Who no longer reads it has what was wanted.
  @Sendable static func printToOutput(_ bytes: [UInt8]) throws(DiskTree.WriteError) {
    let error = Descriptor.writeAll(bytes, to: 1)
    guard error == 0 || error == EPIPE else {
      throw DiskTree.WriteError(path: "standard output", reason: String(cString: strerror(error)))
    }
  }

  /// Prints the result of a command and ends it.
  func end(with output: [UInt8], _ status: ExitStatus = .clean) -> ExitCode {
    do throws(DiskTree.WriteError) {
      try Self.printToOutput(output)
      return end(status)
    } catch {
      return end(.cannotWrite, [.cannotWrite(error.path, error.reason)])
    }
  }

  /// Ends a command with what is left to say.
  func end(_ status: ExitStatus, _ diagnostics: [Diagnostic] = []) -> ExitCode {
    report(diagnostics)
    flush()
    return ExitCode(status.rawValue)
  }

  private static func tell(_ text: String, on descriptor: Int32 = 2) {
    // Where nobody can be told, the exit status is what is left.
    _ = Descriptor.writeAll(Array(text.utf8), to: descriptor)
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
      Self.tell(renderer.render(chosen))
    case .json, .sarif:
      collected.withLock { $0 += chosen }
    }
  }

  /// Prints what was collected for the formats that are one document.
  private func flush() {
    guard options.diagnostics == .json || options.diagnostics == .sarif else { return }
    let renderer = DiagnosticRenderer(format: options.diagnostics)
    Self.tell(renderer.render(collected.withLock { $0 }))
  }

  func say(_ line: String) {
    if !options.quiet { Self.tell(line + "\n", on: 1) }
  }

  func report(_ outcome: Compilation.Outcome, artifact: String) {
    report(outcome.diagnostics)
    report(outcome.findings, below: artifact)
    for line in outcome.summary?.lines ?? [] { say(line) }
  }

  func report(_ timings: [Compilation.Timing]) {
    for timing in timings { Self.tell(timing.line + "\n") }
  }

  // MARK: Progress

  /// Shows a phase on a terminal once a second has passed.
  @Sendable func progress(_ phase: String) {
    shown.withLock { $0.phase = phase }
    if ProcessTime.seconds() - start > 1 { show() }
  }

  /// From now on the phase that lasts when a second has passed is shown too.
  func watch() {
    let rest = start + 1 - ProcessTime.seconds()
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
      Self.tell("\r\u{1B}[K\(state.phase) …")
    }
  }

  func endProgress() {
    shown.withLock { state in
      if state.isVisible { Self.tell("\r\u{1B}[K") }
      state.isVisible = false
      state.isOver = true
    }
  }
}
