internal import IR

/// Takes out of a module what says nothing of its definitions and settings: statements of functions
/// in which no name of `PythonNames` stands, parameters without such a name, and all of a docstring
/// but its ends. Python's parser takes most of the time that a large repository takes, and nine
/// tenths of a large repository are such statements.
///
/// In the place of statements stands a number, so that functions end where they ended and a block is
/// never empty; comments on lines of their own go altogether. This is a matter of words and
/// indentation: a module that does not parse thereafter is to be parsed as it was.
struct PythonThinning {
  private var classes = PythonWordClasses()

  mutating func thinned(_ source: [UInt8]) -> ThinnedPython {
    var lines = PythonLines(source)
    lines.scan(with: &classes)
    var cuts = PythonCuts(lines)
    cuts.find()
    return ThinnedPython(source, without: cuts.cuts, comments: lines.comments)
  }
}

/// A module without what says nothing, with what brings places in it back to those in the module.
struct ThinnedPython {
  private(set) var bytes: [UInt8] = []
  /// Where pieces that were kept begin here and in the module, in order.
  private var starts: [(here: Int, there: Int)] = [(0, 0)]

  /// `cuts` and `comments` are in order; comments may lie in cuts.
  fileprivate init(_ source: [UInt8], without cuts: [PythonCuts.Cut], comments: [Range<Int>]) {
    guard !cuts.isEmpty || !comments.isEmpty else {
      bytes = source
      return
    }
    bytes.reserveCapacity(source.count)
    var at = 0
    var (cut, comment) = (cuts[...], comments[...])
    while true {
      let isCut: Bool
      let next: Range<Int>
      switch (cut.first?.bytes, comment.first) {
      case (nil, nil):
        bytes += source[at...]
        return
      case (let range?, let other):
        isCut = other.map { range.lowerBound <= $0.lowerBound } ?? true
        next = isCut ? range : other ?? range
      case (nil, let other?): (isCut, next) = (false, other)
      }
      let isStatement = isCut && cut.first?.isStatement == true
      if isCut { cut.removeFirst() } else { comment.removeFirst() }
      guard next.lowerBound >= at else { continue }
      bytes += source[at..<next.lowerBound]
      if isStatement { bytes.append(UInt8(ascii: "0")) }
      at = next.upperBound
      starts.append((bytes.count, at))
    }
  }

  /// Whether nothing was taken out.
  var isWhole: Bool { starts.count == 1 }

  /// The place in the module.
  func original(_ offset: Int) -> Int {
    let start = starts[max(starts.partitioningIndex { $0.here > offset } - 1, 0)]
    return start.there + offset - start.here
  }
}

/// Finds what can go: runs of statements of one block, each with what is indented below it,
/// parameters and texts.
private struct PythonCuts {
  struct Cut {
    let bytes: Range<Int>
    let isStatement: Bool
  }

  private let module: PythonLines
  private let lines: [PythonLines.Line]
  /// For each line the first behind it that is not indented below it.
  private let ends: [Int]
  /// How many lines before each say something.
  private let saying: [Int]
  /// In order.
  private(set) var cuts: [Cut] = []

  init(_ module: PythonLines) {
    self.module = module
    lines = module.lines
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
      if isOfFunction || lines[at].head == .importing, saying[end] == saying[at] {
        run = (run?.lowerBound ?? lines[at].bytes.lowerBound)..<lines[end - 1].bytes.upperBound
      } else {
        if let found = run { cuts.append(Cut(bytes: found, isStatement: true)) }
        run = nil
        parts(of: at..<end, isOfFunction: isOfFunction, depth: depth)
      }
      at = end
    }
    if let run { cuts.append(Cut(bytes: run, isStatement: true)) }
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
    var (isConfiguration, isDecorated) = (false, false)
    var at = statement.lowerBound
    while at < statement.upperBound {
      let (line, end) = (lines[at], min(ends[at], statement.upperBound))
      var body = (at + 1)..<max(end, at + 1)
      isConfiguration = isConfiguration || line.isOfConfiguration
      isDecorated = isDecorated || line.head == .decorator && line.saysSomething
      at = max(end, at + 1)
      if line.head == .function, !line.saysSomething, !isDecorated { cutHead(of: line) }
      cutText(of: line)
      // The cases of a match are no statements, and what a configuration sets may have any name.
      guard line.head != .match, line.head != .function || !isConfiguration else { continue }
      if line.head == .function, let first = body.first, lines[first].isText {
        cutText(of: lines[first])
        body = min(ends[first], body.upperBound)..<body.upperBound
      }
      block(body, isOfFunction: isOfFunction || line.head == .function, depth: depth + 1)
    }
  }

  /// What a function takes and returns is of interest where it may be a command.
  private mutating func cutHead(of line: PythonLines.Line) {
    guard !module.exposesFunctions, let opening = line.brackets.opening,
      let closing = line.brackets.closing, let colon = line.brackets.colon
    else { return }
    for range in [(opening + 1)..<closing, (closing + 1)..<colon] where !range.isEmpty {
      cuts.append(Cut(bytes: range, isStatement: false))
    }
  }

  private mutating func cutText(of line: PythonLines.Line) {
    guard let text = module.innerText(of: line) else { return }
    cuts.append(Cut(bytes: text, isStatement: false))
  }
}
