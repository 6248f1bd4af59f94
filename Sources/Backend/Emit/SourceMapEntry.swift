package import IR

/// One value of an artifact and the place that it was read from (`spec/ara-format.md`, 7.6).
package struct SourceMapEntry: Hashable, Sendable {
  package struct Place: Hashable, Sendable {
    package let source: SourceID
    package let location: Location
    package let quote: String
  }

  package let file: String
  /// From 1; columns count Unicode scalars.
  package let line: Int
  package let column: Int
  package let entity: EntityRef?
  package let field: String?
  package let value: String
  package let derivation: Derivation?
  package let places: [Place]
}

/// Turns spans into the places of source-map entries.
struct PlaceFinder {
  let sources: SourceMap

  private static let quoteLimit = 240

  /// The places of spans, each with the verbatim text there.
  func places(of spans: [SourceSpan]) -> [SourceMapEntry.Place] {
    spans.prefix(8).compactMap { span in
      guard let location = sources.location(of: span) else { return nil }
      return SourceMapEntry.Place(
        source: span.source, location: location, quote: Self.cut(sources.text(of: span)))
    }
  }

  /// The place of one number inside a value: its line in the input, quoted as a whole.
  func place(of number: SourceSpan) -> SourceMapEntry.Place? {
    guard let source = sources[number.source], let location = sources.location(of: number),
      let region = source.regions(overlapping: number.bytes).first
    else { return nil }
    return SourceMapEntry.Place(
      source: number.source, location: location, quote: quote(around: number, in: region, source))
  }

  private func quote(around number: SourceSpan, in region: Region, _ source: SourceText) -> String {
    let text = source.text(of: region.bytes)
    let offset = Int(number.bytes.lowerBound) - Int(region.bytes.lowerBound)
    guard text.utf8.count > Self.quoteLimit || text.has("\n"), offset >= 0 else {
      return text.trimmed(of: " \n")
    }
    // The words around the number, on its own line.
    let bytes = Array(text.utf8)
    var start = max(0, min(offset, bytes.count))
    var end = start
    while start > 0, bytes[start - 1] != 0x0A, offset - start < 100 { start -= 1 }
    while end < bytes.count, bytes[end] != 0x0A, end - offset < 140 { end += 1 }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self).trimmed(of: " \n\t")
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > quoteLimit else { return text }
    return String(text.prefix(quoteLimit)).trimmed(of: " ")
  }

  /// The span of the `occurrence`-th mention of a number in the texts of spans.
  func span(of number: String, occurrence: Int, in spans: [SourceSpan]) -> SourceSpan? {
    var seen = 0
    var last: SourceSpan?
    for span in spans {
      for range in Self.mentions(of: number, in: sources.text(of: span)) {
        last = span.narrowed(to: range)
        if seen == occurrence { return last }
        seen += 1
      }
    }
    return last
  }

  /// UTF-8 ranges where a number stands whole.
  static func mentions(of number: String, in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    let wanted = Array(number.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
    var ranges: [Range<Int>] = []
    var at = 0
    while at + wanted.count <= bytes.count {
      if bytes[at] == first, bytes[at..<(at + wanted.count)].elementsEqual(wanted),
        at == 0 || !isDigit(bytes[at - 1]),
        at + wanted.count == bytes.count || !isDigit(bytes[at + wanted.count])
      {
        ranges.append(at..<(at + wanted.count))
        at += wanted.count
      } else {
        at += 1
      }
    }
    return ranges
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
