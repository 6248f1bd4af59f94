internal import IR

/// `evidence/source_map.json` (`spec/ara-format.md`, 7.6), without what no check needs.
struct SourceMapFile: Sendable {
  struct Entry: Sendable {
    let file: String
    let line: Int
    let column: Int
    let value: String
    /// Names in `spans`.
    let sources: [String]
    /// Where it stands in the JSON.
    let mapLine: Int
    /// The offset in the JSON at which its `spans` begin.
    fileprivate let spans: Int?
  }

  /// A place that an entry was read from.
  struct Span: Sendable {
    var source = ""
    var page: Int?
    var quote = ""
  }

  /// A breach of the form, with its line in the JSON.
  struct Defect: Sendable {
    let message: String
    let line: Int
  }

  static let path = "evidence/source_map.json"

  /// The identifiers under `sources`, with their lines.
  let sources: [(id: String, line: Int)]
  let entries: [Entry]
  let defects: [Defect]
  /// Whether the JSON could be read to its end.
  let isWhole: Bool
  private let bytes: [UInt8]

  /// The spans of an entry, read anew: no more than their sources is kept.
  func spans(of entry: Entry) -> [Span] {
    guard let start = entry.spans else { return [] }
    var json = JSONReader(bytes, at: start)
    var spans: [Span] = []
    // What does not parse is a defect already.
    try? json.array { (json) throws(JSONReader.Failure) in
      var span = Span()
      try json.object(SpanKey.keys.words) { (key, json) throws(JSONReader.Failure) in
        switch SpanKey.keys[key] {
        case .source: span.source = try json.string()
        case .page: span.page = try json.integer()
        case .quote: span.quote = try json.string()
        case .boxes, nil: try json.skip()
        }
      }
      spans.append(span)
    }
    return spans
  }

  /// As much as could be read; `defects` says where reading stopped.
  static func read(_ bytes: [UInt8]) -> SourceMapFile {
    var reader = SourceMapReader(bytes)
    reader.read()
    return SourceMapFile(
      sources: reader.sources, entries: reader.entries, defects: reader.defects,
      isWhole: reader.isWhole, bytes: bytes)
  }
}

/// A key of an object; the cases stand in the order of the keys.
private protocol MapKey: RawRepresentable<String>, CaseIterable, Sendable {
  static var keys: MapKeys<Self> { get }
}

private struct MapKeys<Key: MapKey>: Sendable {
  let cases = Array(Key.allCases)
  let words = JSONWords(Key.allCases.map(\.rawValue))

  /// Nil for a key that is none of them.
  subscript(word: JSONWords.Word) -> Key? {
    if case .known(let index) = word { cases[index] } else { nil }
  }
}

private enum RootKey: String, MapKey {
  case version, sources, entries
  static let keys = MapKeys<RootKey>()
}

private enum SourceKey: String, MapKey {
  case id, kind, file, commit, sha256, pages
  static let keys = MapKeys<SourceKey>()
}

private enum EntryKey: String, MapKey {
  case file, line, column, entity, field, value, origin, expression, model, spans
  static let keys = MapKeys<EntryKey>()
}

private enum SpanKey: String, MapKey {
  case source, page, boxes, quote
  static let keys = MapKeys<SpanKey>()
}

