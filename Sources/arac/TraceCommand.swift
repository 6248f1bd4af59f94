internal import ArgumentParser
internal import Backend
internal import Driver
internal import Frontend
internal import IR

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Print the exploration tree of an artifact.",
    discussion: """
      One line per node; dead ends are marked with ✗. With --dead-ends, what was tried in vain, what \
      came of it and what it teaches: a briefing for who goes on.

        arac trace out.ara
        arac trace out.ara --dead-ends
        arac trace out.ara --format dot | dot -Tsvg > tree.svg

      Exit status: 0, or 65 if there is no tree to read.
      """)

  @Argument(
    help: ArgumentHelp("Directory of an artifact.", valueName: "artifact"), completion: .directory)
  var artifact: String

  @Option(help: "Form of the output.")
  var format: TraceForm = .text

  @Flag(help: "Dead ends alone; in drawings, with the nodes that lead to them.")
  var deadEnds = false

  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    let console = Console(reporting)
    switch ExplorationTree.load(artifact) {
    case .failure(let failure): throw console.end(.unreadableInput, [failure.diagnostic])
    case .success(let graph):
      throw console.end(with: format.bytes(of: graph, deadEndsAlone: deadEnds))
    }
  }
}

extension TraceForm: ExpressibleByArgument {}
