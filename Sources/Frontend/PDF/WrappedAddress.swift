internal import IR

/// Web addresses that a line is too short for.
enum WrappedAddress {
  /// Whether an address goes on from one line to the next: it ends with a slash, and what follows is
  /// no word. A full stop or a hyphen at the end of a line may be the sentence's.
  static func isCut(_ line: String, _ next: String) -> Bool {
    guard line.utf8.last == UInt8(ascii: "/") || line.utf8.last == UInt8(ascii: ":") else {
      return false
    }
    let start = line.split(separator: " ").last ?? ""
    let rest = next.prefix { $0 != " " }
    if start.hasSuffix("http:") || start.hasSuffix("https:") { return rest.hasPrefix("//") }
    guard start.hasSuffix("/"), start.has("://") || start.has("www.") else { return false }
    let body = rest.trimmed(of: ".,;:)]}")
    return body.first?.isAlphanumeric == true
      && body.contains { "/.-_~=".contains($0) || $0.isNumber }
  }
}
