internal import IR

/// What a file says of itself: the first paragraph of its docstring, of the comment that it begins
/// with, or of a document's prose.
enum FileSummary {
  static func span(of file: KeptFile, docstring: Range<Int>?) -> SourceSpan? {
    if let docstring { return firstParagraph(of: docstring, in: file).map(file.span) }
    switch file.kind {
    case .documentation: return prose(of: file).map(file.span)
    case .source, .configuration, .notebook: return leadingComment(of: file).map(file.span)
    default: return nil
    }
  }

  private static let longest = 1_000

  /// The first paragraph that is no licence, up to an empty line.
  private static func firstParagraph(of range: Range<Int>, in file: KeptFile) -> Range<Int>? {
    var paragraph: Range<Int>?
    for row in file.row(at: range.lowerBound)..<file.lineStarts.count {
      let line = file.row(row).clamped(to: range).trimmed(in: file.bytes)
      if !line.isEmpty {
        paragraph = (paragraph?.lowerBound ?? line.lowerBound)..<line.upperBound
      } else if let found = paragraph, isSaying(found, in: file) {
        break
      } else {
        paragraph = nil
      }
      if file.row(row).upperBound >= range.upperBound { break }
    }
    guard let paragraph, isSaying(paragraph, in: file) else { return nil }
    return bounded(paragraph, in: file)
  }

  /// Cut at the end of a line if it is long.
  private static func bounded(_ range: Range<Int>, in file: KeptFile) -> Range<Int>? {
    guard range.count > longest else { return range.isEmpty ? nil : range }
    let row = file.row(at: range.lowerBound + longest)
    let end = max(file.lineStarts[row], range.lowerBound)
    return end > range.lowerBound ? (range.lowerBound..<end).trimmed(in: file.bytes) : nil
  }

  private static let marks: [String: [String]] = [
    "//": [
      "C", "C++", "CUDA", "Metal", "OpenCL", "C#", "Java", "Kotlin", "Scala", "Go", "Rust", "Swift",
      "JavaScript", "TypeScript", "PHP", "Zig", "Protocol Buffers",
    ],
    "%": ["MATLAB"],
    "--": ["Lua", "Haskell", "Lean", "SQL"],
  ]

  /// The comment block at the head of a file, without a frame around it. A licence is none, nor
  /// is a single line that belongs to the code below it.
  private static func leadingComment(of file: KeptFile) -> Range<Int>? {
    guard let language = file.language else { return nil }
    let mark = marks.first { $0.value.contains(language) }?.key ?? "#"
    var block: [Range<Int>] = []
    for row in file.lineStarts.indices.prefix(100) {
      let line = file.row(row).trimmed(in: file.bytes)
      let text = file.text(line)
      let isForMachines = ["#!", "# -*-", "#SBATCH"].contains { text.hasPrefix($0) }
      if isForMachines || line.isEmpty && block.isEmpty { continue }
      if text.hasPrefix(mark) {
        block.append(line)
        continue
      }
      if let found = said(block, in: file), line.isEmpty || block.count > 1 { return found }
      guard line.isEmpty else { return nil }
      block = []
    }
    return said(block, in: file)
  }

  /// From the first to the last line of a block that has words, unless it is a licence.
  private static func said(_ block: [Range<Int>], in file: KeptFile) -> Range<Int>? {
    let lines = block.filter { line in file.text(line).contains { $0.isLetter } }
    guard let first = lines.first, let last = lines.last else { return nil }
    let range = first.lowerBound..<last.upperBound
    return isSaying(range, in: file) ? bounded(range, in: file) : nil
  }

  private static func isSaying(_ block: Range<Int>, in file: KeptFile) -> Bool {
    let text = file.text(block).lowercased()
    let isLicence = ["copyright", "licensed under", "license:", "spdx"].contains {
      text.contains($0)
    }
    return !isLicence && text.contains { $0.isLetter }
  }

  /// The first lines of a document that are neither heading, badge, list, table, quote nor code.
  private static func prose(of file: KeptFile) -> Range<Int>? {
    var start: Range<Int>?
    var isInFence = false
    for row in file.lineStarts.indices.prefix(400) {
      let line = file.row(row).trimmed(in: file.bytes)
      let text = file.text(line)
      if text.hasPrefix("```") || text == "---" && (row == 0 || isInFence) { isInFence.toggle() }
      let isUnderlined = row + 1 < file.lineStarts.count && isRule(file.row(row + 1), in: file)
      let isProse =
        !isInFence && text.count > 20 && text.contains(" ") && !isUnderlined
        && !"#<[!|>*-+=`:.{}%\\$0123456789~".contains(text.first ?? "#")
      if isProse {
        start = (start?.lowerBound ?? line.lowerBound)..<line.upperBound
      } else if let start {
        // a paragraph may end in a short line
        let isRest = !text.isEmpty && !isInFence && file.bytes[line].first != UInt8(ascii: "#")
        return bounded(isRest ? start.lowerBound..<line.upperBound : start, in: file)
      }
    }
    return start.flatMap { bounded($0, in: file) }
  }

  private static func isRule(_ row: Range<Int>, in file: KeptFile) -> Bool {
    let line = file.bytes[row.trimmed(in: file.bytes)]
    return line.count > 2 && line.allSatisfy { $0 == line.first }
      && "=-~^*".utf8.contains(line[line.startIndex])
  }
}
