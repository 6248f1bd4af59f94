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

private struct SourceMapReader {
  private(set) var sources: [(id: String, line: Int)] = []
  private(set) var entries: [SourceMapFile.Entry] = []
  private(set) var defects: [SourceMapFile.Defect] = []
  private(set) var isWhole = false
  private let bytes: [UInt8]
  /// The file of the last entry, and the source of the last span.
  private var lastFile = JSONWords([])
  private var lastSource = JSONWords([])
  /// The last arrays of spans, with where they stand, and where the next one goes, over the oldest.
  private var recent: [(bytes: Range<Int>, sources: [String])] = []
  private var nextRecent = 0
  private static let kept = 4
  /// The last entry that was in form.
  private var model: EntryModel?
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
    json.skipBlanks()
    let start = json.offset
    var ahead = json
    if let entry = try entryLikeLast(&ahead) {
      json = ahead
      return entries.append(entry)
    }
    var order = KeyOrder<EntryKey>(optional: [.expression, .model])
    var origin = JSONWords.Word.other("")
    var parts = EntryModel(file: "", start: start)
    var entry = (line: 0, column: 0, value: "", sources: [String](), spans: nil as Int?)
    try json.object(EntryKey.keys.words) { (key, json) throws(JSONReader.Failure) in
      order.note(key)
      json.skipBlanks()
      let value = json.offset
      switch EntryKey.keys[key] {
      case .file: parts.file = try Self.string(&json, like: &lastFile)
      case .line: entry.line = try json.integer()
      case .column: entry.column = try json.integer()
      case .value: entry.value = try json.string()
      case .origin:
        var next = 0
        origin = try json.word(among: Self.origins, from: &next)
      case .entity, .field, .expression, .model: try json.skipStringOrNull()
      case .spans:
        entry.spans = value
        entry.sources = try spanSources(&json)
      case nil: try json.skip()
      }
      if let key = EntryKey.keys[key], key.isOwn { parts.note(value..<json.offset) }
    }
    note(order.complaint, start)
    var unknown: String?
    if case .other(let name) = origin, !Self.origins.words.contains(name) { unknown = name }
    if let unknown { note("the origin \(Quoted(unknown)) is none of the four", start) }
    parts.end(json.offset)
    model = order.complaint == nil && unknown == nil ? parts : nil
    entries.append(
      .init(
        file: parts.file, line: entry.line, column: entry.column, value: entry.value,
        sources: entry.sources, mapLine: line(start), spans: entry.spans))
  }

  /// An entry that is spelled as the last one but for what is its own: its line, its column, its value
  /// and its spans. Nothing else of it is read again.
  private mutating func entryLikeLast(
    _ json: inout JSONReader
  ) throws(JSONReader.Failure) -> SourceMapFile.Entry? {
    guard let model else { return nil }
    let start = json.offset
    guard json.take(copyOf: model.shared[0]) else { return nil }
    let line = try json.integer()
    guard json.take(copyOf: model.shared[1]) else { return nil }
    let column = try json.integer()
    guard json.take(copyOf: model.shared[2]) else { return nil }
    let value = try json.string()
    guard json.take(copyOf: model.shared[3]) else { return nil }
    let spans = json.offset
    let sources = try spanSources(&json)
    guard json.take(copyOf: model.shared[4]) else { return nil }
    return .init(
      file: model.file, line: line, column: column, value: value, sources: sources,
      mapLine: self.line(start), spans: spans)
  }

  private static let origins = JSONWords(["extracted", "derived", "inferred", "model"])

  /// The sources of an array of spans. Values near one another often have the same places: an array
  /// that is spelled as one of the last is not read again.
  private mutating func spanSources(
    _ json: inout JSONReader
  ) throws(JSONReader.Failure) -> [String] {
    json.skipBlanks()
    for index in recent.indices where json.take(copyOf: recent[index].bytes) {
      return recent[index].sources
    }
    let start = json.offset
    var sources: [String] = []
    try json.array { (json) throws(JSONReader.Failure) in
      sources.append(try spanSource(&json))
    }
    if recent.count < Self.kept {
      recent.append((start..<json.offset, sources))
    } else {
      recent[nextRecent] = (start..<json.offset, sources)
      nextRecent = (nextRecent + 1) % Self.kept
    }
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

/// How an entry is spelled around what is its own.
private struct EntryModel {
  var file: String
  /// Where the parts stand that entries share: before, between and behind those of its own.
  private(set) var shared: [Range<Int>] = []
  private var start: Int

  init(file: String, start: Int) {
    self.file = file
    self.start = start
  }

  /// Notes a part of its own.
  mutating func note(_ own: Range<Int>) {
    shared.append(start..<own.lowerBound)
    start = own.upperBound
  }

  mutating func end(_ end: Int) { shared.append(start..<end) }
}
