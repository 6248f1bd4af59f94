internal import ArgumentParser
internal import Driver

/// A call with inputs, the place of the result and at most `--no-screenshots`, as nearly all are.
///
/// It is understood without the parser of arguments: that builds all options of a command from its
/// metadata, which costs as much as a third of what starting the process costs. Whatever else stands
/// on the command line is left to it, and so is everything that is wrong.
struct UsualCall: Equatable {
  enum Command: String, CaseIterable {
    case compile, text, verify
  }

  var command = Command.compile
  var paths: [String] = []
  var output: String? = nil
  var takesPictures = true

  /// nil for a call that is not of this kind; `arguments` come without the program's name, and `others`
  /// are the words that begin the call of another command.
  init?(_ arguments: some Sequence<String>, others: Set<String>) {
    var words = arguments.makeIterator()
    var next = words.next()
    guard let first = next, !others.contains(first) else { return nil }
    if let named = Command(rawValue: first) {
      command = named
      next = words.next()
    }
    while let word = next {
      switch word {
      case "-o", "--output":
        guard output == nil, let path = words.next(), Self.isPath(path) else { return nil }
        output = path
      case "--no-screenshots": takesPictures = false
      default:
        guard Self.isPath(word) else { return nil }
        paths.append(word)
      }
      next = words.next()
    }
    guard isWhole else { return nil }
  }

  private static func isPath(_ word: String) -> Bool { !word.isEmpty && !word.hasPrefix("-") }

  private var isWhole: Bool {
    switch command {
    case .compile: !paths.isEmpty
    case .text: paths.count == 1 && takesPictures
    case .verify: !paths.isEmpty && takesPictures && output == nil
    }
  }

  func run() -> ExitCode {
    switch command {
    case .compile:
      let interruption = Interruption.armed()
      let console = Console(Reporting())
      let plan = InputPlan.requests(
        paths, rubrics: [], logs: [], pictures: takesPictures, password: nil, fromIR: false)
      let target = output ?? CompileOptions.output(named: paths[0])
      return CompileCommand.compile(
        plan, CompileOptions(inputs: [], output: target), console, interruption)
    case .text:
      var options = TextOptions(input: paths[0])
      options.output = output
      return TextCommand.extract(options, Reporting())
    case .verify:
      return VerifyCommand.verify(VerifyOptions(artifacts: paths), Reporting())
    }
  }
}
