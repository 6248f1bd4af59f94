/// The sections of a paper that list what it cites.
struct Bibliographies {
  /// Indexes of their headings.
  let headings: Set<Int>

  /// A paper that names no bibliography in words that are known may have one in another language, or
  /// with a misspelt name: the section that holds a numbered list of dated works and nothing else.
  init(_ headings: [Heading], in lines: [FlowLine]) {
    let named = headings.indices.filter { HeadingWords.isBibliography(headings[$0].title) }
    guard named.isEmpty else {
      self.headings = Set(named)
      return
    }
    let listing = headings.indices.last { index in
      let start = headings[index].lines.upperBound + 1
      let end = index + 1 < headings.count ? headings[index + 1].lines.lowerBound : lines.count
      return start < end && ReferenceSplitter(lines: Array(lines[start..<end])).isNumberedList
    }
    self.headings = Set(listing.map { [$0] } ?? [])
  }
}
