internal import IR

/// The entries of the source map for one file (`spec/ara-format.md`, 7.6), each written when its value
/// is: a map is most of an artifact, and what has thousands of entries is not kept in two forms.
struct SourceMapEntries: Sendable {
  private struct Entry: Sendable {
    let line: Int
    let column: Int
    let bytes: Range<Int>
  }

  let file: String
  /// How each entry begins.
  private let start: [UInt8]
  private var json = JSONWriter()
  private var entries: [Entry] = []

  init(of file: String) {
    self.file = file
    var json = JSONWriter()
    json.write("    {\"file\": ")
    json.string(file)
    json.write(", \"line\": ")
    start = json.bytes
  }

  /// Adds a value at a place of the file, both counted from 1, columns in Unicode scalars. `spans` are
  /// the places that it was read from, as JSON.
  mutating func add(
    _ value: String, line: Int, column: Int, _ entity: EntityRef?, _ field: String?,
    _ derivation: Derivation?, spans: [UInt8]
  ) {
    let first = json.bytes.count
    json.write(start)
    json.integer(line)
    json.write(", \"column\": ")
    json.integer(column)
    json.write(", \"entity\": ")
    json.string(entity?.id)
    json.write(", \"field\": ")
    json.string(field)
    json.write(", \"value\": ")
    json.string(value)
    switch derivation {
    case nil: json.write(", \"origin\": \"extracted\"")
    case .computed(let expression):
      json.write(", \"origin\": \"derived\", \"expression\": ")
      json.string(expression)
    case .inferred: json.write(", \"origin\": \"inferred\"")
    case .model(let name):
      json.write(", \"origin\": \"model\", \"model\": ")
      json.string(name)
    }
    json.write(", \"spans\": ")
    json.write(spans)
    json.write("}")
    entries.append(Entry(line: line, column: column, bytes: first..<json.bytes.count))
  }

  /// What stands in the map, in the order of the places in the file.
  var ordered: [ArraySlice<UInt8>] {
    entries.sorted { a, b in
      (a.line, a.column, a.bytes.lowerBound) < (b.line, b.column, b.bytes.lowerBound)
    }.map { json.bytes[$0.bytes] }
  }
}
