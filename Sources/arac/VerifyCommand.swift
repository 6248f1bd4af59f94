internal import ArgumentParser
internal import Backend
internal import Driver
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
    for path in artifacts {
      let console = Console(reporting, root: path)
      guard let tree = DiskTree.load(path), !tree.filePaths.isEmpty else {
        console.report([.cannotRead(path, "no directory with files")])
        console.flush()
        status = .unreadableInput
        continue
      }
      let verdict = Verifier(profile: profile).verify(tree)
      console.report(verdict.findings)
      console.flush()
      let passes = strict ? verdict.passesStrictly : verdict.passes
      if !passes, status == .clean { status = .findings }
      console.say("\(path): \(Self.summary(verdict)) in profile \(profile.rawValue)")
    }
    throw ExitCode(status.rawValue)
  }

  private static func summary(_ verdict: Verdict) -> String {
    let errors = verdict.findings.count { $0.severity == .error }
    let warnings = verdict.findings.count { $0.severity == .warning }
    return errors + warnings == 0 ? "clean" : "\(errors) errors, \(warnings) warnings"
  }
}
