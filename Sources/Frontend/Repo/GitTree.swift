/// A tree object as git stores it: for each entry its mode in octal digits, a space, the name, a
/// zero byte and the 20 bytes of an identifier, in the byte order of full paths.
///
/// Entries are made of it only where somebody looks: of neighbouring commits nearly all are equal.
struct GitTree {
  private let bytes: [UInt8]

  /// Nil if the bytes are no tree.
  init?(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      guard let entry = Position(bytes.span, at) else { return nil }
      at = entry.end
    }
    self.bytes = bytes
  }

  /// How much memory it takes, about.
  var size: Int { bytes.count + 64 }

  var entries: [GitTreeEntry] {
    var entries: [GitTreeEntry] = []
    var next = Position(bytes.span, 0)
    while let entry = next {
      entries.append(entry.entry(in: bytes))
      next = Position(bytes.span, entry.end)
    }
    return entries
  }

  func entry(named name: some Collection<UInt8>) -> GitTreeEntry? {
    var next = Position(bytes.span, 0)
    while let entry = next {
      if bytes[entry.name].elementsEqual(name) { return entry.entry(in: bytes) }
      next = Position(bytes.span, entry.end)
    }
    return nil
  }

  struct Difference {
    let removed: GitTreeEntry?
    let added: GitTreeEntry?
  }

  /// The entries that are not the same on both sides, in git's order, at most `limit`.
  ///
  /// A file and a directory of one name are two entries: git sorts directories as if they ended in
  /// `/`.
  static func differences(_ old: GitTree?, _ new: GitTree?, limit: Int) -> [Difference] {
    let (old, new) = (old?.bytes ?? [], new?.bytes ?? [])
    let (before, after) = (old.span, new.span)
    var differences: [Difference] = []
    var (removed, added) = (Position(before, 0), Position(after, 0))
    while differences.count < limit, removed != nil || added != nil {
      if let left = removed, let right = added,
        Self.areSame(before, left.start..<left.end, after, right.start..<right.end)
      {
        removed = Position(before, left.end)
        added = Position(after, right.end)
        continue
      }
      let gone = removed.map { $0.entry(in: old) }
      let come = added.map { $0.entry(in: new) }
      let order = GitTreeEntry.order(gone, come)
      let difference = Difference(
        removed: order <= 0 ? gone : nil, added: order >= 0 ? come : nil)
      // Of a file that only became executable the content is the same.
      if difference.removed != difference.added { differences.append(difference) }
      if order <= 0, let end = removed?.end { removed = Position(before, end) }
      if order >= 0, let end = added?.end { added = Position(after, end) }
    }
    return differences
  }

  private static func areSame(
    _ before: Span<UInt8>, _ left: Range<Int>, _ after: Span<UInt8>, _ right: Range<Int>
  ) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where before[left.lowerBound + offset] != after[right.lowerBound + offset] {
      return false
    }
    return true
  }

  /// Where an entry stands in the bytes of its tree.
  private struct Position {
    let start: Int
    let mode: UInt32
    let name: Range<Int>
    /// Behind the identifier.
    var end: Int { name.upperBound + 21 }

    /// Nil at the end of a tree, and where no entry stands.
    init?(_ bytes: Span<UInt8>, _ start: Int) {
      var (at, mode) = (start, UInt32(0))
      while at < bytes.count, at - start < 8, (0x30...0x37).contains(bytes[at]) {
        mode = mode << 3 | UInt32(bytes[at] & 7)
        at += 1
      }
      guard at > start, at < bytes.count, bytes[at] == UInt8(ascii: " ") else { return nil }
      let first = at + 1
      at = first
      while at < bytes.count, bytes[at] != 0 { at += 1 }
      guard at > first, at + 20 < bytes.count else { return nil }
      (self.start, self.mode, name) = (start, mode, first..<at)
    }

    func entry(in bytes: [UInt8]) -> GitTreeEntry {
      let id = bytes.withUnsafeBytes {
        GitID(UnsafeRawBufferPointer(rebasing: $0[(end - 20)..<end]))
      }
      return GitTreeEntry(
        name: Array(bytes[name]), kind: GitTreeEntry.Kind(mode: mode), id: id)
    }
  }
}

struct GitTreeEntry: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file, directory, symlink, submodule

    init(mode: UInt32) {
      switch mode & 0o170000 {
      case 0o040000: self = .directory
      case 0o120000: self = .symlink
      case 0o160000: self = .submodule
      default: self = .file
      }
    }
  }

  let name: [UInt8]
  let kind: Kind
  let id: GitID

  /// Negative if `a` comes first, positive if `b` does; an absent entry comes last.
  fileprivate static func order(_ a: GitTreeEntry?, _ b: GitTreeEntry?) -> Int {
    guard let a else { return 1 }
    guard let b else { return -1 }
    let (left, right) = (a.sortKey, b.sortKey)
    if left == right { return 0 }
    return left.lexicographicallyPrecedes(right) ? -1 : 1
  }

  private var sortKey: [UInt8] { kind == .directory ? name + [UInt8(ascii: "/")] : name }

  /// Whether the name can stand in a path: git refuses the others when it writes a tree.
  var isOrdinary: Bool {
    !name.isEmpty && !name.contains(UInt8(ascii: "/")) && name != Array(".".utf8)
      && name != Array("..".utf8) && name != Array(".git".utf8)
  }
}
