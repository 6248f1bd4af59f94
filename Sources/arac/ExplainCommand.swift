internal import ArgumentParser
internal import Driver
internal import IR

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a code means, what causes it and what cures it.")

  @Argument(help: "A code such as ARA405, or nothing for the list.")
  var codes: [String] = []

  func run() throws {
    let all = Explanations.all
    if codes.isEmpty {
      for explanation in all {
        print("\(explanation.code)  \(explanation.severity.rawValue): \(explanation.summary)")
      }
    }
    for code in codes {
      guard let explanation = Explanations.explanation(of: DiagnosticCode(code.uppercased())) else {
        throw ValidationError("there is no code '\(code)'; `arac explain` lists them")
      }
      print(
        """
        \(explanation.code) (\(explanation.severity.rawValue)): \(explanation.summary)

        Cause    \(explanation.cause)
        Cure     \(explanation.cure)
        Example  \(explanation.example)
        """)
    }
  }
}
