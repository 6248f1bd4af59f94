/// The `key = value` lines of an INI-like file under `section.key`.
struct INIScanner {
  struct Entry: Equatable {
    let section: String
    let key: String
    /// The bytes of the value without quotes; of indented lines below it, one range each.
    var values: [Range<Int>]
    var remark: Range<Int>?

    var name: String { section.isEmpty ? key : "\(section).\(key)" }
  }

  static func entries(of file: KeptFile) -> [Entry] {
    let scanner = INIScanner(file: file)
    var entries: [Entry] = []
    var section = ""
    var isIndented = false
    for row in file.lineStarts.indices {
      let whole = file.row(row)
      let line = whole.trimmed(in: file.bytes)
      guard let first = line.first.map({ file.bytes[$0] }), !"#;".utf8.contains(first) else {
        isIndented = isIndented && !line.isEmpty
        continue
      }
      if isIndented, line.lowerBound > whole.lowerBound, !entries.isEmpty {
        entries[entries.count - 1].values.append(line)
      } else if first == UInt8(ascii: "[") {
        let end = file.bytes[line].firstIndex(of: UInt8(ascii: "]")) ?? line.upperBound
        section = file.text((line.lowerBound + 1)..<min(end, line.lowerBound + 1 + longestSection))
        isIndented = false
      } else if let entry = scanner.entry(line, in: section) {
        entries.append(entry)
        isIndented = true
      }
    }
    return entries
  }

  /// A name is a part of that of each of its values.
  private static let longestSection = 256

  private let file: KeptFile

  private func entry(_ line: Range<Int>, in section: String) -> Entry? {
    let bytes = file.bytes
    guard let sign = bytes[line].firstIndex(where: { "=:".utf8.contains($0) }) else { return nil }
    var start = line.lowerBound
    if bytes[line].starts(with: "export ".utf8) { start += 7 }
    let key = file.text((start..<sign).trimmed(in: bytes))
    guard FoundValue.isName(key) else { return nil }
    var value = ((sign + 1)..<line.upperBound).trimmed(in: bytes)
    let scanner = LiteralScanner(bytes: bytes)
    var end = value.upperBound
    if let first = value.first, "\"'".utf8.contains(bytes[first]),
      let text = scanner.quoted(at: first), text.end <= line.upperBound
    {
      value = text.inside
      end = text.end
    } else if let mark = value.first(where: {
      "#;".utf8.contains(bytes[$0]) && ($0 == value.lowerBound || bytes[$0 - 1] <= 0x20)
    }) {
      value = (value.lowerBound..<mark).trimmed(in: bytes)
      end = mark
    }
    let remark = scanner.remark(after: end, marks: Array("#;".utf8))
    return Entry(section: section, key: key, values: value.isEmpty ? [] : [value], remark: remark)
  }
}
