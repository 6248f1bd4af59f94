internal import IR

/// Where a path or link that stands in an artifact leads.
enum PathTarget: Hashable, Sendable {
  /// Inside the artifact: relative to its root, without `.` and `..`.
  case inside(String)
  /// Out of the artifact, or to a place of the machine.
  case outside
  /// Another resource of the web.
  case external
  /// Only a fragment of the same file.
  case fragment
}

/// Resolves what is written as a path without asking any file system.
enum ArtifactPath {
  /// `directory` is the directory, relative to the root, in which `written` is understood.
  static func resolve(_ written: some StringProtocol, in directory: String) -> PathTarget {
    let path = unescaped(written)
    if path.isEmpty || path.hasPrefix("#") { return .fragment }
    if let scheme = scheme(of: path) {
      return scheme == "file" || scheme.utf8.count == 1 ? .outside : .external
    }
    if path.hasPrefix("/") || path.hasPrefix("~") { return .outside }
    let end = path.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
    let plain = path[..<(end ?? path.endIndex)]
    var parts = directory.utf8.split(separator: slash).compactMap(String.init)
    for part in plain.utf8.split(separator: slash).map(Substring.init) where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return .outside }
      } else {
        parts.append(String(part))
      }
    }
    return .inside(parts.joined(separator: "/"))
  }

  /// The directory of a file, without a trailing slash; empty for the root.
  static func directory(of path: String) -> String {
    path.utf8.lastIndex(of: slash).map { String(path[..<$0]) } ?? ""
  }

  static func name<Path: StringProtocol>(of path: Path) -> String
  where Path.SubSequence == Substring {
    let whole = path[path.startIndex...]
    return String(
      whole.utf8.lastIndex(of: slash).map { whole[whole.utf8.index(after: $0)...] } ?? whole)
  }

  /// The name without its last extension.
  static func stem<Path: StringProtocol>(of path: Path) -> String
  where Path.SubSequence == Substring {
    let name = name(of: path)
    return name.utf8.lastIndex(of: dot).map { String(name[..<$0]) } ?? name
  }

  /// Lower-case, without the dot; empty without one.
  static func fileExtension<Path: StringProtocol>(of path: Path) -> String
  where Path.SubSequence == Substring {
    let name = name(of: path)
    return name.utf8.lastIndex(of: dot).map { name[name.utf8.index(after: $0)...].lowercase } ?? ""
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// Percent signs decoded and backslashes turned round: a reader of the artifact may do either.
  private static func unescaped(_ written: some StringProtocol) -> String {
    guard written.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "\\") })
    else { return String(written) }
    let bytes = Array(written.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let high = hexadecimal(bytes[at + 1]), let low = hexadecimal(bytes[at + 2])
      {
        result.append(high << 4 | low)
        at += 3
      } else {
        result.append(bytes[at] == UInt8(ascii: "\\") ? UInt8(ascii: "/") : bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// `https`, `file`, or a drive letter, in lower case.
  private static func scheme(of path: String) -> String? {
    guard let colon = path.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = path[..<colon]
    guard let first = scheme.unicodeScalars.first, first.isASCIILetter,
      scheme.unicodeScalars.allSatisfy({
        $0.isASCIILetter || $0.isASCIIDigit || $0 == "+" || $0 == "-" || $0 == "."
      })
    else { return nil }
    return scheme.lowercased()
  }
}
