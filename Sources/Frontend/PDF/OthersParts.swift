internal import IR

extension Paper {
  /// Takes away the cross-references to parts of cited works, which bear numbers of this paper's
  /// too: `Figure 6 in Doe & Roe (2010)`, `Table 2 of [14]`, `Doe (2010), their Figure 5`.
  mutating func dropPartsOfOthers(_ text: PaperText) {
    let parts = OthersParts(citations: citations, text: text)
    crossReferences.removeAll { parts.hold($0.span) }
  }
}

/// Tells a part of a cited work from the paper's own by the words between it and the citation.
private struct OthersParts {
  /// In the order of the text.
  let citations: [Citation]
  let text: PaperText

  /// Bytes between a part and the citation of the work that it belongs to.
  private static let reach = 60
  private static let reachOfTheir = 160

  func hold(_ part: SourceSpan) -> Bool {
    let next = citations.partitioningIndex { $0.span.bytes.upperBound > part.bytes.upperBound }
    if next < citations.count, belongs(part, to: citations[next].span) { return true }
    guard next > 0 else { return false }
    return isTheirs(part, of: citations[next - 1].span)
  }

  /// Whether nothing but `of`, `in` or `from` and names stand between.
  private func belongs(_ part: SourceSpan, to citation: SourceSpan) -> Bool {
    let start = part.bytes.upperBound
    let end = max(citation.bytes.lowerBound, start)
    guard part.source == citation.source, end - start < Self.reach else { return false }
    let words = text.content(of: SourceSpan(part.source, Int(start)..<Int(end)))
      .parts(between: " ")
    guard let lead = words.first, ["of", "in", "from"].contains(lead) else { return false }
    return words.dropFirst().allSatisfy { word in
      word.first.map { $0.isUppercase || "(&[".contains($0) } ?? true
        || Self.joints.contains(word.lowercase)
    }
  }

  private static let joints: Set<String> = [
    "and", "et", "al.", "al.,", "al", "the", "von", "van", "de",
  ]

  /// Whether the word before says so of a work that was just cited.
  private func isTheirs(_ part: SourceSpan, of citation: SourceSpan) -> Bool {
    let (start, end) = (citation.bytes.upperBound, part.bytes.lowerBound)
    guard part.source == citation.source, start < end, end - start < Self.reachOfTheir else {
      return false
    }
    return text.content(of: SourceSpan(part.source, Int(start)..<Int(end))).hasSuffix("their ")
  }
}
