internal import IR

/// Transcribed code against the repository.
struct TranscriptionCheck: SourceCheck {
  static let rows: [CheckRow] = [
    CheckRow(
      "ARA711", .error(.august2026), .consistency, "transcribed code differs from the repository",
      cause: "Apart from its first line, docstrings and white space at line ends, the file is not "
        + "the repository's, or not the lines that its first line names.",
      cure: "Copy it again.", example: "a body replaced by `NotImplementedError`")
  ]

  /// Literal constants from tables are transcribed from the paper.
  private static let reportedValues = "reported_values.py"

  func run(on artifact: Artifact, against inputs: InputTexts, report: (Finding) -> Void) {
    guard inputs.repository != nil else { return }
    for file in artifact.codeFiles where file.grounding == .transcribed {
      if ArtifactPath.name(of: file.path) == Self.reportedValues { continue }
      guard let origin = CodeOrigin(file.line(1), inputs) else {
        report(.noOrigin(file.path))
        continue
      }
      guard let lines = inputs.lines(of: origin.file) else { continue }
      let range = origin.lines ?? 1...max(lines.count, 1)
      // Lines outside the file are ARA717's.
      guard range.upperBound <= lines.count else { continue }
      let original = Array(lines[(range.lowerBound - 1)..<range.upperBound])
      let isPython = file.path.hasSuffix(".py")
      let copy = CodeText(Array(file.lines.dropFirst()), isPython: isPython)
      let whole = CodeText(original, isPython: isPython)
      let withoutHead = CodeText(Array(original.dropFirst()), isPython: isPython)
      if copy != whole, copy != withoutHead {
        report(.differs(file.path, copy.firstDifference(from: whole), origin))
      }
    }
  }
}

/// The file of the repository that the first line of a transcription names.
struct CodeOrigin {
  let file: RepositoryFile
  let lines: ClosedRange<Int>?

  /// Reads `path`, `path:12-40` or `path@commit:12-40`; another commit than the one at hand cannot
  /// be compared.
  init?(_ line: Substring, _ inputs: InputTexts) {
    for word in line.split(whereSeparator: { " ,;()`".contains($0) }) {
      let piece = LinePiece(text: word, line: 1)
      let suffix = piece.lineSuffix
      let plain = piece.withoutLineSuffix.text
      let path = plain.prefix { $0 != "@" }
      if let file = inputs.repositoryFile(path) {
        self.file = file
        lines = suffix.flatMap { SourceReference.lines($0.text) }
        return
      }
    }
    return nil
  }
}

/// The lines of a program that a transcription must keep.
private struct CodeText: Equatable {
  private struct Line {
    let text: Substring
    let number: Int
  }

  private let lines: [Line]

  init(_ lines: [Substring], isPython: Bool) {
    var kept: [Line] = []
    var closing: Substring?
    for (index, line) in lines.enumerated() {
      let text = line.trimmingBlanks()
      if let mark = closing {
        if text.holds(mark) { closing = nil }
        continue
      }
      if isPython, let mark = Self.docstringMark(text) {
        if !text.dropFirst(3).holds(mark) { closing = mark }
        continue
      }
      if text.isEmpty { continue }
      kept.append(Line(text: line.droppingTrailingBlanks, number: index + 2))
    }
    self.lines = kept
  }

  static func == (a: CodeText, b: CodeText) -> Bool {
    a.lines.map(\.text) == b.lines.map(\.text)
  }

  /// The physical line, counted behind the grounding line, from which on the texts differ.
  func firstDifference(from other: CodeText) -> Int {
    let place = zip(lines, other.lines).first { $0.text != $1.text }
    return place?.0.number ?? lines.dropFirst(other.lines.count).first?.number ?? lines.count + 1
  }

  private static func docstringMark(_ text: Substring) -> Substring? {
    let opening = text.drop { "rRuU".contains($0) }.prefix(3)
    return opening == "\"\"\"" || opening == "'''" ? opening : nil
  }
}

extension Substring {
  fileprivate var droppingTrailingBlanks: Substring {
    var rest = self
    while let last = rest.last, last == " " || last == "\t" { rest = rest.dropLast() }
    return rest
  }
}

extension Finding {
  fileprivate static func noOrigin(_ file: String) -> Finding {
    Finding(
      "ARA711", at: ArtifactPlace(file: file, line: 1), about: "origin",
      "the first line names no file of the repository")
  }

  fileprivate static func differs(_ file: String, _ line: Int, _ origin: CodeOrigin) -> Finding {
    Finding(
      "ARA711", at: ArtifactPlace(file: file, line: line), about: "text",
      "from here on the code is not that of \(Quoted(origin.file.path))")
  }
}
