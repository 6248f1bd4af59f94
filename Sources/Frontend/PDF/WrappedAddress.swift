internal import IR

/// Web addresses that a line is too short for.
struct WrappedAddress {
  /// Where the links of the document lead, a line for each.
  private let targets: String

  /// Links that a document of papers has; each is held against every line with an address.
  private static let mostTargets = 2_000

  init(targets: Set<String> = []) {
    self.targets = targets.sorted().prefix(Self.mostTargets).joined(separator: "\n")
  }

  /// Whether an address goes on from one line to the next: as a link tells, or as its end does. A full
  /// stop or a hyphen at the end of a line may be the sentence's.
  func isCut(_ line: String, _ next: String) -> Bool {
    let bytes = line.utf8.reversed().prefix { $0 != UInt8(ascii: " ") }
    guard bytes.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }) else {
      return false
    }
    let start = line.suffix(from: line.lastIndex(of: " ") ?? line.startIndex).trimmed(of: " ([<{")
    let rest = next.prefix { $0 != " " }
    if start.hasSuffix("http:") || start.hasSuffix("https:") { return rest.hasPrefix("//") }
    let body = rest.trimmed(of: ".,;:)]}>")
    guard !body.isEmpty else { return false }
    if !targets.isEmpty, targets.has(start + body) { return true }
    guard start.has("://") || start.has("www."), let last = start.last else { return false }
    return Self.goesOn(after: last, in: start, with: body)
  }

  private static func goesOn(after last: Character, in start: String, with body: String) -> Bool {
    guard let first = body.first, first.isASCII, first.isAlphanumeric || first == "~" else {
      return false
    }
    switch last {
    case "/", "-": return body.contains { "/.-_~=".contains($0) || $0.isNumber }
    case "=", "&", "%", "#": return true
    case "?": return body.has("=")
    case ".":
      // A number behind a full stop may be that of a note, unless a DOI is open.
      if first.isASCIIDigit { return start.has("doi.org/10.") && body.utf8.count > 3 }
      let isName = body.has("/") || body.split(separator: ".").last?.utf8.count ?? 0 > 1
      return first.isLowercase && (isName && body.contains { "/.".contains($0) } || isDomain(body))
    default: return false
    }
  }

  private static func isDomain(_ word: String) -> Bool {
    ["com", "edu", "gov", "io", "net", "org"].contains(word)
  }
}
