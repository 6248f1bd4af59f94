internal import IR

/// One requirement in the words of pip or conda.
struct Requirement: Equatable {
  let name: String
  /// As written: `==2.1.0`, `>=1.20,<2`, an address; nil if unconstrained.
  let version: String?
  /// The requirement without its comment, environment marker and options.
  let range: Range<Int>

  /// Reads the requirement that a line or a text holds; nil if it holds none.
  init?(_ line: Range<Int>, in bytes: [UInt8]) {
    var line = line.trimmed(in: bytes)
    for option in ["-e ", "--editable "] where bytes[line].starts(with: option.utf8) {
      line = (line.lowerBound + option.utf8.count..<line.upperBound).trimmed(in: bytes)
    }
    line = Self.withoutTail(line, in: bytes)
    guard let first = line.first.map({ bytes[$0] }), !"-#.".utf8.contains(first) else { return nil }
    range = line
    let text = String(decoding: bytes[line], as: UTF8.self)
    if let address = Self.address(text) {
      (name, version) = (address, text)
      return
    }
    let start =
      text.hasPrefix("conda-forge::") || text.hasPrefix("pytorch::")
        || text.hasPrefix("nvidia::") || text.hasPrefix("defaults::")
      ? text.firstRange(of: "::")?.upperBound ?? text.startIndex : text.startIndex
    let name = text[start...].prefix { $0.isLetter || $0.isNumber || "._-".contains($0) }
    var rest = text[name.endIndex...].drop { $0 == " " }
    if rest.hasPrefix("[") {
      rest = rest[(rest.firstIndex(of: "]") ?? rest.startIndex)...].dropFirst()
    }
    rest = rest.drop { $0 == " " }
    guard !name.isEmpty,
      rest.isEmpty || rest.first.map({ "=<>!~@(0123456789*".contains($0) }) ?? true
    else { return nil }
    self.name = String(name)
    version = rest.isEmpty ? nil : String(rest)
  }

  /// Cuts a comment, an environment marker, pip's options and a line continuation.
  private static func withoutTail(_ line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var end = line.upperBound
    for index in line {
      let isAfterBlank = index > line.lowerBound && bytes[index - 1] <= 0x20
      let isComment =
        bytes[index] == UInt8(ascii: "#") && (isAfterBlank || index == line.lowerBound)
      let isOption = isAfterBlank && bytes[index..<line.upperBound].starts(with: "--".utf8)
      let isMarker = bytes[index] == UInt8(ascii: ";")
      if isComment || isOption || isMarker || bytes[index] == UInt8(ascii: "\\") {
        end = index
        break
      }
    }
    return (line.lowerBound..<end).trimmed(in: bytes)
  }

  /// The package that `git+https://host/owner/name.git@tag#egg=name` gives.
  private static func address(_ text: String) -> String? {
    guard text.contains("://"), !text.contains(" @ "), text.first?.isLetter ?? false,
      !text.prefix(while: { $0 != ":" }).contains("=")
    else { return nil }
    if let egg = text.firstRange(of: "#egg=") {
      return String(text[egg.upperBound...].prefix { $0 != "&" && $0 != "[" })
    }
    let path = text.prefix { $0 != "#" && $0 != "?" }
    let name = path.split(separator: "/").last.map { $0.prefix { $0 != "@" } } ?? ""
    let stem = name.hasSuffix(".git") ? name.dropLast(4) : name
    return stem.isEmpty ? nil : String(stem)
  }
}
