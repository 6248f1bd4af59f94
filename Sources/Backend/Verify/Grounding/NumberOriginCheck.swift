internal import IR
internal import YAML

/// Numbers of claims, the problem and the trace, against evidence and configurations.
struct NumberOriginCheck: Check {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA708", .error(), .grounding, "a number of a claim is in none of its evidence",
      cause: "No evidence file that the claim reaches through `Proof` and `Evidence`, or that the "
        + "index lists for it, holds the number with these digits; nor does a configuration.",
      cure: "Correct the number, or file the object that holds it.",
      example: "3.57 in no filed table"),
    CheckRow(
      "ARA709", .error(), .grounding, "a number of the problem or trace is in no evidence",
      cause: "No evidence or configuration file holds the number.",
      cure: "Correct the number, or file the object that holds it.",
      example: "result: \"Accuracy rises by 12%.\""),
  ]

  func run(on artifact: Artifact, report: (Finding) -> Void) {
    checkClaims(artifact, report)
    if let problem = artifact.problem { checkProblem(problem, artifact.numbers, report) }
    checkTree(artifact, report)
  }

  private func checkClaims(_ artifact: Artifact, _ report: (Finding) -> Void) {
    guard let claims = artifact.claims, artifact.experiments != nil else { return }
    var pools: [Set<String>: NumberPool] = [:]
    for field in artifact.paths.proofs where !artifact.hasBrokenChain(field) {
      let numbers = field.claim.claimNumbers(in: claims.file)
      if numbers.isEmpty { continue }
      let files = Set(
        artifact.proofs.evidence(of: field.experiments.map(\.id))
          + artifact.proofs.indexed(for: field.claim.id ?? ""))
      let pool = pools[files] ?? artifact.numbers.pool(of: files)
      pools[files] = pool
      for number in numbers where !isSetting(number, artifact) && !pool.holds(String(number.text)) {
        let phrase = ComputedPhrase.around(number, in: claims.file)
        let operations = phrase?.operations ?? [.difference, .ratio]
        if pool.derives(DecimalText(number.text), by: operations) { continue }
        report(phrase == nil ? .notFound(number, field.claim) : .notComputed(number, field.claim))
      }
    }
  }

  private func isSetting(_ number: LinePiece, _ artifact: Artifact) -> Bool {
    artifact.numbers.configuration.contains(DecimalText(number.text))
  }

  private func checkProblem(
    _ problem: BlockFile, _ numbers: NumberTable, _ report: (Finding) -> Void
  ) {
    for line in 1..<(problem.file.text.lines.count + 1) {
      var seen: Set<DecimalText> = []
      for number in problem.file.text.numbers(inLine: line)
      where seen.insert(DecimalText(number.text)).inserted {
        if numbers.recorded.holds(String(number.text)) { continue }
        report(.unrecorded(number, problem.block(at: line), problem.path))
      }
    }
  }

  private func checkTree(_ artifact: Artifact, _ report: (Finding) -> Void) {
    guard let trace = artifact.trace, let text = artifact.traceText else { return }
    for node in trace.nodes {
      for key in ["result", "failure_mode"].compactMap({ node[$0] }) {
        var seen: Set<DecimalText> = []
        for token in NumberToken.scan(key.value.scalar ?? "")
        where seen.insert(DecimalText(token.text)).inserted {
          if artifact.numbers.recorded.holds(token.text) { continue }
          report(.unrecorded(token.text, .value(token.text, key.value.mark, text), node))
        }
      }
    }
  }
}

/// Words that announce a computed number.
private enum ComputedPhrase {
  /// `by 5.2 points`
  case points
  /// `3% relative`
  case relative

  var operations: [NumberPool.Operation] {
    switch self {
    case .points: [.difference]
    case .relative: [.change]
    }
  }

  static func around(_ number: LinePiece, in file: MarkdownFile) -> ComputedPhrase? {
    let line = file.text.line(number.line)
    let rest = line[number.text.endIndex...].prefix(40)
    let behind = Words.all(rest)
    if behind.first == "points" || behind.prefix(2) == ["percentage", "points"] {
      return Words.all(line[..<number.text.startIndex].suffix(20)).last == "by" ? .points : nil
    }
    return rest.hasPrefix("%") && behind.first == "relative" ? .relative : nil
  }
}

extension Finding {
  private static let claimsPath = "logic/claims.md"

  fileprivate static func notFound(_ number: LinePiece, _ claim: Block) -> Finding {
    Finding(
      "ARA708", on: number, in: claimsPath, subject: claim.id,
      "\(Brief(number.text)) is in none of the evidence of \(claim.label)")
  }

  fileprivate static func notComputed(_ number: LinePiece, _ claim: Block) -> Finding {
    Finding(
      "ARA630", on: number, in: claimsPath, subject: claim.id,
      "\(Brief(number.text)) does not follow from two values of the evidence of \(claim.label)")
  }

  fileprivate static func unrecorded(_ number: LinePiece, _ block: Block?, _ file: String)
    -> Finding
  {
    Finding(
      "ARA709", on: number, in: file, subject: block?.id,
      "\(Brief(number.text)) is in no evidence and no configuration")
  }

  fileprivate static func unrecorded(
    _ number: String, _ place: DeferredPlace, _ node: TraceFile.Node
  ) -> Finding {
    Finding(
      "ARA709", at: place, subject: node.id, about: number,
      "\(Brief(number)) is in no evidence and no configuration", excerpt: number)
  }
}
