internal import IR

/// Reads a `results.tsv` of experiments that were kept, discarded or crashed: the loop is a run,
/// each row an attempt.
struct ResultsTableReader {
  private let file: InputFile
  private let request: ReadRequest
  private var writer: RunWriter

  /// In bytes; a row takes some hundred.
  private static let sizeLimit = 64 << 20

  init(_ file: InputFile, _ request: ReadRequest) {
    self.file = file
    self.request = request
    writer = RunWriter(request.id)
  }

  /// Whether the beginning of a file is the header of such a table.
  static func isTable(_ head: [UInt8]) -> Bool {
    let line = head.prefix { $0 != UInt8(ascii: "\n") }
    return ResultsTable(header: String(decoding: line, as: UTF8.self)) != nil
  }

  consuming func read() -> LogFacts {
    var reader = self
    reader.readRows()
    return LogFacts(form: .results, sha256: reader.file.sha256(), writer: reader.writer)
  }

  private mutating func readRows() {
    let report = RunReport(file: request.name, line: nil, run: nil)
    if file.size > Self.sizeLimit { writer.report(report.full()) }
    let text = String(decoding: file.bytes(in: 0..<Self.sizeLimit), as: UTF8.self)
    var lines = Lines(text)
    guard let first = lines.next(), let table = ResultsTable(header: first) else { return }
    var drafts: [AttemptDraft] = []
    var number = 1
    while let line = lines.next() {
      number += 1
      guard line.utf8.contains(where: { $0 > 0x20 }) else { continue }
      let row = ResultsTable.Row(line: number, cells: ResultsTable.cells(line))
      guard let draft = draft(row, table, index: drafts.count + 1) else {
        writer.report(RunReport(file: request.name, line: number, run: nil).oddRow())
        continue
      }
      drafts.append(draft)
      if drafts.count == RunWriter.attemptsPerRun {
        writer.report(report.tooManyAttempts(RunWriter.attemptsPerRun, number))
        break
      }
    }
    var run = Run(id: "results", messages: drafts.count)
    run.scoring = request.scoring.scoring(of: nil)
    run.attempts = writer.attempts(drafts, report)
    writer.append(run)
  }

  /// Nil for a row without a known status.
  private func draft(_ row: ResultsTable.Row, _ table: ResultsTable, index: Int) -> AttemptDraft? {
    guard let status = table.status(of: row) else { return nil }
    let place = Place.lines(path: request.baseName, firstLine: row.line)
    let value = QuotedText.oneLine(table.cell(table.metric, of: row))
    let hasValue = status != .crash && PrintedNumber.isFinite(value)
    var draft = AttemptDraft(
      origin: .script, index: index, status: hasValue ? .valid : .invalid, messages: index...index,
      place: place)
    draft.isKept = status == .keep
    let said = QuotedText.oneLine(table.cell(table.description, of: row))
    if !said.isEmpty { draft.approach = AttemptDraft.Quote(text: said, place: place) }
    if hasValue {
      draft.score = Verdict.Quote(text: value, value: value)
      let name = String(table.header[table.metric])
      draft.details = [
        Verdict.Detail(text: value, metric: Verdict.Metric(name: name, value: value))
      ]
    } else {
      draft.failure = [QuotedText.oneLine(table.cell(table.status, of: row))]
      draft.cause = FailureCues.cause(of: said)
    }
    return draft
  }
}

extension RunReport {
  fileprivate func oddRow() -> Diagnostic {
    diagnostic("F444", .warning, "the row has no known status; it is left out")
  }
}
