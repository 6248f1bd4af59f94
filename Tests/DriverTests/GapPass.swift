import IR
import Passes

/// A pass that admits shortfalls, of which each cures one finding.
struct GapPass: Pass {
  static let id = PassID("gaps", version: 1)
  static let reads = ["coverage"]
  /// Of an empty document each of these is open.
  static let repairs: Set<DiagnosticCode> = [
    "ARA329", "ARA333", "ARA343", "ARA513", "ARA514", "ARA515",
  ]

  /// What is admitted after a round, given what was before.
  let change: @Sendable ([KnownGap.Subject]) -> [KnownGap.Subject]

  /// Admits the next shortfall in each round.
  static let steady = GapPass { admitted in
    admitted + subjects.dropFirst(admitted.count).prefix(1)
  }
  static let idle = GapPass { $0 }
  /// Admits another shortfall and takes back those that were admitted.
  static let fickle = GapPass { admitted in subjects.filter { !admitted.contains($0) }.suffix(1) }

  static let subjects: [KnownGap.Subject] = [
    .concepts, .experiments, .heuristics, .treeNodes, .deadEnd, .decision,
  ]

  static func gaps(_ subjects: [KnownGap.Subject]) -> Coverage {
    Coverage(knownGaps: subjects.map { KnownGap(subject: $0, found: 0, wanted: 1) })
  }

  func input(from document: Document) -> Coverage { document.coverage }

  func run(_ input: Coverage, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Coverage>
  {
    let codes = findings.map(\.code.name).sorted().joined(separator: " ")
    let round = Diagnostic(code: "P999", severity: .note, message: codes)
    return Reported(Self.gaps(change(input.knownGaps.map(\.subject))), [round])
  }
}

/// A pass that repairs nothing.
struct UnconcernedPass: Pass {
  static let id = PassID("unconcerned", version: 1)
  static let reads: [String] = []

  func input(from document: Document) -> Coverage { document.coverage }

  func run(_ input: Coverage, addressing findings: [Diagnostic], in context: PassContext)
    async throws(PassError) -> Reported<Coverage>
  {
    Reported(GapPass.gaps(GapPass.subjects))
  }
}
