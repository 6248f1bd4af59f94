internal import IR

/// Heuristics that only the code tells: comments that say why something is done.
struct CodeComments {
  let repository: Repository
  let text: SourceText
  /// Places of files by their path; those that carry the work out first.
  let ranks: [String: Int]

  private static let most = 8
  private static let mostOfFile = 3
  private static let longestCode = 120

  /// The weightiest, in the order of the index and of the lines.
  func heuristics() -> [CodeHeuristic] {
    var found: [(rank: Int, weight: Int, heuristic: CodeHeuristic)] = []
    for file in repository.files {
      guard let rank = ranks[file.path], FileRelevance.part(of: file.path) >= 0.5 else { continue }
      for comment in CommentReader.comments(of: file, in: text) {
        let weight = Self.weight(of: comment.words)
        guard weight > 0 else { continue }
        found.append((rank, weight, Self.heuristic(comment, file.path)))
      }
    }
    var kept: [(rank: Int, weight: Int, heuristic: CodeHeuristic)] = []
    let order = found.sorted { a, b in
      (b.weight, a.rank, a.heuristic.code.lines?.lowerBound ?? 0)
        < (a.weight, b.rank, b.heuristic.code.lines?.lowerBound ?? 0)
    }
    for candidate in order where kept.count < Self.most {
      let words = candidate.heuristic.rationale.value
      let sameFile = kept.count { $0.rank == candidate.rank }
      let isKnown = kept.contains {
        Wording.similarity($0.heuristic.rationale.value, words) > 0.6
      }
      if sameFile < Self.mostOfFile, !isKnown { kept.append(candidate) }
    }
    return kept.sorted { a, b in
      (a.rank, a.heuristic.code.lines?.lowerBound ?? 0)
        < (b.rank, b.heuristic.code.lines?.lowerBound ?? 0)
    }.map(\.heuristic)
  }

  private static func heuristic(_ comment: CommentReader.Comment, _ path: String) -> CodeHeuristic {
    let lines = comment.firstLine...comment.lastLine
    let code = comment.code.flatMap { code in
      code.value.has("`") || code.value.utf8.count > longestCode
        || CredentialFinder.occurs(in: code.value) ? nil : code
    }
    let words = Grounded(
      comment.words + (code.map { " (`\($0.value)`)" } ?? ""), comment.spans + (code?.spans ?? []),
      comment.spans.count > 1 || code != nil
        ? .computed("a comment and the line of code that it stands at") : nil)
    let title = Grounded(
      Wording.opening(comment.words, limit: 90).text, comment.spans,
      .computed("first words of the comment"))
    return CodeHeuristic(
      title: title, rationale: words, code: CodeReference(path: path, lines: lines),
      span: comment.spans.first)
  }

  // MARK: Reasons

  /// 0 for a comment that gives no reason, or one for what only concerns the program.
  static func weight(of comment: String) -> Int {
    guard isProse(comment), Wording.isFieldSafe(comment), !CredentialFinder.occurs(in: comment)
    else { return 0 }
    let words = CueWords(comment)
    guard words.words.count >= 5, plumbing.matches(in: words).isEmpty else { return 0 }
    let strong = warnings.matches(in: words).isEmpty ? 0 : 3
    return strong + (reasons.matches(in: words).isEmpty ? 0 : 1)
  }

  /// Words rather than code that was taken out, and no wish for later.
  private static func isProse(_ comment: String) -> Bool {
    let signs = comment.utf8.count { "=(){}[]<>_\\|*+".utf8.contains($0) }
    return comment.utf8.count >= 24 && signs * 12 < comment.utf8.count
      && !["TODO", "FIXME", "XXX", "http", "type:", "noqa", "pylint", "Copyright"].contains {
        comment.has($0)
      }
  }

