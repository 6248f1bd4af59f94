internal import ArgumentParser
internal import Backend
internal import Driver
internal import Frontend
internal import IR

struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", _superCommandName: "arac",
    abstract: "Compile inputs into an artifact (the default).")

  @Argument(
    help: ArgumentHelp(
      "A paper, a repository, a rubric or run logs. Run logs may be several.", valueName: "input"),
    completion: .file())
  var inputs: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Directory of the artifact (default: the first input's name with .ara).",
      valueName: "directory"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("An input that is a rubric, whatever it looks like.", valueName: "file"),
    completion: .file())
  var rubric: [String] = []

  @Option(
    help: ArgumentHelp("An input that is a run log, whatever it looks like.", valueName: "path"),
    completion: .file())
  var log: [String] = []

  @Option(help: "User password of an encrypted PDF.")
  var password: String?

  @Option(help: "Rule set of Level 1 that the artifact is held to.")
  var profile: Profile = .superset

  @Flag(
    name: .customLong("no-screenshots"), help: "File tables and figures without their pictures.")
  var noScreenshots = false

  @Option(
    help: ArgumentHelp(
      "Have a model refine the claims: replay:DIR of recordings, or command:'PROGRAM ARGS'.",
      valueName: "model"))
  var llm: String?

  @Flag(help: "Exit with 69 where the language model fails, rather than go on without it.")
  var llmRequired = false

  @Option(
    name: .customLong("emit-ir"),
    help: ArgumentHelp("Write the final IR to a file.", valueName: "file"), completion: .file())
  var emitIR: String?

  @Option(
    name: .customLong("from-ir"),
    help: ArgumentHelp("Compile the facts of an IR file instead of inputs.", valueName: "file"),
    completion: .file())
  var fromIR: String?

  @Option(
    help: ArgumentHelp("Print the IR after a pass. May be given again.", valueName: "pass"),
    completion: .list(PassCatalogue.names))
  var printAfter: [String] = []

  @Option(
    help: ArgumentHelp("Earlier artifacts, for candidates.", valueName: "directory"),
    completion: .directory) var library: String?

  @Flag(help: "Check after each pass that the IR is sound.")
  var verifyEach = false

  @Flag(help: "Print how long each pass took.")
  var timePasses = false

  @OptionGroup var scoring: ScoringOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    for name in printAfter where PassCatalogue.pass(name) == nil {
      throw ValidationError("there is no pass '\(name)'; `arac passes` lists them")
    }
    if let llm, CompileOptions.Model(llm) == nil {
      throw ValidationError("--llm takes replay:DIR or command:'PROGRAM ARGS'")
    }
    guard output != "" else { throw ValidationError("--output needs a path") }
    guard fromIR == nil || inputs.isEmpty && rubric.isEmpty && log.isEmpty else {
      throw ValidationError("--from-ir takes the place of inputs: give one or the other")
    }
  }

  func run() throws {
    let interruption = Interruption.armed()
    let console = Console(reporting)
    let requests: [ReadRequest]
    switch InputPlan.requests(
      inputs, rubrics: rubric, logs: log, pictures: !noScreenshots, password: password,
      scoring: try scoring.request(console), fromIR: fromIR != nil)
    {
    case .failure(let failure):
      throw console.end(failure.status, failure.diagnostics)
    case .success(let planned):
      requests = planned.requests
      console.report(planned.diagnostics)
      let outcome = compile(requests, console, interruption)
      console.report(outcome, artifact: target)
      throw console.end(outcome.status(after: planned.diagnostics))
    }
  }

  private func compile(
    _ requests: [ReadRequest], _ console: Console, _ interruption: Interruption
  ) -> Compilation.Outcome {
    var options = CompileOptions(inputs: requests, output: target)
    options.profile = profile
    options.emitIR = emitIR
    options.fromIR = fromIR
    options.printAfter = Set(printAfter)
    options.verifyEach = verifyEach
    options.timePasses = timePasses
    options.model = llm.flatMap(CompileOptions.Model.init)
    options.requiresModel = llmRequired
    options.limits = limits.values
    options.library = library
    let environment = CompilationEnvironment(
      workers: .forking, interruption: interruption, progress: console.progress,
      clock: ProcessTime.seconds, workerTime: ProcessTime.workerSeconds,
      printIR: Console.printToOutput)
    let compilation = Compilation(options, environment: environment)
    let facts = compilation.facts()
    interruption.watch()
    console.watch()
    let outcome = waiting { await compilation.run(facts) }
    console.endProgress()
    if timePasses { console.report(outcome.timings) }
    return outcome
  }

  private var target: String {
    let named = inputs + rubric + log + [fromIR].compactMap(\.self)
    return output ?? CompileOptions.output(named: named.first ?? "artifact")
  }
}

extension Profile: ExpressibleByArgument {}
