import FoundationEssentials
import Glibc

/// The processes that a running `arac` started.
enum ChildProcess {
  struct NoneCame: Error {}

  /// The first child, as soon as it reads an input.
  static func first(of parent: Int32) async throws -> Int32 {
    try await poll { children(of: parent).first { isReading($0) } }
  }

  /// The child that has worked for half a second, as one does that never ends.
  static func busy(of parent: Int32) async throws -> Int32 {
    try await poll { children(of: parent).first { processorTicks($0) > 50 } }
  }

  /// Whether a process ends soon.
  static func hasEnded(_ process: Int32) async throws -> Bool {
    try await poll { kill(process, 0) != 0 || state(process) == "Z" ? true : nil }
  }

  /// Asks for a value until there is one, for ten seconds at most.
  private static func poll<Value>(_ value: () -> Value?) async throws -> Value {
    for _ in 0..<2_000 {
      if let value = value() { return value }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw NoneCame()
  }

  private static func children(of parent: Int32) -> [Int32] {
    let tasks = "/proc/\(parent)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return threads.flatMap { thread in
      text(of: "\(tasks)/\(thread)/children").split(separator: " ").compactMap { Int32($0) }
    }
  }

  /// A child has the name of its parent until it is set up.
  private static func isReading(_ process: Int32) -> Bool {
    text(of: "/proc/\(process)/comm") == "arac-reader\n" && processorTicks(process) > 5
  }

  private static func state(_ process: Int32) -> Substring { fields(process).first ?? "Z" }

  /// Hundredths of a second in which the process computed.
  private static func processorTicks(_ process: Int32) -> Int {
    fields(process).dropFirst(11).prefix(2).compactMap { Int($0) }.reduce(0, +)
  }

  /// What `/proc` says of a process after its name.
  private static func fields(_ process: Int32) -> [Substring] {
    text(of: "/proc/\(process)/stat").split(separator: ")").last?.split(separator: " ") ?? []
  }

  private static func text(of path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }
}
