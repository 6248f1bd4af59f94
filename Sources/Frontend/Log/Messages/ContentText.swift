/// The text of a message's content: blocks joined by line breaks, an object as it stands in the
/// file.
struct ContentText {
  let text: String
  /// Whether something was no Unicode text and became U+FFFD.
  let isRepaired: Bool

  /// From the bytes that the draft or record of the content names.
  init(_ bytes: [UInt8], _ form: MessageRecord.Form) {
    switch form {
    case .none: (text, isRepaired) = ("", false)
    case .object: (text, isRepaired) = (String(decoding: bytes, as: UTF8.self), false)
    case .text:
      let decoded = JSONText(bytes)
      (text, isRepaired) = (decoded.text, decoded.isRepaired)
    case .blocks:
      var parser = LiteralParser(bytes)
      let blocks = parser.parse()?.elements ?? []
      text = blocks.compactMap { $0.string ?? $0["text"]?.string }.joined(separator: "\n")
      isRepaired = text.unicodeScalars.contains("\u{FFFD}")
    }
  }
}
