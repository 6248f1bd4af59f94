/// Takes out of a module what says nothing of its definitions and settings: statements of functions
/// in which no name of `PythonNames` stands. Python's parser takes most of the time that a large
/// repository takes, and nine tenths of a large repository are such statements.
///
/// In the place of statements stands a tuple of nothing over the same lines and columns, so that
/// everything else keeps its place and functions end where they ended. This is a matter of words
/// and indentation: a module that does not parse thereafter is to be parsed as it was.
struct PythonThinning {
  private var classes = PythonWordClasses()

  mutating func thinned(_ source: [UInt8]) -> [UInt8] {
    var lines = PythonLines(source)
    lines.scan(with: &classes)
    var cuts = PythonCuts(lines.lines)
    cuts.find()
    guard !cuts.ranges.isEmpty else { return source }
    var thinned = source
    for range in cuts.ranges where range.count >= 2 {
      for at in range where thinned[at] != UInt8(ascii: "\n") { thinned[at] = UInt8(ascii: " ") }
      thinned[range.lowerBound] = UInt8(ascii: "(")
      thinned[range.upperBound - 1] = UInt8(ascii: ")")
    }
    return thinned
  }
}

/// Finds what can go: runs of statements of one block, each with what is indented below it.
private struct PythonCuts {
  private let lines: [PythonLines.Line]
  /// For each line the first behind it that is not indented below it.
  private let ends: [Int]
  /// How many lines before each say something.
  private let saying: [Int]
  private(set) var ranges: [Range<Int>] = []

  init(_ lines: [PythonLines.Line]) {
    self.lines = lines
    var ends = [Int](repeating: lines.count, count: lines.count)
    var open: [Int] = []
    var saying = [0]
    for (index, line) in lines.enumerated() {
      while let last = open.last, lines[last].indent >= line.indent {
        ends[last] = index
        open.removeLast()
      }
      open.append(index)
      saying.append((saying.last ?? 0) + (line.saysSomething ? 1 : 0))
    }
    (self.ends, self.saying) = (ends, saying)
  }

  mutating func find() { block(0..<lines.count, isOfFunction: false, depth: 0) }

  /// Deeper than this nothing is taken out.
  private static let deepest = 64

  private mutating func block(_ block: Range<Int>, isOfFunction: Bool, depth: Int) {
    guard depth < Self.deepest else { return }
    var run: Range<Int>?
    var at = block.lowerBound
    while at < block.upperBound {
      let end = min(statementEnd(at), block.upperBound)
      if isOfFunction, saying[end] == saying[at] {
        run = (run?.lowerBound ?? lines[at].bytes.lowerBound)..<lines[end - 1].bytes.upperBound
      } else {
        if let found = run { ranges.append(found) }
        run = nil
        parts(of: at..<end, isOfFunction: isOfFunction, depth: depth)
      }
      at = end
    }
    if let run { ranges.append(run) }
  }

  /// Behind a statement with its decorators and its clauses (`else`, `except`).
  private func statementEnd(_ start: Int) -> Int {
    var head = start
    while head + 1 < lines.count, lines[head].head == .decorator { head += 1 }
    var end = ends[head]
    while end < lines.count, lines[end].head == .clause, lines[end].indent == lines[head].indent {
      end = ends[end]
    }
    return end
  }

  /// The blocks below the heads of one statement.
  private mutating func parts(of statement: Range<Int>, isOfFunction: Bool, depth: Int) {
    var isConfiguration = false
    var at = statement.lowerBound
    while at < statement.upperBound {
      let (line, end) = (lines[at], min(ends[at], statement.upperBound))
      var body = (at + 1)..<max(end, at + 1)
      isConfiguration = isConfiguration || line.isOfConfiguration
      at = max(end, at + 1)
      // The cases of a match are no statements, and what a configuration sets may have any name.
      guard line.head != .match, line.head != .function || !isConfiguration else { continue }
      if line.head == .function, let first = body.first, lines[first].isText {
        body = min(ends[first], body.upperBound)..<body.upperBound
      }
      block(body, isOfFunction: isOfFunction || line.head == .function, depth: depth + 1)
    }
  }
}
