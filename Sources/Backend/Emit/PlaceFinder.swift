internal import IR

/// Turns spans into the places of source-map entries.
struct PlaceFinder {
  /// A place that a value was read from.
  struct Place: Hashable, Sendable {
    let source: SourceID
    let location: Location
    let quote: String
  }

  let sources: SourceMap

  // Values near one another often have the same spans: those of the ticks of their axes.
  private var places = RecentValues<[SourceSpan], [UInt8]>()
  private var linePlaces = RecentValues<Place, [UInt8]>()
  private var texts = RecentValues<[SourceSpan], [String]>()

  init(sources: SourceMap) { self.sources = sources }

  private static let quoteLimit = 240

  /// The places of spans as JSON, each with the verbatim text there.
  mutating func json(of spans: [SourceSpan]) -> [UInt8] {
    places.value(of: spans) { spans in
      Self.json(
        spans.prefix(8).compactMap { span in
          guard let location = sources.location(of: span) else { return nil }
          let quote = MachineTrace.without(Self.cut(sources.text(of: span)))
          // What is nothing but a path of somebody's machine has no words to quote.
          if quote.isEmpty { return nil }
          return Place(source: span.source, location: location, quote: quote)
        })
    }
  }

  /// The place of one number inside a value as JSON.
  mutating func json(ofNumber number: SourceSpan) -> [UInt8]? {
    place(of: number).map { linePlaces.value(of: $0) { Self.json([$0]) } }
  }

  private static func json(_ places: [Place]) -> [UInt8] {
    var json = JSONWriter()
    json.array(places) { json, place in
      json.object { json in
        json.field("source", place.source.name)
        write(place.location, &json)
        json.field("quote", place.quote)
      }
    }
    return json.bytes
  }

  private static func write(_ location: Location, _ json: inout JSONWriter) {
    switch location {
    case .page(let page, let boxes):
      json.field("page", page)
      json.key("boxes")
      json.array(boxes) { json, box in
        json.array([box.x0, box.y0, box.x1, box.y1]) { $0.tenths($1) }
      }
    case .lines(let path, let lines):
      json.field("path", path)
      json.key("lines")
      json.array([lines.lowerBound, lines.upperBound]) { $0.integer($1) }
    case .message(let run, let ordinal):
      json.field("run", run)
      json.field("message", ordinal)
    case .node(let id): json.field("node", id)
    }
  }

  private mutating func texts(of spans: [SourceSpan]) -> [String] {
    texts.value(of: spans) { $0.map { sources.text(of: $0) } }
  }

  /// The place of one number inside a value: its line in the input, quoted as a whole.
  func place(of number: SourceSpan) -> Place? {
    guard let source = sources[number.source], let location = sources.location(of: number),
      let region = source.regions(overlapping: number.bytes).first
    else { return nil }
    return Place(
      source: number.source, location: location, quote: quote(around: number, in: region, source))
  }

  private func quote(around number: SourceSpan, in region: Region, _ source: SourceText) -> String {
    let text = source.text(of: region.bytes)
    let offset = Int(number.bytes.lowerBound) - Int(region.bytes.lowerBound)
    guard text.utf8.count > Self.quoteLimit || text.has("\n"), offset >= 0 else {
      return MachineTrace.without(text, at: offset).trimmed(of: " \n")
    }
    // The words around the number, on its own line.
    let bytes = Array(text.utf8)
    var start = max(0, min(offset, bytes.count))
    var end = start
    while start > 0, bytes[start - 1] != 0x0A, offset - start < 100 { start -= 1 }
    while end < bytes.count, bytes[end] != 0x0A, end - offset < 140 { end += 1 }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let words = String(decoding: bytes[start..<end], as: UTF8.self)
    return MachineTrace.without(words, at: offset - start).trimmed(of: " \n\t")
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > quoteLimit else { return text }
    return String(text.prefix(quoteLimit)).trimmed(of: " ")
  }

  /// The span of the `occurrence`-th mention of a number in the texts of spans.
  mutating func span(of number: String, occurrence: Int, in spans: [SourceSpan]) -> SourceSpan? {
    var seen = 0
    var last: SourceSpan?
    for (span, text) in zip(spans, texts(of: spans)) {
      for range in Self.mentions(of: number, in: text) {
        last = span.narrowed(to: range)
        if seen == occurrence { return last }
        seen += 1
      }
    }
    return last
  }

  /// UTF-8 ranges where a number stands whole.
  static func mentions(of number: String, in text: some StringProtocol) -> [Range<Int>] {
    var number = number
    let ranges = text.utf8.withContiguousStorageIfAvailable { text in
      number.withUTF8 { mentions(of: $0, in: text) }
    }
    return ranges ?? mentions(of: number, in: String(text))
  }

  private static func mentions(
    of number: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    if number.isEmpty { return [] }
    var ranges: [Range<Int>] = []
    var at = 0
    while let start = text.firstOffset(of: number, from: at) {
      let end = start + number.count
      let isWhole =
        (start == 0 || !text[start - 1].isASCIIDigit)
        && (end == text.count || !text[end].isASCIIDigit)
      if isWhole { ranges.append(start..<end) }
      at = isWhole ? end : start + 1
    }
    return ranges
  }
}
