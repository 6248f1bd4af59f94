/// What a reader is told of two versions of a file.
enum Difference {
  private static let context = 2
  private static let longest = 12

  /// The first lines that differ; nil for equal versions. A version that is nil does not exist.
  static func words(_ name: String, old: [UInt8]?, new: [UInt8]?) -> String? {
    guard old != new else { return nil }
    guard let old else { return "\(name): is not recorded" }
    guard let new else { return "\(name): is recorded, but was not written" }
    guard let before = String(validating: old, as: UTF8.self),
      let after = String(validating: new, as: UTF8.self)
    else {
      let at =
        zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
      return
        "\(name): \(old.count) bytes recorded, \(new.count) written; the first that differs is \(at)"
    }
    return lines(name, before.lines, after.lines)
  }

  private static func lines(_ name: String, _ old: [Substring], _ new: [Substring]) -> String {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let shared = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    let removed = old[start..<(old.count - shared)]
    let added = new[start..<(new.count - shared)]
    var words = ["\(name): differs from line \(start + 1)"]
    words += old[max(0, start - context)..<start].map { "    " + $0 }
    words += cut(removed, "  - ") + cut(added, "  + ")
    words += old[(old.count - shared)...].prefix(context).map { "    " + $0 }
    return words.joined(separator: "\n")
  }

  private static func cut(_ lines: ArraySlice<Substring>, _ mark: String) -> [String] {
    let rest = lines.count - longest
    return lines.prefix(longest).map { mark + $0 }
      + (rest > 0 ? ["\(mark)… \(rest) more"] : [])
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
