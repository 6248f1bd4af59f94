internal import ArgumentParser
internal import Backend
internal import Driver
internal import Frontend
internal import IR

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check artifacts against Level 1.")

  @Argument(help: "Directories of artifacts.", completion: .directory)
  var artifacts: [String]

  @Option(help: "Rule set: superset, april2026, august2026 or cli.")
  var profile: Profile = .superset

  @Flag(help: "Let warnings fail too.")
  var strict = false

  @OptionGroup var reporting: ReportingOptions

  func run() async throws {
    var status = ExitStatus.clean
    let console = Console(reporting)
    for path in artifacts {
      switch load(path) {
      case .failure(let failure):
        console.report([failure.diagnostic])
        status = .unreadableInput
      case .success(let tree):
        let verdict = Verifier(profile: profile).verify(tree)
        console.report(verdict.findings, below: path)
        let passes = strict ? verdict.passesStrictly : verdict.passes
        if !passes, status == .clean { status = .findings }
        console.say("\(path): \(Self.summary(verdict)) in profile \(profile.rawValue)")
      }
    }
    console.flush()
    throw ExitCode(status.rawValue)
  }

  private func load(_ path: String) -> Result<ArtifactTree, FrontendError> {
    guard let tree = DiskTree.load(path) else {
      return .failure(FrontendError(.cannotRead(path, "no directory, or no permission")))
    }
    let isArtifact = tree.filePaths.contains { $0 == "PAPER.md" || $0.hasPrefix("logic/") }
    return isArtifact ? .success(tree) : .failure(FrontendError(.noArtifact(path)))
  }

  private static func summary(_ verdict: Verdict) -> String {
    let errors = verdict.findings.count { $0.severity == .error }
    let warnings = verdict.findings.count { $0.severity == .warning }
    return errors + warnings == 0 ? "clean" : "\(errors) errors, \(warnings) warnings"
  }
}