private struct SourceMapReader {
  private(set) var sources: [(id: String, line: Int)] = []
  private(set) var entries: [SourceMapFile.Entry] = []
  private(set) var defects: [SourceMapFile.Defect] = []
  private(set) var isWhole = false
  private let bytes: [UInt8]
  /// The file of the last entry, and the source of the last span.
  private var lastFile = JSONWords([])
  private var lastSource = JSONWords([])
  /// The last arrays of spans, with where they stand.
  private var recent: [(bytes: Range<Int>, sources: [String])] = []
  private static let kept = 4
  /// Lines are counted forward only.
  private var counted = (offset: 0, line: 1)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    var json = JSONReader(bytes)
    do {
      try readRoot(&json)
      try json.end()
      isWhole = true
    } catch {
      defects.append(.init(message: "it is no JSON: \(error.message)", line: line(error.offset)))
    }
  }

  private mutating func readRoot(_ json: inout JSONReader) throws(JSONReader.Failure) {
    var order = KeyOrder<RootKey>()
    var map = self
    // What was read before a failure stays.
    defer { self = map }
    try json.object(RootKey.keys.words) { (key, json) throws(JSONReader.Failure) in
      order.note(key)
      switch RootKey.keys[key] {
      case .version:
        if try json.integer() != 1 { map.note("version is not 1", json.offset) }
      case .sources:
        try json.array { (json) throws(JSONReader.Failure) in try map.readSource(&json) }
      case .entries:
        try json.array { (json) throws(JSONReader.Failure) in try map.readEntry(&json) }
      case nil: try json.skip()
      }
    }
    map.note(order.complaint, 0)
  }

  private mutating func readSource(_ json: inout JSONReader) throws(JSONReader.Failure) {
    var order = KeyOrder<SourceKey>(optional: [.commit, .pages])
    var id = ""
    json.skipBlanks()
    let start = json.offset
    try json.object(SourceKey.keys.words) { (key, json) throws(JSONReader.Failure) in
      order.note(key)
      if SourceKey.keys[key] == .id { id = try json.string() } else { try json.skip() }
    }
    sources.append((id, line(start)))
    note(order.complaint, start)
  }

  private mutating func readEntry(_ json: inout JSONReader) throws(JSONReader.Failure) {
    var order = KeyOrder<EntryKey>(optional: [.expression, .model])
    var origin = JSONWords.Word.other("")
    var entry = (
      file: "", line: 0, column: 0, value: "", sources: [String](), spans: nil as Int?
    )
    json.skipBlanks()
    let start = json.offset
    try json.object(EntryKey.keys.words) { (key, json) throws(JSONReader.Failure) in
      order.note(key)
      switch EntryKey.keys[key] {
      case .file: entry.file = try Self.string(&json, like: &lastFile)
      case .line: entry.line = try json.integer()
      case .column: entry.column = try json.integer()
      case .value: entry.value = try json.string()
      case .origin:
        var next = 0
        origin = try json.word(among: Self.origins, from: &next)
      case .entity, .field, .expression, .model: try json.skipStringOrNull()
      case .spans:
        entry.spans = json.offset
        entry.sources = try spanSources(&json)
      case nil: try json.skip()
      }
    }
    note(order.complaint, start)
    if case .other(let origin) = origin, !Self.origins.words.contains(origin) {
      note("the origin \(Quoted(origin)) is none of the four", start)
    }
    entries.append(
      .init(
        file: entry.file, line: entry.line, column: entry.column, value: entry.value,
        sources: entry.sources, mapLine: line(start), spans: entry.spans))
  }

  private static let origins = JSONWords(["extracted", "derived", "inferred", "model"])

  /// The sources of an array of spans. Values near one another often have the same places: an array
  /// that is spelled as one of the last is not read again.
  private mutating func spanSources(
    _ json: inout JSONReader
  ) throws(JSONReader.Failure) -> [String] {
    json.skipBlanks()
    for known in recent where json.take(copyOf: known.bytes) { return known.sources }
    let start = json.offset
    var sources: [String] = []
    try json.array { (json) throws(JSONReader.Failure) in
      sources.append(try spanSource(&json))
    }
    if recent.count == Self.kept { recent.removeFirst() }
    recent.append((start..<json.offset, sources))
    return sources
  }

  private mutating func spanSource(_ json: inout JSONReader) throws(JSONReader.Failure) -> String {
    var source = ""
    try json.object(SpanKey.keys.words) { (key, json) throws(JSONReader.Failure) in
      if SpanKey.keys[key] == .source {
        source = try Self.string(&json, like: &lastSource)
      } else {
        try json.skip()
      }
    }
    return source
  }

  /// Reads a string that often is the one before it.
  private static func string(
    _ json: inout JSONReader, like last: inout JSONWords
  ) throws(JSONReader.Failure) -> String {
    var next = 0
    let word = try json.word(among: last, from: &next)
    let string = last.text(of: word)
    if case .other = word {
      let isPlain = !string.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
      last = JSONWords(isPlain ? [string] : [])
    }
    return string
  }

  private mutating func note(_ message: String?, _ offset: Int) {
    if let message { defects.append(.init(message: message, line: line(offset))) }
  }

  private mutating func line(_ place: Int) -> Int {
    let offset = min(place, bytes.count)
    if offset < counted.offset { counted = (0, 1) }
    bytes.withUnsafeBufferPointer { bytes in
      let rest = UnsafeBufferPointer(rebasing: bytes[counted.offset..<offset])
      var at = 0
      while let end = rest.firstOffset(of: UInt8(ascii: "\n"), from: at) {
        counted.line += 1
        at = end + 1
      }
    }
    counted.offset = offset
    return counted.line
  }
}

/// Checks that keys come in a fixed order and that none is missing.
private struct KeyOrder<Key: MapKey & Equatable> {
  /// The place of the key that is to come next.
  private var next = 0
  /// The first key that was passed over and is not optional.
  private var skipped: Key?
  private var offender: String?
  private let optional: [Key]

  init(optional: [Key] = []) { self.optional = optional }

  mutating func note(_ key: JSONWords.Word) {
    guard case .known(let place) = key, place >= next else {
      offender = offender ?? Key.keys.words.text(of: key)
      return
    }
    if place > next { skip(to: place) }
    next = place + 1
  }

  private mutating func skip(to place: Int) {
    skipped = skipped ?? Key.keys.cases[next..<place].first { !optional.contains($0) }
  }

  var complaint: String? {
    if let offender { return "the key \(Quoted(offender)) is unknown or out of order" }
    var rest = self
    rest.skip(to: Key.keys.cases.count)
    return rest.skipped.map { "the key '\($0.rawValue)' is missing" }
  }
}
