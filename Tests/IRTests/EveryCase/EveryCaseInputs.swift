import IR

/// Facts of a repository.
struct EveryCaseRepository {
  let source: SourceText
  let facts: Repository
  let line: Grounded<String>

  private static let commit = String(repeating: "1f", count: 20)

  init() {
    var text = Pieces("repo")
    let place = Place.lines(path: "fold/rail.py", firstLine: 3)
    let line = text.grounded("ANGLE = 12", place)
    let kinds: [RepositoryFile.Kind] = [
      .source, .configuration, .data, .notebook, .log, .documentation, .binary, .license,
      .generated, .symlink,
      .submodule, .largeFilePointer,
    ]
    let files = kinds.enumerated().map { index, kind in
      RepositoryFile(
        path: "fold/\(index)-caf\\xE9", kind: kind, language: "python", size: index, lines: index,
        blob: Self.commit, text: line.spans[0], summary: line.spans[0])
    }
    var facts = Repository(
      source: SourceID("repo"), head: Self.commit, files: files, symbols: Self.symbols(line),
      settings: Self.settings(line),
      dependencies: [
        Dependency(
          name: "paper", version: ">=1,<2", declared: line, path: "requirements.txt",
          isLocked: true)
      ],
      provisions: [Provision.Kind.image, .python, .install, .data].map {
        Provision(kind: $0, value: line, path: "Dockerfile", line: 1)
      },
      commits: [
        Commit(
          id: Self.commit, time: 2_000_000_000, subject: text.span("Fold twice", place),
          body: text.span("It flies.", place), paths: ["fold/rail.py"], isMerge: true,
          reverts: Self.commit)
      ])
    facts.branches = [Branch(name: "side/fold", commits: facts.commits)]
    facts.changes = [
      ValueChange(
        commit: Self.commit, path: "fold/rail.py", name: "angle", before: line, after: line)
    ]
    self.facts = facts
    self.line = line
    source = text.source(.git, file: "repo", commit: Self.commit)
  }

  private static func symbols(_ line: Grounded<String>) -> [CodeSymbol] {
    let kinds: [CodeSymbol.Kind] = [.function, .method, .type, .constant]
    return kinds.map {
      CodeSymbol(
        path: "fold/rail.py", name: "Rail.launch", kind: $0, signature: "def launch(self)",
        lines: 3...9, doc: line.spans[0], span: line.spans[0])
    }
  }

  private static func settings(_ line: Grounded<String>) -> [Setting] {
    let origins: [Setting.Origin] = [
      .argument, .dataclass, .constant, .configurationFile, .callKeyword, .launch,
    ]
    return origins.map {
      var setting = Setting(
        name: "rail.angle", value: line, origin: $0, path: "fold/rail.py", line: 3, type: "int",
        help: line.spans[0], uses: line.spans)
      setting.command = line.spans[0]
      return setting
    }
  }
}

/// Facts of a rubric.
struct EveryCaseRubric {
  let source: SourceText
  let facts: Rubric

  init() {
    var text = Pieces("rubric")
    facts = Rubric(
      source: SourceID("rubric"), paper: "clip",
      nodes: [
        Rubric.Node(
          id: "root", requirement: text.span("It flies.", .node("root")), weight: "1",
          isLeaf: false),
        Rubric.Node(
          id: "leaf", requirement: text.span("It flies far.", .node("leaf")), weight: "2.0",
          category: "Result Analysis", fineCategory: "Evaluation", parent: 0, isLeaf: true),
      ], isGraded: true)
    source = text.source(.rubric, file: "rubric.json")
  }
}

/// Facts of run logs: one log of each form.
struct EveryCaseLog {
  let source: SourceText
  let facts: [RunLog]
  let score: Grounded<String>

  init() {
    var text = Pieces("log")
    let place = Place.message(run: "7", ordinal: 12)
    let score = text.grounded("0.73", place)
    let span = score.spans[0]
    let origins: [Attempt.Origin] = [
      .scorer, .script, .review, .launch(run: "run_1"), .tool, .command,
    ]
    let statuses: [Attempt.Status] = [.valid, .invalid, .hidden, .valid, .invalid, .valid]
    let attempts = zip(origins, statuses).enumerated().map { index, kind in
      var attempt = Attempt(
        index: index + 1, origin: kind.0, status: kind.1, score: score,
        metrics: [Attempt.Metric(name: "loss", value: score)], approach: span, failure: span,
        messages: 3...12)
      attempt.cause = .tooSlow
      attempt.hypothesis = span
      attempt.lesson = span
      attempt.isKept = false
      attempt.files = [span]
      attempt.command = span
      attempt.verdict = span
      attempt.pass = LoopPass(value: score, command: "throw --far")
      return attempt
    }
    var run = Run(
      id: "7", task: "glide", model: "thrower", messages: 40, question: span, attempts: attempts,
      localChecks: attempts,
      results: [RunResult(run: "run_1", dataset: "sheets", metric: "metres", value: score)])
    run.abandoned = FailureCause.allCases.map { cause in
      var attempt = attempts[1]
      attempt.cause = cause
      return attempt
    }
    run.toolErrors = attempts
    run.choices = [StatedChoice(choice: span, alternative: span, message: 4)]
    run.turns = [
      StatedTurn(from: span, to: span, statement: span, isOfUser: true, message: 5)
    ]
    run.year = score
    run.withheld = [
      WithheldAttempt(index: 3, origin: .scorer, reason: .beatsReference),
      WithheldAttempt(index: 4, origin: .scorer, reason: .sameSubmission),
    ]
    let forms: [RunLog.Form] = [
      .maltSamples, .maltGraph, .maltMessages, .inspect, .runFolder, .session, .results,
    ]
    let scorings = [
      Scoring(
        direction: .higher, start: "0.1", reference: "0.8", formula: "metres / 10",
        metrics: ["metres"], unit: "m", mode: .degenerate),
      Scoring(direction: .lower), Scoring(direction: .lower, mode: .hidden),
    ]
    let runs = scorings.map { scoring in
      var scored = run
      scored.scoring = scoring
      return scored
    }
    facts = forms.map { RunLog(source: SourceID("log"), form: $0, runs: runs) }
    self.score = score
    source = text.source(.log, file: "runs.jsonl")
  }
}
