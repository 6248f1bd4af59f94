internal import IR

/// Numbers that need no entry in the source map, because they are structural.
///
/// The rule is narrow on purpose: every other number came from somewhere. Exempt are
/// - whole files: code, JSON, and the rubric, whose every line repeats one input;
/// - fenced code blocks (code spans, formulas and labels such as `Table 2` are no numbers at all);
/// - the ordinals of ordered lists;
/// - link targets, paths and URLs;
/// - `ara_version` and `sha256` in the frontmatter;
/// - counts of the artifact's own parts in the Layer Index (`3 falsifiable claims`) and everything
///   under `## Known gaps`, which only counts them.
struct NumberExemption {
  private let file: TextFile
  private let markdown: MarkdownFile?
  private let frontmatter: Range<Int>
  private let layerRows: [Int: LayerIndex.Row]
  private let gapLines: Range<Int>

  init(_ file: TextFile, _ artifact: Artifact) {
    self.file = file
    markdown = artifact.markdown(file.path)
    let manifest = file.path == "PAPER.md" ? artifact.manifest : nil
    frontmatter = manifest?.fenced ?? 0..<0
    layerRows = Dictionary(
      (manifest?.layerIndex?.rows ?? []).map { ($0.line, $0) }, uniquingKeysWith: { row, _ in row })
    gapLines =
      manifest.flatMap { manifest in
        manifest.body.heading("Known gaps", level: 2).map { manifest.body.lines(of: $0) }
      } ?? 0..<0
  }

  /// Whether numbers of the file are looked at.
  static func needsSources(_ file: TextFile) -> Bool {
    let kind = file.kind
    return kind != .rubric && kind != .sourceMap && kind != .execution && !file.isCode
  }

  func applies(to number: LinePiece) -> Bool {
    let line = file.line(number.line)
    let offset = line.offset(ofPiece: number.text)
    if markdown?.isFenced[number.line - 1] == true { return true }
    if frontmatter.contains(number.line), isIdentity(line) { return true }
    if gapLines.contains(number.line) { return true }
    return isOrdinal(number, line, offset) || isInPath(line, offset) || isInTarget(number)
      || isOwnCount(number)
  }

  /// The version of the format, and the names and digests of inputs: `file: "1803.02999.pdf"`.
  private func isIdentity(_ line: Substring) -> Bool {
    let text = line.trimmingBlanks()
    let key = text.hasPrefix("- ") ? text.dropFirst(2) : text
    return ["ara_version:", "sha256:", "id:", "file:"].contains { key.hasPrefix($0) }
  }

  private func isOrdinal(_ number: LinePiece, _ line: Substring, _ offset: Int) -> Bool {
    guard markdown != nil, line.utf8.prefix(offset).allSatisfy({ $0 == 0x20 || $0 == 0x09 }),
      number.text.allSatisfy(\.isASCIIDigit)
    else { return false }
    let behind = line.utf8.dropFirst(offset + number.text.utf8.count)
    guard let mark = behind.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
      return false
    }
    return behind.dropFirst().first.map { $0 == 0x20 } ?? true
  }

  /// Whether the word around the number is a path or a URL.
  private func isInPath(_ line: Substring, _ offset: Int) -> Bool {
    func isBoundary(_ byte: UInt8) -> Bool { byte <= 0x20 || "()[]<>\"|,;`".utf8.contains(byte) }
    let before = line.utf8.prefix(offset).reversed().prefix { !isBoundary($0) }.count
    let behind = line.utf8.dropFirst(offset).prefix { !isBoundary($0) }.count
    return PathWord.isPath(line[utf8Range: (offset - before)..<(offset + behind)])
  }

  private func isInTarget(_ number: LinePiece) -> Bool {
    guard let links = markdown?.links else { return false }
    let first = links.partitioningIndex { $0.target.line >= number.line }
    return links[first...].prefix { $0.target.line == number.line }.contains { link in
      let target = link.target.text
      return target.startIndex <= number.text.startIndex && number.text.endIndex <= target.endIndex
    }
  }

  private func isOwnCount(_ number: LinePiece) -> Bool {
    guard let description = layerRows[number.line]?.description else { return false }
    return DeclaredCounts.counts(in: description).contains {
      $0.piece.text.startIndex == number.text.startIndex
    }
  }
}

/// Words of running text that are paths.
private enum PathWord {
  private static let layers = [
    "logic/", "src/", "trace/", "evidence/", "data/", "rubric/", "PAPER.md",
  ]

  /// A URL, a path into the artifact, or a file name with a letter behind its last dot; lines and
  /// fragments may follow.
  static func isPath(_ word: Substring) -> Bool {
    if word.hasPrefix("http://") || word.hasPrefix("https://") { return true }
    if layers.contains(where: { word.hasPrefix($0) }) { return true }
    let isPlain = word.utf8.allSatisfy { byte in
      byte.isASCIIDigit || byte >= 0x80 || "_./:#@-".utf8.contains(byte)
        || byte.isASCIILetter
    }
    guard isPlain, let dot = word.lastIndex(of: ".") else { return false }
    let name = word[..<dot]
    let ending = word[word.index(after: dot)...].prefix { $0 != ":" && $0 != "#" }
    return (1...5).contains(ending.count) && ending.first?.isLetter == true
      && name.contains(where: \.isLetter)
  }
}
