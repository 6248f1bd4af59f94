internal import IR

/// Where the objects of a PDF stand, by its own tables (ISO 32000-1, 7.5.4 and 7.5.8).
struct PDFObjectTable {
  /// A stream as it stands in the file.
  struct Stream {
    let generation: Int
    let dictionary: PDFDictionary
    let data: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  /// By the number of the object; 0 for one that is deleted or stands within another.
  private(set) var offsets: [Int: Int] = [:]
  /// Of the newest section.
  private(set) var trailer: PDFDictionary
  /// Where the newest section stands.
  let start: Int

  private static let mostSections = 64

  /// Nil where a table is missing, damaged, or of a form that few files have.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = Self.start(in: bytes) else { return nil }
    self.bytes = bytes
    self.start = start
    trailer = PDFDictionary(bytes: bytes, members: [])
    var visited: Set<Int> = []
    var next: Int? = start
    while let place = next {
      guard visited.insert(place).inserted, visited.count <= Self.mostSections,
        let section = section(at: place), section["/XRefStm"] == nil
      else { return nil }
      if place == start { trailer = section }
      next = section.integer("/Prev")
      guard next != nil || section["/Prev"] == nil else { return nil }
    }
  }

  private static func start(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for at in stride(from: bytes.count, through: max(0, bytes.count - 1024), by: -1) {
      var syntax = PDFSyntax(bytes, at: at, reach: 64)
      if syntax.take("startxref") { return syntax.integer() }
    }
    return nil
  }

  /// The stream with a number that stands at an offset; nil where its dictionary is longer than `most`.
  func stream(_ number: Int, at offset: Int, most: Int = 1 << 12) -> Stream? {
    var syntax = PDFSyntax(bytes, at: offset, reach: most)
    guard syntax.integer() == number, let generation = syntax.integer(), syntax.take("obj"),
      let dictionary = syntax.dictionary(), syntax.take("stream"),
      let length = length(of: dictionary)
    else { return nil }
    syntax.skipLineEnd()
    let data = syntax.at..<(syntax.at + length)
    guard data.upperBound < bytes.count else { return nil }
    var end = PDFSyntax(bytes, at: data.upperBound, reach: 16)
    guard end.take("endstream") else { return nil }
    return Stream(generation: generation, dictionary: dictionary, data: data)
  }

  /// The length may stand in an object of its own.
  private func length(of dictionary: PDFDictionary) -> Int? {
    if let length = dictionary.integer("/Length") { return length }
    guard let range = dictionary["/Length"] else { return nil }
    var reference = PDFSyntax(bytes, at: range.lowerBound)
    guard let number = reference.integer(), let offset = offsets[number] else { return nil }
    var syntax = PDFSyntax(bytes, at: offset, reach: 64)
    guard syntax.integer() == number, syntax.integer() != nil, syntax.take("obj") else {
      return nil
    }
    return syntax.integer()
  }

  // MARK: Sections

  private mutating func section(at place: Int) -> PDFDictionary? {
    var syntax = PDFSyntax(bytes, at: place)
    guard syntax.take("xref") else { return packedSection(at: place) }
    while let first = syntax.integer() {
      guard let count = syntax.integer() else { return nil }
      for number in first..<(first + count) {
        guard let offset = syntax.integer(), syntax.integer() != nil else { return nil }
        let isUsed = syntax.take("n")
        guard isUsed || syntax.take("f") else { return nil }
        note(number, at: isUsed ? offset : 0)
      }
    }
    return syntax.take("trailer") ? syntax.dictionary() : nil
  }

  /// What a newer section said stands.
  private mutating func note(_ number: Int, at offset: Int) {
    if offsets[number] == nil { offsets[number] = offset }
  }

  private mutating func packedSection(at place: Int) -> PDFDictionary? {
    var syntax = PDFSyntax(bytes, at: place)
    guard let number = syntax.integer(), let stream = stream(number, at: place, most: .max),
      stream.dictionary.value("/Type", is: "/XRef"),
      let widths = stream.dictionary.integers("/W"), widths.count == 3,
      widths.allSatisfy({ $0 < 8 }), let size = stream.dictionary.integer("/Size"),
      let rows = rows(of: stream, width: widths.reduce(0, +))
    else { return nil }
    let index = stream.dictionary.integers("/Index") ?? [0, size]
    var at = 0
    func field(_ width: Int) -> Int {
      defer { at += width }
      return rows[at..<(at + width)].reduce(0) { $0 << 8 | Int($1) }
    }
    for part in stride(from: 0, to: index.count - 1, by: 2) {
      for number in index[part]..<(index[part] + index[part + 1]) {
        guard at + widths.reduce(0, +) <= rows.count else { return nil }
        let isUsed = widths[0] == 0 || field(widths[0]) == 1
        let offset = field(widths[1])
        at += widths[2]
        note(number, at: isUsed ? offset : 0)
      }
    }
    return stream.dictionary
  }

  private static let mostRows = 64 << 20

  private func rows(of stream: Stream, width: Int) -> [UInt8]? {
    guard width > 0, stream.dictionary.isDeflated,
      let data = ZlibStream.unpacked(
        UnsafeBufferPointer(rebasing: bytes[stream.data]), limit: Self.mostRows)
    else { return nil }
    guard let parameters = stream.dictionary.dictionary("/DecodeParms"),
      parameters["/Predictor"] != nil
    else { return data }
    guard parameters.integer("/Columns") == width else { return nil }
    return Self.unpredicted(data, width: width)
  }

  /// Rows of which each is told by the difference to the one above it, as their first bytes say.
  private static func unpredicted(_ data: [UInt8], width: Int) -> [UInt8]? {
    var rows: [UInt8] = []
    var row = [UInt8](repeating: 0, count: width)
    for start in stride(from: 0, through: data.count - width - 1, by: width + 1) {
      guard data[start] == 0 || data[start] == 2 else { return nil }
      for column in 0..<width {
        row[column] = data[start + 1 + column] &+ (data[start] == 2 ? row[column] : 0)
      }
      rows += row
    }
    return rows
  }
}

extension PDFDictionary {
  /// Whether the data of the stream is packed by Flate and in no other way.
  var isDeflated: Bool {
    value("/Filter", is: "/FlateDecode") || value("/Filter", is: "[/FlateDecode]")
      || value("/Filter", is: "[ /FlateDecode ]")
  }
}
