/// Absolute paths of the machine that ran an agent (`spec/logs-and-rubrics.md`, 8.2 and 14): they name
/// users and say nothing of the work.
enum HostPaths {
  private static let roots: [StaticString] = [
    "/home/", "/Users/", "/root/", "/tmp/", "/mnt/", "/private/", "/scratch/",
  ]

  /// The text with each such path cut to its last component.
  static func shortened(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard roots.contains(where: bytes.holds) else { return text }
    var short: [UInt8] = []
    short.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "/"), at == 0 || opens(bytes[at - 1]), begins(bytes[at...]) {
        let path = bytes[at...].prefix { !closes($0) }
        at = path.endIndex
        short += lastComponent(of: path)
      } else {
        short.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: short, as: UTF8.self)
  }

  private static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    roots.contains { root in root.withUTF8Buffer { bytes.starts(with: $0) } }
  }

  /// With the full stop that ends a sentence; a folder keeps its last slash.
  private static func lastComponent(of path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let inner = path.dropLast(path.last == UInt8(ascii: "/") ? 1 : 0)
    let slash = inner.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    return path[(slash + 1)...]
  }

  private static func opens(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"'`(=:<[,{>|;".utf8.contains(byte)
  }

  private static func closes(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"'`)>],;:|}*&".utf8.contains(byte)
  }
}
