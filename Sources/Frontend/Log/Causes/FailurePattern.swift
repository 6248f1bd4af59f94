/// Words that tell why something failed, searched without regard to case and within one line.
enum FailurePattern {
  case text(String)
  /// With no letter or digit on either side.
  case word(String)
  /// A printed member: `"results_match": false`, `is_valid=False`.
  case member(String, is: String)
  /// The second text after the first with at most so many bytes between.
  case near(String, String, within: Int)

  /// `line` is in lower case.
  func occurs(in line: [UInt8]) -> Bool {
    switch self {
    case .text(let text): !Self.places(of: text, in: line[...], limit: 1).isEmpty
    case .word(let word):
      Self.places(of: word, in: line[...]).contains { Self.isWhole($0, in: line) }
    case .member(let name, let value):
      Self.places(of: name, in: line[...]).contains {
        Self.holds(value, after: $0.upperBound, line)
      }
    case .near(let first, let second, let gap):
      Self.places(of: first, in: line[...]).contains { place in
        let end = min(line.count, place.upperBound + gap + second.utf8.count)
        return !Self.places(of: second, in: line[place.upperBound..<end], limit: 1).isEmpty
      }
    }
  }

  /// Where a text stands, the first few times.
  private static func places(of text: String, in line: ArraySlice<UInt8>, limit: Int = 50)
    -> [Range<Int>]
  {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, line.count >= wanted.count else { return [] }
    var places: [Range<Int>] = []
    for start in line.startIndex...(line.endIndex - wanted.count)
    where line[start] == first && line[start...].starts(with: wanted) {
      places.append(start..<(start + wanted.count))
      if places.count == limit { break }
    }
    return places
  }

  private static func isWhole(_ place: Range<Int>, in line: [UInt8]) -> Bool {
    let before = place.lowerBound > 0 ? line[place.lowerBound - 1] : 0x20
    let after = place.upperBound < line.count ? line[place.upperBound] : 0x20
    return !isWordByte(before) && !isWordByte(after)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x5F, 0x61...0x7A: true
    default: false
    }
  }

  /// Whether a mark of assignment and the value follow, with quotes and spaces between.
  private static func holds(_ value: String, after start: Int, _ line: [UInt8]) -> Bool {
    var at = start
    if at < line.count, line[at] == UInt8(ascii: "\"") || line[at] == UInt8(ascii: "'") { at += 1 }
    while at < line.count, line[at] == 0x20 { at += 1 }
    guard at < line.count, line[at] == UInt8(ascii: ":") || line[at] == UInt8(ascii: "=") else {
      return false
    }
    at += 1
    while at < line.count, line[at] == 0x20 { at += 1 }
    return line[at...].starts(with: value.utf8)
  }
}
