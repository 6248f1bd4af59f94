internal import IR

/// An entry of a `Sources` field (`spec/ara-format.md`, 5.3).
struct SourceEntry: Sendable {
  enum Tag: String, Sendable { case input, result }

  enum Form: Sendable {
    case quoted(reference: LinePiece, quote: LinePiece, tag: Tag)
    case pending
    case malformed
  }

  let piece: LinePiece
  /// What stands before the arrow, without its code marks; without an arrow the first code span.
  let value: LinePiece?
  let form: Form

  var line: Int { piece.line }

  /// The place that a quoted entry cites.
  var reference: SourceReference? {
    guard case .quoted(let reference, _, _) = form else { return nil }
    return SourceReference(reference.text)
  }

  init(_ piece: LinePiece) {
    self.piece = piece
    guard let arrow = piece.text.offset(of: "←") else {
      value = piece.codeSpans.first
      form = .malformed
      return
    }
    let value = piece[0..<arrow].trimmed.unmarked
    self.value = value.text.isEmpty ? nil : value
    let rest = piece[(arrow + "←".utf8.count)..<piece.text.utf8.count].trimmed
    form = value.text.isEmpty ? .malformed : Self.form(of: rest)
  }

  private static func form(of rest: LinePiece) -> Form {
    if rest.text.hasPrefix("[pending") { return rest.text.hasSuffix("]") ? .pending : .malformed }
    let end = rest.text.utf8.count
    guard let open = rest.text.offset(of: "«"), let bracket = rest.text.lastOffset(of: "["),
      let close = rest[0..<bracket].text.lastOffset(of: "»"), open < close,
      rest.text.hasSuffix("]"),
      let tag = Tag(rawValue: String(rest.text[utf8Range: (bracket + 1)..<(end - 1)]))
    else { return .malformed }
    let reference = rest[0..<open].trimmed.unmarked
    let quote = rest[(open + "«".utf8.count)..<close]
    guard !reference.text.isEmpty, !quote.trimmed.text.isEmpty else { return .malformed }
    return .quoted(reference: reference, quote: quote, tag: tag)
  }
}

extension LinePiece {
  /// Without code marks around the whole piece.
  var unmarked: LinePiece {
    guard text.utf8.count > 1, text.hasPrefix("`"), text.hasSuffix("`") else { return self }
    return LinePiece(text: text.dropFirst().dropLast(), line: line)
  }
}

extension Substring {
  /// The UTF-8 offset of the last occurrence of `needle`.
  func lastOffset(of needle: StaticString) -> Int? {
    needle.withUTF8Buffer { needle in
      utf8.withContiguousStorageIfAvailable { haystack -> Int? in
        guard !needle.isEmpty, needle.count <= haystack.count else { return nil }
        return (0...(haystack.count - needle.count)).last { start in
          needle.indices.allSatisfy { haystack[start + $0] == needle[$0] }
        }
      } ?? nil
    }
  }
}

/// The place that a `Sources` entry cites.
enum SourceReference: Hashable, Sendable {
  /// `paper:p4`
  case page(source: String, Int)
  /// `repo:train.py:14-16`
  case repository(source: String, path: String, lines: ClosedRange<Int>)
  /// `log:<run>#m12`
  case message(source: String, run: String, Int)
  /// `evidence/tables/table1_x.md:9`
  case artifact(path: String, lines: ClosedRange<Int>)
  /// `N04:result`
  case node(id: String, key: String)

  /// Nil for anything else.
  init?(_ text: Substring) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let head = text[..<colon]
    let rest = text[text.index(after: colon)...]
    if IDToken.parse(head) == .node {
      guard !rest.isEmpty else { return nil }
      self = .node(id: String(head), key: String(rest))
    } else if head.has(UInt8(ascii: "/")) || head.has(UInt8(ascii: ".")) {
      guard let lines = Self.lines(rest) else { return nil }
      self = .artifact(path: String(head), lines: lines)
    } else if rest.hasPrefix("p"), let page = Int(rest.dropFirst()) {
      self = .page(source: String(head), page)
    } else if let mark = rest.lastIndex(of: "#"), rest[mark...].hasPrefix("#m"),
      let ordinal = Int(rest[mark...].dropFirst(2))
    {
      self = .message(source: String(head), run: String(rest[..<mark]), ordinal)
    } else if let last = rest.lastIndex(of: ":"),
      let lines = Self.lines(rest[rest.index(after: last)...])
    {
      self = .repository(source: String(head), path: String(rest[..<last]), lines: lines)
    } else {
      return nil
    }
  }

  /// `14` or `14-16`.
  static func lines(_ text: Substring) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = parts.first ?? nil, first > 0 else { return nil }
    if parts.count == 1 { return first...first }
    guard parts.count == 2, let last = parts[1], last >= first else { return nil }
    return first...last
  }
}
