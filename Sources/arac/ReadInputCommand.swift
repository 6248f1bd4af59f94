internal import ArgumentParser
internal import Driver

/// The child process that reads one input (see `Worker`).
struct ReadInputCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "read-input", shouldDisplay: false)

  func run() throws { throw ExitCode(Worker.main()) }
}
