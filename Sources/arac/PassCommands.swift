internal import ArgumentParser
internal import Driver
internal import IR
internal import Passes

struct PassesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passes", abstract: "List the passes in order, with what each reads and writes.")

  func run() throws {
    for pass in PassCatalogue.all {
      let repairs =
        pass.repairs.isEmpty
        ? "" : "\n  repairs  \(pass.repairs.sorted().map(\.name).joined(separator: ", "))"
      print(
        "\(pass.id)\n  reads    \(pass.reads.joined(separator: ", "))\n  writes   \(pass.writes)\(repairs)"
      )
    }
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

  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    let (name, ir) = (name, ir)
    let result = waiting { () async -> Result<[UInt8], PassCatalogue.Failure> in
      do throws(PassCatalogue.Failure) {
        return .success(try await PassCatalogue.run(name, ir: ir))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let text):
      do throws(DiskTree.WriteError) {
        try Console.printToOutput(text)
      } catch {
        throw failed(.cannotWrite(error.path, error.reason), .cannotWrite)
      }
    case .failure(let failure):
      throw failed(failure.diagnostic, failure.status)
    }
  }

  private func failed(_ diagnostic: Diagnostic, _ status: ExitStatus) -> ExitCode {
    let console = Console(reporting)
    console.report([diagnostic])
    console.flush()
    return ExitCode(status.rawValue)
  }
}
