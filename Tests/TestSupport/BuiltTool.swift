internal import FoundationEssentials
internal import Glibc
internal import Subprocess
internal import SystemPackage

/// The `arac` that was built beside these tests, run as a user runs it.
package enum BuiltTool {
  /// How a run ended and what it said.
  package struct Run: Sendable {
    /// The exit status; nil if a signal ended the run.
    package let status: Int32?
    package let signal: Int32?
    package let output: String
    package let errors: String

    /// The lines of standard error, without those that notes indent.
    package var diagnostics: [String] {
      errors.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map(String.init)
    }
  }

  /// Nil if these tests run without their build folder.
  package static let path: String? = {
    let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folder = bundle.map { $0.split(separator: "/").dropLast().joined(separator: "/") }
    return folder.map { "/\($0)/arac" }.flatMap {
      FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil
    }
  }()

  /// Runs `arac` in a folder to its end; `whileRunning` is told the process and may signal it.
  package static func run(
    _ arguments: [String], in folder: TestFolder, environment: [String: String] = [:],
    whileRunning: @Sendable (Int32) async throws -> Void = { _ in }
  ) async throws -> Run {
    try await run(
      program: path ?? "arac", arguments, in: folder, environment: environment,
      whileRunning: whileRunning)
  }

  /// Runs `arac` behind shell commands, which may set limits: `shell("ulimit -f 8", …)`.
  package static func run(
    after commands: String, _ arguments: [String], in folder: TestFolder
  ) async throws -> Run {
    let script = "\(commands); exec \"$0\" \"$@\""
    return try await run(
      program: "/bin/sh", ["-c", script, path ?? "arac"] + arguments, in: folder)
  }

  /// Runs `arac` and tells how many mebibytes the largest of its processes had at a time.
  package static func measured(
    _ arguments: [String], in folder: TestFolder
  ) async throws -> (run: Run, mebibytes: Int) {
    let script = """
      import resource, subprocess, sys
      status = subprocess.run(sys.argv[1:]).returncode
      print("\\n", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
      sys.exit(status)
      """
    let run = try await run(
      program: "python3", ["-I", "-c", script, path ?? "arac"] + arguments, in: folder)
    return (
      run, run.output.split(separator: " ").last.flatMap { Int($0.filter(\.isNumber)) } ?? .max
    )
  }

  /// Runs a program to its end; `whileRunning` is told the process and may signal it.
  package static func run(
    program: String, _ arguments: [String], in folder: TestFolder,
    environment: [String: String] = [:],
    whileRunning: @Sendable (Int32) async throws -> Void = { _ in }
  ) async throws -> Run {
    await Turnstile.shared.enter()
    defer { Task { await Turnstile.shared.leave() } }
    let changes = environment.map { (Environment.Key(stringLiteral: $0), String?.some($1)) }
    let result = try await Subprocess.run(
      program.contains("/") ? .path(FilePath(program)) : .name(program),
      arguments: Arguments(arguments),
      environment: .inherit.updating(Dictionary(uniqueKeysWithValues: changes)),
      workingDirectory: FilePath(folder.path), input: .none, output: .string(limit: 64 << 20),
      error: .string(limit: 64 << 20)
    ) { execution in
      try await whileRunning(execution.processIdentifier.value)
    }
    let ending: (status: Int32?, signal: Int32?) =
      switch result.terminationStatus {
      case .exited(let code): (code, nil)
      case .signaled(let signal): (nil, signal)
      }
    return Run(
      status: ending.status, signal: ending.signal, output: result.standardOutput,
      errors: result.standardError)
  }
}

/// Lets as many runs go at once as the machine has processors.
private actor Turnstile {
  static let shared = Turnstile()

  private var free = max(2, ProcessInfo.processInfo.activeProcessorCount)
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
