/// The launches of experiments in the dialogue of a run folder, up to the end of its experiment
/// phase: what follows is paper writing.
///
/// Lines that begin with `#### ` are the runner's, those with `> ` are the editing tool's, all
/// others are the model's. A run of lines of one speaker is a turn.
struct RunDialogue {
  struct Launch {
    /// The number of the run; a failed launch has that of the next launch that is done.
    var run: Int
    /// The line that tells the outcome.
    let line: Int
    /// The turn of that line, from 1.
    let turn: Int
    /// The sentence of a failure; nil for a launch that was done.
    let failure: NumberedLine?
    /// What the model said it would do.
    let approach: NumberedLine?
  }

  private(set) var launches: [Launch] = []
  private(set) var turns = 0
  /// What the model said last.
  private(set) var approach: NumberedLine?

  /// The runs that the model planned before the first was made.
  private(set) var plan = PlannedRuns()
  /// The last sentence before a run in which the model says that it goes on to it, by its number.
  private(set) var announcements: [Int: NumberedLine] = [:]

  private enum Speaker { case runner, model }

  private var speaker: Speaker?
  private var isCode = false
  /// The sentence of a failure whose error text goes on.
  private var openFailure: (line: Int, words: NumberedLine)?

  init(_ lines: [String]) {
    for (offset, line) in lines.enumerated() {
      guard !line.hasPrefix("#### Great job! Please modify `plot.py`") else { break }
      read(line, offset + 1)
    }
    closeFailure()
    numberFailures()
  }

  private mutating func read(_ line: String, _ number: Int) {
    if line.hasPrefix("#### ") {
      turn(to: .runner)
      readRunner(QuotedText.oneLine(line.dropFirst(5)), number)
    } else if !line.hasPrefix("> "), line.contains(where: { $0 != " " }) {
      closeFailure()
      turn(to: .model)
      readModel(line, number)
    }
  }

  private mutating func turn(to next: Speaker) {
    guard speaker != next else { return }
    speaker = next
    turns += 1
    if next == .model {
      approach = nil
      isCode = false
    }
  }

  private mutating func readRunner(_ words: String, _ number: Int) {
    if let run = Self.number(in: words, after: "Run ", before: " completed. Here are the results") {
      closeFailure()
      launches.append(
        Launch(run: run, line: number, turn: turns, failure: nil, approach: approach))
    } else if words.hasPrefix("Run failed with the following error") {
      closeFailure()
      openFailure = (number, NumberedLine(text: words, number: number))
    } else if Self.number(in: words, after: "Run timed out after ", before: " seconds") != nil {
      closeFailure()
      openFailure = (number, NumberedLine(text: words, number: number))
      closeFailure()
    } else if let failure = openFailure, Verdict.namesException(words) {
      openFailure = (failure.line, NumberedLine(text: words, number: number))
    }
  }

  private mutating func closeFailure() {
    guard let failure = openFailure else { return }
    launches.append(
      Launch(run: 0, line: failure.line, turn: turns, failure: failure.words, approach: approach))
    openFailure = nil
  }

  private mutating func readModel(_ line: String, _ number: Int) {
    if line.hasPrefix("```") {
      isCode.toggle()
    } else if !isCode {
      if launches.isEmpty { plan.read(line, number) }
      announce(line, number)
      if let words = Approach.label(in: line) {
        approach = NumberedLine(text: words, number: number)
      }
    }
  }

  private mutating func announce(_ line: String, _ number: Int) {
    let next = (launches.last { $0.failure == nil }?.run ?? 0) &+ 1
    guard line.contains("Run \(next)") else { return }
    let sentence = Sentences.split(line).last {
      $0.contains("Run \(next)") && Approach.statesIntent($0)
    }
    if let sentence { announcements[next] = NumberedLine(text: sentence, number: number) }
  }

  /// A failed launch's number is used again, so it belongs to the next one that is done.
  private mutating func numberFailures() {
    var next = (launches.last { $0.failure == nil }?.run ?? 0) &+ 1
    for index in launches.indices.reversed() {
      if launches[index].failure == nil {
        next = launches[index].run
      } else {
        launches[index].run = next
      }
    }
  }

  private static func number(in words: String, after opening: String, before ending: String) -> Int?
  {
    guard words.hasPrefix(opening) else { return nil }
    let rest = words.dropFirst(opening.count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    return rest.dropFirst(digits.count).hasPrefix(ending) ? Int(digits) : nil
  }

  /// The failures that a log without its dialogue names: `Run 1 failed with return code 1`.
  static func failures(inLog lines: [String]) -> [(run: Int, words: NumberedLine)] {
    lines.enumerated().compactMap { offset, line in
      let words = QuotedText.oneLine(line)
      return number(in: words, after: "Run ", before: " failed with return code")
        .map { ($0, NumberedLine(text: words, number: offset + 1)) }
    }
  }
}
