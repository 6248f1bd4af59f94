internal import IR

/// Keeps the entries of `evidence/source_map.json` pointing at their values while files change.
///
/// Only lines and columns are rewritten, where the map is laid out as `arac` writes it. Entries of
/// another layout stay as they are: they point elsewhere then, and the fix is not kept.
struct SourceMapPlaces {
  static let path = "evidence/source_map.json"

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The map with the places in a file moved.
  func moving(_ file: String, by move: (FixIt.Position) -> FixIt.Position?) -> [UInt8] {
    let head = Array("{\"file\": \"\(file)\", \"line\": ".utf8)
    let between = Array(", \"column\": ".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    while let start = offset(of: head, from: copied) {
      let place = start + head.count
      result += bytes[copied..<place]
      copied = place
      guard let line = number(at: place), bytes[line.end...].starts(with: between),
        let column = number(at: line.end + between.count),
        let moved = move(FixIt.Position(line.value, column.value))
      else { continue }
      result += Array("\(moved.line)".utf8) + between + Array("\(moved.column)".utf8)
      copied = column.end
    }
    return result + bytes[copied...]
  }

  private func offset(of needle: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { bytes.firstOffset(of: $0, from: start) }
    }
  }

  private func number(at start: Int) -> (value: Int, end: Int)? {
    let digits = bytes[start...].prefix { $0.isASCIIDigit }
    return Int(String(decoding: digits, as: UTF8.self)).map { ($0, digits.endIndex) }
  }
}
