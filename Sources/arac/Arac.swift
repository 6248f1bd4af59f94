internal import ArgumentParser
internal import Driver

@main
struct Arac: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arac",
    abstract:
      "Compile what a research project left behind into an Agent-Native Research Artifact.",
    usage: """
      arac <input> ... [-o <directory>] [<options>]
      arac <subcommand>
      """,
    discussion: """
      Inputs are a paper (PDF), a git repository, an evaluation rubric and agent run logs, in any \
      combination; what each is, is told by its content.

        arac paper.pdf repo/ -o out.ara

      Exit status:
        0    the artifact passes Level 1
        1    it was written and errors remain, or verify found errors
        64   wrong usage
        65   an input could not be read; the others are compiled all the same
        69   the language model failed and --llm-required was given
        70   internal error
        74   the output cannot be written, or exists and is no artifact
        130  interrupted
      """,
    version: Version.current,
    subcommands: [
      CompileCommand.self, TextCommand.self, VerifyCommand.self, TraceCommand.self,
      ExplainCommand.self, PassesCommand.self, PassCommand.self, MutateCommand.self,
    ],
    defaultSubcommand: CompileCommand.self)

  /// What one command understands, it parses alone, in a third of the time of the tree of all, and
  /// without asking for a completion script if it says whose part it is; the rest is the tree's.
  static func main() {
    FreedMemory.keep()
    let arguments = CommandLine.arguments.dropFirst()
    guard var command = understood(arguments) else { return main(Array(arguments)) }
    do { try command.run() } catch { exit(withError: error) }
  }

  private static func understood(_ arguments: ArraySlice<String>) -> (any ParsableCommand)? {
    guard let first = arguments.first, first != "help" else { return nil }
    func parsed<Command: ParsableCommand>(_ command: Command.Type, _ arguments: [String])
      -> (any ParsableCommand)?
    { try? command.parse(arguments) }
    for named in configuration.subcommands where named.configuration.commandName == first {
      return parsed(named, Array(arguments.dropFirst()))
    }
    return parsed(CompileCommand.self, Array(arguments))
  }
}
