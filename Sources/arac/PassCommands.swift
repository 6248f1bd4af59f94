internal import ArgumentParser
internal import Driver
internal import IR

struct PassesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passes", abstract: "List the passes in order, with what each reads and writes.")

  func run() throws {
    print(PassCatalogue.listing)
  }
}

struct PassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pass", abstract: "Run one pass on an IR file and print the IR that results.")

  @Argument(
    help: ArgumentHelp("Name of the pass; `arac passes` lists them.", valueName: "pass"),
    completion: .list(PassCatalogue.names))
  var name: String

  @Option(
    help: ArgumentHelp("The IR file, as --emit-ir writes it.", valueName: "file"),
    completion: .file())
  var ir: String

  @Flag(help: .hidden) var features = false
  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    let (name, ir, features) = (name, ir, features)
    let result = waiting { await PassCatalogue.result(of: name, ir: ir, features: features) }
    switch result {
    case .success(let text): throw Console(reporting).end(with: text)
    case .failure(let failure): throw Console(reporting).end(failure.status, [failure.diagnostic])
    }
  }
}
