internal import ArgumentParser
internal import Driver

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print the text of a paper as Markdown.",
    discussion: """
      Sections by their depth, joined paragraphs, lists, footnotes, equations, algorithms, tables, \
      captions and references, in reading order. Running heads and page numbers are left out; \
      --verbose counts them.

        arac text paper.pdf | less
        arac text paper.pdf -o paper.md --assets paper-files
        arac text paper.pdf --layout-debug pages > paper.md
        for f in *.pdf; do arac text "$f" -o "${f%.pdf}.md"; done
      """)

  @Argument(help: ArgumentHelp("A paper (PDF).", valueName: "paper"), completion: .file())
  var paper: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the text to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write pictures of the tables and figures (PNG, 150 dpi) and the tables (CSV) to a directory.",
      valueName: "directory"),
    completion: .directory)
  var assets: String?

  @Option(
    help: ArgumentHelp(
      "Write pictures of the pages to a directory, with what was seen on them drawn over them.",
      valueName: "directory"),
    completion: .directory)
  var layoutDebug: String?

  @Option(help: "User password of an encrypted PDF.")
  var password: String?

  @OptionGroup var limits: LimitOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    let paths = [("--output", output), ("--assets", assets), ("--layout-debug", layoutDebug)]
    for (option, path) in paths where path == "" {
      throw ValidationError("\(option) needs a path")
    }
  }

  func run() throws {
    let interruption = Interruption.armed()
    let console = Console(reporting)
    var options = TextOptions(input: paper)
    options.output = output
    options.assets = assets
    options.layout = layoutDebug
    options.password = password
    options.limits = limits.values
    let extraction = TextExtraction(
      options,
      environment: CompilationEnvironment(
        workers: .forking, interruption: interruption, progress: console.progress))
    let reading = extraction.read()
    interruption.watch()
    let outcome = extraction.write(reading)
    console.endProgress()
    console.report(outcome.diagnostics)
    throw console.end(with: outcome.output, outcome.status)
  }
}
