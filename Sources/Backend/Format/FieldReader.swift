internal import IR

/// Reads `- **Name**: value` and the forms that foreign artifacts use for it.
enum FieldReader {
  /// Longer bold text is emphasis, not a label.
  private static let longestLabel = 80

  static func read(_ shape: LineShape, _ number: Int, _ vocabulary: FieldVocabulary) -> Field? {
    let bullet = shape.bullet
    let rest = bullet?.rest ?? shape.content
    guard rest.utf8.starts(with: "**".utf8), let label = label(of: rest, vocabulary) else {
      return nil
    }
    let known = vocabulary.field(labelled: label.name)
    // Without a dash, or indented, only the name tells a field from emphasis or a sub-item.
    if known == nil, bullet == nil || shape.indent > 0 { return nil }
    return Field(
      name: known?.name ?? label.name, isAlias: known.map { $0.name != label.name } ?? false,
      isKnown: known != nil, marker: marker(bullet?.mark), indent: shape.indent,
      hasPunctuationInside: label.isInside,
      value: LinePiece(text: label.value.trimmingBlanks(), line: number))
  }

  private static func marker(_ mark: UInt8?) -> Field.Marker {
    switch mark {
    case UInt8(ascii: "-"): .dash
    case nil: .none
    default: .otherBullet
    }
  }

  /// The label of `**Name**: value`, `**Name:** value` or, for known names, `**Name.** value`.
  private static func label(of text: Substring, _ vocabulary: FieldVocabulary)
    -> (name: String, isInside: Bool, value: Substring)?
  {
    let head = text.utf8.prefix(longestLabel + 4)
    guard let close = Substring(head).offset(of: "**", from: 2), close > 2 else { return nil }
    let label = text[utf8Range: 2..<close]
    let after = text[utf8Range: (close + 2)..<text.utf8.count]
    if after.utf8.first == UInt8(ascii: ":") {
      return (String(label), false, Substring(after.utf8.dropFirst()))
    }
    let name = String(label.dropLast())
    if label.hasSuffix(":") || (label.hasSuffix(".") && vocabulary.field(labelled: name) != nil) {
      return (name, true, after)
    }
    return nil
  }
}
