internal import IR

/// The outlines of a repository's Python, as far as it was parsed.
struct PythonOutlines: Sendable {
  /// By the position of the file; nil for a file that is no Python or was not parsed.
  private(set) var outlines: [PythonOutline?]
  private var unparsed: [Unparsed] = []
  private var withoutParser = 0
  private var tests = 0

  fileprivate struct Unparsed {
    let path: String
    let line: Int?
    let error: String
    let isCell: Bool
  }

  /// Where there is more Python than this, in bytes, the parser takes most of the time. Tests are
  /// then outlined without it, as they define nothing that configures, and of the rest it gets
  /// what is left by `PythonThinning`.
  private static let mostWithTests = 4 << 20

  /// Parses each file that is Python. The cells of a notebook are parsed one by one, so that one
  /// that is broken costs no other. `work` is done meanwhile, once, whether there is Python or not.
  init(
    _ files: [KeptFile], _ outliner: any PythonOutliner,
    meanwhile work: (_ serve: () -> Void) -> Void
  ) {
    outlines = Array(repeating: nil, count: files.count)
    var positions = files.indices.filter { Self.isPython(files[$0]) }
    let isLarge = positions.reduce(0) { $0 + files[$1].bytes.count } > Self.mostWithTests
    if isLarge {
      let all = positions.count
      positions.removeAll { Self.isTest(files[$0].path) }
      tests = all - positions.count
    }
    guard !positions.isEmpty else {
      work {}
      return
    }
    let sources = positions.flatMap { position in
      let file = files[position]
      return file.units.map { unit in
        file.kind == .notebook ? Notebook.withoutMagic(file.bytes[unit]) : file.bytes
      }
    }
    let parser = ThinningOutliner(outliner, isThinning: isLarge)
    guard let found = parser.outlines(of: sources, meanwhile: work), found.count == sources.count
    else {
      withoutParser = positions.count
      return
    }
    var rest = found[...]
    for position in positions {
      let file = files[position]
      let parts = zip(rest, file.units)
      rest = rest.dropFirst(file.units.count)
      if let (broken, unit) = parts.first(where: { $0.0.error != nil }) {
        unparsed.append(Unparsed(broken, unit, of: file))
      }
      outlines[position] = PythonOutline(joining: parts.map { ($0, offset: $1.lowerBound) })
    }
  }

  func report(to findings: inout RepositoryFindings) {
    if withoutParser > 0 { findings.append(.noPython(withoutParser, at: findings.place)) }
    for file in unparsed {
      findings.append(
        .unparsedPython(
          file.error, isCell: file.isCell, at: findings.place(file.path, line: file.line)))
    }
    if tests > 0 { findings.append(.roughTests(tests, at: findings.place)) }
  }

  private static func isPython(_ file: KeptFile) -> Bool {
    file.language == "Python" || file.kind == .notebook
  }

  private static func isTest(_ path: String) -> Bool {
    let parts = path.lowercased().split(separator: "/")
    return parts.dropLast().contains { $0 == "test" || $0 == "tests" }
      || parts.last.map { $0.hasPrefix("test_") || $0 == "conftest.py" } ?? false
  }
}

/// Parses only what says something where there is much to parse.
private struct ThinningOutliner {
  private let outliner: any PythonOutliner
  private let isThinning: Bool

  init(_ outliner: any PythonOutliner, isThinning: Bool) {
    (self.outliner, self.isThinning) = (outliner, isThinning)
  }

  func outlines(
    of sources: [[UInt8]], meanwhile work: (_ serve: () -> Void) -> Void
  ) -> [PythonOutline]? {
    guard isThinning else { return outliner.outlines(of: sources, meanwhile: work) }
    var thinning = PythonThinning()
    let thinned = sources.map { thinning.thinned($0) }
    guard let answers = outliner.outlines(of: thinned.map(\.bytes), meanwhile: work),
      answers.count == sources.count
    else { return nil }
    var found = zip(answers, thinned).map { outline, source in outline.moved(source.original) }
    // What does not parse is parsed as it was: that tells where the fault lies.
    let broken = found.indices.filter {
      found[$0].error != nil && !thinned[$0].isWhole
    }
    guard !broken.isEmpty else { return found }
    let whole = outliner.outlines(of: broken.map { sources[$0] }, meanwhile: { $0() }) ?? []
    for (index, outline) in zip(broken, whole) { found[index] = outline }
    return found
  }
}

extension PythonOutlines.Unparsed {
  fileprivate init(_ outline: PythonOutline, _ unit: Range<Int>, of file: KeptFile) {
    let row = file.row(at: unit.lowerBound) + (outline.line ?? 1) - 1
    let isKnown = outline.line != nil && file.lineStarts.indices.contains(row)
    self.init(
      path: file.path, line: isKnown ? file.line(at: file.lineStarts[row]) : nil,
      error: outline.error ?? "", isCell: file.units.count > 1)
  }
}

extension Diagnostic {
  fileprivate static func noPython(_ count: Int, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F219", severity: .warning,
      message: "no Python 3.9 or newer was found; Python files with a rough outline and without"
        + " settings: \(count)", input: place)
  }

  fileprivate static func unparsedPython(
    _ error: String, isCell: Bool, at place: InputPlace
  ) -> Diagnostic {
    let consequence =
      isCell
      ? "what parses of the other cells was read"
      : "its settings are not known and its outline is rough"
    return Diagnostic(
      code: "F220", severity: .note,
      message: "does not parse as Python 3 (\(error)); \(consequence)", input: place)
  }

  fileprivate static func roughTests(_ count: Int, at place: InputPlace) -> Diagnostic {
    Diagnostic(
      code: "F228", severity: .note,
      message: "holds so much Python that tests were outlined roughly: \(count) files",
      input: place)
  }
}
