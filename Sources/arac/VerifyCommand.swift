internal import ArgumentParser
internal import Backend
internal import Driver
internal import Frontend
internal import IR

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check artifacts against Level 1.",
    discussion: """
      Checks that compare with the inputs are left out: arac makes them when it compiles. Of \
      several artifacts, one that cannot be read makes the exit status 65, else one with errors 1.
      """)

  @Argument(
    help: ArgumentHelp("Directory of an artifact.", valueName: "artifact"), completion: .directory)
  var artifacts: [String]

  @Option(help: "Rule set of Level 1 that the artifacts are held to.")
  var profile: Profile = .superset

  @Flag(help: "Exit with 1 for warnings too.")
  var strict = false

  @OptionGroup var reporting: ReportingOptions

  func run() throws {
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
    throw console.end(status)
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
