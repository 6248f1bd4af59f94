package import IR

// What the driver has to say. Every wording stands here once.

extension Diagnostic {
  static func workerCrashed(_ name: String, _ signal: Int32, memoryBytes: Int) -> Diagnostic {
    var diagnostic = input(
      "D101", name, "the reader of this input crashed (signal \(signal)); the input is left out")
    diagnostic.notes = [
      Note(
        message:
          "it had \(memoryBytes >> 20) MiB of memory; if that was too little, raise --input-memory")
    ]
    return diagnostic
  }

  static func workerTimedOut(_ name: String, _ seconds: Int) -> Diagnostic {
    let limit = seconds == 1 ? "a second" : "\(seconds) seconds"
    return input(
      "D102", name,
      "the reader of this input took more than \(limit) and was stopped; the input is left out")
  }

  static func workerGarbled(_ name: String) -> Diagnostic {
    input(
      "D103", name,
      "the reader of this input ended without an answer, perhaps for want of memory; the input is left out"
    )
  }

  static func workerNotStarted(_ name: String, _ reason: String) -> Diagnostic {
    input("D104", name, "the reader of this input could not be started: \(reason)")
  }

  package static func noInput() -> Diagnostic {
    Diagnostic(
      code: "D201", severity: .error,
      message: "no input: give a paper, a repository, a rubric or run logs")
  }

  package static func twoOfAKind(_ name: String, _ kind: InputKind, _ first: String) -> Diagnostic {
    Diagnostic(
      code: "D202", severity: .error, message: "a second \(kind.words); one compilation takes one",
      input: InputPlace(file: name), notes: [Note(message: "the first is \(first)")])
  }

  package static func notAnArtifact(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "D301", severity: .error,
      message: "exists and is no artifact of arac; it is not overwritten",
      input: InputPlace(file: path))
  }

  static func holdsOtherFiles(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "D306", severity: .error,
      message: "exists and holds other files than are written there; it is not overwritten",
      input: InputPlace(file: path))
  }

  static func noPaper(_ name: String, _ kind: InputKind) -> Diagnostic {
    Diagnostic(
      code: "D204", severity: .error,
      message: "is a \(kind.words); text is read from a paper (PDF)",
      input: InputPlace(file: name))
  }

  /// How much of each kind was set apart; nil for nothing.
  static func setApart(_ name: String, _ items: [LeftOut]) -> Diagnostic? {
    var counts: [(reason: LeftOut.Reason, count: Int)] = []
    for item in items {
      if let known = counts.firstIndex(where: { $0.reason == item.reason }) {
        counts[known].count += 1
      } else {
        counts.append((item.reason, 1))
      }
    }
    guard !counts.isEmpty else { return nil }
    let words = counts.map { "\($0.count) \($0.reason.rawValue)\($0.count == 1 ? "" : "s")" }
    return Diagnostic(
      code: "D307", severity: .note,
      message: "no part of the text: \(words.joined(separator: ", "))",
      input: InputPlace(file: name))
  }

  package static func noArtifact(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "D305", severity: .error, message: "is no artifact: it has no PAPER.md and no logic/",
      input: InputPlace(file: path))
  }

  /// What was done about a finding.
  static func fixed(_ finding: Diagnostic, in path: String) -> Diagnostic {
    let words = finding.fixIts.first?.message ?? "an edit"
    var diagnostic = Diagnostic(
      code: "D310", severity: .note, message: "fixed \(finding.code): \(words)",
      artifact: finding.artifact, subject: finding.subject,
      notes: [Note(message: finding.message)])
    diagnostic = diagnostic.located(below: path)
    return diagnostic
  }

  static func noTree(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "D308", severity: .error, message: "has no trace/exploration_tree.yaml",
      input: InputPlace(file: path))
  }

  static func notATree(_ path: String, _ reason: String, line: Int) -> Diagnostic {
    Diagnostic(
      code: "D309", severity: .error, message: "is no exploration tree: line \(line): \(reason)",
      input: InputPlace(file: path))
  }

  package static func cannotWrite(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      code: "D302", severity: .error, message: "cannot be written: \(reason)",
      input: InputPlace(file: path))
  }

  package static func cannotRead(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      code: "D303", severity: .error, message: "cannot be read: \(reason)",
      input: InputPlace(file: path))
  }

  package static func notIR(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      code: "D304", severity: .error, message: "is no IR file: \(reason)",
      input: InputPlace(file: path))
  }

  static func unsoundDocument(after pass: String, _ problem: String) -> Diagnostic {
    Diagnostic(code: "D401", severity: .error, message: "after \(pass): \(problem)")
  }

  static func passFailed(_ message: String) -> Diagnostic {
    Diagnostic(code: "D402", severity: .error, message: message)
  }

  package static func unknownPass(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "D203", severity: .error, message: "there is no pass '\(name)'",
      notes: [Note(message: "`arac passes` lists them")])
  }

  private static func input(_ code: DiagnosticCode, _ name: String, _ message: String) -> Diagnostic
  {
    Diagnostic(code: code, severity: .error, message: message, input: InputPlace(file: name))
  }
}

extension InputKind {
  /// As a reader would call it.
  package var words: String {
    switch self {
    case .pdf: "paper"
    case .git: "repository"
    case .rubric: "rubric"
    case .log: "run log"
    }
  }
}
