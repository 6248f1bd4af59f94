/// The lines of a text one after the other, so that a long text needs no list of them.
struct Lines: Sequence, IteratorProtocol {
  private var rest: Substring?

  init(_ text: some StringProtocol) { rest = Substring(text) }

  /// The next line without its line break; a text that ends in one has an empty last line.
  mutating func next() -> Substring? {
    guard let text = rest else { return nil }
    guard let end = text.utf8.firstIndex(of: UInt8(ascii: "\n")) else {
      rest = nil
      return text
    }
    rest = text[text.utf8.index(after: end)...]
    let line = text[..<end]
    return line.utf8.last == UInt8(ascii: "\r") ? Substring(line.utf8.dropLast()) : line
  }
}

extension StringProtocol {
  /// The end of a text, at most so many bytes and not within a character.
  func end(_ limit: Int) -> SubSequence {
    guard utf8.count > limit else { return self[...] }
    var start = utf8.index(endIndex, offsetBy: -limit)
    while !isCharacterBoundary(start) { start = utf8.index(after: start) }
    return self[start...]
  }

  /// The beginning of a text, at most so many bytes and not within a character.
  func start(_ limit: Int) -> Substring {
    let text = Substring(self)
    guard text.utf8.count > limit else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: limit)
    while text.utf8[end] & 0xC0 == 0x80 { end = text.utf8.index(before: end) }
    return text[..<end]
  }

  private func isCharacterBoundary(_ index: Index) -> Bool {
    index == endIndex || utf8[index] & 0xC0 != 0x80
  }
}
