internal import IR

/// What there is to say about one run, with its place: the wordings that several readers share.
struct RunReport {
  /// The file as the user named it.
  let file: String
  /// The line of the run's row, where it has one.
  let line: Int?
  /// The label of the run; nil while it is unknown.
  let run: String?

  func diagnostic(_ code: DiagnosticCode, _ severity: Severity, _ message: String) -> Diagnostic {
    let label = run.map { "run \($0): " } ?? ""
    return Diagnostic(
      code: code, severity: severity, message: label + message,
      input: InputPlace(file: file, line: line))
  }

  func unknownStatus(_ status: String, _ ordinal: Int) -> Diagnostic {
    diagnostic(
      "F415", .warning,
      "message \(ordinal) has the unknown status '\(status.prefix(40))'; the score decided")
  }

  func partialResult(_ ordinal: Int) -> Diagnostic {
    diagnostic(
      "F416", .warning,
      "the result of the scorer in message \(ordinal) is cut or damaged; what stands complete in it"
        + " was used")
  }

  func unreadableResult(_ ordinal: Int) -> Diagnostic {
    diagnostic(
      "F417", .warning,
      "the result of the scorer in message \(ordinal) is in no known form; the attempt counts as"
        + " invalid")
  }

  func unreadableReview(_ ordinal: Int) -> Diagnostic {
    diagnostic(
      "F418", .warning,
      "the arguments of the review in message \(ordinal) do not parse; the review is left out")
  }

  func cutQuote(_ place: Place, _ limit: Int) -> Diagnostic {
    let subject =
      switch place {
      case .message(_, let ordinal): "message \(ordinal)"
      case .lines(let path, let line): "line \(line) of \(path)"
      case .page, .node: "the text"
      }
    return diagnostic(
      "F419", .note,
      "what \(subject) says is longer than \(limit) characters; its beginning is quoted")
  }

  func oversized(_ ordinal: Int, _ limit: Int) -> Diagnostic {
    diagnostic(
      "F420", .warning,
      "message \(ordinal) is longer than \(limit >> 20) MiB and was not searched for scores")
  }

  func repairedText() -> Diagnostic {
    diagnostic(
      "F421", .note, "some texts are no valid Unicode; what is none was replaced by U+FFFD")
  }

  func brokenRow(_ fault: JSONFault) -> Diagnostic {
    switch fault.reason {
    case .end: diagnostic("F404", .warning, "the last row is cut and gives nothing")
    case .depth, .count: diagnostic("F406", .error, "the row is not read: \(fault.words)")
    case .lineEnd, .unexpected, .word:
      diagnostic("F405", .warning, "the row gives nothing: \(fault.words)")
    }
  }

  func openArray() -> Diagnostic {
    diagnostic("F404", .warning, "the file ends before the list of rows does")
  }

  func tooManyAttempts(_ limit: Int, _ ordinal: Int) -> Diagnostic {
    diagnostic(
      "F433", .error,
      "there are more than \(limit) results; those from message \(ordinal) on are not read")
  }

  func full() -> Diagnostic {
    diagnostic(
      "F434", .error,
      "the log has more runs, attempts or quotes than are kept; the rest is not read")
  }
}
