/// Text of an artifact as a message may show it: in quotation marks, short, without control
/// characters.
struct Quoted: CustomStringConvertible {
  private static let longest = 60

  let description: String

  init(_ text: some StringProtocol) {
    description = "'" + Excerpt.cut(text, after: Self.longest, mark: "…") + "'"
  }
}

/// A number or identifier as a message may show it: like `Quoted`, without the marks.
struct Brief: CustomStringConvertible {
  let description: String

  init(_ text: some StringProtocol) {
    description = String(Quoted(text).description.dropFirst().dropLast())
  }
}

/// The verbatim text that a diagnostic carries.
enum Excerpt {
  private static let longest = 200

  static func of(_ text: some StringProtocol) -> String { cut(text, after: longest, mark: "") }

  /// At most `limit` scalars; control characters are written as `\u{1B}`.
  fileprivate static func cut(_ text: some StringProtocol, after limit: Int, mark: String)
    -> String
  {
    let room = limit - mark.unicodeScalars.count
    // Most of what is shown is short and plain.
    if text.utf8.prefix(room + 1).count <= room, text.utf8.allSatisfy({ (0x20...0x7E) ~= $0 }) {
      return String(text)
    }
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      let shown = isControl(scalar) ? escape(scalar) : String(scalar)
      count += shown.unicodeScalars.count
      if count > room { return result + mark }
      result += shown
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}