  /// What goes wrong without it, or that it matters.
  static let warnings = CueTable([
    Cue(
      "numerical|numerically ... stability|stable|unstable|instability|issues|problems|errors",
      .heuristic, weight: 3,
      matches: "Subtract the maximum for numerical stability.", ignores: "A numerical label."),
    Cue(
      "stability|instability|unstable|diverge|diverges|diverging|nan|nans|overflow|underflow|explode|vanish",
      .heuristic, weight: 3, matches: "Larger weights overflow.", ignores: "Sort the weights."),
    Cue(
      "otherwise ... diverge*|fail*|collapse*|explode*|break*|unstable|wrong|nan|crash*|zero",
      .heuristic, weight: 3,
      matches: "Wait, otherwise the weighing fails.", ignores: "Otherwise, sort."),
    Cue(
      "important|crucial|essential|necessary ... to|that|for|because|otherwise", .heuristic,
      weight: 3,
      matches: "It is important to wait.", ignores: "Important."),
    Cue(
      "empirically|heuristically|rule-of-thumb|trick|hack", .heuristic, weight: 3,
      matches: "Chosen empirically on the first belt.", ignores: "Chosen by the caller."),
    Cue(
      "works|worked|performs|converges ... better|best|well|worse|faster", .heuristic, weight: 3,
      matches: "Two weighings work, three work better and it works best slow.",
      ignores: "It works."),
    Cue(
      "without this|it ... collapse*|diverge*|fail*|explode*|never|not", .heuristic, weight: 3,
      matches: "Without this the scale never rests.", ignores: "Without doubt."),
    Cue(
      "leakage|imbalance|degenerate", .heuristic, weight: 3,
      matches: "Split by belt against leakage of marbles.", ignores: "Split the belt."),
  ])

  /// Why it is done. Comments also say what a line does, with `to` and `if` in them.
  static let reasons = CueTable([
    Cue(
      "because", .heuristic, weight: 1, matches: "Wait because the pan swings.",
      ignores: "Wait until it rests."),
    Cue(
      "so that", .heuristic, weight: 1, matches: "Wait so that the pan rests.",
      ignores: "So wait."),
    Cue(
      "since the|it|we|they|there|our|this|all|each", .heuristic, weight: 1,
      matches: "Wait since the pan swings.", ignores: "Since then."),
    Cue(
      "to avoid|prevent|mitigate|stabilize|stabilise|ensure|counteract|reduce", .heuristic,
      weight: 1, matches: "Wait to avoid swing.", ignores: "Avoid the pan."),
    Cue(
      "avoids|prevents|ensures|avoiding|preventing|ensuring|stabilizes", .heuristic, weight: 1,
      matches: "Waiting prevents swing.", ignores: "Wait for the pan."),
  ])

  /// What concerns the program and its surroundings, not the work.
  static let plumbing = CueTable([
    Cue(
      "import|imports|importing|module|mypy|lint|linter|python|pip|version|versions|deprecated|compat|compatibility|compatible|api|thread|threads|socket|http|json|yaml|docker|ci|github|windows|macos|linux|backwards|backward-compatible",
      .heuristic, weight: 1,
      matches: "Imported here to avoid a cycle of modules; import late.",
      ignores: "Wait to avoid swing."),
    Cue(
      "path|paths|directory|folder|file|files|filename|log|logs|logging|logger|wandb|print|printing|cli|argument|arguments|args|kwargs|flag|callers|caller|callback|closure|subprocess|cache|cached|pickle|string|strings|tuple|dict|copy|in-place|inplace|legend|axis|axes|label|labels|plot|plots|figure|colour|color|user|users|test|tests|exception|exceptions|raise|raises|return|returns",
      .heuristic, weight: 1,
      matches: "To avoid a clash of file names.", ignores: "Wait to avoid swing."),
  ])
}

/// A heuristic with the place of the code that shows it.
struct CodeHeuristic {
  let title: Grounded<String>
  let rationale: Grounded<String>
  let code: CodeReference
  let span: SourceSpan?
}
