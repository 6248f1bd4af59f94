internal import IR

// A paper has thousands of spans, regions and measured points. They go as their bytes rather than as
// what they say of themselves: the containers of one region cost more than its text.

extension WireBuffer {
  /// Appends a value of which there are many. Returns whether it is one.
  func appendPacked<Value>(_ value: Value) -> Bool {
    if Value.self == SourceSpan.self {
      withKnown(value) { (span: SourceSpan) in append(span) }
    } else if Value.self == [Region].self {
      withKnown(value) { (regions: [Region]) in for region in regions { append(region) } }
    } else if Value.self == [UInt8].self {
      withKnown(value) { (bytes: [UInt8]) in
        bytes.withUnsafeBytes { append(contentsOf: $0) }
      }
    } else if Value.self == [Double].self {
      withKnown(value) { (numbers: [Double]) in
        numbers.withUnsafeBytes { append(contentsOf: $0) }
      }
    } else {
      return false
    }
    return true
  }

  private func append(_ span: SourceSpan) {
    append(span.bytes.lowerBound)
    append(span.bytes.upperBound)
    append(span.source.name)
  }

  private func append(_ region: Region) {
    append(region.bytes.lowerBound)
    append(region.bytes.upperBound)
    switch region.place {
    case .page(let page, let box):
      append(UInt8(0))
      append(page)
      for edge in [box.x0, box.y0, box.x1, box.y1] { append(edge) }
    case .lines(let path, let firstLine):
      append(UInt8(1))
      append(sized: path)
      append(firstLine)
    case .message(let run, let ordinal):
      append(UInt8(2))
      append(sized: run)
      append(ordinal)
    case .node(let id):
      append(UInt8(3))
      append(sized: id)
    }
  }

  private func append(sized text: String) {
    append(UInt32(clamping: text.utf8.count))
    append(text)
  }
}

/// A value as the type that it was found to have.
private func withKnown<Value, Known>(_ value: Value, _ body: (Known) -> Void) {
  withUnsafePointer(to: value) { place in
    body(UnsafeRawPointer(place).assumingMemoryBound(to: Known.self).pointee)
  }
}

extension WireDecoder {
  /// Reads a value of a type of which there are many; nil for other types.
  func packed<Value>(_ type: Value.Type) throws -> Value? {
    if Value.self == SourceSpan.self { return asValue(try span()) }
    if Value.self == [Region].self { return asValue(try regions()) }
    if Value.self == [Double].self { return asValue(try numbers()) }
    if Value.self == [UInt8].self { return asValue(Array(bytes[range])) }
    return nil
  }

  private func asValue<Known, Value>(_ known: Known) -> Value {
    withUnsafePointer(to: known) {
      UnsafeRawPointer($0).assumingMemoryBound(to: Value.self).pointee
    }
  }

  private func span() throws -> SourceSpan {
    var reader = PackedReader(self)
    let bytes = try reader.range()
    return SourceSpan(SourceID(try reader.rest()), bytes)
  }

  private func numbers() throws -> [Double] {
    var reader = PackedReader(self)
    var numbers: [Double] = []
    numbers.reserveCapacity(range.count / 8)
    while !reader.isAtEnd { numbers.append(try reader.number()) }
    return numbers
  }

  private func regions() throws -> [Region] {
    var reader = PackedReader(self)
    var regions: [Region] = []
    while !reader.isAtEnd {
      let bytes = try reader.range()
      let place: Place
      switch try reader.number() as UInt8 {
      case 0:
        place = .page(
          try reader.number(),
          Box(
            try reader.number(), try reader.number(), try reader.number(), try reader.number()))
      case 1: place = .lines(path: try reader.text(), firstLine: try reader.number())
      case 2: place = .message(run: try reader.text(), ordinal: try reader.number())
      case 3: place = .node(try reader.text())
      default: throw WireFailure.damaged
      }
      regions.append(Region(bytes, place))
    }
    return regions
  }
}

/// Reads what was packed, from its start to its end.
private struct PackedReader {
  private let value: WireDecoder
  private var place: Int

  init(_ value: WireDecoder) {
    self.value = value
    place = value.range.lowerBound
  }

  var isAtEnd: Bool { place == value.range.upperBound }

  mutating func number<Number: BitwiseCopyable>() throws -> Number {
    let number = try value.number(Number.self, at: place)
    place += MemoryLayout<Number>.size
    return number
  }

  mutating func range() throws -> Range<UInt32> {
    let (lower, upper): (UInt32, UInt32) = (try number(), try number())
    guard lower <= upper else { throw WireFailure.damaged }
    return lower..<upper
  }

  mutating func text() throws -> String {
    let count = Int(try number() as UInt32)
    guard count <= value.range.upperBound - place else { throw WireFailure.damaged }
    defer { place += count }
    return try text(place..<(place + count))
  }

  mutating func rest() throws -> String {
    defer { place = value.range.upperBound }
    return try text(place..<value.range.upperBound)
  }

  private func text(_ range: Range<Int>) throws -> String {
    guard let text = String(validating: value.bytes[range], as: UTF8.self) else {
      throw WireFailure.damaged
    }
    return text
  }
}
