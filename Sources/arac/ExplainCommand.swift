internal import ArgumentParser
internal import Driver
internal import IR

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a code means, what causes it and what cures it.")

  @Argument(help: ArgumentHelp("A code such as ARA405; none for the list.", valueName: "code"))
  var codes: [String] = []

  func validate() throws {
    for code in codes where explanation(of: code) == nil {
      throw ValidationError("there is no code '\(code)'; `arac explain` lists them")
    }
  }

  func run() {
    if codes.isEmpty { print(Explanations.all.map(\.line).joined(separator: "\n")) }
    for explanation in codes.compactMap(explanation) { print(explanation.page) }
  }

  private func explanation(of code: String) -> Explanation? {
    Explanations.explanation(of: DiagnosticCode(code.uppercased()))
  }
}
