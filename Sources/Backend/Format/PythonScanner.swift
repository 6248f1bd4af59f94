/// Follows strings, comments and brackets through the lines of a Python file.
struct PythonScanner {
  private var quote: (byte: UInt8, length: Int)?
  private(set) var depth = 0
  private(set) var brokenLine: Int?

  var isInString: Bool { quote != nil }

  /// The line without comments and the contents of strings; their quotes stay.
  mutating func code(of raw: Substring, line: Int) -> String {
    let bytes = Array(raw.utf8)
    var code: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if let open = quote {
        at = skipString(bytes, at, open, &code)
      } else if bytes[at] == UInt8(ascii: "#") {
        break
      } else {
        at = readCode(bytes, at, line, &code)
      }
    }
    if let open = quote, open.length == 1 {
      if bytes.last != UInt8(ascii: "\\") { fail(line) }
      quote = nil
    }
    return String(decoding: code, as: UTF8.self)
  }

  private mutating func skipString(
    _ bytes: [UInt8], _ at: Int, _ open: (byte: UInt8, length: Int), _ code: inout [UInt8]
  ) -> Int {
    if bytes[at] == UInt8(ascii: "\\") { return at + 2 }
    let end = at + open.length
    if end <= bytes.count, bytes[at..<end].allSatisfy({ $0 == open.byte }) {
      quote = nil
      code.append(open.byte)
      return end
    }
    return at + 1
  }

  private mutating func readCode(
    _ bytes: [UInt8], _ at: Int, _ line: Int, _ code: inout [UInt8]
  ) -> Int {
    let byte = bytes[at]
    code.append(byte)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let isTriple = at + 2 < bytes.count && bytes[at + 1] == byte && bytes[at + 2] == byte
      quote = (byte, isTriple ? 3 : 1)
      return at + (isTriple ? 3 : 1)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      if depth < 0 {
        fail(line)
        depth = 0
      }
    default: break
    }
    return at + 1
  }

  private mutating func fail(_ line: Int) {
    if brokenLine == nil { brokenLine = line }
  }
}
