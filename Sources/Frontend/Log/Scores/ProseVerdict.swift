extension Verdict {
  /// Reads a result in prose: a line with the verdict, details as bullets, the output of the
  /// scoring process, and the verdict again. Nil without a line that is a verdict.
  init?(prose text: String) {
    var part = ProsePart.details
    var errors: [Substring] = []
    for line in Lines(text) {
      if let sentence = Sentence(line) {
        read(sentence)
        part = .details
      } else if line == "Process execution details:" {
        part = .process
      } else if let bullet = Bullet(line) {
        part = part.next(after: bullet)
        if part == .details, details.count < Self.detailLimit { details.append(bullet.detail) }
        if part == .errors { errors.append(bullet.value) }
      } else if part == .errors {
        errors.append(line)
      }
      // The last exception counts, which stands at the end.
      if errors.count > 2000 { errors.removeFirst(1000) }
    }
    guard status != nil else { return nil }
    exception = Self.exception(in: errors.joined(separator: "\n"))
  }

  private static let invalid = "invalidSubmission"

  /// That a submission is invalid outweighs a score.
  private mutating func read(_ sentence: Sentence) {
    switch sentence {
    case .invalid:
      status = Self.invalid
      score = nil
    case .score(let quote) where status != Self.invalid:
      status = "scoringSucceeded"
      if PrintedNumber.isFinite(quote.value) { score = quote } else { brokenScore = quote.text }
    case .score: break
    }
  }

  private enum ProsePart {
    case details, process, errors

    func next(after bullet: Bullet) -> ProsePart {
      self == .details ? .details : bullet.name == "stderr" ? .errors : .process
    }
  }

  /// A line that is the verdict.
  private enum Sentence {
    case invalid
    case score(Quote)

    init?(_ line: Substring) {
      if line == "Your submission is invalid." {
        self = .invalid
        return
      }
      let opening = "The score is "
      guard line.hasPrefix(opening), line.hasSuffix(".") else { return nil }
      let value = String(line.dropFirst(opening.count).dropLast())
      guard PrintedNumber.isNumber(value) else { return nil }
      self = .score(Quote(text: opening + value, value: value))
    }
  }

  /// `  - name: value`
  private struct Bullet {
    let name: Substring
    let value: Substring

    init?(_ line: Substring) {
      guard line.hasPrefix("  - "), let colon = line.firstIndex(of: ":") else { return nil }
      name = line[..<colon].dropFirst(4)
      value = line[colon...].dropFirst().drop { $0 == " " }
      guard !name.isEmpty, name.count <= 80 else { return nil }
    }

    var detail: Detail {
      let printed = QuotedText.oneLine(value)
      let isMetric = PrintedNumber.isNumber(printed) || printed == "True" || printed == "False"
      return Detail(
        text: "\(QuotedText.oneLine(name)): \(printed)",
        metric: isMetric ? Metric(name: String(name), value: printed) : nil)
    }
  }
}
