package import Backend
internal import IR

/// What a compilation found, wrote and lacks.
package struct Summary: Sendable {
  package let lines: [String]

  package init(output: String, profile: Profile, result: RepairLoop.Outcome) {
    let document = result.document
    var lines: [String] = []
    if !output.isEmpty { lines.append("\(output): \(result.tree.filePaths.count) files") }
    lines.append("found    \(Self.found(document))")
    lines.append("written  \(Self.written(document))")
    lines.append("level 1  \(Self.level1(result.verdict, profile))")
    lines.append("repair   \(Self.rounds(result.rounds))")
    for conflict in Self.conflicts(document) { lines.append("conflict \(conflict)") }
    for missing in Self.missing(document) { lines.append("missing  \(missing)") }
    self.lines = lines
  }

  private static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  private static func found(_ document: Document) -> String {
    var parts: [String] = []
    if let paper = document.inputs.paper {
      parts += [
        count(paper.pages.count, "page"), count(paper.sections.count - 1, "section"),
        count(paper.tables.count, "table"),
        count(paper.figures.count, "figure"), count(paper.references.count, "reference"),
      ]
    }
    if let repository = document.inputs.repository {
      parts += [
        count(repository.files.count, "repository file"),
        count(repository.settings.count, "setting"),
        count(repository.commits.count, "commit"),
      ]
    }
    if let rubric = document.inputs.rubric {
      parts.append(count(rubric.leaves.count, "rubric leaf", "rubric leaves"))
    }
    let runs = document.inputs.logs.flatMap(\.runs)
    if !runs.isEmpty {
      parts += [count(runs.count, "run"), count(runs.flatMap(\.attempts).count, "attempt")]
    }
    let withheld = runs.flatMap(\.withheld).count
    if withheld > 0 { parts.append("\(count(withheld, "attempt")) beyond the reference left out") }
    return parts.joined(separator: ", ")
  }

  private static func written(_ document: Document) -> String {
    [
      count(document.claims.claims.count, "claim"),
      count(document.experiments.experiments.count, "experiment"),
      count(document.concepts.concepts.count, "concept"),
      count(document.relatedWorks.works.count, "related work"),
      count(document.heuristics.heuristics.count, "heuristic"),
      count(document.parameters.parameters.count, "parameter"),
      count(document.trace.nodes.count, "tree node"),
      count(document.evidence.exhibits.count, "table or figure", "tables and figures"),
    ].joined(separator: ", ")
  }

  /// What paper and repository contradict each other in; nothing unless both were given.
  private static func conflicts(_ document: Document) -> [String] {
    let values = document.parameters.parameters.filter { !$0.conflicts.isEmpty }.map { parameter in
      let others = parameter.conflicts.map { value in
        "\(value.value.value) (\(value.places.map(\.value).joined(separator: ", ")))"
      }
      return "\(parameter.name.value): \(parameter.value.value) in the paper, "
        + "\(others.joined(separator: ", ")) in the repository"
    }
    let facts = document.discrepancies.discrepancies.map {
      "\($0.subject.value): named by the paper; the repository \($0.found.value)"
    }
    return (values + facts).map(Self.onOneLine)
  }

  /// Control characters of an input have no effect on a terminal.
  private static func onOneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  private static func level1(_ verdict: Verdict, _ profile: Profile) -> String {
    let errors = verdict.findings.count { $0.severity == .error }
    let warnings = verdict.findings.count { $0.severity == .warning }
    let state = errors == 0 ? "clean" : count(errors, "error")
    return "\(state) in profile \(profile.rawValue), \(count(warnings, "warning"))"
  }

  private static func rounds(_ rounds: [RepairLoop.Round]) -> String {
    guard !rounds.isEmpty else { return "no round needed" }
    let kept = rounds.enumerated().map { index, round -> String in
      guard round.isKept else { return "round \(index + 1) cured nothing and was dropped" }
      let fixed = round.fixed.sorted { $0.key < $1.key }.map { "\($0.key) ×\($0.value)" }.joined(
        separator: ", ")
      return "round \(index + 1) fixed \(fixed)"
    }
    return kept.joined(separator: "; ")
  }

  /// What no input gave, and which input would.
  private static func missing(_ document: Document) -> [String] {
    var lines: [String] = []
    if document.inputs.paper == nil {
      lines.append("claims, experiments and evidence: a paper would give them")
    }
    if document.inputs.repository == nil {
      lines.append(
        "code, configurations and exact dependencies: the git repository would give them")
    } else if document.inputs.repository?.commits.isEmpty == true {
      lines.append("the history of the code: a clone with its commits would give it")
    }
    if document.inputs.logs.isEmpty {
      lines.append("attempts and dead ends of runs: run logs would give them")
    }
    if document.inputs.rubric == nil {
      lines.append("requirements to reproduce it: a rubric would give them")
    }
    for gap in document.coverage.knownGaps {
      lines.append(
        "\(gap.subject.words): \(gap.found) of \(gap.wanted) that the April schema asks for; the inputs state no more"
      )
    }
    return lines
  }
}
