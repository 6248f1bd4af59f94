internal import ArgumentParser
internal import Backend
internal import Driver

/// For those who work on Level 1, or on reviewers of artifacts.
struct MutateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Put an error of the catalogue into an artifact, or tell which ones verify finds.",
    shouldDisplay: false)

  @Argument(help: "Directory of an artifact without errors.", completion: .directory)
  var artifact: String

  @Option(
    name: .customLong("class"), help: "Which error; without it every one is tried.",
    completion: .list(Mutation.all.map(\.name)), transform: MutationRun.mutation)
  var mutation: Mutation?

  @Option(help: "What chooses the place.") var seed: UInt64 = 1
  @Option(name: .shortAndLong, help: "Where the artifact with the error goes.") var output: String?
  @Option(help: "The inputs, as --emit-ir wrote them.") var ir: String?
  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    let console = Console(reporting)
    do throws(MutationRun.Failure) {
      let run = try MutationRun(artifact, ir: ir)
      try run.lines(of: mutation, seed: seed, output: output).forEach(console.say)
    } catch {
      throw console.end(error.status, [error.diagnostic])
    }
  }
}
