import IR
import Testing

@testable import Passes

struct ApproachGroupTests {
  private static let vocabulary = [
    "marble", "weigh", "glass", "wooden", "scale", "damp", "sorter", "twice", "basket", "lamp",
    "shadow", "colour", "polish", "roller", "funnel", "spring",
  ]

  /// Texts of three to eight of the words, the same in every run.
  private static func texts(_ count: Int) -> [String] {
    var state: UInt32 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 16) % limit
    }
    return (0..<count).map { _ in
      (0..<(3 + next(6))).map { _ in vocabulary[next(vocabulary.count)] }.joined(separator: " ")
    }
  }

  /// Looking only at groups with a rarer word in common finds what looking at all of them finds.
  @Test func groupsAreThoseOfAllComparisons() {
    let texts = Self.texts(400)
    let id = SourceID("log")
    var text = SourceTextBuilder(id)
    var run = Run(id: "1", task: "marbles", messages: 9)
    for (index, words) in texts.enumerated() {
      var attempt = Attempt(index: index + 1, status: .valid, messages: 1...2)
      attempt.approach = text.append(words, at: .message(run: "1", ordinal: 1))
      text.separate("\n")
      run.attempts.append(attempt)
    }
    let source = SourceText(
      id: id, kind: .log, file: "runs.jsonl", sha256: "", pages: nil, text: text.text,
      regions: text.regions)
    let groups = ApproachGroups(runs: [run], sources: SourceMap([source])).groups

    var expected: [(words: Set<String>, members: [Int])] = []
    for (index, text) in texts.enumerated() {
      let words = Set(Wording.content(text))
      let known = expected.firstIndex { Wording.similarity($0.words, words) >= 0.6 }
      if let known {
        expected[known].members.append(index + 1)
      } else {
        expected.append((words, [index + 1]))
      }
    }
    #expect(groups.map { $0.members.map(\.attempt.index) } == expected.map(\.members))
  }
}
