/// Writes JSON with keys in a chosen order, which the standard encoder does not keep: `": "` after
/// keys, `", "` between elements.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Whether the next key of the innermost object is its first.
  private var isFirst = true

  /// Writes text as it is.
  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes what another writer has written.
  mutating func write(_ written: [UInt8]) { bytes += written }

  mutating func write(_ written: ArraySlice<UInt8>) { bytes += written }

  mutating func object(_ fields: (inout JSONWriter) -> Void) {
    let outer = isFirst
    isFirst = true
    bytes.append(UInt8(ascii: "{"))
    fields(&self)
    bytes.append(UInt8(ascii: "}"))
    isFirst = outer
  }

  mutating func array<Element>(_ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
    bytes.append(UInt8(ascii: "["))
    list(elements, between: ", ", body)
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func list<Element>(
    _ elements: [Element], between separator: StaticString,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    for (index, element) in elements.enumerated() {
      if index > 0 { write(separator) }
      body(&self, element)
    }
  }

  /// `key` holds nothing that needs an escape.
  mutating func key(_ key: StaticString) {
    write(isFirst ? "\"" : ", \"")
    isFirst = false
    write(key)
    write("\": ")
  }

  /// A key that may hold anything.
  mutating func key(named name: String) {
    if !isFirst { write(", ") }
    isFirst = false
    string(name)
    write(": ")
  }

  mutating func field(_ key: StaticString, _ value: String?) {
    self.key(key)
    string(value)
  }

  /// `null` for nil.
  mutating func string(_ text: String?) {
    if let text { string(text) } else { write("null") }
  }

  mutating func field(_ key: StaticString, _ value: Int) {
    self.key(key)
    integer(value)
  }

  mutating func integer(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(of: value.magnitude)
  }

  private mutating func digits(of value: UInt) {
    if value >= 10 { digits(of: value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// A number with one decimal, the precision of boxes.
  mutating func tenths(_ value: Double) {
    let tenths = Int((value * 10).rounded())
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    integer(abs(tenths) / 10)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(abs(tenths) % 10))
  }

  mutating func string(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      var start = 0
      for at in text.indices where Self.needsEscape(text[at]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
        append(escaped: text[at])
        start = at + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x0A: write("\\n")
    case 0x0D: write("\\r")
    case 0x09: write("\\t")
    default:
      let digits = Array("0123456789abcdef".utf8)
      write("\\u00")
      bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
