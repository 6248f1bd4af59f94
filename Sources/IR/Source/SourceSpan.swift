/// The name of one input: `paper`, `repo`, `rubric`, `log`.
package struct SourceID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }

  package init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  package var description: String { name }

  package static func < (a: SourceID, b: SourceID) -> Bool { a.name < b.name }
}

/// A UTF-8 range in the normalised text of one input.
///
/// A span knows nothing of pages, lines or messages: the regions of its `SourceText` do, and only
/// rendering asks them. Prints and parses as `paper:120-180`, the form it has in IR files.
package struct SourceSpan: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
  package let source: SourceID
  package let bytes: Range<UInt32>

  package init(_ source: SourceID, _ bytes: Range<UInt32>) {
    self.source = source
    self.bytes = bytes
  }

  package init(_ source: SourceID, _ bytes: Range<Int>) {
    self.init(source, UInt32(bytes.lowerBound)..<UInt32(bytes.upperBound))
  }

  package init?(parsing text: String) {
    guard let colon = text.lastIndex(of: ":"),
      let range = Range(parsing: text[text.index(after: colon)...])
    else { return nil }
    self.init(SourceID(String(text[..<colon])), range)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let span = SourceSpan(parsing: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no span such as 'paper:120-180'")
    }
    self = span
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  package var description: String { "\(source):\(bytes.lowerBound)-\(bytes.upperBound)" }

  package var isEmpty: Bool { bytes.isEmpty }

  /// The same source, `bytes` counted from the start of this span.
  package func narrowed(to offsets: Range<Int>) -> SourceSpan {
    let start = Int(bytes.lowerBound)
    return SourceSpan(source, (start + offsets.lowerBound)..<(start + offsets.upperBound))
  }

  package func contains(_ other: SourceSpan) -> Bool {
    source == other.source && bytes.lowerBound <= other.bytes.lowerBound
      && other.bytes.upperBound <= bytes.upperBound
  }

  package static func < (a: SourceSpan, b: SourceSpan) -> Bool {
    (a.source, a.bytes.lowerBound, a.bytes.upperBound)
      < (b.source, b.bytes.lowerBound, b.bytes.upperBound)
  }
}

extension Range<UInt32> {
  /// Parses `120-180`; nil for anything else, an inverted range included.
  package init?(parsing text: some StringProtocol) {
    guard let dash = text.firstIndex(of: "-"), let start = UInt32(text[..<dash]),
      let end = UInt32(text[text.index(after: dash)...]), start <= end
    else { return nil }
    self = start..<end
  }
}
