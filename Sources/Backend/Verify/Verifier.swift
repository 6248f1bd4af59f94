internal import Dispatch
package import IR
internal import Synchronization

/// Level 1: deterministic checks of an artifact, under a profile.
///
/// Reads nothing but the tree that it is given: no file is opened, no link followed.
package struct Verifier: Sendable {
  private let profile: Profile
  /// Whether all processors are used. The answer comes sooner and costs more time of processors.
  private let isHurried: Bool

  package init(profile: Profile = .superset, hurried isHurried: Bool = false) {
    self.profile = profile
    self.isHurried = isHurried
  }

  /// `document` gives the inputs in compilation; nil for an artifact without them.
  package func verify(_ tree: ArtifactTree, against document: Document? = nil) -> Verdict {
    verify(tree, InputsAtHand(document))
  }

  package func verify(_ tree: ArtifactTree, _ atHand: InputsAtHand) -> Verdict {
    let artifact = Artifact(tree, hurried: isHurried)
    let inputs = Self.texts(of: atHand, for: artifact)
    // Without the paper, what it would say better is said.
    let hasInputs = inputs.map { !$0.areNamed || $0.paper != nil } ?? false
    var weighing = Weighing(profile: profile, hasInputs: hasInputs)
    if isHurried {
      weighing = Self.sideBySide(artifact, weighing)
    } else {
      for check in Self.checks { check.run(on: artifact) { weighing.add($0) } }
    }
    guard let inputs else {
      weighing.add(.inputsNotAtHand())
      return weighing.verdict
    }
    for check in Self.sourceChecks {
      check.run(on: artifact, against: inputs) { weighing.add($0) }
    }
    for source in artifact.manifest?.keys?.sources ?? [] where inputs.isMissing(source.id) {
      weighing.add(.inputNotAtHand(source))
    }
    return weighing.verdict
  }

  /// What the checks of an artifact alone find, run side by side, in the order of their table.
  private static func sideBySide(_ artifact: Artifact, _ none: Weighing) -> Weighing {
    let weighed = Mutex(Array(repeating: none, count: checks.count))
    DispatchQueue.concurrentPerform(iterations: checks.count) { turn in
      // Those at the end of the table take longest, and nobody should wait for the last one.
      let index = checks.count - 1 - turn
      var own = none
      checks[index].run(on: artifact) { own.add($0) }
      weighed.withLock { [own] in $0[index] = own }
    }
    return weighed.withLock(\.self).reduce(into: none) { $0.add($1) }
  }

  private static func texts(of atHand: InputsAtHand, for artifact: Artifact) -> InputTexts? {
    switch atHand {
    case .none: nil
    case .compiled(let document): InputTexts(document)
    case .named(let document): InputTexts(DeclaredInputs(document, of: artifact))
    }
  }

  /// What every code means, in order of the codes.
  package static let explanations: [Explanation] = rows.map(\.explanation)

  /// Every row, in order of the codes.
  package static let rows: [CheckRow] = declaredRows.sorted { $0.code < $1.code }

  package static func failureClass(of code: DiagnosticCode) -> FailureClass? {
    rowsByCode[code]?.failureClass
  }

  /// Whether a row compares the artifact with its inputs.
  static func needsInputs(_ code: DiagnosticCode) -> Bool { inputCodes.contains(code) }

  private static let inputCodes = Set(
    sourceChecks.flatMap { type(of: $0).rows.map(\.code) })

  fileprivate static let rowsByCode: [DiagnosticCode: CheckRow] = Dictionary(
    declaredRows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  private static var declaredRows: [CheckRow] {
    checks.flatMap { type(of: $0).rows } + sourceChecks.flatMap { type(of: $0).rows } + [inputsRow]
  }

  private static let inputsRow = CheckRow(
    "ARA700", .note(.august2026), .grounding, "the inputs are not at hand",
    cause: "Some checks compare the artifact with the paper, repository, rubric or logs that it "
      + "was made from; without them these checks are left out.",
    cure: "Name the inputs with `--sources` to have every check run.",
    example: "arac verify a-foreign-artifact")
}

/// Turns findings into diagnostics under a profile.
private struct Weighing {
  /// More findings of one code and severity in one file than this are only counted.
  private static let mostPerFile = 1000

  private struct Weighed {
    var diagnostic: Diagnostic
    let issue: Issue
    let line: Int
  }

  private struct Group: Hashable {
    let code: DiagnosticCode
    let severity: Severity
    let file: String
  }

  let profile: Profile
  let hasInputs: Bool
  private var weighed: [Weighed] = []
  private var counts: [Group: Int] = [:]
  /// Of every error, of those too that are only counted: a repair must see whether they are cured.
  private var openIssues: Set<Issue> = []
  private var tally: [Issue: Int] = [:]

  init(profile: Profile, hasInputs: Bool) {
    self.profile = profile
    self.hasInputs = hasInputs
  }

  mutating func add(_ finding: Finding) {
    guard let row = Verifier.rowsByCode[finding.code], !(hasInputs && row.yieldsToInputs) else {
      return
    }
    let subject = finding.subject.map { EntityRef(Excerpt.of($0)) }
    let issue = Issue(
      code: finding.code, file: finding.file, subject: subject,
      key: Excerpt.of(finding.about))
    tally[issue, default: 0] += 1
    guard let severity = row.severity(of: finding.variant, in: profile) else { return }
    if severity == .error { openIssues.insert(issue) }
    guard count(Group(code: finding.code, severity: severity, file: finding.file)) else { return }
    let diagnostic = Diagnostic(
      code: finding.code, severity: severity, message: finding.message, artifact: finding.place,
      subject: subject, excerpt: finding.excerpt, fixIts: finding.fixIt.map { [$0] } ?? [])
    weighed.append(
      Weighed(diagnostic: diagnostic, issue: issue, line: finding.place.line ?? 0))
  }

  /// Takes in what was found after this.
  mutating func add(_ later: Weighing) {
    tally.merge(later.tally, uniquingKeysWith: +)
    openIssues.formUnion(later.openIssues)
    var uncounted = later.counts
    for item in later.weighed {
      let group = Group(
        code: item.issue.code, severity: item.diagnostic.severity, file: item.issue.file)
      uncounted[group, default: 0] -= 1
      if count(group) { weighed.append(item) }
    }
    counts.merge(uncounted, uniquingKeysWith: +)
  }

  /// Counts one more, and tells whether it is one of those that are said.
  private mutating func count(_ group: Group) -> Bool {
    counts[group, default: 0] += 1
    return counts[group, default: 0] <= Self.mostPerFile
  }

  var verdict: Verdict {
    let ordered = weighed.sorted(by: Self.precedes)
    return Verdict(
      findings: withRemainders(ordered.map(\.diagnostic)), openIssues: openIssues,
      tally: tally)
  }

  private static func precedes(_ a: Weighed, _ b: Weighed) -> Bool {
    func key(_ item: Weighed) -> (String, Int, String, Int, String) {
      (
        item.issue.file, item.line, item.issue.code.name,
        item.diagnostic.artifact?.column ?? 0, item.diagnostic.message
      )
    }
    return key(a) < key(b)
  }

  /// Says of findings that were only counted how many there are.
  private func withRemainders(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let overfull = counts.filter { $0.value > Self.mostPerFile }
    if overfull.isEmpty { return diagnostics }
    var result = diagnostics
    var isSaid: Set<Group> = []
    for index in result.indices.reversed() {
      let group = Group(
        code: result[index].code, severity: result[index].severity,
        file: result[index].artifact?.file ?? "")
      guard let count = overfull[group], isSaid.insert(group).inserted else { continue }
      result[index].notes.append(Note(message: "\(count - Self.mostPerFile) more like this"))
    }
    return result
  }
}

extension Finding {
  fileprivate static func inputsNotAtHand() -> Finding {
    Finding(
      "ARA700", at: ArtifactPlace(file: "PAPER.md"), about: "inputs",
      "the inputs are not at hand: checks that compare with them were left out")
  }

  fileprivate static func inputNotAtHand(_ source: DeclaredSource) -> Finding {
    Finding(
      "ARA700", at: ArtifactPlace(file: "PAPER.md", line: source.line), about: source.id,
      "the source \(Quoted(source.id)) is not at hand: what cites it was not compared")
  }
}
