internal import IR

/// Values that stand for a value.
enum Placeholder {
  /// What foreign artifacts write for what they do not know.
  private static let unknownWords: Set<String> = ["n/a", "n.a.", "unknown", "?", "??", "tba"]

  private static let words: [Substring] = ["TODO", "TBD"]

  /// The placeholder in a value. A quotation is only searched for words; what is copied as it stands
  /// says nothing only if it has no other word.
  static func find(in piece: LinePiece, _ wording: FieldName.Wording = .own) -> LinePiece? {
    if let word = word(in: piece) { return wording == .copied && saysMore(piece) ? nil : word }
    if wording != .own { return nil }
    if piece.text == "…" || piece.text == "..." { return piece }
    return braces(in: piece)
  }

  /// Whether a value says nothing: it is a placeholder, or one of the unknown words.
  static func isUsed(_ piece: LinePiece) -> Bool {
    find(in: piece) != nil
      || isUnknown(piece.text)
  }

  /// Whether a text is one of the unknown words.
  static func isUnknown(_ text: Substring) -> Bool {
    text.utf8.count <= longestUnknown && unknownWords.contains(text.lowercased())
  }

  /// In bytes: in another case a letter may have three.
  private static let longestUnknown = 20

  /// Whether a value begins with a placeholder: what merely mentions one may be a quotation.
  static func fills(_ text: String) -> Bool {
    let piece = LinePiece(text: text.trimmingBlanks(), line: 1)
    return find(in: piece)?.text.startIndex == piece.text.startIndex
  }

  private static func word(in piece: LinePiece) -> LinePiece? {
    for word in words where piece.text.holds(word) {
      let found = piece.text.split { !$0.isAlphanumeric }.first { $0 == word }
      if let found { return LinePiece(text: found, line: piece.line) }
    }
    return nil
  }

  private static func saysMore(_ piece: LinePiece) -> Bool {
    piece.text.split { !$0.isAlphanumeric }.contains { !words.contains($0) }
  }

  /// `{letters}` outside code, formulas and quotations; `{x}` and `{x_i}` are sets, `^{tx}` an exponent.
  private static func braces(in piece: LinePiece) -> LinePiece? {
    guard piece.text.has(UInt8(ascii: "{")) else { return nil }
    let verbatim = InlineReader.verbatimRanges(in: piece.text)
    var start: Int?
    var last: UInt8 = 0
    for (offset, byte) in piece.text.utf8.enumerated() {
      defer { last = byte }
      switch byte {
      case UInt8(ascii: "{"):
        let isExponent = last == UInt8(ascii: "^")
        start = isExponent || verbatim.contains { $0.contains(offset) } ? nil : offset
      case UInt8(ascii: "}"):
        if let start, offset > start + 1 {
          let slot = piece[start..<(offset + 1)]
          let first = slot.text.utf8.dropFirst().prefix(while: \.isASCIILetter)
          if first.count > 1 { return slot }
        }
        start = nil
      default:
        let isLetter = byte.isASCIILetter
        if !isLetter, byte != 0x20, byte != UInt8(ascii: "_") { start = nil }
      }
    }
    return nil
  }
}

extension Field {
  /// Whether the field is neither empty nor filled with a placeholder: what rows about its content
  /// look at.
  var isSaid: Bool { !isEmpty && !Placeholder.isUsed(value) }
}

extension Field {
  /// Whether the field has neither words nor anything but a placeholder for them.
  var isBlank: Bool {
    isEmpty || pieces.contains { Placeholder.find(in: $0) != nil }
  }
}

extension Block {
  /// A field that says something.
  func saidField(_ name: String) -> Field? { field(name).flatMap { $0.isSaid ? $0 : nil } }
}

extension MarkdownFile {
  /// A field at the top that says something.
  func saidTopField(_ name: String) -> Field? { topField(name).flatMap { $0.isSaid ? $0 : nil } }
}
