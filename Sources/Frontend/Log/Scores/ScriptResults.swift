/// Scores that a script printed in the result of a call (`spec/logs-and-rubrics.md`, sections 5.4
/// and 5.5).
enum ScriptResults {
  /// How many results of one call count.
  static let limit = 1000

  /// In order; empty for the output of a script that says that it does not score on the test set.
  static func verdicts(in output: String) -> [Verdict] {
    var literals: [Verdict] = []
    var counts: [Verdict] = []
    for line in Lines(output) where literals.count < limit && counts.count < limit {
      if disclaimsTestSet(line) { return [] }
      if let verdict = literal(line) {
        literals.append(verdict)
      } else if let verdict = solvedCount(line) {
        counts.append(verdict)
      }
    }
    return literals.isEmpty ? counts : literals
  }

  /// Whether a call of `tool` with this command ran something rather than printed or searched
  /// files.
  static func isRun(tool: String, command: String) -> Bool {
    if tool == "python" { return true }
    return command.split { "\n;&|(".contains($0) }.contains { part in
      let words = part.split { $0 == " " || $0 == "\t" }
      guard
        let program = words.first(where: { !$0.contains("=") && !keywords.contains(String($0)) })
      else { return false }
      let name = program.split(separator: "/").last ?? program
      return program.hasPrefix("./") || name.hasPrefix("python") || runners.contains(String(name))
    }
  }

  /// Words of the shell before a command.
  private static let keywords: Set<String> = ["do", "else", "env", "if", "sudo", "then", "while"]

  private static let runners: Set<String> = [
    "accelerate", "bash", "cargo", "make", "node", "nohup", "sh", "srun", "time", "timeout",
    "torchrun", "uv",
  ]

  private static func disclaimsTestSet(_ line: Substring) -> Bool {
    guard line.utf8.count < 1000 else { return false }
    let words = line.lowercased()
    return words.contains("test set") && (words.contains(" not ") || words.contains("n't "))
  }

  /// `Scoring result: {…}`, or a line that is an object with a score.
  private static func literal(_ line: Substring) -> Verdict? {
    let opening = "Scoring result:"
    let rest = line.hasPrefix(opening) ? line.dropFirst(opening.count) : line
    let bare = rest.drop { $0 == " " || $0 == "\t" }
    guard bare.first == "{", bare.last(where: { $0 != " " }) == "}" else { return nil }
    let verdict = Verdict(literalIn: Array(bare.utf8), from: 0)
    return verdict?.score != nil || verdict?.brokenScore != nil ? verdict : nil
  }

  /// `Score: 0.0545 | 9 successes / 165`
  private static func solvedCount(_ line: Substring) -> Verdict? {
    let opening = "Score:"
    guard line.hasPrefix(opening) else { return nil }
    let parts = line.dropFirst(opening.count).split { " |/".contains($0) }
    guard parts.count >= 4, parts[2] == "successes", PrintedNumber.isFinite(parts[0]) else {
      return nil
    }
    let counts = [("n_successes", parts[1]), ("n_problems", parts[3].prefix { $0.isNumber })]
    guard counts.allSatisfy({ Int($0.1) != nil }) else { return nil }
    var verdict = Verdict()
    verdict.score = Verdict.Quote(
      text: String(line[..<parts[0].endIndex]), value: String(parts[0]))
    verdict.details = counts.map { name, count in
      Verdict.Detail(
        text: String(line[..<count.endIndex]),
        metric: Verdict.Metric(name: name, value: String(count)))
    }
    return verdict
  }
}
