internal import IR

/// Reads agent run logs of every kind (`spec/logs-and-rubrics.md`), in memory that does not grow
/// with the length of a line.
package struct LogReader: SourceReader {
  package init() {}

  package func read(_ request: ReadRequest) throws(FrontendError) -> ReadInput {
    switch try InputRecogniser.content(
      path: request.path, name: request.name, spool: request.spool)
    {
    case .log(.runFolder): return try RunFolderReader(request).read()
    case .log(let shape): return try readFile(request, as: shape)
    case .pdf, .repository, .rubric: throw .noLog(request.name)
    }
  }

  private func readFile(_ request: ReadRequest, as shape: LogShape) throws(FrontendError)
    -> ReadInput
  {
    let given: InputFile
    do throws(PathFault) {
      given = try InputFile(path: request.path)
    } catch {
      throw .unreachable(request.name, error)
    }
    var unpacking = Unpacking(request)
    let file: InputFile
    if let form = PackedData.Form(head: given.bytes(in: 0..<4)) {
      file = try unpacking.file(given, form)
    } else if shape == .inspectArchive, let directory = ZipDirectory(given) {
      file = try unpacking.inspectLog(given, directory)
    } else {
      file = given
    }
    let result = facts(file, request, as: shape)
    if file.didFail || given.didFail {
      throw .unreachable(request.name, .failed("reading stopped with an error"))
    }
    guard !result.writer.runs.isEmpty || shape == .inspect || shape == .inspectArchive else {
      throw .noRuns(request.name, result.writer.diagnostics.first)
    }
    var input = result.input(request)
    if file !== given { input.source = input.source.of(sha256: given.sha256()) }
    input.diagnostics = unpacking.diagnostics + input.diagnostics
    return input
  }

  private func facts(_ file: InputFile, _ request: ReadRequest, as shape: LogShape) -> LogFacts {
    switch shape {
    case .inspect, .inspectArchive: InspectReader(file, request).read()
    case .claudeCode: ClaudeCodeReader(file, request).read()
    case .codex: CodexReader(file, request).read()
    case .results: ResultsTableReader(file, request).read()
    case .maltSamples, .maltGraph, .maltMessages, .harness, .runFolder:
      MALTReader(file, request, shape: shape).read()
    }
  }
}

extension SourceText {
  /// The same text, of a file with this digest.
  fileprivate func of(sha256: String) -> SourceText {
    SourceText(id: id, kind: kind, file: file, sha256: sha256, text: text, regions: regions)
  }
}

/// What a reader of a log file found.
struct LogFacts {
  let form: RunLog.Form
  let sha256: String
  let writer: RunWriter

  func input(_ request: ReadRequest) -> ReadInput {
    let source = SourceText(
      id: request.id, kind: .log, file: request.baseName, sha256: sha256, text: writer.text.text,
      regions: writer.text.regions)
    let log = RunLog(source: request.id, form: form, runs: writer.runs)
    return ReadInput(source: source, facts: .log(log), diagnostics: writer.diagnostics)
  }
}

extension ReadRequest {
  /// The last component of the path.
  var baseName: String {
    path.split(separator: "/").last.map(String.init) ?? name
  }
}

extension FrontendError {
  fileprivate static func noLog(_ name: String) -> Self {
    log("F401", name, "is no log")
  }

  /// The first thing that went wrong says most.
  fileprivate static func noRuns(_ name: String, _ first: Diagnostic?) -> Self {
    let reason = first.map { ": \($0.message)" } ?? ""
    return log("F403", name, "no run could be read\(reason)", line: first?.input?.line)
  }

  private static func log(
    _ code: DiagnosticCode, _ name: String, _ message: String, line: Int? = nil
  ) -> Self {
    FrontendError(
      Diagnostic(
        code: code, severity: .error, message: message, input: InputPlace(file: name, line: line)))
  }
}
