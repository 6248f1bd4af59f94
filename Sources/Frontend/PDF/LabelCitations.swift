internal import IR

/// Finds citations by the labels that entries are printed with: `[3, 5–7]`, `[BKH16, p. 4]`, raised
/// numbers, and numbers in parentheses.
struct LabelCitations {
  /// Of the label's text without brackets.
  private let index: [String: Int]
  private let isNumbered: Bool

  init(_ references: [Reference]) {
    var index: [String: Int] = [:]
    var numbers = 0
    for (position, reference) in references.enumerated() {
      guard let label = reference.label?.trimmed(of: "[](). "), !label.isEmpty else { continue }
      // A supplement may begin a second list: the first one is the paper's.
      if index[label] == nil { index[label] = position }
      if Int(label) != nil { numbers += 1 }
    }
    self.index = index
    isNumbered = numbers * 2 > index.count
  }

  var isEmpty: Bool { index.isEmpty }

  func citations(in text: CitingText) -> [Citation] {
    index.isEmpty ? [] : citations(in: text, "[", "]")
  }

  /// `(3; 5–7)`: numbers in parentheses, which number equations and items of lists as well.
  func inParentheses(in text: CitingText) -> [Citation] {
    isNumbered && !text.isCell ? citations(in: text, "(", ")") : []
  }

  private func citations(
    in text: CitingText, _ opening: Unicode.Scalar, _ closing: Unicode.Scalar
  ) -> [Citation] {
    let bytes = Array(text.content.utf8)
    var found: [Citation] = []
    var at = 0
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: opening)) {
      at = open + 1
      guard let close = bytes[open...].prefix(Self.longest).firstIndex(of: UInt8(ascii: closing))
      else { continue }
      guard !isSubscript(bytes, open, text), opening == "[" || !isCounted(bytes[..<open]),
        let references = references(bytes[(open + 1)..<close])
      else { continue }
      found.append(
        Citation(
          span: text.span.narrowed(to: open..<(close + 1)), references: references, basis: .label))
      at = close + 1
    }
    return found
  }

  /// Longer brackets hold prose.
  private static let longest = 160

  /// Whether a bracket follows a variable or stands where values do: `x[3]`, `∈ [1, 2]`, a cell of
  /// nothing else.
  private func isSubscript(_ bytes: [UInt8], _ open: Int, _ text: CitingText) -> Bool {
    guard isNumbered else { return false }
    let head = bytes[..<open]
    let isSingle = !bytes[open...].prefix { $0 != UInt8(ascii: "]") }.contains {
      ",;-".utf8.contains($0)
    }
    if text.isCell, !isSingle, !head.contains(where: \.isASCIILetter) { return true }
    if let last = head.last, last != 0x20 {
      // `GPT-2[3]` and `word[3]` cite, `x[3]` does not.
      let word = head.suffix(while: { $0 != 0x20 && $0 != 0x28 })
      return (1...2).contains(word.count) && word.allSatisfy(\.isASCIILetter)
    }
    let words = String(decoding: head.suffix(40), as: UTF8.self).split(separator: " ").suffix(2)
    guard let last = words.last else { return false }
    if last == "in", let before = words.first, before.hasPrefix("value") { return true }
    return ["∈", "=", "≤", "≥", "<", ">", "interval", "range", "∼", "→", "×", "+"].contains(last)
  }

  /// Whether what stands before a number in parentheses says that it counts something else: an
  /// equation, an item that begins a paragraph.
  private func isCounted(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.last == 0x20, let last = head.dropLast().last else { return true }
    let isStop = ".:".utf8.contains(last)
    let word = head.dropLast(isStop ? 2 : 1).suffix(while: \.isASCIILetter)
    let name = String(decoding: word, as: UTF8.self).lowercase
    return isStop ? name != "al" : Self.counted.contains(name)
  }

  private static let counted: Set<String> = [
    "eq", "eqs", "eqn", "equation", "equations", "by", "in", "of", "from", "and", "or", "to",
    "step", "steps", "item", "items", "case", "cases", "condition", "conditions", "constraint",
    "property", "problem", "inequality", "using", "with", "via", "into", "as", "are", "is", "we",
  ]

  // MARK: Raised numbers

  /// `word.^{3,5–7}`: raised numbers that entries have for their labels.
  func raised(in text: CitingText) -> [Citation] {
    guard isNumbered else { return [] }
    let bytes = Array(text.content.utf8)
    var found: [Citation] = []
    var at = 1
    while at < bytes.count, let mark = bytes[at...].firstIndex(of: UInt8(ascii: "^")) {
      at = mark + 1
      guard at < bytes.count else { break }
      let isGroup = bytes[at] == UInt8(ascii: "{")
      let start = isGroup ? at + 1 : at
      let inner = bytes[start...].prefix {
        isGroup ? $0 != UInt8(ascii: "}") : $0.isASCIIDigit
      }
      // A power stands behind a variable or a number: `x^2`, `10^3`.
      let word = bytes[..<mark].suffix(while: { $0 != 0x20 })
      guard word.count > 2, let last = word.last,
        last.isASCIILetter || ".,;:)”".utf8.contains(last),
        inner.count < 40, let references = references(inner)
      else { continue }
      at = inner.endIndex
      found.append(
        Citation(
          span: text.span.narrowed(to: start..<inner.endIndex), references: references,
          basis: .label))
    }
    return found
  }

  /// Indexes of the references that the inner text of a bracket names; nil if it names others too.
  private func references(_ inner: ArraySlice<UInt8>) -> [Int]? {
    var found: [Int] = []
    let text = String(decoding: inner, as: UTF8.self)
    for part in text.split(whereSeparator: { ",;".contains($0) }) {
      let item = part.trimmed(of: " ")
      if let named = labels(item) {
        found += named.filter { !found.contains($0) }
      } else if found.isEmpty {
        // `see 3`, `e.g., 4`.
        let words = item.split(separator: " ")
        guard let last = words.last else { return nil }
        if words.count > 1, words.count < 4, let named = labels(String(last)) {
          found += named
        } else if !Self.leads.contains(item.lowercase) {
          return nil
        }
      } else if Int(item) != nil {
        // An interval has ends that no entry has: `[1, 1000]`.
        return nil
      } else if item.letterCount == 0, !item.has("§") {
        return nil
      }
    }
    return found.isEmpty ? nil : found
  }

  private static let leads: Set<String> = ["e.g.", "eg.", "e.g", "see", "cf.", "see also", "i.e."]

  /// One label or a range of numbers.
  private func labels(_ item: String) -> [Int]? {
    if let position = index[item] { return [position] }
    let ends = item.split { "–-—−".contains($0) }.map { $0.trimmed(of: " ") }
    guard isNumbered, ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]),
      first < last, last - first < 60
    else { return nil }
    let all = (first...last).compactMap { index[String($0)] }
    return all.count == last - first + 1 ? all : nil
  }
}

extension ArraySlice<UInt8> {
  /// The longest suffix whose bytes meet `predicate`.
  fileprivate func suffix(while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, predicate(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
