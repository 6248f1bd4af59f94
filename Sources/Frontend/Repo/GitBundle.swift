internal import IR

/// The head of a git bundle: what it needs, the references that it brings, and where its pack
/// begins (gitformat-bundle(5), versions 2 and 3).
struct GitBundle {
  struct Reference: Equatable {
    let name: String
    /// Hexadecimal.
    let commit: String
  }

  enum Fault: Error, Equatable {
    /// The head is cut short, or a line of it is none of the format.
    case malformed
    /// A capability, such as SHA-256 or a filter, that is not read.
    case unsupported(String)
  }

  /// Sorted by name.
  let references: [Reference]
  /// How many commits the bundle builds on and does not hold.
  let prerequisites: Int
  /// The byte at which the pack begins.
  let pack: Int

  static func isBundle(_ head: [UInt8]) -> Bool {
    marks.contains { head.starts(with: $0.utf8) }
  }

  private static let marks = ["# v2 git bundle\n", "# v3 git bundle\n"]
  /// A head of a hundred thousand references is longer than any.
  private static let longest = 16 << 20

  init(_ file: InputFile) throws(Fault) {
    let head = file.bytes(in: 0..<Self.longest)
    guard Self.isBundle(head) else { throw .malformed }
    var references: [Reference] = []
    var prerequisites = 0
    var start = Self.marks[0].utf8.count
    while true {
      guard let end = head[start...].firstIndex(of: UInt8(ascii: "\n")) else { throw .malformed }
      let line = head[start..<end]
      start = end + 1
      if line.isEmpty { break }
      switch line.first {
      case UInt8(ascii: "@"):
        let capability = String(decoding: line.dropFirst(), as: UTF8.self)
        if capability != "object-format=sha1" { throw .unsupported(capability) }
      case UInt8(ascii: "-"):
        prerequisites += 1
      default:
        references.append(try Self.reference(line))
      }
    }
    self.references = references.sorted { $0.name < $1.name }
    self.prerequisites = prerequisites
    pack = start
  }

  /// `1f3a… refs/heads/main`.
  private static func reference(_ line: ArraySlice<UInt8>) throws(Fault) -> Reference {
    let id = line.prefix(40)
    let isHexadecimal = id.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0) }
    guard id.count == 40, isHexadecimal, line.dropFirst(40).first == 0x20,
      let name = String(validating: line.dropFirst(41), as: UTF8.self), !name.isEmpty
    else { throw .malformed }
    return Reference(name: name, commit: String(decoding: id, as: UTF8.self))
  }

  /// What `HEAD` of a repository made of the bundle holds: a branch where one is known to be
  /// checked out, else a commit; nil if the bundle brings nothing.
  var head: String? {
    let branches = references.filter { $0.isOrdinary && $0.name.hasPrefix("refs/heads/") }
    let checkedOut = references.first { $0.name == "HEAD" }
    let usual = ["refs/heads/main", "refs/heads/master"]
    let candidates = branches.filter { checkedOut == nil || $0.commit == checkedOut?.commit }
    let branch =
      candidates.first { usual.contains($0.name) } ?? candidates.first
    if let branch { return "ref: \(branch.name)\n" }
    return (checkedOut ?? references.first).map { $0.commit + "\n" }
  }

  /// The references in the form of git's `packed-refs`.
  var packedReferences: String {
    references.filter(\.isOrdinary).map { "\($0.commit) \($0.name)\n" }.joined()
  }
}

extension GitBundle.Reference {
  /// Whether git would take the name: others could stand for a path.
  fileprivate var isOrdinary: Bool {
    name.hasPrefix("refs/") && !name.utf8.contains { $0 <= 0x20 || $0 == 0x7F || $0 == 0x5C }
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".lock")
      }
  }
}
