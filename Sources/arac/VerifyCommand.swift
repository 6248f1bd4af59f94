internal import ArgumentParser
internal import Backend
internal import Driver

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", _superCommandName: "arac", abstract: "Check artifacts against Level 1.",
    discussion: """
      With --sources the artifacts are compared with what they were made from; without, checks \
      that need it are left out. Of several artifacts, one that cannot be read makes the exit \
      status 65, else one with errors 1.
      """)

  @Argument(
    help: ArgumentHelp("Directory of an artifact.", valueName: "artifact"), completion: .directory)
  var artifacts: [String]

  @Option(help: "Rule set of Level 1 that the artifacts are held to.")
  var profile: Profile = .superset

  @Flag(help: "Exit with 1 for warnings too.")
  var strict = false

  @Flag(help: "Make the mechanical fix-its that cure a finding and bring no new one.")
  var fix = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Inputs that the artifacts were made from, known again by their digests.",
      valueName: "input"), completion: .file())
  var sources: [String] = []

  @OptionGroup var limits: LimitOptions
  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    let interruption = Interruption.armed()
    let console = Console(reporting)
    var options = VerifyOptions(artifacts: artifacts)
    options.profile = profile
    options.isStrict = strict
    options.fixes = fix
    options.limits = limits.values
    options.sources = sources
    let verification = Verification(options, interruption: interruption)
    var inputs = verification.sources(.forking)
    interruption.watch()
    if !sources.isEmpty { inputs = waiting { [inputs] in await verification.derived(inputs) } }
    console.report(inputs.report.diagnostics)
    let status = verification.run(against: inputs) { report, path in
      console.report(report.diagnostics)
      console.report(report.findings, below: path)
      if let summary = report.summary { console.say(summary) }
    }
    throw console.end(status)
  }
}
