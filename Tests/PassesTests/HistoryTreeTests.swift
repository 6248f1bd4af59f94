import IR
import Testing

@testable import Passes

struct HistoryTreeTests {
  private var text = SourceTextBuilder(SourceID("code"))
  private var repository = Repository(
    source: SourceID("code"),
    files: [RepositoryFile(path: "sort.py", kind: .source, size: 1, blob: "0")])
  private static let day = 86_400

  /// Commits are given oldest first.
  private mutating func commit(
    _ subject: String, _ body: String? = nil, paths: [String] = ["sort.py"], day: Int = 0
  ) -> Commit {
    var commit = Commit(
      id: String(repeating: "\(repository.commits.count)", count: 40),
      time: (day + repository.commits.count) * Self.day, subject: span(subject))
    commit.body = body.map { span($0) }
    commit.paths = paths
    repository.commits.insert(commit, at: 0)
    return commit
  }

  private mutating func span(_ words: String) -> SourceSpan {
    let span = text.append(words, at: .lines(path: "commit", firstLine: 1))
    text.separate("\n")
    return span
  }

  private var nodes: [TraceNode] {
    let source = SourceText(
      id: SourceID("code"), kind: .git, file: "code", sha256: "", text: text.text,
      regions: text.regions)
    return HistoryTree(repository: repository, sources: SourceMap([source])).nodes()
  }

  private var deadEnds: [String] {
    nodes.compactMap { node in
      guard case .deadEnd(_, let failure, _) = node.kind else { return nil }
      return failure.value
    }
  }

  private var decisions: [String] {
    nodes.compactMap { node in
      guard case .decision(let choice, let alternatives, _) = node.kind else { return nil }
      return "\(choice.value) < \(alternatives.map(\.value).joined(separator: ", "))"
    }
  }

  @Test mutating func aMessageThatTellsOfAFailureIsADeadEnd() {
    _ = commit("Weigh thrice", "Weighing twice did not help\nwith damp marbles. We go on.")
    _ = commit("Fix the scale, which did not work well")
    _ = commit("Wait", "The tests do not work without it.")
    _ = commit("Polish", "The bigger model did not converge.", paths: ["paper/main.tex"])
    #expect(deadEnds == ["Weighing twice did not help with damp marbles."])
  }

  @Test mutating func whatReplacedWhatIsADecision() {
    _ = commit("Replace the mean with the median")
    _ = commit("Replace the import with another module version")
    _ = commit("Weigh the median")
    #expect(decisions == ["the median < the mean"])
  }

  @Test mutating func whatWasTakenOutIsADecision() {
    repository.files = ["sort.py", "lib/moved.py"].map {
      RepositoryFile(path: $0, kind: .source, size: 1, blob: "0")
    }
    _ = commit("Add sorters", paths: ["belt.py", "moved.py", "old.py", "sort.py"])
    _ = commit("Rely on the pan alone", paths: ["belt.py", "lib/moved.py", "moved.py"])
    _ = commit("Delete old.py", paths: ["old.py"])
    // A file that came with the same ending may be the one that went.
    #expect(decisions.isEmpty)
    _ = commit("Add a lamp", paths: ["lamp.py"])
    _ = commit("Rely on the pan alone", paths: ["lamp.py"])
    #expect(decisions == ["Rely on the pan alone < lamp.py"])
  }

  @Test mutating func aValueThatChangedWithAMessageOfItIsADecision() {
    let spoken = commit("Lower the learning rate")
    let silent = commit("Weigh damp marbles")
    for commit in [spoken, silent] {
      repository.changes.append(
        ValueChange(
          commit: commit.id, path: "sort.py", name: "lr", before: Grounded("0.1", [span("lr=0.1")]),
          after: Grounded("0.01", [span("lr=0.01")])))
    }
    #expect(decisions == ["lr = 0.01 < lr = 0.1"])
  }

  @Test mutating func aBranchWithFilesThatNeverCameInIsADeadEnd() {
    let left = commit("Try a third scale", paths: ["third.py"])
    let known = commit("Change the pan", paths: ["sort.py"])
    let late = commit("Try a fourth scale", paths: ["fourth.py"], day: 200)
    repository.commits = []
    _ = commit("Add the sorter", day: 200)
    repository.branches = [left, known, late].map { Branch(name: "side", commits: [$0]) }
    #expect(deadEnds == ["The branch was never merged into the history that was read"])
    #expect(nodes.first?.title.value == "Try a third scale")
  }
}
