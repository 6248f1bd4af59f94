internal import IR

/// The names behind the word `Authors:`, which run on over lines as a paragraph does.
struct LabelledByline {
  let lines: [FrontLine]
  /// Indexes of the title's lines.
  let title: Range<Int>

  private static let mostLines = 20

  /// In the printed order; nil where no such list takes more than a line.
  func authors() -> [AuthorFinder.Author]? {
    let below = lines.indices.suffix(from: min(title.upperBound, lines.count)).prefix(4)
    guard let start = below.first(where: { Self.isLabelled(lines[$0].text) }) else { return nil }
    let range = start..<end(from: start)
    guard range.count > 1 else { return nil }
    let whole = range.map { lines[$0].text }.joined(separator: " ")
    let names = NameText.names(in: whole)
    guard names.count > 1 else { return nil }
    return names.map { name in
      // A name may be broken over two lines: it is where it begins.
      let line =
        range.first { lines[$0].text.has(name) }
        ?? range.first { index in
          name.split(separator: " ").first.map { lines[index].text.has(String($0)) } ?? false
        }
      return AuthorFinder.Author(name: name, line: line ?? start)
    }
  }

  private static func isLabelled(_ text: String) -> Bool {
    let lower = text.lowercased()
    return ["authors:", "author:"].contains { lower.hasPrefix($0) && lower.count > $0.count + 3 }
  }

  /// Up to the first line that begins with a mark, names a place or an address.
  private func end(from start: Int) -> Int {
    let rest = lines.indices.suffix(from: start + 1).prefix(Self.mostLines)
    return rest.first { index in
      let text = lines[index].text
      return text.first.map { !$0.isLetter } ?? true || NameText.isAffiliation(text)
        || NameText.isContact(text) || AbstractLead.heads(text)
        || abs(lines[index].flow.line.size - lines[start].flow.line.size) > 0.6
    } ?? rest.endIndex
  }
}
