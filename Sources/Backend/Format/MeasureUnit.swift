internal import IR

/// A unit of a measured value, as tables and prose write it.
struct MeasureUnit: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case time, length, memory, share, energy }

  let kind: Kind
  /// What it is called, in one of its spellings.
  let name: String

  private static let rows: [(kind: Kind, spellings: [String])] = [
    (.time, ["ns", "nanoseconds"]), (.time, ["µs", "μs", "us", "microseconds"]),
    (.time, ["ms", "msec", "milliseconds"]), (.time, ["s", "sec", "secs", "second", "seconds"]),
    (.time, ["min", "mins", "minute", "minutes"]), (.time, ["h", "hr", "hrs", "hour", "hours"]),
    (.time, ["d", "day", "days"]),
    (.length, ["nm"]), (.length, ["µm", "μm", "um"]), (.length, ["mm"]), (.length, ["cm"]),
    (.length, ["m", "metre", "metres", "meter", "meters"]), (.length, ["km"]),
    (.memory, ["kb", "kilobytes"]), (.memory, ["mb", "megabytes"]),
    (.memory, ["gb", "gigabytes"]), (.memory, ["tb", "terabytes"]),
    (.memory, ["kib"]), (.memory, ["mib"]), (.memory, ["gib"]), (.memory, ["tib"]),
    (.share, ["%", "percent"]),
    (.energy, ["j", "joules"]), (.energy, ["kj"]), (.energy, ["wh"]), (.energy, ["kwh"]),
    (.energy, ["mwh"]),
  ]

  private static let known: [String: MeasureUnit] = Dictionary(
    rows.flatMap { row in
      row.spellings.map { ($0, MeasureUnit(kind: row.kind, name: row.spellings[0])) }
    }, uniquingKeysWith: { first, _ in first })

  private init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }

  /// Nil for anything else, `ms/step` included: that is a rate, which prose says in words.
  init?(_ text: Substring) {
    guard text.utf8.count <= 12, let unit = Self.known[text.lowercased()] else { return nil }
    self = unit
  }

  /// Another unit of the same kind.
  var neighbour: MeasureUnit? {
    Self.rows.first { $0.kind == kind && $0.spellings[0] != name }
      .map { MeasureUnit(kind: $0.kind, name: $0.spellings[0]) }
  }

  /// The unit in the last brackets of the head of a column: `Latency (ms)`, `Latency [ms]`.
  init?(ofColumn head: Substring) {
    guard let open = head.lastIndex(where: { "([".contains($0) }),
      let close = head[open...].firstIndex(where: { ")]".contains($0) })
    else { return nil }
    self.init(head[head.index(after: open)..<close].trimmingBlanks())
  }

  /// The unit right behind a number of a line: `7.8 m.`, `45%`.
  init?(behind number: LinePiece) {
    // To the end of the file, of which no more is looked at than the unit.
    let behind = number.text.base[number.text.endIndex...]
    let rest = behind.hasPrefix(" ") ? behind.dropFirst() : behind
    if rest.hasPrefix("%") {
      self.init(rest.prefix(1))
    } else {
      self.init(rest.prefix { $0.isLetter || $0 == "/" })
    }
  }
}
