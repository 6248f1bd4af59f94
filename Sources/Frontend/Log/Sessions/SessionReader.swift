internal import IR

/// Reads a coding agent's session, one JSON object a line (`spec/logs-and-rubrics.md`, section 14).
protocol SessionReader {
  /// What one line says.
  associatedtype Line

  var file: InputFile { get }
  var request: ReadRequest { get }
  /// The sessions found so far.
  var book: SessionBook { get }

  /// Reads one line of the file.
  ///
  /// - Throws: `JSONFault` where the line is no object of JSON.
  static func line(_ cursor: inout JSONCursor) throws(JSONFault) -> Line

  /// Files what a line says.
  mutating func take(_ line: Line)
}

extension SessionReader {
  consuming func read() -> LogFacts {
    var reader = self
    var writer = RunWriter(reader.request.id)
    var rows = JSONRows(reader.file, digests: true)
    while let place = rows.next() {
      let report = RunReport(file: reader.request.name, line: place.line, run: nil)
      if reader.book.sessions.count > RunWriter.runLimit {
        writer.report(report.full())
        break
      }
      do throws(JSONFault) {
        reader.take(try Self.line(&rows.cursor))
      } catch {
        writer.report(report.brokenRow(error))
        rows.recover()
      }
    }
    reader.book.write(to: &writer, file: reader.file, name: reader.request.name)
    return LogFacts(form: .session, sha256: rows.cursor.finish() ?? "", writer: writer)
  }
}
