/// The values of a TOML file under dotted key paths: enough of the format for configuration and
/// for dependencies. What it does not understand it passes over, a line at a time.
struct TOMLScanner {
  struct Entry: Equatable {
    /// The table and the key, outermost first.
    let path: [String]
    let value: Value
  }

  enum Value: Equatable {
    /// The bytes of a number, a date, a truth value, or of a text without its quotes.
    case scalar(Range<Int>)
    /// The bytes of the list, and of its scalars if it has nothing else.
    case list(Range<Int>, items: [Range<Int>]?)
  }

  private let bytes: [UInt8]
  private let scanner: LiteralScanner
  private var at = 0
  private var entries: [Entry] = []

  static func entries(_ bytes: [UInt8]) -> [Entry] {
    var scanner = TOMLScanner(bytes)
    scanner.scan()
    return scanner.entries
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scanner = LiteralScanner(bytes: bytes)
  }

  private mutating func scan() {
    var table: [String] = []
    var counts: [String: Int] = [:]
    while at < bytes.count, entries.count < Self.mostEntries {
      skipBlanks(overLines: true)
      guard at < bytes.count else { return }
      if bytes[at] == UInt8(ascii: "[") {
        let isArray = bytes.dropFirst(at + 1).first == UInt8(ascii: "[")
        at += isArray ? 2 : 1
        table = keys(until: UInt8(ascii: "]")) ?? []
        if isArray {
          let name = table.joined(separator: ".")
          table.append(String(counts[name, default: 0]))
          counts[name, default: 0] += 1
        }
      } else if bytes[at] != UInt8(ascii: "#"), let keys = keys(until: UInt8(ascii: "=")) {
        value(of: table + keys, depth: 0)
      }
      skipLine()
    }
  }

  private static let mostEntries = 20_000
  private static let mostKeys = 32

  /// A dotted key and past the sign that ends it; nil if the line does not hold one.
  private mutating func keys(until end: UInt8) -> [String]? {
    var keys: [String] = []
    while at < bytes.count {
      skipBlanks(overLines: false)
      guard at < bytes.count else { return nil }
      if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
        guard let text = literal(at: at) else { return nil }
        keys.append(String(decoding: bytes[text.inside], as: UTF8.self))
        at = text.end
      } else {
        let start = at
        while at < bytes.count, Self.isBare(bytes[at]) { at += 1 }
        guard start < at else { return nil }
        keys.append(String(decoding: bytes[start..<at], as: UTF8.self))
      }
      skipBlanks(overLines: false)
      guard at < bytes.count, bytes[at] == end || bytes[at] == UInt8(ascii: ".") else { return nil }
      at += 1
      if bytes[at - 1] == end { return keys }
      guard keys.count < Self.mostKeys else { return nil }
    }
    return nil
  }

  /// Reads one value and leaves `at` behind it; returns its bytes if it is a scalar.
  @discardableResult
  private mutating func value(of path: [String], depth: Int, files: Bool = true) -> Range<Int>? {
    skipBlanks(overLines: depth > 0)
    guard at < bytes.count, depth < 16 else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "["):
      list(of: path, depth: depth, files: files)
      return nil
    case UInt8(ascii: "{"):
      table(of: path, depth: depth, files: files)
      return nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let text = literal(at: at) else {
        at = bytes.count
        return nil
      }
      at = text.end
      if files { entries.append(Entry(path: path, value: .scalar(text.inside))) }
      return text.inside
    default:
      let start = at
      while at < bytes.count, !",]}#\n".utf8.contains(bytes[at]) { at += 1 }
      let range = (start..<at).trimmed(in: bytes)
      if files, !range.isEmpty { entries.append(Entry(path: path, value: .scalar(range))) }
      return range.isEmpty ? nil : range
    }
  }

  private mutating func list(of path: [String], depth: Int, files: Bool) {
    let start = at
    var items: [Range<Int>]? = []
    at += 1
    while at < bytes.count {
      skipBlanks(overLines: true)
      guard at < bytes.count, bytes[at] != UInt8(ascii: "]") else { break }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
      } else if bytes[at] == UInt8(ascii: "#") {
        skipLine()
      } else {
        let before = at
        let item = value(of: path, depth: depth + 1, files: false)
        if let item { items?.append(item) } else { items = nil }
        guard at > before else { break }
      }
    }
    at = min(at + 1, bytes.count)
    if files { entries.append(Entry(path: path, value: .list(start..<at, items: items))) }
  }

  private mutating func table(of path: [String], depth: Int, files: Bool) {
    at += 1
    while at < bytes.count {
      skipBlanks(overLines: true)
      guard at < bytes.count, bytes[at] != UInt8(ascii: "}") else { break }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
      } else if let keys = keys(until: UInt8(ascii: "=")) {
        value(of: path + keys, depth: depth + 1, files: files)
      } else {
        skipLine()
        return
      }
    }
    at = min(at + 1, bytes.count)
  }

  /// A text in any of the four forms of quotes.
  private func literal(at start: Int) -> (inside: Range<Int>, end: Int)? {
    let quote = bytes[start]
    let triple = [quote, quote, quote]
    guard bytes[start...].starts(with: triple) else {
      let stop = bytes[(start + 1)...].firstIndex {
        $0 == quote || $0 == UInt8(ascii: "\n")
      }
      if quote == UInt8(ascii: "'") {
        return stop.map { ((start + 1)..<$0, $0 + 1) }
      }
      return scanner.quoted(at: start)
    }
    var end = start + 3
    while end < bytes.count, !bytes[end...].starts(with: triple) { end += 1 }
    return end < bytes.count ? ((start + 3)..<end, end + 3) : nil
  }

  private mutating func skipBlanks(overLines: Bool) {
    while at < bytes.count,
      bytes[at] == 0x20 || bytes[at] == 0x09 || overLines && bytes[at] == UInt8(ascii: "\n")
    {
      at += 1
    }
  }

  private mutating func skipLine() {
    at =
      bytes[min(at, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
      ?? bytes.count
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
