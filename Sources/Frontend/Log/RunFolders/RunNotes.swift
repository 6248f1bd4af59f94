/// What `notes.txt` of a run folder says: the idea, and a title and numbers for each run.
struct RunNotes {
  /// The idea's title and the description of the experiment.
  private(set) var idea: [NumberedLine] = []
  /// `## Run 1: title`, the first of each number.
  private(set) var titles: [Int: NumberedLine] = [:]
  /// The numbers that stand behind `Results:`, by data set and metric.
  private(set) var results: [Int: [String: [String: String]]] = [:]

  init(_ lines: [String]) {
    var run: Int?
    for (offset, line) in lines.enumerated() {
      if let heading = Self.heading(line) {
        run = titles[heading.run] == nil ? heading.run : nil
        if run != nil {
          titles[heading.run] = NumberedLine(text: heading.title, number: offset + 1)
        }
      } else if line.hasPrefix("#") {
        run = nil
        if let words = Self.ideaWords(line), idea.count < 2 {
          idea.append(NumberedLine(text: words, number: offset + 1))
        }
      } else if let run, results[run] == nil, line.hasPrefix("Results:") {
        results[run] = Self.numbers(lines[offset...].prefix(200).joined(separator: "\n"))
      }
    }
  }

  private static func heading(_ line: String) -> (run: Int, title: String)? {
    let opening = "## Run "
    guard line.hasPrefix(opening) else { return nil }
    let rest = line.dropFirst(opening.count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let run = Int(digits) else { return nil }
    let title = rest.dropFirst(digits.count).drop { $0 == ":" || $0 == " " }
    return (run, String(title))
  }

  private static func ideaWords(_ line: String) -> String? {
    for opening in ["# Title:", "# Experiment description:"] where line.hasPrefix(opening) {
      return QuotedText.oneLine(line.dropFirst(opening.count))
    }
    return nil
  }

  /// The numbers of the dictionary that comes first.
  private static func numbers(_ text: String) -> [String: [String: String]] {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(of: UInt8(ascii: "{")) else { return [:] }
    var parser = LiteralParser(bytes, from: start)
    var numbers: [String: [String: String]] = [:]
    for dataset in parser.parse()?.entries ?? [] {
      for metric in dataset.value.entries {
        if case .number(let value) = metric.value.value {
          numbers[dataset.key, default: [:]][metric.key] = value
        }
      }
    }
    return numbers
  }
}
