/// The runs that a model planned before the first of them, and where it did something else.
struct PlannedRuns {
  /// A planned run in whose place another was made.
  struct Change {
    let run: Int
    let from: NumberedLine
  }

  /// What each run was to be, by its number.
  private(set) var items: [Int: NumberedLine] = [:]

  private static let most = 100

  /// Takes an item of a numbered list that plans a run: `2. **Run 2**: Weigh them twice.`
  mutating func read(_ line: String, _ number: Int) {
    let words = QuotedText.oneLine(line).filter { $0 != "*" }
    let item = words.drop { $0.isASCII && $0.isNumber }
    guard item.count < words.count, item.hasPrefix(". Run "), items.count < Self.most else {
      return
    }
    let rest = item.dropFirst(6)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let run = Int(digits), items[run] == nil, rest.dropFirst(digits.count).first == ":" else {
      return
    }
    let text = rest.dropFirst(digits.count + 1).drop { $0 == " " }
    if !text.isEmpty { items[run] = NumberedLine(text: String(text), number: number) }
  }

  /// Runs that have nothing in common with what was planned for them, nor with what was planned for
  /// later. Of several one after the other the first is the change.
  func changes(in done: [(run: Int, title: String)]) -> [Change] {
    var open = items.mapValues { Self.topics($0.text) }
    var changes: [Change] = []
    var isOffPlan = false
    for (run, title) in done {
      let topics = Self.topics(title)
      guard let planned = items[run], let wanted = open[run], !topics.isEmpty, !wanted.isEmpty
      else { continue }
      if !wanted.isDisjoint(with: topics) {
        open[run] = nil
        isOffPlan = false
      } else if let other = open.filter({ $0.value.intersection(topics).count >= Self.likeness })
        .keys.min()
      {
        open[other] = nil
      } else {
        if !isOffPlan { changes.append(Change(run: run, from: planned)) }
        isOffPlan = true
      }
    }
    return changes
  }

  /// How many words a run shares with an item that was planned for another number.
  private static let likeness = 2

  /// The beginnings of its words, which most forms of a word share.
  private static func topics(_ text: String) -> Set<String> {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    return Set(words.filter { !common.contains(String($0)) }.map { String($0.prefix(5)) })
  }

  private static let common: Set<String> = [
    "a", "an", "and", "by", "for", "from", "in", "into", "is", "it", "of", "on", "or", "the", "to",
    "we", "with", "our", "its", "this", "that", "as", "at", "be", "if", "run", "runs", "approach",
    "approaches", "experiment", "experiments", "experimenting", "implement", "implementation",
    "implementing", "use", "using", "add", "adding", "introduce", "introducing", "different", "new",
    "based", "model", "method",
  ]
}
