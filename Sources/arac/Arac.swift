internal import ArgumentParser
internal import Driver

@main
struct Arac: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arac",
    abstract:
      "Compiles what a research project left behind into an Agent-Native Research Artifact.",
    discussion: """
      arac paper.pdf repo/ -o out.ara

      Inputs are recognised by their content: a paper (PDF), a git repository, an evaluation rubric, agent run logs, in any \
      combination. Exit statuses: 0 clean, 1 findings left, 64 usage, 65 unreadable input, 69 model failed, 70 internal \
      error, 74 cannot write, 130 interrupted.
      """,
    version: Version.current,
    subcommands: [
      CompileCommand.self, VerifyCommand.self, ExplainCommand.self, PassesCommand.self,
      PassCommand.self,
      ReadInputCommand.self,
    ],
    defaultSubcommand: CompileCommand.self)
}
