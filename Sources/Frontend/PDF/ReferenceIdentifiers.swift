internal import IR

/// Finds what identifies a work in its bibliography entry: DOI, arXiv identifier, ISBN, address.
struct ReferenceIdentifiers {
  let text: String

  /// From `10.` on, without what only ends the sentence; a line break may have left a space in it.
  func doi() -> Substring? {
    var rest = text[...]
    while let found = rest.find("10.") {
      rest = text[found.upperBound...]
      let before =
        found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : " "
      guard !before.isAlphanumeric, before != "." else { continue }
      let registrant = rest.drop { $0 == " " }.prefix { $0.isASCIIDigit || $0 == "." }
      guard (4...9).contains(registrant.count), text[registrant.endIndex...].first == "/" else {
        continue
      }
      var end = text[registrant.endIndex...].prefix { !Self.ends($0) }.endIndex
      while end < text.endIndex, text[end] == " ", "./-_".contains(text[text.index(before: end)]) {
        let next = text[text.index(after: end)...].prefix { !Self.ends($0) }
        guard let first = next.first, first.isLowercase || first.isASCIIDigit,
          next.contains(where: \.isASCIIDigit)
        else { break }
        end = next.endIndex
      }
      return Self.balanced(text[found.lowerBound..<end].trimmedPart)
    }
    return nil
  }

  private static func ends(_ character: Character) -> Bool { " ,;>\"”".contains(character) }

  /// `arXiv:1706.03762`, and the bare number of `abs/1706.03762` or `arxiv.org/pdf/1706.03762v2`.
  func arxiv() -> Substring? {
    for lead in ["arXiv:", "arxiv:", "ArXiv:"] {
      var rest = text[...]
      while let found = rest.find(lead) {
        let gap = text[found.upperBound...].drop { $0 == " " }
        if let id = Self.arxivID(gap) { return text[found.lowerBound..<id.endIndex] }
        rest = text[found.upperBound...]
      }
    }
    guard text.has("arXiv") || text.has("arxiv") || text.has("ArXiv") || text.has("abs/") else {
      return nil
    }
    for lead in ["abs/", "arxiv.org/pdf/", "arxiv."] {
      guard let found = text.find(lead) else { continue }
      if let id = Self.arxivID(text[found.upperBound...].drop { $0 == " " }) { return id }
    }
    // `arXiv preprint:1706.03762`, `1706.03762. arXiv.`
    for dot in text.indices.dropFirst(4) where text[dot] == "." {
      let start = text.index(dot, offsetBy: -4)
      let isFirst = start == text.startIndex || !text[text.index(before: start)].isAlphanumeric
      if isFirst, let id = Self.arxivID(text[start...]) { return id }
    }
    return nil
  }

  /// `1706.03762v5`, `hep-th/9901001`, `math.ST/0406123` at the start of a text.
  private static func arxivID(_ text: Substring) -> Substring? {
    let word = text.prefix { $0.isASCII && ($0.isAlphanumeric || "./-".contains($0)) }
    let number = word.prefix { $0.isASCIIDigit || $0 == "." || $0 == "v" }
    let parts = number.split(separator: ".", maxSplits: 1)
    if parts.count == 2, parts[0].count == 4, parts[0].allSatisfy(\.isASCIIDigit) {
      let digits = parts[1].prefix(while: \.isASCIIDigit)
      guard (4...5).contains(digits.count) else { return nil }
      var end = digits.endIndex
      let version = parts[1][end...]
      if version.first == "v", version.dropFirst().first?.isASCIIDigit == true {
        end = version.dropFirst().prefix(while: \.isASCIIDigit).endIndex
      }
      return text[text.startIndex..<end]
    }
    guard let slash = word.firstIndex(of: "/"), word[..<slash].first?.isLetter == true else {
      return nil
    }
    let digits = word[slash...].dropFirst().prefix(while: \.isASCIIDigit)
    return digits.count == 7 ? text[text.startIndex..<digits.endIndex] : nil
  }

  func isbn() -> Substring? {
    guard let found = text.find("ISBN") else { return nil }
    let tail = text[found.upperBound...].drop { " :-–".contains($0) }
    let number = tail.prefix { $0.isASCIIDigit || "-–X".contains($0) }
    let digits = number.count { $0.isASCIIDigit || $0 == "X" }
    return digits == 10 || digits == 13 ? number.trimmedPart : nil
  }

  /// The first address, with the pieces that a line break set apart.
  func url() -> Substring? {
    guard let found = text.find("http") ?? text.find("www.") else { return nil }
    var end = found.lowerBound
    while true {
      let word = text[end...].prefix { !" >)]}\"”".contains($0) }
      end = word.endIndex
      guard end < text.endIndex, text[end] == " ", let last = word.last else { break }
      let next = text[text.index(after: end)...].prefix { $0 != " " }
      guard Self.continues(word, last, next) else { break }
      end = text.index(after: end)
    }
    let address = text[found.lowerBound..<end].trimmedPart
    return address.count > 8 ? address : nil
  }

  /// Whether an address that a line ended goes on with the next word.
  private static func continues(_ word: Substring, _ last: Character, _ next: Substring) -> Bool {
    guard let first = next.first, first.isASCII else { return false }
    if word.hasSuffix("http:") || word.hasSuffix("https:") { return next.hasPrefix("//") }
    if "/=&?_%#~".contains(last) { return first.isAlphanumeric || "/_%?#".contains(first) }
    if "-.".contains(last) { return first.isLowercase && next.contains { "/.".contains($0) } }
    return first == "/" && next.count > 1
  }

  /// Without a closing bracket that was opened before the text.
  private static func balanced(_ text: Substring) -> Substring {
    var text = text
    while let last = text.last, last == ")" || last == "]" {
      let open: Character = last == ")" ? "(" : "["
      guard text.count(where: { $0 == last }) > text.count(where: { $0 == open }) else { break }
      text.removeLast()
    }
    return text.trimmedPart
  }
}
