internal import IR

/// A table of contents: its entries are set as headings are, and head nothing.
enum Contents {
  /// The pages that have some lines with leaders, or lines with numbers far to the right below the
  /// word `Contents`.
  static func pages(_ lines: [FlowLine]) -> Set<Int> {
    var counts: [Int: Int] = [:]
    for line in lines where line.text.has(". . . .") { counts[line.page, default: 0] += 1 }
    for index in lines.indices where isTitle(lines[index].text) {
      let page = lines[index].page
      let entries = lines[(index + 1)...].prefix { $0.page == page }.prefix(3).count(where: isEntry)
      if entries == 3 { counts[page] = 3 }
    }
    return Set(counts.filter { $0.value >= 3 }.keys)
  }

  private static func isTitle(_ text: String) -> Bool {
    // Every line is asked.
    let length = text.utf8.count
    return (length == 8 || length == 17)
      && ["contents", "table of contents"].contains(text.lowercased())
  }

  /// Whether the number of a page stands at the end of the line, behind leaders or a wide gap.
  static func isEntry(_ line: FlowLine) -> Bool {
    guard let last = line.line.words.last, line.line.words.count > 1,
      last.glyphs.allSatisfy(\.scalar.isASCIIDigit)
    else { return false }
    let before = line.line.words[line.line.words.count - 2]
    return last.box.x0 - before.box.x1 > 1.5 * line.line.size || line.text.has(". . .")
  }
}
