/// A key of an object; the cases stand in the order of the keys.
protocol MapKey: RawRepresentable<String>, CaseIterable, Sendable {
  static var keys: MapKeys<Self> { get }
}

struct MapKeys<Key: MapKey>: Sendable {
  let cases = Array(Key.allCases)
  let words = JSONWords(Key.allCases.map(\.rawValue))

  /// Nil for a key that is none of them.
  subscript(word: JSONWords.Word) -> Key? {
    if case .known(let index) = word { cases[index] } else { nil }
  }
}

enum RootKey: String, MapKey {
  case version, sources, entries
  static let keys = MapKeys<RootKey>()
}

enum SourceKey: String, MapKey {
  case id, kind, file, commit, sha256, pages
  static let keys = MapKeys<SourceKey>()
}

enum EntryKey: String, MapKey {
  case file, line, column, entity, field, value, origin, expression, model, spans
  static let keys = MapKeys<EntryKey>()

  /// Whether what stands for it differs from entry to entry.
  var isOwn: Bool {
    switch self {
    case .line, .column, .value, .spans: true
    default: false
    }
  }
}

enum SpanKey: String, MapKey {
  case source, page, boxes, quote
  static let keys = MapKeys<SpanKey>()
}

/// Checks that keys come in a fixed order and that none is missing.
struct KeyOrder<Key: MapKey & Equatable> {
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
